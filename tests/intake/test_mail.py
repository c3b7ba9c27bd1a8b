"""E-mail: as the standard library writes it, and as old programs do."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime, parsedate_to_datetime

import pytest

from dragoman.intake import mail
from dragoman.intake.source import Source
from dragoman.model import Dispatch

from .articles import FRAGMENT, TEXT, TITLE

RUSSIAN = "Министр прибыл в Вену. Стороны подписали меморандум о морских перевозках."
DATE = "Wed, 08 May 2024 23:30:00 +0600"


def _message(text: str = TEXT, charset: str = "utf-8", cte: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Агентство портов <desk@ports.example>"
    message["To"] = "readers@example.org"
    message["Subject"] = TITLE
    message["Date"] = format_datetime(parsedate_to_datetime(DATE))
    message["Message-ID"] = "<20240508.1@ports.example>"
    message.set_content(text, charset=charset, cte=cte)
    message["Content-Language"] = "en-GB, ru"
    return message


def _read(data: bytes) -> Dispatch:
    (item,) = mail.read(Source.of(data, "f", "f"))
    assert item.dispatch, item.problem
    return item.dispatch


def test_a_message() -> None:
    assert _read(_message().as_bytes()) == Dispatch(
        TEXT,
        id="20240508.1@ports.example",
        lang="en",
        date="2024-05-08",
        agency="Агентство портов",
        title=TITLE,
        guid="20240508.1@ports.example",
        sent="2024-05-08T23:30:00+06:00",
    )


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251"])
def test_transfer_encodings_and_charsets(charset: str, cte: str) -> None:
    assert _read(_message(RUSSIAN, charset, cte).as_bytes()).text == RUSSIAN


def test_of_two_shapes_the_plain_one_is_taken() -> None:
    message = _message()
    message.add_alternative("<p>another</p>", subtype="html")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("not this one", filename="notes.txt")
    assert _read(message.as_bytes()).text == TEXT


def test_html_alone_gives_paragraphs() -> None:
    message = _message()
    message.set_content(f"<html><head><style>p {{}}</style></head><body>{FRAGMENT}</body></html>", subtype="html")
    assert _read(message.as_bytes()).text == TEXT
    message = _message(" \n")
    message.add_alternative(FRAGMENT, subtype="html")
    assert _read(message.as_bytes()).text == TEXT


HEAD = b"From: desk@ports.example\r\nDate: " + DATE.encode() + b"\r\nSubject: s\r\n"
RAW = [
    (HEAD + b"\r\nplain\r\ntwo\r\n", "text", "plain\ntwo", "no MIME at all"),
    (HEAD + b"\r\nx", "agency", "ports.example", "no name"),
    (b"\r\n" + HEAD + b"\r\nx", "text", "x", "an empty line before it"),
    (b"Subject: =?windows-1251?B?z/Do4uXy?=\r\nFrom: a@b.example\r\n\r\nx", "title", "Привет", "an encoded subject"),
    (b"Subject: a\r\n b\r\nFrom: a@b.example\r\n\r\nx", "title", "a b", "a folded subject"),
    (b"Date: soon\r\nFrom: a@b.example\r\n\r\nx", "date", None, "no date"),
    (HEAD + b"Content-Type: text/plain; charset=x-unknown\r\n\r\ncaf\xc3\xa9", "text", "café", "an unknown charset"),
    (
        HEAD + b"Content-Type: text/plain; charset=us-ascii\r\n\r\ncaf\xc3\xa9s",
        "text",
        "cafÃ©s",
        "a charset taken at its word",
    ),
    (
        HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\ncaf\xe9" + b" of Vienna" * 20,
        "text",
        "caf\ufffd" + " of Vienna" * 20,
        "a byte that is no UTF-8",
    ),
    (
        HEAD + b"Content-Type: text/plain; format=flowed\r\n\r\nlong \r\nline\r\nnext\r\n-- \r\nme",
        "text",
        "long line\nnext\n-- \nme",
        "soft line breaks",
    ),
    (
        HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nlo \r\nng",
        "text",
        "long",
        "soft breaks in a word",
    ),
    (HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\na\r\n", "text", "a", "a multipart cut off"),
]


@pytest.mark.parametrize(("data", "field", "expected", "why"), RAW, ids=[row[3] for row in RAW])
def test_messages_of_other_programs(data: bytes, field: str, expected: str | None, why: str) -> None:
    assert mail.looks_like(data)
    assert getattr(_read(data), field) == expected


@pytest.mark.parametrize("data", [HEAD + b"\r\n", b"", HEAD + b"Content-Type: image/png\r\n\r\n\x89PNG"])
def test_messages_without_text_are_told(data: bytes) -> None:
    (item,) = mail.read(Source.of(data, "f", "f"))
    assert item.problem
    assert "no text" in item.problem


@pytest.mark.parametrize("head", [b"Oslo, 8 May: they met.\n", b"Note: this\nand: that\n\nx", b'{"From": 1}', b""])
def test_what_is_no_message(head: bytes) -> None:
    assert not mail.looks_like(head)
