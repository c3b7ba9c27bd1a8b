"""What a record is about where its own clause is silent: what its dispatch tells of it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet

from dragoman.find.scan import Scan, topics_told
from dragoman.frame.draft import Draft


def share_topics(drafts: list[Draft], found: Scan) -> None:
    """A meeting of which no topics are told takes those of what its participants say right after it, else of the next
    sentence, if that goes on about it."""
    ordered = sorted(drafts, key=lambda d: (d.sentence, d.at))
    told = [draft.states() for draft in drafts if draft.kind == "meeting" and draft.topics]
    acted = {draft.sentence for draft in drafts}
    for at, draft in enumerate(ordered):
        if draft.kind != "meeting" or draft.topics or draft.status != "done" or draft.background:
            continue
        if draft.type == "one_on_one":
            continue  # nobody else knows what was spoken of
        if any(states == draft.states() for states in told):
            continue  # "at the meeting" of which it is told elsewhere what it was on
        draft.topics = _gone_on_about(draft, found, met=True)
        if draft.topics:
            continue
        for later in ordered[at + 1 :]:
            if later.kind == "meeting" or later.sentence > draft.sentence + _REACH:
                break
            if later.kind == "statement" and later.states("speaker") <= draft.states():
                draft.topics += [topic for topic in later.topics if topic not in draft.topics]
        draft.topics = draft.topics[:_MOST] or _gone_on_about(draft, found, acted=acted)


def _gone_on_about(draft: Draft, found: Scan, met: bool = False, acted: AbstractSet[int] = frozenset()) -> list[str]:
    """The topics of the sentence behind a meeting's, where it tells of a meeting or, unless only such (``met``) will
    do, in the same paragraph of what somebody said or of nothing else: ``X met Y. Trade was in the foreground``."""
    behind = draft.sentence + 1
    if behind >= len(found.sentences):
        return []
    row = found.sentences[behind]
    kinds = {cue.pattern.value for cue in row.cues}
    near = row.paragraph == found.sentences[draft.sentence].paragraph
    if "meeting" not in kinds and (met or not (near and ("statement" in kinds or behind not in acted))):
        return []
    return list(dict.fromkeys(hit.entry.value for hit in row.topics))[:_MOST]


def without_details(drafts: list[Draft], found: Scan) -> None:
    """What a dispatch tells in one sentence only, beside what it speaks of again and again, is a detail of what is
    said or done, and not what that is about."""
    told = Counter(topic for row in found.sentences for topic in {hit.entry.value for hit in row.topics})
    for draft in drafts:
        if draft.kind in ("statement", "action") and any(told[topic] >= _AGAIN for topic in draft.topics):
            draft.topics = [topic for topic in draft.topics if told[topic] != 1]


_AGAIN = 3  # sentences from which on a dispatch speaks of something again and again


# what acts of a type are on where nothing is told of it
_MEANT = {
    ("exchange", "education"): "education",
    ("exchange", "culture_event"): "culture",
    ("exchange", "sport"): "sport",
    ("action", "assault"): "conflict",
    ("action", "mobilize"): "defence",
    ("action", "accuse_in_court"): "justice",
    ("action", "aid"): "humanitarian",
    ("message", "condolence"): "emergencies",
}


_STRUCK, _TOLD_AGAIN = "emergencies", 2  # a disaster, and in how many sentences a dispatch speaks of it


# acts that are always on that, whatever else is told of them
_ALWAYS = ("assault", "mobilize", "accuse_in_court")


def topics_of_types(drafts: list[Draft], found: Scan) -> None:
    """An act that tells no topic is on what most acts of its type are on, and some are always on it; with what
    arms an attack is made tells no topic, nor whose soldiers they are of whose war or peace somebody speaks. Relief
    is for the disaster that its dispatch speaks of."""
    struck = sum(any(hit.entry.value == _STRUCK for hit in row.topics) for row in found.sentences) >= _TOLD_AGAIN
    for draft in drafts:
        if struck and draft.type == "aid" and _STRUCK not in draft.topics:
            draft.topics = [*(draft.topics or ["humanitarian"]), _STRUCK]
        meant = _MEANT.get((draft.kind, draft.type))
        spoken = draft.kind == "statement" and ("conflict" in draft.topics or "peace" in draft.topics)
        if draft.type == "assault" or spoken:
            draft.topics = [topic for topic in draft.topics if topic != "defence"]
        crowd = draft.type == "assault" and draft.topics == ["security"]
        if meant and (not draft.topics or (draft.type in _ALWAYS and meant not in draft.topics and not crowd)):
            draft.topics = [*draft.topics, meant]


def topics_of_documents(drafts: list[Draft]) -> None:
    """A document told again without what it is on (``The agreement will be signed in May``) has the topics of the one
    of its type and parties told in one of the sentences before; one with a name of its own is another."""
    told: dict[tuple[str | None, frozenset[str]], Draft] = {}
    rows = sorted((d for d in drafts if d.kind == "document"), key=lambda d: (d.sentence, d.at))
    for draft in rows:
        key = _instrument(draft)
        before = told.get(key)
        if draft.topics != ["relations"]:
            told[key] = draft
        elif before and _bare(draft.name, before.name) and 0 < draft.sentence - before.sentence <= _REACH:
            draft.topics = list(before.topics)
        elif draft.type in _SIGNED:
            others = [d for d in rows if d is not draft and d.topics != ["relations"] and _instrument(d) == key]
            subjects = {tuple(d.topics) for d in others if _bare(draft.name, d.name)}
            if len(subjects) == 1:
                draft.topics = list(subjects.pop())


_SIGNED = ("agreement", "memorandum", "protocol")  # what is on one thing


def _instrument(draft: Draft) -> tuple[str | None, frozenset[str]]:
    """What tells instruments apart: their type and parties."""
    return draft.type, frozenset(a.state for a in draft.actors if a.role == "party" and a.state)


def _bare(name: str | None, fuller: str | None) -> bool:
    """Whether the name of a document is none of its own: a part of one told before, or the word for it alone."""
    return name is None or len(name) <= _WORD or name.lower() in (fuller or "").lower()


_WORD = 3  # letters of such a word, where a letter is a word or half of one


def topics_of_sessions(drafts: list[Draft]) -> None:
    """A session told again (``The next session will be in Doha``) has the topics of the first of its type that tells
    them, and so have the minutes signed at it."""
    ordered = sorted(drafts, key=lambda d: (d.sentence, d.at))
    told: dict[str | None, Draft] = {}
    for draft in ordered:
        if draft.kind == "body" and draft.topics:
            told.setdefault(draft.type, draft)
    for at, draft in enumerate(ordered):
        if draft.kind == "body" and draft.act == "meet" and not draft.topics and draft.type in told:
            draft.topics = list(told[draft.type].topics)
        elif draft.kind == "document" and draft.type == "protocol" and draft.topics == ["relations"]:
            before = [d for d in ordered[:at] if d.act == "meet" and d.topics and draft.states() <= d.states()]
            draft.topics = list(before[-1].topics) if before else draft.topics


def topics_of_statements(drafts: list[Draft], found: Scan, title: str) -> None:
    """A statement that tells no topic is on what its dispatch speaks of most, by its title, the words and records of
    the whole and the words of the sentence before; else on the relations of its states, if it speaks of them. So are
    talks, where it is plain."""
    silent = [draft for draft in drafts if draft.kind == "statement" and not draft.topics]
    instruments = [draft for draft in drafts if _on_nothing(draft)]
    met = [d for d in drafts if d.kind == "meeting" and d.type != "one_on_one" and not d.topics]
    if not silent and not instruments and not met:
        return
    weights = _spoken_of_most(drafts, found) + _titled(title, found)
    plain = not weights or weights["relations"] > 0
    for draft in silent:
        rows = weights + _told_before(draft, found)
        rows["relations"] += _PRAISED if draft.type == "support" else _RELATIONS
        main, *second = _ranked(rows)[:2]
        if main == "relations" and (draft.type in _ON_SOMETHING or not (plain or draft.type == "criticise")):
            continue
        draft.topics = [main, *(topic for topic in second if rows[topic] >= _SECOND)]
    for draft in met + instruments:
        rows = weights + _told_before(draft, found)
        del rows["relations"]
        draft.topics = [topic for topic in _ranked(rows)[:1] if rows[topic] >= _MAIN]


def add_main_matter(drafts: list[Draft], found: Scan) -> None:
    """A statement that tells one thing is also on what at least half of the other records of its dispatch are on, if
    sentence after sentence speaks of that."""
    told = Counter(topic for row in found.sentences for topic in {hit.entry.value for hit in row.topics})
    records = Counter(topic for draft in drafts for topic in set(draft.topics))
    del told["relations"]
    main = [topic for topic in _ranked(told)[:2] if told[topic] > _AGAIN and 2 * records[topic] >= len(drafts) - 1]
    for draft in drafts if main else ():
        if draft.kind == "statement" and len(draft.topics) == 1 and draft.topics[0] not in main:
            draft.topics = [*draft.topics, main[0]]


def topics_of_offices(drafts: list[Draft], found: Scan) -> None:
    """What tells no topic at all is on what those who are told beside it are in office for: two ministers of farming
    speak of farming."""
    for draft in drafts:
        if not draft.topics and draft.kind not in _ON_NOTHING:
            hits = found.sentences[draft.sentence].portfolios
            draft.topics = list(dict.fromkeys(hit.entry.value for hit in hits))


_ON_NOTHING = ("visit", "accreditation")


_ON_SOMETHING = ("pledge", "propose", "reject", "request")  # what is so said is on a matter, not on relations at large


def _titled(title: str, found: Scan) -> Counter[str]:
    """What the words of a dispatch's title are worth."""
    return Counter(dict.fromkeys(topics_told(title, found.pack.code), _TITLE) if title else {})


