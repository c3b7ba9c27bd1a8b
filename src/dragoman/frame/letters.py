"""Letters: what stands in one, and the sentences that go on telling it."""

from __future__ import annotations

from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft

_IN_LETTER = 40  # how near to the words of a letter its own thanks and wishes are told


def receives_letter(draft: Draft, letter: Draft) -> bool:
    """Whether those of a letter stand among the words that tell a meeting: ``received a message from President X``."""
    met = draft.kind == "meeting" and draft.type in ("bilateral", "multilateral")
    return met and draft.at < letter.to and letter.at < draft.to


def stands_in_letter(draft: Draft, letter: Draft, found: Scan, senders: set[str]) -> bool:
    """Whether a statement is what one side of a letter, or those who sent several, write in it."""
    sides = (letter.states("sender"), letter.states("recipient"), senders)
    if draft.kind == "statement" and draft.type in _WRITTEN_TO and letter.at < draft.at:
        # "in a letter to X, Y asked for help": what it says of others is told with those
        own = draft.states("speaker") == letter.states("sender") and draft.states("target") <= letter.states(
            "recipient"
        )
        return own and ";" not in found.folded[letter.at : draft.at]
    # "in a letter to the president of A, X voices his sympathy": who is spoken to is whom it goes to
    addressed = letter.type != "other" and draft.states("target") == letter.states("recipient")
    apart = ";" in found.folded[min(draft.at, letter.at) : max(draft.at, letter.at)]
    near = letter.at - _IN_LETTER <= draft.at <= letter.to + _IN_LETTER
    near = near or found.pack.comma_clauses or (addressed and not apart)
    return draft.type == "support" and draft.states("speaker") in sides and near


_WRITTEN_TO = ("request", "inform")
_WRITTEN = ("support", "pledge", "inform")


def goes_on_writing(draft: Draft, told: list[Draft], found: Scan) -> bool:
    """Whether a statement still is what a letter says, told in a sentence before of the same paragraph: of its sender,
    on or to its recipient; or a letter is that one, told again."""
    if draft.kind == "message":
        # "In this letter the king ...": no letter beside the one told
        again = found.folded.startswith(found.pack.words["in_letter"], found.sentences[draft.sentence].span.start)
        return (
            draft.type == "other" and again and any(d.kind == "message" and draft.states() <= d.states() for d in told)
        )
    if draft.kind != "statement" or draft.type not in _WRITTEN:
        return False
    if _quotes_letter(found, draft.sentence) and any(d.kind == "message" for d in told):
        return True
    letters = [d for d in told if d.kind == "message" and d.type != "other"]
    if not letters:
        return False
    letter = letters[-1]
    if any(d.kind not in _BESIDE and d.sentence >= letter.sentence for d in told):
        return False
    paragraphs = {found.sentences[d.sentence].paragraph for d in (letter, draft)}
    if len(paragraphs) > 1 and not _by_writer(draft, letter):
        return False
    sender, recipient = letter.states("sender"), letter.states("recipient")
    speakers = draft.states("speaker")
    joint = speakers == sender | recipient
    return (joint or speakers == sender) and draft.states("target") <= recipient


_BESIDE = ("message", "statement", "relation")  # what is told between a letter and what it goes on to say


def _by_writer(draft: Draft, letter: Draft) -> bool:
    """Whether who wrote a letter is told to say something, by name."""
    writers = {a.name for a in letter.actors if a.role == "sender" and a.name}
    return any(a.role == "speaker" and a.name in writers for a in draft.actors)


def _quotes_letter(found: Scan, number: int) -> bool:
    """Whether a sentence opens with words that tell what is written in a letter: ``信中说``; or ends with such: ``the
    letter said``."""
    span, words = found.sentences[number].span, found.pack.words["letter_says"]
    if found.folded.startswith(found.pack.words["in_letter"], span.start):
        return True
    return bool(words) and any(word in found.folded[max(span.start, span.end - _SAYS) : span.end] for word in words)


_SAYS = 60  # letters at the end of a sentence in which stands what says that a letter says it


def read_letter(found: Scan, number: int, told: list[Draft]) -> None:
    """What a letter is for is told by what it says."""
    letters = [d for d in told if d.kind == "message"]
    if not letters or letters[-1].type != "other" or not _quotes_letter(found, number):
        return
    rules = found.sentences[number].rules
    kinds = [r.pattern.value for r in rules if (r.pattern.table, r.pattern.form) == ("qualifier", "message")]
    letters[-1].type = kinds[0] if kinds else "other"
