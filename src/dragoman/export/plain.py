"""Text from a dispatch as it may be shown: what would steer a terminal or turn lines around becomes visible."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEPT = {"\n", "\t"}
_TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_BREAKS = {0x2028: "\n", 0x2029: "\n"}
_CONTROLS = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT},
    ord("\r"): "\n",
    **{code: f"\\x{code:x}" for code in range(0x7F, 0xA0)},
    **{code: f"\\u{code:x}" for code in _TURNING},
    **_BREAKS,
}


def visible(text: str) -> str:
    """The text with control characters and direction overrides written out; line breaks and tabs stay."""
    if text.isprintable():  # nearly all is, and every value on every page passes through here
        return text
    return text.replace("\r\n", "\n").translate(_CONTROLS)


def xml(text: str, instead: str = "\ufffd") -> str:
    """The text with something instead of what XML 1.0 cannot hold."""
    return _NOT_XML.sub(instead, text)


def one_line(text: str, limit: int | None = None) -> str:
    """The same in one line, with an ellipsis where it goes beyond ``limit`` characters."""
    line = " ".join(visible(text).split())
    return line if limit is None or len(line) <= limit else line[: limit - 1].rstrip() + "…"
