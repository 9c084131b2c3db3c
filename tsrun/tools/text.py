"""Names and lines of a script as text that a terminal, a table and an XML file can take."""
from __future__ import annotations

import re

SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ODD = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, ends of lines, what turns the direction of writing, halves of characters, what XML forbids."""


def _escape(found: re.Match[str]) -> str:
    unit = ord(found[0])
    return SHORT.get(found[0]) or (f"\\x{unit:02x}" if unit < 0x100 else f"\\u{unit:04x}")


def printable(text: str) -> str:
    """Text on one line, with escapes as in JavaScript for what is no visible character."""
    return _ODD.sub(_escape, text)


def fitted(text: str, width: int) -> str:
    """The beginning of a text that is too long, with an ellipsis."""
    return text if len(text) <= width else text[: width - 1] + "\u2026"
