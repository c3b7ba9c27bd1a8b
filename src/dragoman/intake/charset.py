"""The text of markup and mail, whose encoding is told in many places and is often told wrong."""

from __future__ import annotations

import codecs
import re

from dragoman.intake.decode import reject_binary

_META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""", re.I
)
_HEAD = 4096
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# what a label means on the web (WHATWG, Encoding), where Python takes it at its word
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
    "x-cp1251": "cp1251",
}


def decode(data: bytes, declared: str | None = None) -> str:
    """The text: as the byte order mark says, else who sent it, else the document itself, else UTF-8, else what it looks
    like; a label that the bytes belie is passed over. Raises `DispatchError` for what is no text at all."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    reject_binary(data[:_HEAD])
    said = _META.search(data[:_HEAD])
    labels = [declared, (said[1] or said[2]).decode("ascii", "replace") if said else None, "utf-8"]
    for label in labels:
        if label and (text := _strict(data, label)) is not None:
            return text
    return _guessed(data)


def _strict(data: bytes, label: str) -> str | None:
    name = label.strip().strip("\"'").lower()
    try:
        return data.decode(_LABELS.get(name, name))
    except (LookupError, UnicodeError):
        return None


def _guessed(data: bytes) -> str:
    """Mostly UTF-8 with a few broken bytes, else what its letters look like."""
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 100 < len(text):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
