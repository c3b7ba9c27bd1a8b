"""Who acts where the clause of a cue does not say so: subjects outside it, behind its verb, or told by another."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from dragoman.find.clauses import resumes
from dragoman.find.mention import ActorMention, Cue, Sentence, list_of
from dragoman.frame.relatives import AUXILIARY, perfect_regex, told_before, window
from dragoman.lang.pack import Pack, load

_SAYS = 8  # letters between a speaker and the verb of saying
BESIDE = 3  # letters between a verb and its object


def behind_verb(actors: list[ActorMention], cue: Cue, folded: str, pack: Pack) -> ActorMention | None:
    """The pronoun that stands right behind the first word of the cue: ``fordert er auf``, ``rufen wir auf``."""
    rows = (a for a in actors if not a.marker and 0 < a.start - cue.start < _PRONOUN)
    return next((a for a in rows if a.ref == "he" or folded[a.start : a.end] in pack.sets["we"]), None)


_PRONOUN = 16  # letters of a verb and its pronoun


INVERTED = 60


def verb_of(folded: str, cue: Cue, pack: Pack) -> Cue:
    """The cue with the auxiliary of its perfect: ``a déclaré``."""
    if not pack.words["perfect"]:
        return cue
    match = perfect_regex(pack.code).search(folded, max(0, cue.start - AUXILIARY), cue.start)
    return replace(cue, start=match.start()) if match else cue


def inverted(after: list[ActorMention], folded: str, cue: Cue, pack: Pack) -> ActorMention | None:
    """The speaker behind a verb of saying that closes what is said."""
    if not closes_quote(folded, cue, pack):
        return None
    bare = [a for a in after if not a.marker and cue.end <= a.start < cue.end + INVERTED]
    return bare[0] if bare else None


def closes_quote(folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether a verb of saying stands behind what is said: behind a comma, quotation or word like ``as``."""
    group = cue.pattern.group
    if not pack.words["inversion"] or group is None or group.kind != "statement":
        return False
    if pack.verb_form("gerund", folded[cue.start : cue.end].split()[0]):
        return False  # "denied it, calling on X to ...": a gerund has the subject of the clause before
    return folded[max(0, cue.start - 20) : cue.start].rstrip().endswith(_quote_ends(pack.code))


@functools.cache
def _quote_ends(code: str) -> tuple[str, ...]:
    """What stands behind words that are told, before the verb that tells them."""
    return (",", '"', *(f" {word}" for word in load(code).words["inversion"]))


