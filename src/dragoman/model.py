"""The nouns of the codebook: Dispatch, Record, Actor, Evidence, Coding. Frozen, typed, JSON in and out.

The JSON form of a coding is one object with the fields ``id lang agency url date title text relevant records``;
each record has ``kind type act status date end_date place actors topics name evidence plover``.  Offsets in evidence
count Unicode code points of the raw text, and ``text[start:end] == quote`` always holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.plover.crosswalk import Plover

WITHDRAWN = "canceled"
"""What ``pubstatus`` is, as in IPTC's ninjs and NewsML-G2, where an agency withdraws a dispatch."""

GONE = frozenset((WITHDRAWN, "withheld"))
"""Where it must not be shown, for good or until the agency says otherwise."""

_STRINGS = ("id", "lang", "date", "agency", "url", "title", "guid", "pubstatus", "sent", "embargo", "rights", "byline")


class DispatchError(ValueError):
    """A dispatch that cannot be read or coded; the message is one line and names the mend."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote from the raw text: ``text[start:end] == quote``, in code points."""

    start: int
    end: int
    quote: str

    def __init__(self, start: int, end: int, quote: str) -> None:
        """Written out, as those of the others here: the constructor that dataclass makes is not compiled."""
        put = object.__setattr__
        put(self, "start", start)
        put(self, "end", end)
        put(self, "quote", quote)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """Cut the quote out of ``text``, so that the offsets and the quote cannot disagree."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"evidence [{start}:{end}] lies outside a text of {len(text)} code points")
        return cls(start, end, text[start:end])

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """Who takes part, and as what: a person, an office, a state, or what the text tells of the three.

    ``state`` is ISO 3166-1 alpha-3 or an organisation's code of the codebook; ``office`` one of its offices. ``key`` is
    one for a person however languages write the name (`resolve.keys`); the codebook's actors have no such slot, so it
    is no part of their JSON.
    """

    role: str
    name: str | None = None
    office: str | None = None
    state: str | None = None
    key: str | None = None

    def __init__(
        self,
        role: str,
        name: str | None = None,
        office: str | None = None,
        state: str | None = None,
        key: str | None = None,
    ) -> None:
        put = object.__setattr__
        put(self, "role", role)
        put(self, "name", name)
        put(self, "office", office)
        put(self, "state", state)
        put(self, "key", key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Actor) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def _told(self) -> tuple[str, str | None, str | None, str | None]:
        """All but the key, which the name tells."""
        return self.role, self.name, self.office, self.state

    def to_json(self) -> dict[str, Any]:
        return {"role": self.role, "name": self.name, "office": self.office, "state": self.state}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Actor:
        return cls(data["role"], data.get("name"), data.get("office"), data.get("state"))


@dataclass(frozen=True, slots=True)
class Record:
    """One fact of the codebook, with the words that carry it. Dates are ISO, as fine as the text tells."""

    kind: str
    status: str
    actors: tuple[Actor, ...]
    evidence: tuple[Evidence, ...]
    type: str = "unspecified"
    act: str | None = None
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    name: str | None = None

    def __init__(
        self,
        kind: str,
        status: str,
        actors: tuple[Actor, ...],
        evidence: tuple[Evidence, ...],
        type: str = "unspecified",
        act: str | None = None,
        date: str | None = None,
        end_date: str | None = None,
        place: str | None = None,
        topics: tuple[str, ...] = (),
        name: str | None = None,
    ) -> None:
        put = object.__setattr__
        put(self, "kind", kind)
        put(self, "status", status)
        put(self, "actors", actors)
        put(self, "evidence", evidence)
        put(self, "type", type)
        put(self, "act", act)
        put(self, "date", date)
        put(self, "end_date", end_date)
        put(self, "place", place)
        put(self, "topics", topics)
        put(self, "name", name)

    @property
    def plover(self) -> Plover | None:
        """What the record is in PLOVER and CAMEO; None where they have no type for it."""
        from dragoman.plover.crosswalk import plover  # which reads records

        return plover(self)

    def to_json(self) -> dict[str, Any]:
        plover = self.plover
        return {
            "kind": self.kind,
            "type": self.type,
            "act": self.act,
            "status": self.status,
            "date": self.date,
            "end_date": self.end_date,
            "place": self.place,
            "actors": [actor.to_json() for actor in self.actors],
            "topics": list(self.topics),
            "name": self.name,
            "evidence": [evidence.to_json() for evidence in self.evidence],
            "plover": plover.to_json() if plover else None,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], text: str) -> Record:
        """Read a record; evidence may be quotes (as people write them) or ``{start, end, quote}``."""
        return cls(
            kind=data["kind"],
            status=data["status"],
            actors=tuple(Actor.from_json(actor) for actor in data["actors"]),
            evidence=tuple(_evidence(item, text) for item in data["evidence"]),
            type=data.get("type") or "unspecified",
            act=data.get("act"),
            date=data.get("date"),
            end_date=data.get("end_date"),
            place=data.get("place"),
            topics=tuple(data.get("topics") or ()),
            name=data.get("name"),
        )


def _evidence(item: str | Mapping[str, Any], text: str) -> Evidence:
    if isinstance(item, str):
        start = text.find(item)
        if start < 0:
            raise DispatchError(f"evidence is not in the text: {item[:60]!r}")
        return Evidence.of(text, start, start + len(item))
    evidence = Evidence(item["start"], item["end"], item["quote"])
    if text[evidence.start : evidence.end] != evidence.quote:
        raise DispatchError(
            f"evidence [{evidence.start}:{evidence.end}] does not quote the text: {evidence.quote[:60]!r}"
        )
    return evidence


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One news-agency report as it came in. ``date`` is the day it was sent, ISO ``YYYY-MM-DD``.

    ``guid`` is the id that the agency gave it, ``version`` counts its corrections, and ``pubstatus`` is ninjs's:
    ``usable``, ``canceled`` where the agency withdraws it, or ``withheld`` until it says otherwise. ``sent`` is when it
    was sent, with the zone in which ``date`` is the day; before ``embargo`` it must not be shown. Both are ISO 8601.
    """

    text: str
    id: str = "dispatch"
    lang: str | None = None
    date: str | None = None
    agency: str | None = None
    url: str | None = None
    title: str | None = None
    guid: str | None = None
    version: int | None = None
    pubstatus: str | None = None
    sent: str | None = None
    embargo: str | None = None
    rights: str | None = None
    byline: str | None = None

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Dispatch:
        """Read the fields of the codebook's example; unknown fields are ignored."""
        text = data.get("text")
        if text is None and data.get("pubstatus") in GONE:
            text = ""
        if not isinstance(text, str):
            raise DispatchError("no field 'text' with the dispatch's text")
        values = {key: data.get(key) for key in _STRINGS}
        for key, value in values.items():
            if value is not None and not isinstance(value, str):
                raise DispatchError(f"field {key!r} is not a string: {value!r}")
        found = cls(text=text, **{key: value for key, value in values.items() if value is not None})
        return replace(found, version=_version(data))

    def with_defaults(self, **values: str | None) -> Dispatch:
        """A copy in which each empty field takes the value given here, if any."""
        empty: dict[str, Any] = {key: value for key, value in values.items() if value and not getattr(self, key)}
        return replace(self, **empty)


