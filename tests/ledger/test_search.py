"""Search: whatever the case, the marks or the script of a word."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.search import find

from .made import coding, who

SAID = [{"kind": "statement", "type": "support", "actors": who(("speaker", "托卡耶夫", "head_of_state", "KAZ"))}]
TEXTS = [
    ("de", "Präsident Kassym-Jomart Tokajew reiste nach Baku."),
    ("ru", "Касым-Жомарт Токаев прибыл в Баку."),
    ("zh", "哈萨克斯坦总统托卡耶夫抵达巴库。"),
    ("fr", "Le président azerbaïdjanais a été reçu à l'Élysée."),
]


@pytest.mark.parametrize(
    ("query", "langs"),
    [
        ("tokayev", {"de", "ru", "zh"}),
        ("Токаев", {"de", "ru", "zh"}),
        ("托卡耶夫", {"de", "ru", "zh"}),
        ("PRASIDENT", {"de"}),
        ("elysee", {"fr"}),
        ("president elysée", {"fr"}),
        ("抵达", {"zh"}),
        ("tokayev elysee", set()),
        ("!!", set()),
        ('"; DROP TABLE dispatch --', set()),
    ],
)
def test_find(ledger: Ledger, query: str, langs: set[str]) -> None:
    ledger.add([coding(text, SAID if lang == "zh" else [], lang=lang) for lang, text in TEXTS])
    by_id = dict(enumerate((lang for lang, _ in TEXTS), start=1))
    with ledger.reading() as connection:
        assert {by_id[number] for number in find(connection, query)} == langs
