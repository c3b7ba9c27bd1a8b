"""The main flow: a dispatch walks from its text to its records. Each step is one call."""

from __future__ import annotations

import datetime

from dragoman.find.scan import Scan, glance, look, read, unread
from dragoman.frame.attending import took_part
from dragoman.frame.draft import Draft
from dragoman.frame.letters import goes_on_writing, read_letter
from dragoman.frame.message import as_before
from dragoman.frame.onward import (
    answer,
    at_meeting,
    goes_on_reporting,
    into_meeting,
    into_session,
    name_teller,
    take_up,
    without_retelling,
)
from dragoman.frame.sentence import drafts_of
from dragoman.lang.pack import languages, load
from dragoman.model import Coding, Dispatch, DispatchError, Evidence, Record
from dragoman.resolve.casting import build_scene
from dragoman.resolve.defaults import (
    apply_defaults,
    know_envoys,
    name_organisations,
    of_states,
    speak_in_release,
)
from dragoman.resolve.header import length_of_header, read_header
from dragoman.resolve.inner import without_inner
from dragoman.resolve.keys import with_key
from dragoman.resolve.merge import highest_levels, merge
from dragoman.resolve.relevance import is_relevant, speaks_of_another, tells_one_state
from dragoman.resolve.scene import Scene
from dragoman.resolve.stays import mend_stays
from dragoman.resolve.topics import (
    add_main_matter,
    share_topics,
    topics_of_documents,
    topics_of_offices,
    topics_of_sessions,
    topics_of_statements,
    topics_of_types,
    without_asides,
    without_details,
)
from dragoman.text.language import identify, others
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
        warnings = () if dispatch.lang else _mixed(dispatch.text, lang)
        view = without_marks(dispatch.text, load(lang).marks)
        seen = glance(view.text, lang)
        alone = tells_one_state(seen, dispatch)
        first = length_of_header(seen, dispatch) if alone else None
        found = unread(seen) if first == 0 else read(look(seen), first)
        header = read_header(found, dispatch)
        if header.date is None:
            raise DispatchError("no date in the dispatch; give it with --date YYYY-MM-DD")
        known = dispatch.with_defaults(lang=lang, date=header.date.isoformat(), agency=header.agency)
        if alone and not speaks_of_another(seen, header):
            return Coding(known, (), header.place, warnings)
        if alone:
            found = read(look(seen))
            header = read_header(found, dispatch)
        if not any(row.cues and row.actors for row in found.sentences):
            return Coding(known, (), header.place, warnings)
        scene = build_scene(found, header, header.date or datetime.date.min)
        drafts = _drafts(found, scene)
        if not is_relevant(found, drafts):
            return Coding(known, (), header.place, warnings)
        drafts = highest_levels(merge(_with_defaults(drafts, scene, found)))
        mend_stays(drafts, scene)
        without_details(drafts, found)
        without_asides(drafts, found)
        topics_of_types(drafts, found)
        topics_of_statements(drafts, found, dispatch.title or "")
        topics_of_offices(drafts, found)
        add_main_matter(drafts, found)
        name_organisations(drafts, found)
        speak_in_release(drafts, found)
        drafts = without_inner(drafts, found)
        records = tuple(_record(draft, dispatch.text, view, lang) for draft in drafts)
        return Coding(known, records, header.place, warnings)


def _mixed(text: str, lang: str) -> tuple[str, ...]:
    """What is said of a text of several languages, whose language nobody gave."""
    foreign = others(text, lang)
    if not foreign:
        return ()
    told = ", ".join(foreign)
    return (f"mixed languages: coded as {lang}, with paragraphs in {told}; split the text, or name one with --lang",)


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
        if row.span.end <= scene.header.end:
            continue
        if not row.cues:
            took_part(found, number, [], out)
            continue
        name_teller(found, number, out)
        take_up(found, number, out)
        read_letter(found, number, out)
        made = drafts_of(found, scene, number)
        made = [draft for draft in made if not goes_on_writing(draft, out, found)]
        made = into_meeting(found, number, without_retelling(found, number, made, out), out)
        answer(found, number, made, out)
        at_meeting(found, number, made, out)
        goes_on_reporting(found, number, made, out)
        as_before(found, number, made, out)
        made = took_part(found, number, made, out)
        out.extend(into_session(found, number, made, out))
    return out


def _with_defaults(drafts: list[Draft], scene: Scene, found: Scan) -> list[Draft]:
    apply_defaults(drafts, scene)
    drafts = of_states(drafts)
    know_envoys(drafts)
    share_topics(drafts, found)
    topics_of_documents(drafts)
    topics_of_sessions(drafts)
    return drafts


def _record(draft: Draft, text: str, view: Unmarked, lang: str) -> Record:
    actors = dict.fromkeys(draft.actors)
    return Record(
        kind=draft.kind,
        type=draft.type,
        act=draft.act,
        status=draft.status,
        date=draft.date,
        end_date=draft.end_date,
        place=draft.place,
        actors=tuple([with_key(actor, lang) for actor in actors]),
        topics=tuple(dict.fromkeys(draft.topics)),
        name=draft.name,
        evidence=tuple(Evidence.of(text, *view.raw(span.start, span.end)) for span in draft.spans),
    )
