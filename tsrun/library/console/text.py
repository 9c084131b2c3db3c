"""Strings as the console shows them: quoted and escaped, their width on a terminal, lists in columns."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

BREAK_LENGTH = 80
COMPACT = 3
MAX_ARRAY_LENGTH = 100
MAX_STRING_LENGTH = 10_000
_SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 92: "\\\\"}
_ESCAPES = {code: _SHORT.get(code, f"\\x{code:02X}") for code in (*range(32), 92, *range(0x7F, 0xA0))}


def escaped(text: str) -> str:
    """The text with control characters, backslashes and lone surrogates escaped, unquoted."""
    if text.isascii():
        return text if text.isprintable() and "\\" not in text else text.translate(_ESCAPES)
    text = text.translate(_ESCAPES)
    try:
        text.encode()
    except UnicodeEncodeError:  # characters are code points here, so a surrogate is a lone one
        text = "".join([f"\\u{ord(each):x}" if "\ud800" <= each <= "\udfff" else each for each in text])
    return text


def quoted(text: str) -> str:
    """In the quotes that need the least escaping: single, else double, else backticks."""
    quote = "'"
    if "'" in text:
        if '"' not in text:
            quote = '"'
        elif "`" not in text and "${" not in text:
            quote = "`"
    body = escaped(text)
    if quote == "'" and "'" in body:
        body = body.replace("'", "\\'")
    return quote + body + quote


def utf16_length(text: str) -> int:
    """What a script's `length` says."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def width(text: str) -> int:
    """Columns on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    from unicodedata import combining, east_asian_width, normalize

    total = 0
    for character in normalize("NFC", text):
        code = ord(character)
        invisible = 0x200B <= code <= 0x200F or 0xFE00 <= code <= 0xFE0F
        if code < 32 or 0x7F <= code < 0xA0 or invisible or combining(character):
            continue
        total += 2 if east_asian_width(character) in "WF" else 1
    return total


def is_identifier(name: str) -> bool:
    """Whether a property name is shown without quotes."""
    return name.isascii() and name.isidentifier()


def in_columns(output: list[str], extra: bool, room: int, right: bool) -> list[str]:
    """Entries of a long array in rows of equal columns, where they are short enough for that.

    extra: the last entry is "... n more items". room: columns from the margin on. right: align to the right, as
    numbers.
    """
    count = len(output) - extra
    widths = [width(entry) for entry in output[:count]]
    total = sum(widths) + 2 * count
    longest = max(widths, default=0) + 2
    if longest * 3 >= room or not (total / longest > 5 or longest - 2 <= 6):
        return output
    bias = (longest - total / len(output)) ** 0.5
    biased = max(longest - 3 - bias, 1)
    columns = min(
        int((2.5 * biased * count) ** 0.5 / biased + 0.5), room // longest, COMPACT * 4, 15)
    if columns <= 1:
        return output
    line_widths = [max(widths[column::columns]) + 2 for column in range(min(columns, count))]
    rows = []
    for start in range(0, count, columns):
        end = min(start + columns, count)
        row = []
        for at in range(start, end):
            last = at == end - 1
            text = output[at] if last else output[at] + ", "
            size = line_widths[at - start] - (2 if last else 0) + len(output[at]) - widths[at]
            row.append(text.rjust(size) if right else text if last else text.ljust(size))
        rows.append("".join(row))
    return rows + output[count:]


def on_one_line(output: Sequence[str], start: int, base: str, length: float) -> bool:
    """Whether the entries fit on a line of this length behind `start` columns."""
    if "\n" in base:
        return False
    total = len(output) + start
    return total + len(output) <= length and total + sum(map(utf16_length, output)) <= length