def noun_behind(folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether a plain verb of saying has a noun with its article as subject behind it, perhaps after its day."""
    group = cue.pattern.group
    words = folded[cue.end : cue.end + 30].replace("'", "' ").split()[:3]
    articles = (word in pack.sets["articles"] for word in words[:2])
    if not (group and group.type == "inform" and any(articles)) or words[0] in pack.sets["complement"]:
        return False
    return folded[cue.start : cue.end].rsplit(None, 1)[-1] not in pack.sets["complement"]  # "estime que"


def goes_on_from(sentence: Sentence, folded: str, cue: Cue, low: int) -> bool:
    """Whether the comma before the verb closes what is put in behind its subject: ``A, who left, accused B``,
    ``A, through its envoy, accused B``.

    A plain verb of saying may still follow what is said: ``he will go to X, where he meets Y, said the office``.
    """
    group = cue.pattern.group
    if group is None or group.type == "inform":
        return False
    closes = low in sentence.barriers and folded[low] == "," and not folded[low + 1 : cue.start].strip()
    if closes:
        return any(a.end <= low and not a.marker for a in sentence.actors)
    subject = next((a for a in sentence.actors if low <= a.start and a.end < cue.start and not a.marker), None)
    if subject is None or subject.list_id:
        return False
    put_in = folded[subject.end : cue.start].strip()
    own = sum(folded.count(",", a.start, a.end) for a in sentence.actors if subject.end < a.start < cue.start)
    return put_in[:1] == put_in[-1:] == "," and put_in.count(",") - own == _PARENTHESIS and '"' not in put_in


_PARENTHESIS = 2  # commas


def is_apposed(before: list[ActorMention], folded: str, cue: Cue) -> bool:
    """Whether the comma before the verb closes the apposition of its subject: ``el ministro, X, condenó``."""
    if not before:
        return False
    last = before[-1]
    if folded[last.end : cue.start].strip() != ",":
        return False
    first = list_of(before, last)[0]
    # a name between two commas, whatever is told before it: "le directeur de la banque, A,"
    alone = last.name and _AFTER_COMMA.search(folded, max(0, first.start - _INTRO), first.start)
    return "," in folded[first.start : last.end] or bool(alone)


_INTRO = 12  # letters of a comma, an article and a title
_AFTER_COMMA = re.compile(r", (?:[^\W\d]{1,3}[ '.]{1,2}){0,2}$")


def quoted(folded: str, cue: Cue) -> bool:
    """Whether a quotation ends right before the cue."""
    return '"' in folded[max(0, cue.start - 3) : cue.start]


def _takes_object(other: Cue, actor: ActorMention, folded: str) -> bool:
    """Whether an actor stands right behind a verb, which is none of saying, or inside its words."""
    group = other.pattern.group
    if group is None or not group.verb or group.content or group.type == "inform":
        return False
    inside = group.kind != "statement" and other.start < actor.start and actor.end < other.end
    return inside or (0 <= actor.start - other.end <= 1 and "," not in folded[other.end : actor.start])


def takes_actor(other: Cue, actor: ActorMention, cue: Cue) -> bool:
    group = other.pattern.group
    if group is None or not group.verb or group.kind == "statement" or other.end > cue.start:
        return False
    return 0 <= actor.start - other.end <= BESIDE


def said_between(other: Cue, actor: ActorMention, sentence: Sentence) -> bool:
    """Whether a verb of saying stands between an act and an actor: ``同A会谈时感谢B允许……``."""
    between = (cue for cue in sentence.cues if other.end <= cue.start and cue.end <= actor.start)
    return any(cue.pattern.value == "statement" for cue in between)


def inside_subject(
    before: list[ActorMention], after: list[ActorMention], folded: str, cue: Cue, pack: Pack
) -> tuple[list[ActorMention], list[ActorMention]]:
    if pack.order != "svo":
        subject = list_of(before, before[0])
        return subject, before + after
    last = before[-1]
    if (
        len(before) > 1
        and in_order_to(folded, cue.start, pack)
        and not pack.sets["to_do"] & set(pack.words["in_order_to"])
    ):
        return list_of(before, before[0]), after  # "X visited Y to ask its government"
    apposed = pack.adjective_after_office and "," in folded[last.start : last.end]
    if len(before) > 1 and _second_verb(folded[last.end : cue.start], pack, apposed):
        # "X met Y and thanked him": what joins the verbs also shares the subject
        return list_of(before, before[0]), after
    return list_of(before, last), after


def in_order_to(folded: str, start: int, pack: Pack) -> bool:
    """Whether the verb that begins at a place tells what something is done for: ``para pedir``, ``pour demander``."""
    words = pack.words["in_order_to"]
    return bool(words) and pack.order != "sov" and folded.endswith(tuple(f" {word} " for word in words), 0, start)


def _second_verb(between: str, pack: Pack, apposed: bool) -> bool:
    """Whether a verb follows an ``and`` or comma, so that its subject is that of the verb before.

    The comma right behind an apposition (``el presidente, X, dijo``) only closes it.
    """
    words = between.replace(",", " , ").split()
    if apposed and words[:1] == [","]:
        words = words[1:]
    return any(word == "," or word in pack.sets["and"] for word in words[-3:])


def _of_somebody(cue: Cue, low: int, folded: str, pack: Pack) -> bool:
    """Whether a verb of saying has a subject that is nobody known: ``the world must hold X accountable``."""
    if pack.order != "svo" or pack.pro_drop or not pack.spelling.spaces or not cue.says or cue.passive:
        return False
    words = folded[low : cue.start].split()
    return len(words) > 1 and not folded[low : cue.start].rstrip().endswith((",", '"'))


def outside_subject(
    sentence: Sentence, cue: Cue, low: int, folded: str, after: list[ActorMention], pack: Pack
) -> list[ActorMention]:
    """The subject of a clause that tells none before its verb: of a relative clause the actor it hangs on, of another
    the sentence's own; else whoever follows the verb."""
    if of_unknown(cue, low, folded, pack) and not pack.begins_relative(folded, low):
        return []
    rows = told_before(sentence, low)
    if pack.subject_first:
        after = []
        taken = [a for a in rows if any(_takes_object(other, a, folded) for other in sentence.cues)]
        rows = [a for a in rows if a not in taken]
    elif pack.pro_drop or pack.order == "v2":
        # a verb may do without a subject, and a noun has none: what a marker stands before is none
        after = [a for a in after if not a.marker]
        after = [] if pack.pro_drop and not rows and complemented(cue, folded, pack) else after
    if not rows:
        lead = sentence.lead(folded) if pack.order == "svo" and pack.spelling.spaces else []
        first = [a for a in lead[1:] if a in after and lead[0].end > cue.start] or after[:1]
        if not lead and _of_somebody(cue, low, folded, pack):
            return []
        return list_of(after, first[0]) if first else []
    if pack.begins_relative(folded, low):
        near = rows[-1]
        there = near.capital and near.marker == "in"  # "in Paris, that had stopped its aid"
        hangs = there or near.marker in ("", "by", "to", "with", "of", "from", "between", "obj")
        return list_of(rows, near) if hangs else []
    bare = [a for a in rows if not a.marker]
    if pack.subject_first:
        # whoever was told last to say something goes on
        said = [a for a in reversed(bare) if _says(a, sentence, folded)][:1]
        acting = said or _of_clause_before(bare, sentence, low) or bare
        return list_of(bare, acting[0]) if acting else []
    return list_of(bare, bare[0]) if bare else []


def somebody_else(sentence: Sentence, kind: str, verb: int, low: int, folded: str, pack: Pack) -> bool:
    """Whether the subject of a verb of saying is told in its clause and is nobody who was found: an article and a noun
    open what stands before the verb (``while the populist right demands``, ``Its deputy threatened Berlin``)."""
    if kind not in _BY_SOMEBODY or not pack.pro_drop or pack.order != "svo" or pack.case_of_head:
        return False
    low = max(low, folded.rfind(", ", low, verb) + 1)
    words = folded[low:verb].replace("'", "' ").split()
    first = next((at for at, word in enumerate(words) if word in pack.sets["articles"]), None)
    if first is None or first > _CLAUSE_WORDS or not first + 1 < len(words) <= first + _NOUN:
        return False
    if any(word in prepositions(pack.code) for word in words[:first]):
        return False
    starts = [a.start for a in sentence.actors] + [d.start for d in sentence.dates]
    return not any(low <= at < verb for at in (*starts, *(hit.start for hit in sentence.documents)))


_BY_SOMEBODY = ("statement", "visit", "message", "report")  # kinds of what somebody does
_CLAUSE_WORDS = 2  # words that begin a clause
_NOUN = 9  # words of a subject with its article


@functools.cache
def prepositions(code: str) -> frozenset[str]:
    """The words that tell the place of a noun in its clause."""
    return frozenset(word for row in load(code).markers.values() for word in row)


_DONE = ("action", "meeting", "visit")  # what somebody must do, and not only tell


def of_unknown(cue: Cue, low: int, folded: str, pack: Pack) -> bool:
    """Whether right before an active verb stands a noun that is nobody known: ``A left after soldiers shelled B``."""
    if not pack.words["no_subject"] or cue.passive or cue.pattern.value not in _DONE:
        return False
    first = folded[cue.start : cue.end].split(None, 1)[0]
    verb = pack.looks("participle", first) or pack.looks("present", first) or pack.looks("finite", first)
    words = folded[low : cue.start].split() if verb else []
    fill = pack.sets["no_subject"]
    while words and (words[-1] in fill or words[-1].endswith(pack.words["adverb_ends"])):
        words.pop()
    last = words[-1] if words else ""
    rest = folded[low : cue.start].split()[len(words) :]
    if any(word in pack.sets["to_do"] or word in pack.passive_words for word in rest):
        return False  # "A, as it continues to bomb B"
    return last.isalpha() and not (last in pack.sets["articles"] or any(last in row for row in pack.markers.values()))


def complemented(cue: Cue, folded: str, pack: Pack) -> bool:
    """Whether a word such as *that* closes a verb of saying or stands right behind it: whoever follows does not say
    so (``Recordó que Chile ...``)."""
    words = folded[cue.start : cue.end + _THAT].split()
    told = len(folded[cue.start : cue.end].split())
    return cue.says and any(word in pack.sets["complement"] for word in words[told - 1 : told + 1])


_THAT = 6  # letters of a blank and a word such as *that*


def _of_clause_before(bare: list[ActorMention], sentence: Sentence, low: int) -> list[ActorMention]:
    """The subject of the nearest clause before that has one of its own, told before its verbs:
    ``因为A关闭领空，拒绝……``."""
    while low > sentence.span.start and low in sentence.barriers:
        high, low = low, sentence.clause_start(low - 1)
        verb = min((cue.start for cue in sentence.cues if low <= cue.start < high), default=high)
        told = [a for a in bare if low <= a.start < verb]
        if told:
            return told
    return []


def prefield(sentence: Sentence, cue: Cue, folded: str, pack: Pack) -> tuple[int, int]:
    """The other part of a clause that a relative clause parts: what stands before it where the cue is told behind it
    (``A, der B half, dankte``), what stands behind it where the cue is told before; else nothing."""
    low, high = window(sentence, cue)
    if not behind_comma(folded, low, cue, sentence, pack):
        inside = pack.begins_relative(folded, low) and cue.pattern.value not in _FACED
        return (low, low) if inside else _main_field(sentence, high, folded, pack)
    edges = [sentence.span.start, *(b for b in sentence.barriers if b < low)]
    if len(edges) < 2 or not pack.begins_relative(folded, edges[-1]):
        return low, low
    return edges[-2], edges[-1]


_FACED = ("meeting", "visit")  # kinds of which who is faced may stand outside: ``A, den er traf, nannte B``


def _main_field(sentence: Sentence, high: int, folded: str, pack: Pack) -> tuple[int, int]:
    """What stands behind the relative clause that hangs on the words of a cue: ``Das Treffen, das A leitete, fand``."""
    edges = [b for b in sentence.barriers if b >= high] + [sentence.span.end]
    if pack.order == "v2" and pack.begins_relative(folded, edges[0]):
        edges = edges[1:]
    if len(edges) > 1 and _resumes(sentence, edges[0], folded, pack):
        return edges[0], edges[1]
    return high, high


def _resumes(sentence: Sentence, comma: int, folded: str, pack: Pack) -> bool:
    """Whether a clause goes on behind a comma with its verb, where verbs stand second."""
    verb = pack.order == "v2" and resumes(folded, comma, pack)
    return verb and not any(a.start == comma + 2 for a in sentence.actors)


def behind_comma(folded: str, low: int, cue: Cue, sentence: Sentence, pack: Pack) -> bool:
    """Whether a clause begins with a finite verb behind its comma, as where verbs stand second."""
    if pack.order != "v2" or not folded.startswith(", ", low):
        return False
    return cue.start == low + 2 or _resumes(sentence, low, folded, pack)


def follows_at_once(after: list[ActorMention], folded: str, cue: Cue, pack: Pack) -> bool:
    """Whether nothing but articles stands between a verb and the actor behind it: ``B sei bereit, sagte A``."""
    return bool(after) and all(word in pack.sets["articles"] for word in folded[cue.end : after[0].start].split())


def _says(actor: ActorMention, sentence: Sentence, folded: str) -> bool:
    """Whether a verb of saying follows an actor in the same clause."""
    return any(
        cue.says and 0 <= cue.start - actor.end <= _SAYS and "," not in folded[actor.end : cue.start]
        for cue in sentence.cues
    )
