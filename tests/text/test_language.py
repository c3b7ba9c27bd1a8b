"""Which language a text is in: short texts, neighbours, languages without a pack."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.coder import Coder, languages
from dragoman.model import Dispatch, DispatchError
from dragoman.text.language import identify

CONTRACT = Path(__file__).parents[1] / "contract"
OWN = yaml.safe_load((CONTRACT / "facts.yml").read_text(encoding="utf-8"))


def wordings(lang: str) -> list[str]:
    path = CONTRACT / f"{lang}.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    rows.pop("names", None)
    return list(rows.values()) or [fact[lang] for fact in OWN if lang in fact]


@pytest.mark.parametrize("lang", languages())
def test_two_sentences_tell_their_language(lang: str) -> None:
    rows = wordings(lang)
    pairs = [f"{one} {other}" for one, other in zip(rows[::2], rows[1::2], strict=False)]
    assert len(pairs) >= 30
    assert [pair for pair in pairs if identify(pair) != lang] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("az", "Dağlıq yollarda qar yağır, qatarların hərəkəti dayanıb."),
        ("tr", "Dağlık yollarda kar yağıyor, Aliyev'in uçağı Ankara'ya indi."),
        ("kk", "Президенттің сапары туралы Ақорда хабарлады, келіссөз ертең аяқталады."),
        ("ru", "Президент прибыл в Алма-Ату, сообщила пресс-служба Ақорды."),
        ("uk", "Міністр прибув до Риги, візит триватиме два дні."),
        ("be", "Прэзідэнт Беларусі сустрэўся ў Мінску з прэм'ер-міністрам Польшчы."),
        ("zh", "两国外长在罗马举行会谈。"),
        ("ja", "両国の外相はローマで会談した。"),
        ("ky", "Министр өлкөнүн элчиси менен жолугушту, деп билдирди басма сөз кызматы."),
    ],
)
def test_neighbours_are_told_apart(lang: str, text: str) -> None:
    assert identify(text) == lang


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bg", "Президентът на Румъния се срещна в София с министър-председателя на България и обсъди доставките."),
        ("pt", "O presidente do Brasil reuniu-se em Lisboa com o primeiro-ministro para assinar um acordo de pesca."),
    ],
)
def test_other_languages_are_named(code: str, text: str) -> None:
    with pytest.raises(DispatchError, match=f"unsupported language: {code}; supported are ar, az"):
        Coder().code(Dispatch(text=text, date="2024-05-14"))
