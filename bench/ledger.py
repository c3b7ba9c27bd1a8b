"""How fast dispatches enter a ledger, and how that changes as it grows.

The texts are the samples, and the gold dispatches where they are at hand (../shared), varied in years and names by a
generator, each with its own seed: the same command makes the same dispatches. Prints dispatches a second of the first
and the last tenth (coding included), of all with the joining at the end, the peak memory, and what a check and a
recoding of the whole say.

    python bench/ledger.py [--dispatches 20000] [--ledger FILE] [--recode]
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.coder import Coder
from dragoman.ledger import Ledger
from dragoman.ledger.check import check
from dragoman.ledger.enter import Tally
from dragoman.model import Coding, Dispatch

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "src" / "dragoman" / "samples"
GOLD = ROOT.parent / "shared" / "gold" / "dev"
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
# vowels of a script, which change places in the names of a varied dispatch
_VOWELS = ("aeiou", "аеиоу", "اوي", "卡巴马塔拉")


def originals() -> list[Dispatch]:
    """The samples, and the gold dispatches if they are at hand."""
    rows = [json.loads(line) for path in sorted(SAMPLES.glob("*/*.jsonl")) for line in path.open(encoding="utf-8")]
    rows += [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*/*.json"))]
    return [Dispatch.from_json(row) for row in rows]


def varied(number: int, first: int = 0, among: list[Dispatch] | None = None) -> Iterator[Dispatch]:
    """That many dispatches: the originals, or those given, over and over, each time in other years, with other names.

    Those from another ``first`` on are others.
    """
    sources = among or originals()
    coder = Coder()
    names = [_names(coder.code(dispatch)) for dispatch in sources]
    for n in range(first, first + number):
        turn, at = divmod(n, len(sources))
        yield _vary(sources[at], names[at], turn)


def _names(coding: Coding) -> list[str]:
    """The words of persons' names in a dispatch."""
    names = {actor.name for record in coding.records for actor in record.actors if actor.name}
    words = {word for name in names for word in re.split(r"[\s·-]+", name)}
    return sorted((word for word in words if len(word) > 2), key=len, reverse=True)


def _vary(dispatch: Dispatch, names: list[str], turn: int) -> Dispatch:
    chance = random.Random(turn)
    years = chance.randrange(-15, 16)
    table: dict[int, str] = {}
    for vowels in _VOWELS:
        others = list(vowels)
        chance.shuffle(others)
        table.update({ord(a): b for a, b in zip(vowels, others, strict=True)})
    text = _YEAR.sub(lambda match: str(int(match[0]) + years), dispatch.text)
    for name in names if turn else ():
        text = text.replace(name, name[0] + name[1:].translate(table))
    year, rest = (dispatch.date or "2023-01-01").split("-", 1)
    date = f"{int(year) + years}-{rest}".replace("-02-29", "-02-28")
    return replace(dispatch, id=f"{dispatch.id}-{turn}", text=text, date=date, title=None, agency=f"Agency {turn % 40}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dispatches", type=int, default=20_000)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--recode", action="store_true", help="Also code all anew, and compare what is derived.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "ledger.db"
        with Ledger(str(path), create=True) as ledger:
            run(ledger, given.dispatches, recode=given.recode)
        print(f"file                 {path.stat().st_size / 1e6:8.0f} MB")


def run(ledger: Ledger, number: int, *, recode: bool) -> None:
    """Enter, measure, prove."""
    ends: list[tuple[int, float]] = [(0, 0.0)]
    source = list(varied(number))
    coder = Coder()
    began = time.process_time()

    def on_batch(tally: Tally) -> None:
        ends.append((ends[-1][0] + tally.entered, time.process_time() - began))

    tally = ledger.add((coder.code(dispatch) for dispatch in source), on_batch)
    whole = time.process_time() - began
    tenth = max(len(ends) // 10, 1)
    first, last = ends[tenth], ends[-1 - tenth]
    start = first[0] / first[1]
    end = (ends[-1][0] - last[0]) / (ends[-1][1] - last[1])
    print(f"entered              {tally.entered:8,}")
    print(f"first tenth          {start:8.0f} dispatches a second, coding included")
    print(f"last tenth           {end:8.0f} dispatches a second: {start / end:.2f} times the cost")
    print(f"joining at the end   {whole - ends[-1][1]:8.1f} s")
    print(f"all                  {tally.entered / whole:8.0f} dispatches a second")
    print(f"peak memory          {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    before = _derived(ledger)
    print(f"faults found         {len(check(ledger.database)):8,}")
    if recode:
        ledger.recode()
        print(f"recoded, the same    {_derived(ledger) == before!s:>8}")


def _derived(ledger: Ledger) -> list[int]:
    """A hash of each derived table."""
    from hashlib import sha256

    from sqlalchemy import select

    from dragoman.ledger.tables import DERIVED

    out = []
    with ledger.reading() as connection:
        for table in DERIVED:
            rows = sorted(map(repr, connection.execute(select(table))))
            out.append(int.from_bytes(sha256("\n".join(rows).encode()).digest()[:8]))
    return out


if __name__ == "__main__":
    main()
