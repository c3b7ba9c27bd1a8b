"""Which of a sentence's cues are looked at: one cue a place, the act rather than the words that only go with it."""

from __future__ import annotations

from dragoman.find.mention import Cue
from dragoman.find.scan import Scan
from dragoman.lang.pack import Pack


def leaves_quotation(cue: Cue, folded: str) -> bool:
    """Whether the words of a cue run on from a quotation to who says so: ``"The rains came late", explains X``."""
    if folded.count('"', cue.start, cue.end) % 2 == 0:
        return False
    return any(sign in folded[cue.start : cue.end] for sign in _CLOSED)


_CLOSED = ('",', '" ,', ',"')


def tells_undone(cue: Cue, type_: str | None) -> bool:
    """Whether words of a measure stand among those that tell its end: ``the lifting of the sanctions``."""
    return type_ in ("concede", "retreat") and cue.type in ("sanction", "coerce", "assault", "mobilize")


def behind_other_acts(cues: list[Cue], folded: str, pack: Pack) -> list[Cue]:
    """The cues, those of envoys without another act told before a comma within them: ``expelled the ambassador of A,
    and recalled its own``."""
    envoys = [cue for cue in cues if cue.pattern.value == "accreditation" and cue.pattern.group]
    if len({cue.pattern.group.act for cue in envoys if cue.pattern.group}) < 2:
        return cues
    return [_behind_other_act(cue, envoys, folded, pack) if cue in envoys else cue for cue in cues]


def of_one_document(cues: list[Cue], found: Scan) -> list[Cue]:
    """The cues, without those words of an act that take in another told before a comma: ``hat den Vertrag ratifiziert,
    der unterzeichnet worden war``; ``X ile imzalanan anlaşmayı onayladı`` tells of the signing, too."""
    rows = [(cue, cue.pattern.group.act) for cue in cues if cue.pattern.value == "document" and cue.pattern.group]
    if len({act for _, act in rows}) < 2:
        return cues
    out = list(cues)
    for cue, act in rows:
        inside = [(c, a) for c, a in rows if a and a != act and cue.start <= c.start and c.end < cue.end]
        last = max((c.end for c, _ in inside), default=cue.end)
        again = any(a == act and c.start >= last for c, a in rows)
        if again and any(found.folded.startswith(",", c.end) or _attribute(c, found) for c, _ in inside):
            out.remove(cue)
    return out


def _attribute(cue: Cue, found: Scan) -> bool:
    """Whether a cue ends with a participle of the noun behind it, or begins with one of its own."""
    words = found.folded[cue.start : cue.end].split()
    form = found.pack.verb_form
    return "attributive" in found.pack.verb_forms and any(form("attributive", word) for word in (words[0], words[-1]))


def _behind_other_act(cue: Cue, others: list[Cue], folded: str, pack: Pack) -> Cue:
    """A cue without the other act that its first words tell."""
    act = cue.pattern.group.act if cue.pattern.group else None
    rows = [o for o in others if o.start <= cue.start < o.end < cue.end]
    rows = [other for other in rows if other.pattern.group and other.pattern.group.act != act]
    ends = [other.end for other in rows]
    last = max((end for end in ends if folded[end : end + 2] == ", "), default=None)
    if last is None and ends and all(other.start < cue.start for other in rows):
        # "expelled | the ambassador of A, X, and recalled its own"
        joining = (
            folded.find(f" {word} ", max(ends), cue.end) + len(word) for word in pack.sets["and"] if word.isalpha()
        )
        last = min((at for at in joining if at > max(ends)), default=None)
    return Cue(last + 2, cue.end, cue.pattern, cue.passive) if last else cue


def shorter_cues(cue: Cue, cues: list[Cue], distinct: list[Cue]) -> list[Cue]:
    """The cues of the same kind that overlap one and no other that tells something, the longest first."""
    kind = [c for c in cues if c.pattern.value == cue.pattern.value]
    others = [c for c in distinct if c is not cue and c.pattern.value == cue.pattern.value]
    rest = [c for c in kind if c not in distinct and c.start < cue.end and cue.start < c.end]
    rest = [c for c in rest if not any(c.start < other.end and other.start < c.end for other in others)]
    return sorted(rest, key=lambda c: (c.start - c.end, c.start))


def within_idiom(cue: Cue, other: Cue, folded: str) -> bool:
    """Whether a verb alone is only the end of what a longer pattern says: ``geldi`` of ``bir araya geldi``."""
    farewell = other.pattern.value == "accreditation" and cue.pattern.value == "visit"
    if farewell and other.start <= cue.start < other.end:
        return True
    letter = other.pattern.value == "message" and cue.pattern.value == "statement"
    if letter and other.start <= cue.start < other.end:
        return True  # "başsağlığı mesajı gönderdi": what a letter says stays in it
    if not (other.start < cue.start and other.end == cue.end):
        return False
    if ".." in other.pattern.source and cue.pattern.value not in ("statement", "visit"):
        return False
    return " " not in folded[cue.start : cue.end]


def distinct_cues(cues: list[Cue], nouns: bool) -> list[Cue]:
    """Of cues of one kind that overlap, the longest; where verbs come last (``nouns``), what others protest against
    may stand within the words of their protest: ``haben gegen den Angriffskrieg demonstriert``."""
    kept: list[Cue] = []
    if any(cue.pattern.group and cue.pattern.group.status == "proposed" for cue in cues):
        cues = [cue for cue in cues if not any(_taken_up(cue, other) for other in cues)]
    for cue in sorted(cues, key=lambda c: (c.start - c.end, c.start)):
        same = (c for c in kept if c.pattern.value == cue.pattern.value and not (nouns and _protested(cue, c)))
        if not any(c.start < cue.end and cue.start < c.end for c in same):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def _protested(cue: Cue, other: Cue) -> bool:
    return other.type == "protest" and cue.pattern.value == "action" and cue.type == "assault"


def _taken_up(cue: Cue, other: Cue) -> bool:
    """Whether what a cue proposes is done by another that begins before it: ``invitation`` in ``at the invitation``."""
    one, two = cue.pattern.group, other.pattern.group
    if one is None or two is None or one.kind != two.kind or one.status != "proposed" or two.status is not None:
        return False
    return other.start < cue.start < other.end
