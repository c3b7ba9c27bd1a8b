"""Facts told in all ten languages, and what each must give, from the small files in ``facts``.

A file is read by blocks. The first line of a block begins with ``=``: the fact's name, a bar and the records that it
must give, joined by ``&``::

    = recall | accreditation/-/recall/done 2024-05-07 @- sender:POL receiver:HUN

that is kind/type/act/status, date (``first..last`` with the last day), place (``_`` for a space) and actors, each as
role:STATE, ``/office`` behind it where that matters and ``*`` where the name must be told; ``#trade,energy`` are its
topics, all of them. ``-`` may be anything. With ``only`` the text must give no other record. The other lines tell the
fact, ``en: ...``. ``#`` begins a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.coder import Coder
from dragoman.model import Actor, Dispatch, Record

FOLDER = Path(__file__).parent / "facts"
DATE = "2024-05-08"
_ANY = "-"


@dataclass(frozen=True)
class Wanted:
    """What one record must tell; an empty string or None may be anything."""

    kind: str
    type: str | None
    act: str | None
    status: str | None
    date: str | None
    end_date: str | None
    place: str | None
    actors: tuple[tuple[str, str, str, bool], ...]  # role, state, office or nothing, whether named
    topics: frozenset[str] | None

    def is_told(self, record: Record) -> bool:
        """Whether a record tells all that is wanted."""
        for slot in ("kind", "type", "act", "status", "date", "end_date", "place"):
            wanted = getattr(self, slot)
            if wanted is not None and getattr(record, slot) != wanted:
                return False
        if self.topics is not None and self.topics != set(record.topics):
            return False
        return all(any(_is(actor, *row) for actor in record.actors) for row in self.actors)


def _is(actor: Actor, role: str, state: str, office: str, named: bool) -> bool:
    if (actor.role, actor.state) != (role, state) or (office and actor.office != office):
        return False
    return actor.name is not None or not named


@dataclass
class Fact:
    """A fact, the records that it must give, and its wordings by language."""

    file: str
    name: str
    records: tuple[Wanted, ...]
    only: bool
    texts: dict[str, str] = field(default_factory=dict)

    def is_read(self, coder: Coder, lang: str) -> bool:
        """Whether the coder reads all that is wanted from the wording in a language."""
        return self._is_told(coder.code(Dispatch(self.texts[lang], date=DATE, lang=lang)).records)

    def _is_told(self, records: tuple[Record, ...]) -> bool:
        """Whether each wanted record is told, by one record each."""
        left = list(records)
        for wanted in self.records:
            found = next((record for record in left if wanted.is_told(record)), None)
            if found is None:
                return False
            left.remove(found)
        return not (self.only and left)


def facts() -> list[Fact]:
    """All facts, in the order of the files."""
    found: list[Fact] = []
    for path in sorted(FOLDER.glob("*.txt")):
        found += _read(path)
    return found


def _read(path: Path) -> Iterator[Fact]:
    fact: Fact | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("="):
            if fact is not None:
                yield fact
            name, told = line[1:].split(" | ")
            wanted = told.split(" & ")
            only = wanted[-1].split()[-1] == "only"
            rows = tuple(_wanted(row.strip().removesuffix(" only")) for row in wanted)
            fact = Fact(path.stem, name.strip(), rows, only)
            continue
        lang, _, text = line.partition(": ")
        assert fact is not None, f"{path.name}:{number}: a wording before any fact"
        assert text, f"{path.name}:{number}: neither a fact nor a wording"
        assert lang not in fact.texts, f"{path.name}:{number}: {fact.name} is told twice in {lang}"
        fact.texts[lang] = text.strip()
    if fact is not None:
        yield fact


def _wanted(row: str) -> Wanted:
    head, date, place, *actors = row.split()
    kind, *slots = [None if part in ("", _ANY) else part for part in head.split("/")]
    assert kind is not None, row
    type_, act, status = slots
    first, _, last = date.partition("..")
    return Wanted(
        kind,
        type_,
        act,
        status,
        None if first == _ANY else first,
        last or None,
        None if place in ("@", "@-") else place[1:].replace("_", " "),
        tuple(_actor(actor) for actor in actors if not actor.startswith("#")),
        next((frozenset(told[1:].split(",")) for told in actors if told.startswith("#")), None),
    )


def _actor(told: str) -> tuple[str, str, str, bool]:
    role, _, who = told.partition(":")
    state, _, office = who.removesuffix("*").partition("/")
    return role, state, office, who.endswith("*")
