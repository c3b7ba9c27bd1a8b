"""The drafts of one sentence: which cues tell something, and which drafts another one says better."""

from __future__ import annotations

from dataclasses import replace

from dragoman.find.mention import Cue, Sentence
from dragoman.find.scan import Scan
from dragoman.frame.draft import Draft, as_actor
from dragoman.frame.gapping import gapped
from dragoman.frame.registry import FRAMES
from dragoman.frame.view import View
from dragoman.lang.pack import Pack
from dragoman.resolve.scene import Scene

_SAME_ACT = 20  # letters between a verb and the document that it ends


def drafts_of(found: Scan, scene: Scene, number: int) -> list[Draft]:
    """The drafts of one sentence; what another says better is left out."""
    drafts = [d for d in _made(found, scene, number) if not _history(d, scene)]
    if not drafts:
        return []
    drafts = [d for d in drafts if not any(_turned_round(d, other) for other in drafts) and not _only_asked(d)]
    drafts = [d for d in drafts if not any(_sent_for(d, other) for other in drafts)]
    drafts = _accepted(drafts, found, number)
    drafts = _in_both_formats(drafts, found, number)
    drafts = [d for d in drafts if not any(_greets(d, other) for other in drafts)]
    _former_holders(drafts, found, number, scene)
    if found.text.endswith(("?", "？"), 0, found.sentences[number].span.end):
        drafts = [d for d in drafts if d.kind != "statement" or d.type != "inform"]  # who asks tells nothing
    _name_speakers(drafts)
    # where commas part clauses, what stands behind one has a speaker of its own
    barriers = [] if found.pack.comma_clauses else _complements(found, number)
    statements = [d for d in drafts if d.kind == "statement"]
    drafts = [
        d
        for d in drafts
        if d.kind != "statement"
        or not any(_inside(d, o, barriers) and not (_apart(d, o, found) or _answers(d, o, found)) for o in statements)
    ]
    # what a letter says stays in the letter
    letters = [d for d in drafts if d.kind == "message"]
    senders = {state for letter in letters for state in letter.states("sender")}
    drafts = [d for d in drafts if not any(_in_letter(d, letter, found, senders) for letter in letters)]
    drafts = [d for d in drafts if not any(_receives_letter(d, letter) for letter in letters)]
    if found.pack.order != "sov":  # where verbs come last, what is said stands before its verb
        drafts = _without_told(drafts, found, number)
    drafts = [d for d in drafts if not any(_same_session(d, other) for other in drafts)]
    if found.pack.order == "svo":
        drafts = [d for d in drafts if not any(_same_to_come(d, other) for other in drafts)]
    if found.pack.comma_clauses:
        drafts = _of_comma_clauses(drafts, found.sentences[number].barriers)
    drafts = [d for d in drafts if not any(_told_better(d, other) for other in drafts)]
    # talks that one side breaks off are a measure against the other
    called_off = [d for d in drafts if d.kind == "meeting" and d.status == "cancelled"]
    drafts = [d for d in drafts if not any(_only_calls_off(d, other) for other in called_off)]
    halted = [d for d in drafts if d.kind == "action" and d.type == "sanction" and d.status in ("done", "ongoing")]
    drafts = [d for d in drafts if not any(_halts(halt, d) for halt in halted)]
    drafts = [d for d in drafts if not _broken_off(d, found.sentences[number])]
    drafts = _encounters(drafts, found, scene)
    if not any(a.state or a.ref for a in found.sentences[number].actors) and not found.sentences[number].places:
        drafts = [d for d in drafts if d.kind != "exchange"]  # it is seldom one of the text's two states
    exchanges = [d for d in drafts if d.kind == "exchange"]
    drafts = [d for d in drafts if not any(_comes_for(d, other) for other in exchanges)]
    if any(d.kind == "report" for d in drafts):
        drafts = [d for d in drafts if not _only_where_reported(d, drafts, found, number)]
    lasting = [d for d in drafts if d.kind == "body" or d.type == "broken"]
    drafts = [d for d in drafts if not any(_is_itself(d, other) for other in lasting)]
    return _without_echoes(drafts, found.sentences[number].barriers, found.pack)


def _sent_for(draft: Draft, other: Draft) -> bool:
    """Whether another visit of the sentence, by the same guests to the same place, is told nearer to the day of this:
    ``sent its envoy X, who is expected in Lima on Sunday``."""
    if not draft.kind == other.kind == "visit" or draft is other or draft.day < 0 or draft.day != other.day:
        return False
    return (
        draft.actors == other.actors
        and draft.status == "done"
        and abs(other.at - other.day) < abs(draft.at - draft.day)
    )


