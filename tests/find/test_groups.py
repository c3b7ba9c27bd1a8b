"""Armed groups and oppositions: which words are one, of which state, under which name."""

from __future__ import annotations

import pytest

from dragoman.find.scan import scan

# language, sentence, state and name of each group that it tells
TOLD = [
    ("en", "Hezbollah fired rockets at Israel.", [("LBN", "Hezbollah")]),
    ("en", "Yemen's Houthi rebels hit a tanker.", [("YEM", "Houthi")]),
    ("en", "Gunmen from the jihadist group Boko Haram burned a village.", [("NGA", "Boko Haram")]),
    ("en", "Syrian rebels shelled Aleppo.", [("SYR", "rebels")]),
    ("en", "Militants in northern Mali killed two soldiers.", [("MLI", "Militants")]),
    ("en", "Pro-Russian separatists shot down a Ukrainian jet near Luhansk.", [("UKR", "separatists")]),
    ("en", "M23 took Goma. The rebels want talks with Rwanda.", [("COD", "M23"), ("COD", "M23")]),
    ("en", "Islamic State militants bombed a market in Baghdad.", [("IRQ", "Islamic State")]),
    ("en", "Islamic State militants bombed a market.", []),  # nobody tells where
    ("en", "Police in Belarus detained members of the opposition.", [("BLR", "opposition")]),
    ("en", "The movement of goods and the group of experts.", []),
    ("en", "The opposition says so.", []),
    ("de", "Die Huthi-Rebellen im Jemen beschossen ein Schiff.", [("YEM", "Huthi")]),
    ("de", "Kämpfer der Terrormiliz Boko Haram überfielen ein Dorf.", [("NGA", "Boko Haram")]),
    ("de", "Syrische Aufständische nahmen Aleppo ein.", [("SYR", "Aufständische")]),
    ("de", "Die Kämpfer siegten nach Punkten.", []),
]


@pytest.mark.parametrize(("lang", "text", "groups"), TOLD)
def test_groups(lang: str, text: str, groups: list[tuple[str, str]]) -> None:
    actors = [actor for row in scan(text, lang).sentences for actor in row.actors]
    assert [(a.state, a.surface) for a in actors if a.form == "group"] == groups


def test_who_leads_a_group_holds_no_office_of_the_state() -> None:
    actors = scan("Hezbollah leader Hadi Mansour warned Israel.", "en").sentences[0].actors
    assert [(a.state, a.office, a.name) for a in actors[:1]] == [("LBN", "other", "Hadi Mansour")]
