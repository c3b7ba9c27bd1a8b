"""Articles that with some nouns are never a nominative's: ``der Ukraine`` is of or to Ukraine, ``der Iran`` may act."""

from __future__ import annotations

import re

from dragoman.find.mention import ActorMention, list_of
from dragoman.text.fold import word_start

_WORDS = 3  # words from an article to its noun, at most: "der brüderlichen Türkei"
_LONGEST = 24  # letters of one of them


def mark_obliques(actors: list[ActorMention], text: str, folded: str, oblique: re.Pattern[str]) -> None:
    """Give those of the actors a marker whose article and noun tell that they do not act: ``of`` behind a noun
    (``das Treffen der Arabischen Liga``), else ``to`` (``Der Ukraine sagte Polen Hilfe zu``)."""
    for actor in actors:
        if actor.marker or actor.attributive or actor.name or actor.ref:
            continue
        begin = _article(folded, actor, oblique)
        if begin < 0:
            continue
        marker = "of" if text[word_start(text, begin - 1, _LONGEST)].isupper() and text[begin - 2].isalpha() else "to"
        for beside in list_of(actors, actor):
            beside.marker = beside.marker or marker


def _article(folded: str, actor: ActorMention, oblique: re.Pattern[str]) -> int:
    """Where the article begins that with its noun tells so; -1 if there is none."""
    begin = actor.start
    for _ in range(_WORDS - 1):
        if begin < 2 or folded[begin - 1] != " ":
            return -1
        begin = word_start(folded, begin - 1, _LONGEST)
        if oblique.fullmatch(folded, begin, actor.end):
            return begin
    return -1