def _accepted(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """``invited him to A, and the invitation was accepted``: the visit proposed in a clause before is planned, whoever
    may seem to accept."""
    invited = [d for d in drafts if d.kind == "visit" and d.status == "proposed"]
    for cue in found.sentences[number].cues if invited else ():
        group = cue.pattern.group
        if group is None or group.status != "planned" or dict(group.args).get("of") != "host":
            continue
        for draft in invited:
            own = [d for d in drafts if d.kind == "visit" and d.at == cue.start and d.status == "planned"]
            if draft.to <= cue.start and all(d.states() == draft.states() for d in own):
                draft.status = "planned"
                drafts = [d for d in drafts if d not in own]
    return drafts


def _in_both_formats(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """``talks in a narrow and an expanded format`` are two meetings, also where one draft tells of them."""
    rules = [r for r in found.sentences[number].rules if r.pattern.table == "qualifier" and r.pattern.form == "meeting"]
    rows = {kind: [r for r in rules if r.pattern.value == kind] for kind in _FORMATS}
    meetings = [d for d in drafts if d.kind == "meeting" and d.type in _OF_TWO]
    joined = any(
        one.distance(other) <= _JOINED
        and "," not in found.folded[min(one.end, other.end) : max(one.start, other.start)]
        for one in rows["one_on_one"]
        for other in rows["extended"]
    )
    if not joined or len({d.type for d in meetings}) != 1:
        return drafts
    for one in meetings:
        one.type = "one_on_one"
    one = meetings[0]
    return [*drafts, replace(one, type="extended", actors=list(one.actors), topics=list(one.topics))]


_FORMATS = ("one_on_one", "extended")
_OF_TWO = ("one_on_one", "extended", "bilateral")
_JOINED = 40  # letters between the words for two formats of a meeting


def _only_asked(draft: Draft) -> bool:
    """Whether an act is only asked for, which the statement that asks tells: ``urged A to impose sanctions``."""
    return draft.kind == "action" and draft.status == "proposed" and draft.type in _ASKED_FOR


_ASKED_FOR = ("accuse_in_court", "aid", "coerce", "sanction")


def _greets(draft: Draft, visit: Draft) -> bool:
    """Whether a welcome is the reception of a guest: ``welcomed X with military honours`` at the visit's beginning."""
    if draft.kind != "statement" or draft.type != "support" or visit.kind != "visit" or visit.status != "done":
        return False
    hosted = draft.states("speaker") <= visit.states("host") and draft.states("target") == visit.states("guest")
    return hosted and visit.at <= draft.at < visit.to


_TERMS = 8  # years after which an office told without a name is most likely another's


def _former_holders(drafts: list[Draft], found: Scan, number: int, scene: Scene) -> None:
    """``The president last visited Peru in 2001`` is not told of the one whom the text names."""
    row = found.sentences[number]
    bare = {(a.office, a.state) for a in row.actors if a.office and a.form == "office"}
    named = found.text[row.span.start : row.span.end]
    for draft in drafts:
        if not draft.date or int(draft.date[:4]) > scene.date.year - _TERMS:
            continue
        for at, actor in enumerate(draft.actors):
            told = actor.name is not None and actor.name.rsplit(None, 1)[-1][:_STEM] in named
            if actor.name and not told and (actor.office, actor.state) in bare:
                draft.actors[at] = replace(actor, name=None)


_STEM = 4  # letters of a surname that no case changes


def _told_better(draft: Draft, other: Draft) -> bool:
    """Whether another draft of the sentence tells the same act better: who is expelled is neither seized nor takes
    leave, and a text that is not signed after all is no second one that was negotiated."""
    if draft.type == "criticise" and other.type == "assault" and draft.at < other.to and other.at < draft.to:
        return draft.states("speaker") == other.states("source")  # "the rebels attacked a post"
    over = draft.at < other.to and other.at < draft.to
    if over and other.kind == "document":  # "agreed on a truce"; "suspended the treaty"
        agreed = draft.type == "pledge" and other.act == "sign" and other.status == "done"
        return agreed or (draft.type == "sanction" and other.act == "terminate")
    if other.act == "expel" and draft.states() <= other.states():
        away = draft.act == "farewell" and draft.states("sender") == other.states("sender")
        return away or (draft.kind == "action" and draft.type == "coerce" and _near(draft, other))
    unsigned = other.act == "sign" and other.status == "cancelled"
    return unsigned and draft.act == "negotiate" and draft.at == other.at


def _encounters(drafts: list[Draft], found: Scan, scene: Scene) -> list[Draft]:
    """The drafts, without a meeting told by a noun behind another of the same two, of which it tells nothing of its
    own: ``will meet X, the first of several meetings``."""
    met = [d for d in drafts if d.kind == "meeting"]
    if len(met) < _TWO:
        return drafts
    again = [d for d in met[1:] if any(_only_named(d, other, found, scene) for other in met)]
    return [d for d in drafts if d not in again]


def _only_named(draft: Draft, other: Draft, found: Scan, scene: Scene) -> bool:
    """Whether a noun tells no other meeting than one told before it in the sentence."""
    own_day = draft.told_date and draft.day != other.day
    if other.at >= draft.at or own_day or draft.place:
        return False
    if draft.states() != other.states():
        return False
    if draft.status == other.status or not draft.actors_within(other):
        return False
    cue = next((c for c in found.sentences[draft.sentence].cues if c.start == draft.at and c.end == draft.to), None)
    return cue is not None and not View(found, scene, draft.sentence, cue).verbal


def _only_calls_off(draft: Draft, meeting: Draft) -> bool:
    """Whether the verb of a measure only begins the words that call off a meeting: ``suspended the talks``."""
    return draft.type == "sanction" and draft.at == meeting.at and draft.to < meeting.to


def _broken_off(draft: Draft, row: Sentence) -> bool:
    """Whether a meeting's noun stands among words that tell that talks are broken off, whoever does so."""
    if draft.kind != "meeting" or draft.status != "done":
        return False
    measures = (c for c in row.cues if c.pattern.value == "action" and c.type == "sanction")
    return any(c.start < draft.at < c.end for c in measures)


def _halts(halt: Draft, draft: Draft) -> bool:
    """Whether a measure is the end of talks that its own words name."""
    if draft.kind != "meeting" or draft.type == "phone":
        return False
    return halt.at < draft.at < halt.to or (draft.status == "cancelled" and halt.at == draft.at)


def _comes_for(draft: Draft, exchange: Draft) -> bool:
    """Whether a visit is the way of a group that comes for an exchange, and of nobody named: ``a delegation of artists
    is in Peru``."""
    if draft.kind != "visit" or draft.states() - exchange.states():
        return False
    guests = [a for a in draft.actors if a.role == "guest"]
    return all(a.name is None and (a.office in _GROUPS or a.office in ("other", None)) for a in guests)


def _only_where_reported(draft: Draft, drafts: list[Draft], found: Scan, number: int) -> bool:
    """Whether a meeting is only where somebody reported, and the sentence names nobody else who took part: ``during the
    talks the minister gave an account of exports``."""
    if draft.kind != "meeting" or draft.type != "bilateral" or draft.status != "done":
        return False
    reporters = {a.name for d in drafts if d.kind == "report" for a in d.actors if a.role == "reporter" and a.name}
    span = found.sentences[number].span
    told = found.text[span.start : span.end]
    others = [a.name for a in draft.actors if a.name and a.name not in reporters]
    here = any(name.rsplit(None, 1)[-1] in told for name in others)
    return any(a.name in reporters for a in draft.actors) and not here


def _is_itself(draft: Draft, other: Draft) -> bool:
    """Whether the words of an act only tell of a body or of the end of relations: ``the joint fund has financed``,
    ``broke off relations``, ``suspended the work of its embassy``."""
    if draft.kind != "action" or draft.states() - other.states():
        return False
    types: tuple[str, ...] = ("sanction",) if other.type in ("broken", "mission") else ()
    if other.act == "mention":
        types = ("cooperate", "aid")
    elif other.type == "mission" and other.act != "close":
        types = ()
    low, high = min(other.at, other.to), max(other.at, other.to)
    return draft.type in types and draft.at < high and low < draft.to


def _near(draft: Draft, other: Draft) -> bool:
    """Whether the words of two drafts overlap or stand side by side."""
    return draft.at <= other.to + _SAME_ACT and other.at <= draft.to + _SAME_ACT


def _made(found: Scan, scene: Scene, number: int) -> list[Draft]:
    """What the frames make of the sentence's cues, but for those that tell nothing or are denied."""
    drafts: list[Draft] = []
    cues = [cue for cue in found.sentences[number].cues if not (cue.pattern.group and cue.pattern.group.content)]
    if found.pack.order == "sov":
        cues = [cue for cue in cues if not any(_within_idiom(cue, other, found.folded) for other in cues)]
    cues = [cue for cue in cues if cue.pattern.value not in _EVENTS or not _leaves_quotation(cue, found.folded)]
    cues = _behind_other_acts(cues, found.folded, found.pack)
    cues = _of_one_document(cues, found)
    distinct = _distinct(cues, found.pack.capitals == "nouns")
    for cue in distinct:
        made = _told_by(found, scene, number, cue)
        group = cue.pattern.group
        if not made and group and (group.told or group.kind == "action"):
            # both sides must be told and are not: what a shorter cue among the same words tells may hold
            shorter = (other for other in _shorter(cue, cues, distinct) if group.told or not _undone(other, group.type))
            rest = (_told_by(found, scene, number, other) for other in shorter)
            made = next((other for other in rest if other), [])
        drafts.extend(made)
    return drafts


def _leaves_quotation(cue: Cue, folded: str) -> bool:
    """Whether the words of a cue run on from a quotation to who says so: ``"The rains came late", explains X``."""
    if folded.count('"', cue.start, cue.end) % 2 == 0:
        return False
    return any(sign in folded[cue.start : cue.end] for sign in _CLOSED)


_CLOSED = ('",', '" ,', ',"')


def _undone(cue: Cue, type_: str | None) -> bool:
    """Whether words of a measure stand among those that tell its end: ``the lifting of the sanctions``."""
    return type_ in ("concede", "retreat") and cue.type in ("sanction", "coerce", "assault", "mobilize")


def _behind_other_acts(cues: list[Cue], folded: str, pack: Pack) -> list[Cue]:
    """The cues, those of envoys without another act told before a comma within them: ``expelled the ambassador of A,
    and recalled its own``."""
    envoys = [cue for cue in cues if cue.pattern.value == "accreditation" and cue.pattern.group]
    if len({cue.pattern.group.act for cue in envoys if cue.pattern.group}) < 2:
        return cues
    return [_behind_other_act(cue, envoys, folded, pack) if cue in envoys else cue for cue in cues]


def _of_one_document(cues: list[Cue], found: Scan) -> list[Cue]:
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


def _told_by(found: Scan, scene: Scene, number: int, cue: Cue) -> list[Draft]:
    """What the frame makes of one cue."""
    drafts: list[Draft] = []
    if cue.pattern.group and cue.pattern.group.mute:
        return drafts
    for view in gapped(View(found, scene, number, cue)):
        off = _called_off(view)
        if view.denied if cue.pattern.value == "statement" else view.negated and not off:
            continue
        if (
            cue.pattern.value in _EVENTS
            and not view.verbal
            and (_spoken_of(view) or _subject_matter(view) or _discussed(view))
        ):
            continue
        if cue.pattern.value in _HELD and view.rule("status", "undone", _CLAUSE):
            continue  # "the first session has not yet taken place"
        made = FRAMES[cue.pattern.value](view)
        drafts.extend(made if isinstance(made, list) else [made] if made else [])
    return drafts


def _shorter(cue: Cue, cues: list[Cue], distinct: list[Cue]) -> list[Cue]:
    """The cues of the same kind that overlap one and no other that tells something, the longest first."""
    kind = [c for c in cues if c.pattern.value == cue.pattern.value]
    others = [c for c in distinct if c is not cue and c.pattern.value == cue.pattern.value]
    rest = [c for c in kind if c not in distinct and c.start < cue.end and cue.start < c.end]
    rest = [c for c in rest if not any(c.start < other.end and other.start < c.end for other in others)]
    return sorted(rest, key=lambda c: (c.start - c.end, c.start))


_IN_LETTER = 40  # how near to the words of a letter its own thanks and wishes are told


def _receives_letter(draft: Draft, letter: Draft) -> bool:
    """Whether those of a letter stand among the words that tell a meeting: ``received a message from President X``."""
    met = draft.kind == "meeting" and draft.type in ("bilateral", "multilateral")
    return met and draft.at < letter.to and letter.at < draft.to


def _in_letter(draft: Draft, letter: Draft, found: Scan, senders: set[str]) -> bool:
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
    on or to its recipient."""
    if draft.kind != "statement" or draft.type not in _WRITTEN:
        return False
    if not found.pack.comma_clauses and not _in_quotation(found, draft):
        return False
    if _quotes_letter(found, draft.sentence) and any(d.kind == "message" for d in told):
        return True
    letters = [d for d in told if d.kind == "message" and d.type != "other"]
    paragraph = found.sentences[draft.sentence].paragraph
    if not letters or found.sentences[letters[-1].sentence].paragraph != paragraph:
        return False
    if any(d.kind == "meeting" and d.sentence >= letters[-1].sentence for d in told):
        return False
    sender, recipient = letters[-1].states("sender"), letters[-1].states("recipient")
    return draft.states("speaker") == sender and draft.states("target") <= recipient


def _in_quotation(found: Scan, draft: Draft) -> bool:
    """Whether a draft's words stand in a quotation of its paragraph, or its sentence says that it tells of a letter."""
    begin = found.folded.rfind("\n", 0, draft.at) + 1
    return found.folded.count('"', begin, draft.at) % 2 == 1 or _quotes_letter(found, draft.sentence)


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


def _same_session(draft: Draft, other: Draft) -> bool:
    """Whether a session only named is one which the sentence says will be held: ``the session will take place``."""
    if not (draft.kind == other.kind == "body" and draft.act == other.act == "meet" and draft.at == other.at):
        return False
    same_day = not draft.told_date or draft.day == other.day  # the one day of both: "la session se tiendra lundi"
    if draft.status == "planned" and other.status == "proposed":
        return same_day  # "proposed that the next session be held"
    return draft.status == "done" and same_day and other.status in ("planned", "cancelled")


def _same_to_come(draft: Draft, other: Draft) -> bool:
    """Whether what is discussed at a meeting that the sentence tells as to come only names it again: ``will meet today
    to discuss the debt``."""
    if not (draft.kind == other.kind == "meeting") or draft.status not in ("done", "ongoing") or draft is other:
        return False
    ahead = other.status == "planned" and other.states() == draft.states()
    return ahead and other.at < draft.at and (not draft.told_date or draft.day == other.day)


def _of_comma_clauses(drafts: list[Draft], barriers: list[int]) -> list[Draft]:
    """Where a sentence is a row of clauses: what several of them say of one act is one draft."""
    if len(drafts) < 2:
        return drafts
    drafts = _once(drafts)
    # a plain "said" is what its own words make of it, unless verbs behind it tell that
    plain = [d.states("speaker") for d in drafts if d.kind == "statement" and not d.inferred and d.type != "inform"]
    drafts = [d for d in drafts if not (d.kind == "statement" and d.inferred and d.states("speaker") in plain)]
    signed = {d.at: d for d in drafts if d.act == "sign"}
    drafts = [d for d in drafts if not (d.act == "negotiate" and d.at in signed and not _earlier(d, signed[d.at]))]
    ended = [d.at for d in drafts if d.act == "terminate"]
    drafts = [d for d in drafts if not (d.type == "sanction" and any(abs(d.at - at) < _SAME_ACT for at in ended))]
    drafts = _attended(drafts)
    # who calls to talk has written nothing
    called = {d.at for d in drafts if d.kind == "meeting" and d.type == "phone"}
    drafts = [d for d in drafts if not (d.kind == "message" and d.type == "other" and d.at in called)]
    written = {d.at for d in drafts if d.kind == "message"}
    drafts = [d for d in drafts if not (d.kind == "meeting" and d.type == "phone" and d.at in written)]
    # who asks that an envoy leave expels him
    sent_away = [d for d in drafts if d.act == "expel"]
    drafts = [d for d in drafts if not any(_asks_to_leave(d, other) for other in sent_away)]
    # a group that brings relief is aid, not an exchange, and its way no visit
    helped = [d for d in drafts if d.kind == "action" and d.type == "aid"]
    drafts = [d for d in drafts if not any(_of_relief(d, aid) or _for_which(d, aid, barriers) for aid in helped)]
    # a delegation with whoever leads it is a visit
    led = [d for d in drafts if d.kind == "visit" and not _unnamed_group(d)]
    drafts = [d for d in drafts if not any(_of_leader(d, visit) for visit in led)]
    # a group that is sent is an exchange, whatever words of a journey are told with it
    sent = any(d.kind == "exchange" and d.type == "delegation" for d in drafts)
    drafts = [d for d in drafts if not (sent and d.kind == "visit" and _unnamed_group(d))]
    # who promises aid has not given it
    pledges = [d for d in drafts if d.kind == "statement" and d.type == "pledge"]
    return [d for d in drafts if not (_is_aid_to_come(d) and any(_promises(p, d, barriers) for p in pledges))]


def _earlier(draft: Draft, signing: Draft) -> bool:
    """Whether a text was initialled on another day than it was signed: ``去年10月草签,今年2月6日签署``."""
    return draft.told_date and signing.told_date and draft.day != signing.day


def _attended(drafts: list[Draft]) -> list[Draft]:
    """A gathering and, in a later clause, who came to it are one: ``主持召开部长级会议,A、B、C外长出席``."""
    out: list[Draft] = []
    for draft in drafts:
        first = next((d for d in out if d.kind == "meeting" and d.type in _GATHERED), None)
        came = draft.kind == "meeting" and draft.type == "multilateral"
        if first is None or not came or not _one_event(draft, first):
            out.append(draft)
            continue
        held = [a for a in first.actors if a.office or a.name or len(a.state or "") != _STATE]
        if len(draft.states() - {a.state for a in held}) < _TWO:
            out.append(draft)
            continue
        first.actors = [*held, *(a for a in draft.actors if a not in held)]
        first.type = first.type if first.type == "video" else "multilateral"
    return out


def _one_event(draft: Draft, first: Draft) -> bool:
    """Whether nothing tells a day, a place or a status of its own of the second."""
    there = draft.place in (None, first.place) and draft.date in (None, first.date)
    return there and draft.status == first.status


_GATHERED = ("bilateral", "multilateral", "video")
_STATE, _TWO = 3, 2  # letters of a state's code; how many more must have come


def _promises(pledge: Draft, aid: Draft, barriers: list[int]) -> bool:
    """Whether aid is what its giver promises in the same clause."""
    return pledge.states("speaker") == aid.states("source") and _promised(pledge, aid, barriers)


def _asks_to_leave(draft: Draft, expulsion: Draft) -> bool:
    """Whether a request is that by which an envoy is expelled."""
    asked = draft.kind == "statement" and draft.type == "request" and _near(draft, expulsion)
    return asked and draft.states("speaker") == expulsion.states("receiver")


def _of_leader(draft: Draft, visit: Draft) -> bool:
    """Whether an exchange is the delegation that comes with the guest of a visit: ``总理率代表团访华``."""
    return draft.kind == "exchange" and draft.type == "delegation" and draft.at < visit.to and visit.at < draft.to


def _of_relief(draft: Draft, aid: Draft) -> bool:
    """Whether an exchange or a visit is the way of a group that brings relief: ``医疗专家组启程赴……``."""
    group = draft.kind == "exchange" and draft.type == "delegation"
    return (group or draft.kind == "visit") and aid.at < draft.at < aid.to


def _without_echoes(drafts: list[Draft], barriers: list[int], pack: Pack) -> list[Draft]:
    """Leave out the other side of another draft: pledges of what is planned, meetings that are sessions."""
    if any(d.act == "present_credentials" for d in drafts):
        drafts = [d for d in drafts if d.act != "appoint"]  # "the newly appointed ambassador handed in credentials"
    envoys = pack.order == "sov" or pack.comma_clauses  # whose coming may be all that is agreed
    planned = [d for d in drafts if d.status == "planned"]
    acts = [d for d in planned if d.kind in _PLANNED or (d.kind == "accreditation" and envoys)]
    coming = bool(acts)
    if pack.comma_clauses:
        acts += [d for d in planned if d.kind == "relation"]
        drafts = [d for d in drafts if d.type != "pledge" or not any(_promised(d, act, barriers) for act in acts)]
        coming = False
    off = any(d.kind == "visit" and d.status == "cancelled" for d in drafts)
    idle = {"pledge": coming, "reject": off}
    drafts = [d for d in drafts if d.kind != "statement" or not idle.get(d.type)]
    told = any(not (d.kind == "statement" and d.type == "inform") for d in drafts)
    drafts = [d for d in drafts if not (told and d.kind == "statement" and d.type == "inform")]
    return [d for d in drafts if not _is_session(d, drafts, barriers, pack)]


def _promised(pledge: Draft, act: Draft, barriers: list[int]) -> bool:
    """Whether an act is what a pledge in a row of clauses promises: told in its clause, or in the next behind a verb
    that ends its own (``商定,自3月起……``)."""
    low = max((barrier for barrier in barriers if barrier < pledge.to), default=0)
    ends = [barrier for barrier in barriers if barrier >= pledge.to]
    ends = ends[1:] if ends and ends[0] - pledge.to <= 1 else ends
    return low <= act.at and (not ends or act.at < ends[0])


def _is_session(draft: Draft, drafts: list[Draft], barriers: list[int], pack: Pack) -> bool:
    """Whether a meeting is a session or the handing over of credentials, which have records of their own."""
    handed = any(d.act == "present_credentials" for d in drafts)
    types = ("bilateral", "video", "multilateral") if handed else ("bilateral", "video")
    if draft.kind != "meeting" or draft.type not in types:
        return False
    if any(d.act == "farewell" and d.states("envoy") <= draft.states() for d in drafts):
        return draft.type == "bilateral"  # "received the outgoing ambassador": a farewell is no meeting besides
    if any(d.act == "recall" for d in drafts):
        return True  # "recalled its ambassador for consultations": those are no talks of the two states
    apart = pack.order != "sov" and (pack.comma_clauses or _faced(draft))
    sessions = [d.at if pack.comma_clauses else d.to for d in drafts if d.act in ("meet", "present_credentials")]
    return any(not (apart and _parted(draft.at, at, barriers)) for at in sessions)


def _faced(draft: Draft) -> bool:
    """Whether a meeting tells somebody of two sides by name."""
    return len({actor.state for actor in draft.actors if actor.name}) > 1


def _parted(one: int, other: int, barriers: list[int]) -> bool:
    """Whether a clause of its own begins between two places of a sentence."""
    return any(min(one, other) < barrier <= max(one, other) for barrier in barriers)


def _name_speakers(drafts: list[Draft]) -> None:
    """``X said that China supports``: what a state says in its official's mouth the official says."""
    named = [d for d in drafts if d.kind == "statement" and _names(d)]
    for draft in drafts:
        if draft.kind != "statement" or _names(draft):
            continue
        told = next((d for d in named if d.states("speaker") == draft.states("speaker")), None)
        if told is not None:
            draft.actors = [a for a in told.actors if a.role == "speaker"] + [
                a for a in draft.actors if a.role != "speaker"
            ]


def _names(draft: Draft) -> bool:
    return any(actor.role == "speaker" and actor.name for actor in draft.actors)


def name_teller(found: Scan, number: int, drafts: list[Draft]) -> None:
    """``Об этом сообщил X``: what the sentence before lets a state say, its official X has said."""
    row, words = found.sentences[number], found.pack.words["retold"]
    if not words or not found.folded.startswith(words, row.span.start):
        return
    teller = next((a for a in row.actors if a.office and a.state and not a.marker and not a.attributive), None)
    for draft in drafts:
        spoken = draft.kind == "statement" and draft.sentence == number - 1 and not _names(draft)
        if teller and spoken and draft.states("speaker") == {teller.state}:
            others = [actor for actor in draft.actors if actor.role != "speaker"]
            draft.actors = [as_actor("speaker", teller), *others]
            draft.spans = [*draft.spans, row.span]


def take_up(found: Scan, number: int, drafts: list[Draft]) -> None:
    """``The invitation was accepted``: the visit proposed in the sentence before is planned, if this tells nobody;
    ``The visit was postponed``: it is cancelled."""
    row = found.sentences[number]
    if any(actor.state or actor.name for actor in row.actors):
        return
    visits = [draft for draft in drafts[-_BEFORE:] if draft.kind == "visit" and draft.sentence == number - 1]
    if _taken_back(row):
        _go_on([draft for draft in visits if draft.status != "cancelled"], "cancelled", row)
    groups = (cue.pattern.group for cue in row.cues if cue.pattern.value == "visit")
    if any(g and g.status == "planned" and dict(g.args).get("of") == "host" for g in groups):
        _go_on([draft for draft in visits if draft.status == "proposed"], "planned", row)


def _go_on(visits: list[Draft], status: str, row: Sentence) -> None:
    """What a sentence tells of visits told before: their status, with its words as evidence too."""
    for draft in visits:
        draft.status = status
        draft.spans = [*draft.spans, row.span]


def into_session(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> list[Draft]:
    """``At the session, trade was discussed``: what a sentence that tells nobody says of the session of a joint body
    told just before belongs to it, and is no meeting beside it."""
    near = [d for d in before if d.sentence >= number - _JUST and (d.kind == "meeting" or d.act == "meet")]
    if not near or near[-1].kind != "body" or any(a.name or a.office for a in found.sentences[number].actors):
        return made
    session, out = near[-1], []
    for draft in made:
        same = draft.kind == "meeting" and draft.type == "bilateral" and draft.status == session.status
        if same and not draft.told_date and draft.states() <= session.states():
            session.topics += [topic for topic in draft.topics if topic not in session.topics]
            session.spans = [*session.spans, *draft.spans][:_SPANS]
        else:
            out.append(draft)
    return out


def at_meeting(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> None:
    """``After the talks he met B``: what a sentence tells of a meeting told in the one before has its day and place."""
    if not made or not found.folded.startswith(found.pack.words["at_meeting"], found.sentences[number].span.start):
        return
    held = (d for d in reversed(before) if number - _JUST <= d.sentence < number and d.status in ("done", "ongoing"))
    event = next((d for d in held if d.kind == "meeting" or d.act in ("meet", "sign")), None)
    if event is None or event.date is None or event.background:
        return
    for draft in made:
        there = draft.kind == "meeting" or draft.act in ("meet", "sign")
        if draft.status == "done" and draft.date is None and (there or draft.kind in ("statement", "report")):
            draft.date = event.date
            if there and draft.place is None and draft.type not in ("phone", "video"):
                draft.place = event.place


def goes_on_reporting(found: Scan, number: int, made: list[Draft], before: list[Draft]) -> None:
    """``A reported on the railway. Minister B said that the port was ready``: right behind a report what another
    official tells is one, too."""
    told = [d for d in before if d.kind == "report" and d.sentence >= number - 1]
    if not told or found.sentences[told[-1].sentence].paragraph != found.sentences[number].paragraph:
        return
    told += [d for d in made if d.kind == "report"]
    names = {a.name for d in told for a in d.actors}
    for draft in made:
        speakers = [a for a in draft.actors if a.role == "speaker"]
        if draft.kind != "statement" or draft.type != "inform" or len(speakers) != 1:
            continue
        one = speakers[0]
        if one.name and one.name not in names and one.office in _ACCOUNTABLE:
            draft.kind, draft.type = "report", "unspecified"
            draft.actors = [replace(one, role="reporter")]
            draft.told = one.name


_ACCOUNTABLE = (
    "minister",
    "deputy_minister",
    "senior_official",
    "deputy_head_of_government",
    "commission_chair",
    "business",
)

_JUST = 2  # sentences back in which a session was told
_SPANS = 3


def _taken_back(row: Sentence) -> bool:
    """Whether a sentence that tells no day says that a visit was put off or called off."""
    if row.dates:
        return False
    off = any(rule.pattern.value in ("postponed", "cancelled") for rule in row.rules if rule.pattern.table == "status")
    visits = [cue.pattern.group for cue in row.cues if cue.pattern.value == "visit"]
    return bool(visits) and (off or any(group and group.status == "cancelled" for group in visits))


_BEFORE = 6  # drafts of the sentence before
# what is not, where somebody refuses it
_EVENTS = ("meeting", "action", "exchange", "visit")
_HELD = ("meeting", "body", "exchange", "visit", "document")  # what has not been held or signed
_CLAUSE = 240  # letters between what has not happened and the words that say so: the clause


def _spoken_of(view: View) -> bool:
    """Whether a noun only names what somebody in the same clause speaks of: ``ruled out talks``."""
    if not view.scan.pack.case_of_head or view.marker_before(view.cue.start) in _WHERE_SAID:
        return False  # elsewhere the verb may stand behind what is spoken of
    low, _ = view.window
    # a visit that somebody judges has been paid
    judged = _JUDGING if view.cue.pattern.value == "visit" else ()
    said = [c for c in view.sentence.cues if c.says and c.type not in judged]
    said = [c for c in said if low <= c.start and c.end <= view.cue.start]
    said = [c for c in said if "," not in view.scan.folded[c.end : view.cue.start]]
    # what is agreed on is to come, and told as such
    return any(c.type == "reject" for c in said) or (bool(said) and view.status("done") != "planned")


_JUDGING = ("support",)
_WHERE_SAID = ("in", "at", "during", "after")  # "said in a telephone conversation"


def _subject_matter(view: View) -> bool:
    """Whether a noun of an act only tells what something is on: ``an agreement on lifting the visa regime``, ``the
    position on the lifting of the sanctions``."""
    pack = view.scan.pack
    if view.cue.pattern.value != "action" or pack.order not in ("v2", "svo") or not pack.spelling.spaces:
        return False
    if view.cue.type in _UNDONE and view.marker_before(view.cue.start) == "on":
        return True
    nouns = [hit for hit in view.sentence.documents if hit.end < view.cue.start]
    if not nouns or pack.order != "v2":
        return False
    between = view.scan.folded[nouns[-1].end : view.cue.start]
    first = next(iter(between.split()), "")
    return len(between) <= _ON and "," not in between and first in pack.markers.get("on", ())


_UNDONE = ("concede", "retreat", "aid")  # what somebody who speaks of it need not have seen


def _discussed(view: View) -> bool:
    """Whether a noun of an act only tells what a meeting was about: ``discussed the laying of a cable``."""
    group = view.cue.pattern.group
    if group is None or group.type != "cooperate" or view.scan.pack.comma_clauses:
        return False
    low, high = view.window
    meetings = (c for c in view.sentence.cues if c.pattern.value == "meeting" and low <= c.start and c.end <= high)
    if view.scan.pack.order == "sov":
        return any(view.cue.end <= cue.start for cue in meetings)
    folded, begins = view.scan.folded, view.cue.start
    return any(cue.end <= begins <= cue.end + _ON and "," not in folded[cue.end : begins] for cue in meetings)


_ON = 60  # letters between a document and what it is on
_AGE = 50


def _history(draft: Draft, scene: Scene) -> bool:
    """Whether what is told lies too far back to belong to present relations; those are not broken off by age."""
    year = int((draft.date or "9999")[:4])
    return draft.kind != "relation" and year < scene.date.year - _AGE


def _complements(found: Scan, number: int) -> list[int]:
    """Where clauses begin that tell what is said; in a pack that names no words for that, all clauses."""
    barriers, words = found.sentences[number].barriers, found.pack.words["reported"]
    return [at for at in barriers if found.folded[at : at + 20].lstrip(", ").startswith(words)] if words else barriers


def _without_told(drafts: list[Draft], found: Scan, number: int) -> list[Draft]:
    """Leave out what other statements say of their targets."""
    if sum(d.kind == "statement" for d in drafts) < 2:
        return drafts
    told: list[int] = []
    for draft in sorted(drafts, key=lambda d: d.at):
        if any(_told_of(draft, other, found, number) for other in drafts if id(other) not in told):
            told.append(id(draft))
    return [draft for draft in drafts if id(draft) not in told]


def _apart(draft: Draft, other: Draft, found: Scan) -> bool:
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


def _unnamed_group(draft: Draft) -> bool:
    return all(a.office in _GROUPS and a.name is None for a in draft.actors if a.role == "guest")


_GROUPS = ("delegation", "member_of_parliament", "business")


def _for_which(draft: Draft, aid: Draft, barriers: list[int]) -> bool:
    """Whether a joint act is what aid told before it in the same clause is for: ``提供无偿援助用于修复道路``."""
    joint = draft.kind == "action" and draft.type == "cooperate" and draft.states() == aid.states()
    return joint and aid.to <= draft.at and not _parted(aid.at, draft.at, barriers)


def _is_aid_to_come(draft: Draft) -> bool:
    return draft.kind == "action" and draft.type == "aid" and draft.status in ("planned", "proposed")


def _once(drafts: list[Draft]) -> list[Draft]:
    """Of statements of one type by the same speakers in a row of clauses the first, told by a verb of that type
    rather than by what is said."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.inferred):
        same = (d for d in out if d.kind == draft.kind == "statement" and d.type == draft.type and _voices(d, draft))
        first = next((d for d in same if not _to_another(d, draft)), None)
        if first is None:
            out.append(draft)
        else:
            first.topics += [topic for topic in draft.topics if topic not in first.topics]
    return sorted(out, key=lambda d: d.at)


def _to_another(one: Draft, other: Draft) -> bool:
    """Whether two statements, each told by its own verb, are to different states: ``敦促A停火,并呼吁B行动``."""
    told = bool(one.states("target")) and bool(other.states("target"))
    return told and not (one.inferred or other.inferred) and not one.states("target") & other.states("target")


def _voices(one: Draft, other: Draft) -> bool:
    return one.states("speaker") == other.states("speaker")


_PLANNED = ("visit", "document", "body", "action", "exchange", "meeting")


def _called_off(view: View) -> bool:
    """Whether a verb at the end denies what its clause names because it was called off: ``ziyareti yapılamadı``."""
    return view.scan.pack.order == "sov" and not view.verbal and view.rule("status", "cancelled")


def _within_idiom(cue: Cue, other: Cue, folded: str) -> bool:
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


def _inside(draft: Draft, other: Draft, barriers: list[int]) -> bool:
    """Whether a statement only is what another speaker tells of: ``X welcomed that A and B had agreed``."""
    if other.at >= draft.at or draft.states("speaker") == other.states("speaker"):
        return False
    return any(other.at < barrier < draft.at for barrier in barriers)


def _turned_round(draft: Draft, other: Draft) -> bool:
    """Whether another draft of the sentence tells the same visit the other way round, its guest nearer to the words."""
    if draft.kind != "visit" or other.kind != "visit" or draft.gap <= other.gap:
        return False
    if other.status == "proposed" != draft.status and draft.at < other.at:
        return False  # "X, on a visit to Y, invited its president": two visits
    return draft.states("guest") == other.states("host") and draft.states("host") == other.states("guest")


def _distinct(cues: list[Cue], nouns: bool) -> list[Cue]:
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