def _told_before(draft: Draft, found: Scan) -> Counter[str]:
    """What the words of the sentence before are worth."""
    row = found.sentences[draft.sentence - 1] if draft.sentence else None
    return Counter({hit.entry.value: _BEFORE for hit in row.topics} if row else {})


def _ranked(rows: Counter[str]) -> list[str]:
    """Topics by what they are worth, the same for all by their codes."""
    return [topic for topic, _ in sorted(rows.items(), key=lambda row: (-row[1], row[0]))]


def _spoken_of_most(drafts: list[Draft], found: Scan) -> Counter[str]:
    """What a dispatch speaks of, by its words and records."""
    spoken = Counter(hit.entry.value for row in found.sentences for hit in row.topics)
    told = Counter(topic for draft in drafts for topic in draft.topics)
    weights = Counter({topic: _WORDS * min(number, _OFTEN) for topic, number in spoken.items()})
    weights.update({topic: _RECORDS * min(number, _MANY) for topic, number in told.items()})
    return weights


def _on_nothing(draft: Draft) -> bool:
    """Whether nothing is told of what an instrument is on, and it is of those that are on one thing."""
    if draft.kind != "document" or draft.topics != ["relations"]:
        return False
    return draft.type not in _ON_RELATIONS or draft.act != "sign"


_ON_RELATIONS = (
    "declaration",
    "package",
    "programme",
    "protocol",
)  # instruments that are on relations where nothing else is told
_MAIN = 36  # from where on what a dispatch speaks of most is what such an instrument is on


# what a word, a record, the sentence before and the title are worth as signs of what is spoken of, up to how many of
# them; what speaks for relations in praise and elsewhere; from where on a second topic is told too
_TITLE = 12
_WORDS, _OFTEN, _RECORDS, _MANY, _BEFORE, _RELATIONS, _PRAISED, _SECOND = 4, 6, 3, 4, 10, 20, 30, 40
_REACH, _MOST = 3, 4