def _source(d: Dispatch) -> dict[str, Any]:
    """What a source tells of a dispatch beyond the codebook's frame, where it tells it."""
    told = {
        "guid": d.guid if d.guid != d.id else None,
        "version": d.version,
        "pubstatus": d.pubstatus,
        "sent": d.sent,
        "embargo": d.embargo,
        "rights": d.rights,
        "byline": d.byline,
    }
    return {key: value for key, value in told.items() if value is not None}


def _version(data: Mapping[str, Any]) -> int | None:
    value = data.get("version")
    if value is None:
        return None
    try:
        version = int(value)
    except (TypeError, ValueError, OverflowError):
        raise DispatchError(f"field 'version' is not a number: {value!r}") from None
    if abs(version) >= 2**63:
        raise DispatchError("field 'version' is a number beyond 64 bits: write a smaller one")
    return version


@dataclass(frozen=True, slots=True)
class Coding:
    """A dispatch with its frame read (language, date, agency, place) and the records coded from it.

    ``coder`` names who coded it where that is not dragoman itself (`dragoman.second`).
    """

    dispatch: Dispatch
    records: tuple[Record, ...] = ()
    place: str | None = None
    warnings: tuple[str, ...] = field(default=())
    coder: str | None = None

    def to_json(self) -> dict[str, Any]:
        d = self.dispatch
        by = {"coder": self.coder} if self.coder else {}
        return {
            "id": d.id,
            "lang": d.lang,
            "agency": d.agency,
            "url": d.url,
            "date": d.date,
            "title": d.title,
            "text": d.text,
            **_source(d),
            "relevant": bool(self.records),
            "records": [record.to_json() for record in self.records],
            **by,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Coding:
        dispatch = Dispatch.from_json(data)
        records = tuple(Record.from_json(row, dispatch.text) for row in data.get("records", ()))
        return cls(dispatch, records, coder=data.get("coder"))
