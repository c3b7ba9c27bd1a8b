"""E-mail (RFC 5322 and MIME): the body of a message is a dispatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.intake.charset import decode
from dragoman.intake.fields import checked, language
from dragoman.intake.item import Item
from dragoman.intake.markup import text_of_html
from dragoman.intake.source import Source
from dragoman.intake.times import day_and_time
from dragoman.model import Dispatch, DispatchError

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

MAX_MAIL = 50_000_000
"""Bytes of a message with all that is attached to it."""

FIELDS = {
    "text": "the `text/plain` part, else the `text/html` part as paragraphs",
    "title": "`Subject`",
    "date": "`Date`, the day in the sender's zone",
    "sent": "`Date`",
    "lang": "`Content-Language`",
    "agency": "the name in `From`, else its domain",
    "guid": "`Message-ID`",
    "url": "`Archived-At`",
}
LOST = "attachments, forwarded messages, pictures; signatures and quoted mail stay in the text"

_HEADER = re.compile(rb"[!-9;-~]+:[ \t]?")
_TELLING = re.compile(
    rb"^(?:from|date|subject|message-id|received|return-path|mime-version|delivered-to):", re.I | re.M
)
_BROKEN = (LookupError, ValueError, KeyError, IndexError, AttributeError, TypeError)
"""What the standard library raises over headers that no program should have written."""


def looks_like(head: bytes) -> bool:
    """Whether it begins with headers, and two of them are of mail."""
    block = re.split(rb"\r?\n\r?\n", head.removeprefix(b"\xef\xbb\xbf").lstrip(), maxsplit=1)[0]
    return bool(_HEADER.match(block)) and len(set(_TELLING.findall(block))) > 1


def read(source: Source) -> Iterator[Item]:
    """The dispatch of a message."""
    size = 0
    try:
        data = source.take(MAX_MAIL)
        size = len(data)
        yield Item(source.where, dispatch(data, source.name), size=size)
    except DispatchError as error:
        yield Item(source.where, problem=str(error), size=size)


def dispatch(data: bytes, name: str) -> Dispatch:
    """The dispatch of a message as it was sent."""
    from email import message_from_bytes, policy

    message = message_from_bytes(data.lstrip(), policy=policy.default)
    text = _body(message)
    if not text.strip():
        raise DispatchError("no text in this message: give what is attached to it as a file of its own")
    date, guid = _header(message, "Date"), (_header(message, "Message-ID") or "").strip("<> ") or None
    day, sent = _sent(date)
    return checked(
        Dispatch(
            text,
            id=guid or name,
            lang=language((_header(message, "Content-Language") or "").partition(",")[0]),
            date=day,
            agency=_sender(message),
            url=(_header(message, "Archived-At") or "").strip("<> ") or None,
            title=_header(message, "Subject"),
            guid=guid,
            sent=sent,
        )
    )


def _sent(date: str | None) -> tuple[str | None, str | None]:
    try:
        return day_and_time(date) if date else (None, None)
    except DispatchError:
        return None, None


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message.get(name) or "").split()) or None
    except _BROKEN:
        return None


def _sender(message: EmailMessage) -> str | None:
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "From") or "")
    return name.strip(" '\"") or address.rpartition("@")[2] or None


def _body(message: EmailMessage) -> str:
    for kind in ("plain", "html"):
        if (part := _part(message, kind)) is None:
            continue
        text = _text(part)
        if text.strip():
            return text_of_html(text) if kind == "html" else _plain(text, part)
    return ""


def _part(message: EmailMessage, kind: str) -> MIMEPart | None:
    try:
        return message.get_body((kind,))
    except _BROKEN:
        return None


def _text(part: MIMEPart) -> str:
    """A part's text; a charset that is wrong or unknown is found out as a page's is."""
    payload = part.get_payload(decode=True)
    try:
        charset = part.get_content_charset()
    except _BROKEN:
        charset = None
    return decode(payload, charset) if isinstance(payload, bytes) else ""


def _plain(text: str, part: MIMEPart) -> str:
    """Plain text with its soft line breaks undone (RFC 3676)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")
    if str(part.get_param("format", "")).lower() != "flowed":
        return "\n".join(lines)
    glue = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    flowed = ""
    for line in lines:
        told = line.removeprefix(" ")
        flowed += told[:-1] + glue if told.endswith(" ") and told != "-- " else told + "\n"
    return flowed.rstrip()
