"""The main flow: a dispatch walks from its text to its records. Each step is one call."""

from __future__ import annotations

import datetime
import itertools

from dragoman.find.mention import Cue
from dragoman.find.scan import Scan, scan
from dragoman.frame.draft import Draft, View
from dragoman.frame.registry import FRAMES
from dragoman.lang.pack import languages, load
from dragoman.model import Coding, Dispatch, DispatchError, Evidence, Record
from dragoman.resolve.defaults import apply_defaults, share_topics, topics_of_statements
from dragoman.resolve.header import read_header
from dragoman.resolve.merge import merge
from dragoman.resolve.relevance import is_relevant
from dragoman.resolve.scene import Scene, build_scene
from dragoman.text.language import identify
from dragoman.text.marks import Unmarked, without_marks

__all__ = ["Coder", "languages"]


class Coder:
    """Codes dispatches by the codebook. It keeps no state between dispatches; packs are loaded when first needed."""

    def code(self, dispatch: Dispatch) -> Coding:
        """The records of a dispatch. Raises DispatchError if it has no text, no date, or no supported language."""
        _check(dispatch)
        lang = dispatch.lang or identify(dispatch.text)
        if lang not in languages():
            raise DispatchError(
                f"unsupported language: {lang}; supported are {', '.join(languages())}, name one with --lang"
            )
        view = without_marks(dispatch.text, load(lang).marks)
        found = scan(view.text, lang)
        header = read_header(found, dispatch)
        if header.date is None:
            raise DispatchError("no date in the dispatch; give it with --date YYYY-MM-DD")
        known = dispatch.with_defaults(lang=lang, date=header.date.isoformat(), agency=header.agency)
        if not any(row.cues and row.actors for row in found.sentences):
            return Coding(known, (), header.place)
        scene = build_scene(found, header, header.date)
        drafts = _drafts(found, scene)
        if not is_relevant(found, drafts):
            return Coding(known, (), header.place)
        drafts = merge(_with_defaults(drafts, scene))
        topics_of_statements(drafts)
        return Coding(known, tuple(_record(draft, dispatch.text, view) for draft in drafts), header.place)


def _check(dispatch: Dispatch) -> None:
    if not dispatch.text.strip():
        raise DispatchError("the text is empty; there is nothing to code")
    if dispatch.date:
        try:
            if len(dispatch.date) != 10:
                raise ValueError
            datetime.date.fromisoformat(dispatch.date)
        except ValueError:
            raise DispatchError(f"no such date: {dispatch.date!r}; write it as YYYY-MM-DD") from None


def _drafts(found: Scan, scene: Scene) -> list[Draft]:
    """What the frames make of every cue."""
    out: list[Draft] = []
    for number, row in enumerate(found.sentences):
        if not row.cues or row.span.end <= scene.header.end:
            continue
        out.extend(_of_sentence(found, scene, number))
    return out


def _of_sentence(found: Scan, scene: Scene, number: int) -> list[Draft]:
    """The drafts of one sentence; what another says better is left out."""
    drafts: list[Draft] = []
    cues = [cue for cue in found.sentences[number].cues if not (cue.pattern.group and cue.pattern.group.content)]
    if found.pack.order == "sov":
        cues = [cue for cue in cues if not any(_within_idiom(cue, other, found.folded) for other in cues)]
    for cue in _distinct(cues):
        view = View(found, scene, number, cue)
        if cue.pattern.value != "statement" and view.negated and not _called_off(view):
            continue
        made = FRAMES[cue.pattern.value](view)
        drafts.extend(made if isinstance(made, list) else [made] if made else [])
    drafts = [d for d in drafts if not any(_turned_round(d, other) for other in drafts)]
    barriers = found.sentences[number].barriers
    statements = [d for d in drafts if d.kind == "statement"]
    _give_voice(statements, barriers)
    drafts = [
        d for d in drafts if not (d.kind == "statement" and any(_inside(d, other, barriers) for other in statements))
    ]
    # a session and the handing over of credentials are meetings, but have records of their own
    session = any(d.act in ("meet", "present_credentials") for d in drafts)
    coming = any(
        (d.kind in _PLANNED or (d.kind == "accreditation" and found.pack.order == "sov")) and d.status == "planned"
        for d in drafts
    )
    drafts = [d for d in drafts if not (coming and d.kind == "statement" and d.type == "pledge")]
    told = any(not (d.kind == "statement" and d.type == "inform") for d in drafts)
    return [
        d
        for d in drafts
        if not (session and d.kind == "meeting" and d.type == "bilateral")
        and not (told and d.kind == "statement" and d.type == "inform")
    ]


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


def _give_voice(statements: list[Draft], barriers: list[int]) -> None:
    """What an official says that the own state says is the official's: ``X said that Moscow was ready to help``."""
    for draft, other in itertools.permutations(statements, 2):
        told = [a for a in other.actors if a.role == "speaker" and (a.name or a.office)]
        bare = not any(a.name or a.office for a in draft.actors if a.role == "speaker")
        same = draft.states("speaker") == other.states("speaker")
        behind = any(other.at < barrier < draft.at for barrier in barriers)
        if told and bare and same and (behind or other.type == "inform"):
            draft.actors = [*told, *(a for a in draft.actors if a.role != "speaker")]


def _inside(draft: Draft, other: Draft, barriers: list[int]) -> bool:
    """Whether a statement only is what another speaker tells of: ``X welcomed that A and B had agreed``."""
    if other.at >= draft.at or draft.states("speaker") == other.states("speaker"):
        return False
    return any(other.at < barrier < draft.at for barrier in barriers)


def _turned_round(draft: Draft, other: Draft) -> bool:
    """Whether another draft of the sentence tells the same visit the other way round, its guest nearer to the words."""
    if draft.kind != "visit" or other.kind != "visit" or draft.gap <= other.gap:
        return False
    return draft.states("guest") == other.states("host") and draft.states("host") == other.states("guest")


def _distinct(cues: list[Cue]) -> list[Cue]:
    """Of cues of one kind that overlap, the longest."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda c: (c.start - c.end, c.start)):
        if not any(c.pattern.value == cue.pattern.value and c.start < cue.end and cue.start < c.end for c in kept):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def _with_defaults(drafts: list[Draft], scene: Scene) -> list[Draft]:
    apply_defaults(drafts, scene)
    share_topics(drafts)
    return drafts


def _record(draft: Draft, text: str, view: Unmarked) -> Record:
    return Record(
        kind=draft.kind,
        type=draft.type,
        act=draft.act,
        status=draft.status,
        date=draft.date,
        end_date=draft.end_date,
        place=draft.place,
        actors=tuple(dict.fromkeys(draft.actors)),
        topics=tuple(dict.fromkeys(draft.topics)),
        name=draft.name,
        evidence=tuple(Evidence.of(text, *view.raw(span.start, span.end)) for span in draft.spans),
    )
