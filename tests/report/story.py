"""Two states' dealings over two years, coded by hand: what reports and briefings in the tests are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman.model import Coding, Dispatch, Evidence, Record
from dragoman.resolve.keys import person_key

Told = tuple[dict[str, Any], str]
"""A record, and the words of the text that carry it."""


def who(*actors: tuple[str, str | None, str | None, str | None]) -> list[dict[str, Any]]:
    """Actors from ``(role, name, office, state)``."""
    return [dict(zip(("role", "name", "office", "state"), actor, strict=True)) for actor in actors]


def coded(id: str, sent: str, lang: str, agency: str | None, told: Sequence[Told]) -> Coding:
    """A dispatch that consists of what is told in it."""
    text = " ".join(dict.fromkeys(words for _, words in told))
    dispatch = Dispatch(text, id, lang, sent, agency)
    return Coding(dispatch, tuple(_records(text, lang, told)))


def _records(text: str, lang: str, told: Sequence[Told]) -> Iterable[Record]:
    for row, words in told:
        start = text.index(words)
        record = Record.from_json({"status": "done", **row, "evidence": [words]}, text)
        actors = (replace(a, key=person_key(a.name, lang)) if a.name else a for a in record.actors)
        evidence = (Evidence(start, start + len(words), words),)
        yield replace(record, actors=tuple(actors), evidence=evidence)


NJERI, SATO = ("Grace Njeri", "head_of_state", "KEN"), ("Kenji Sato", "head_of_government", "JPN")
PARTIES = who(("party", None, None, "KEN"), ("party", None, None, "JPN"))
MEMBERS = who(("member", None, None, "KEN"), ("member", None, None, "JPN"))

VISIT = {
    "kind": "visit",
    "type": "state",
    "date": "2023-04-10",
    "end_date": "2023-04-11",
    "place": "Tokyo",
    "actors": who(("guest", *NJERI), ("host", *SATO)),
}
TALKS = {
    "kind": "meeting",
    "type": "one_on_one",
    "date": "2023-04-10",
    "place": "Tokyo",
    "topics": ["energy", "trade"],
    "actors": who(("participant", *NJERI), ("participant", *SATO)),
}
WIDER = {**TALKS, "type": "extended", "topics": ["transport"]}
TREATY = {
    "kind": "document",
    "type": "agreement",
    "act": "sign",
    "date": "2023-04-10",
    "place": "Tokyo",
    "name": "agreement on the port of Mombasa.",
    "topics": ["transport"],
    "actors": [*PARTIES, *who(("signatory", *NJERI), ("signatory", *SATO))],
}
VERTRAG = {**TREATY, "name": "Abkommen über den Hafen von Mombasa"}
COUNCIL = {"kind": "body", "type": "council", "name": "Joint Economic Council", "actors": MEMBERS}
FOUNDED = {**COUNCIL, "act": "found", "date": "2023-04-11", "place": "Tokyo"}
REPORT = {
    "kind": "report",
    "type": "unspecified",
    "date": "2023-04-10",
    "actors": who(("reporter", "Ruth Mwangi", "minister", "KEN"), ("audience", *NJERI)),
}
ALLIES = {"kind": "relation", "type": "strategic_partnership", "actors": PARTIES}
MARKED = "Kenya <b>warned</b> of *delays* & said [more](http://example.org) | soon."
WARNED = {
    "kind": "statement",
    "type": "criticise",
    "date": "2023-05-02",
    "actors": who(("speaker", *NJERI), ("target", None, None, "JPN")),
}

STORY = [
    coded("1", "2023-04-07", "en", "Sample KE", [
        ({**VISIT, "status": "planned"}, "President Grace Njeri will pay a state visit to Japan on April 10 and 11."),
    ]),
    coded("2", "2023-04-10", "en", "Sample KE", [
        (VISIT, "President Grace Njeri began a state visit to Japan on Monday."),
        (TALKS, "She met Prime Minister Kenji Sato alone to discuss energy and trade."),
        (WIDER, "The delegations then joined them for talks on transport."),
        (TREATY, "The two signed an agreement on the port of Mombasa."),
        (REPORT, "Minister Ruth Mwangi reported to the president on the work done."),
        (ALLIES, "Kenya and Japan are strategic partners."),
    ]),
    coded("3", "2023-04-11", "de", "Sample JP", [
        (VISIT, "Die kenianische Präsidentin Grace Njeri ist zu einem Staatsbesuch in Japan."),
        ({**TALKS, "date": "2023-04-11"}, "Am Dienstag sprach sie mit Kenji Sato unter vier Augen über Energie."),
        (VERTRAG, "Beide unterzeichneten ein Abkommen über den Hafen von Mombasa."),
        (FOUNDED, "Beide Staaten gründeten einen gemeinsamen Rat, den Joint Economic Council."),
    ]),
    coded("4", "2023-04-11", "ar", None, [
        (VISIT, "قامت رئيسة كينيا غريس نجيري بزيارة دولة إلى اليابان."),
    ]),
    coded("5", "2023-04-12", "fr", "Sample FR", [
        (VISIT, "La présidente du Kenya, Grace Njeri, a effectué une visite d'État au Japon."),
    ]),
    coded("6", "2023-05-02", "en", "Sample KE", [
        (WARNED, MARKED),
        ({"kind": "exchange", "type": "culture_event", "status": "planned", "date": "2023-09",
          "name": "days of Kenyan film", "actors": who(("from", None, None, "KEN"), ("to", None, None, "JPN"))},
         "Days of Kenyan film will be held in Osaka in September."),
        ({"kind": "document", "type": "protocol", "act": "negotiate", "status": "ongoing", "topics": ["agriculture"],
          "name": "protocol on the inspection of tea", "actors": PARTIES},
         "A protocol on the inspection of tea is being drafted."),
    ]),
    coded("7", "2024-02-05", "en", "Sample JP", [
        ({**COUNCIL, "act": "meet", "date": "2024-02-05", "place": "Nairobi",
          "actors": [*MEMBERS, *who(("chair", "Ruth Mwangi", "minister", "KEN"))]},
         "The Joint Economic Council met in Nairobi on Monday, chaired by Minister Ruth Mwangi."),
        ({"kind": "document", "type": "memorandum", "act": "sign", "date": "2024-02-05", "place": "Nairobi",
          "name": "memorandum on the training of nurses", "topics": ["health"], "actors": PARTIES},
         "A memorandum on the training of nurses was signed."),
        ({**VISIT, "type": "official", "status": "planned", "date": "2024-06-01", "end_date": None, "place": "Nairobi",
          "actors": who(("guest", *SATO), ("host", None, None, "KEN"))},
         "Prime Minister Kenji Sato will visit Kenya on June 1."),
    ]),
]  # fmt: skip
