"""What is said, among the drafts of a sentence: by whom, and which statements another draft tells better."""

from __future__ import annotations

from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft


def name_speakers(drafts: list[Draft]) -> None:
    """``X said that China supports``: what a state says in its official's mouth the official says."""
    named = [d for d in drafts if d.kind == "statement" and names_speaker(d)]
    for draft in drafts:
        if draft.kind != "statement" or names_speaker(draft):
            continue
        told = next((d for d in named if d.states("speaker") == draft.states("speaker")), None)
        if told is not None:
            draft.actors = [a for a in told.actors if a.role == "speaker"] + [
                a for a in draft.actors if a.role != "speaker"
            ]


def names_speaker(draft: Draft) -> bool:
    return any(actor.role == "speaker" and actor.name for actor in draft.actors)


def complements(found: Scan, number: int) -> list[int]:
    """Where clauses begin that tell what is said; in a pack that names no words for that, all clauses."""
    barriers, words = found.sentences[number].barriers, found.pack.words["reported"]
    return [at for at in barriers if found.folded[at : at + 20].lstrip(", ").startswith(words)] if words else barriers


def without_told(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """Leave out what other statements say of their targets."""
    if sum(d.kind == "statement" for d in drafts) < 2:
        return drafts
    told: list[int] = []
    for draft in sorted(drafts, key=lambda d: d.at):
        if any(_told_of(draft, other, found, number) for other in drafts if id(other) not in told):
            told.append(id(draft))
    return [draft for draft in drafts if id(draft) not in told]


def _told_apart(draft: Draft, other: Draft, found: Scan) -> bool:
    """Whether a semicolon parts two statements: each then is a sentence of its own."""
    return found.pack.order == "v2" and ";" in found.folded[other.at : draft.at]


def _answers(draft: Draft, other: Draft, found: Scan) -> bool:
    """Whether somebody refuses what a noun names as another's: ``Polens Forderung, zu zahlen, lehnte Berlin ab``."""
    return draft.type == "reject" and found.pack.capitals == "nouns" and found.text[other.at].isupper()


_ANSWERED = ("request", "propose", "pledge", "threaten")


def _told_of(draft: Draft, other: Draft, found: Scan, number: int) -> bool:
    """Whether a statement is what another says of its target: ``thanks X for the support``, in one clause."""
    if not draft.kind == other.kind == "statement" or other.at >= draft.at or other.type == "inform":
        return False
    speakers, others = draft.states("speaker"), other.states("speaker")
    joint = len(others) > 1 and not speakers & others and found.pack.comma_clauses
    # "called on members to support X"
    asked = other.type == "request" and draft.type != "request" and speakers == others
    told = joint or asked or bool(speakers & other.states("target"))
    answered = other.type == "reject" and draft.type in _ANSWERED  # "rejected A's proposal"
    if answered or _answers(draft, other, found):
        return False
    parted = any(other.at < barrier <= draft.at for barrier in found.sentences[number].barriers)
    between = found.folded[other.at : draft.at]
    if speakers == others and other.type in _WANTED and between.count(",") == 1:
        # "bat ihn, sich für X stark zu machen": what one asks, promises or charges somebody to do
        words = found.folded[max(0, draft.at - _TO_DO) : draft.to]
        if any(f" {word} " in words for word in found.pack.words["to_do"]):
            return True
    return told and not parted and "," not in between


_WANTED = ("request", "pledge", "propose", "criticise")
_TO_DO = 4  # letters before a verb in which it may be told to be an infinitive


def _within_other(draft: Draft, other: Draft, barriers: list[int]) -> bool:
    """Whether a statement only is what another speaker tells of: ``X welcomed that A and B had agreed``."""
    if other.at >= draft.at or draft.states("speaker") == other.states("speaker"):
        return False
    return any(other.at < barrier < draft.at for barrier in barriers)


def said_within(draft: Draft, other: Draft, barriers: list[int], found: Scan) -> bool:
    """Whether a statement is only what another says, and no sentence or answer of its own."""
    if not _within_other(draft, other, barriers):
        return False
    return not (_told_apart(draft, other, found) or _answers(draft, other, found))
