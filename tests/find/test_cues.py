"""Which cues a sentence holds, and in what order."""

from __future__ import annotations

import pytest

from dragoman.find.scan import scan
from dragoman.lang.matcher import matcher


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Италию и Казахстан связывают отношения стратегического партнерства."),
        ("de", "Der Präsident empfing den Außenminister zu einem Gespräch über die Beziehungen."),
        ("en", "The leaders held talks and agreed to set up a joint commission."),
    ],
)
def test_cues_on_the_same_words_keep_the_order_of_the_pack(lang: str, text: str) -> None:
    order = {id(pattern): number for number, pattern in enumerate(matcher(lang).patterns)}
    cues = [(cue.start, -cue.end, order[id(cue.pattern)]) for row in scan(text, lang).sentences for cue in row.cues]
    assert len(cues) > 1
    assert cues == sorted(cues)


@pytest.mark.parametrize(("text", "told"), [("I said so.", 1), ("Mali said it.", 0), ("“I met him,” he said.", 1)])
def test_a_cue_begins_with_a_word(text: str, told: int) -> None:
    rules = [rule for row in scan(text, "en").sentences for rule in row.rules if rule.pattern.value == "i"]
    assert len(rules) == told
