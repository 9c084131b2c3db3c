"""An uncaught error as Node prints it: where it was thrown, with the source line and a caret, then the error itself."""
from __future__ import annotations

from tsrun.heap.layout import K_ERROR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tsrun.errors import JSError
    from tsrun.realm import Realm


def source_line(source: bytes, line: int) -> str:
    """The text of a line (from 1), tabs included; "" if there is none."""
    from tsrun.syntax.positions import Positions

    positions = Positions(source)
    return positions.line_text(line) if 0 < line <= len(positions.line_starts) else ""


def unhandled(reason: str) -> str:
    """The report of a promise that was rejected with something that is no Error, and that nobody handled."""
    return (
        "[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a "
        "catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the "
        f"reason \"{reason}\".] {{\n  code: 'ERR_UNHANDLED_REJECTION'\n}}")


def unsettled(file: str, line: int, column: int, sources: dict[str, bytes]) -> str:
    """The warning for a module that awaits what nothing is left to settle."""
    text = source_line(sources.get(file, b""), line) if line else ""
    place = f"\n{text}\n{_before(text, column)}^\n" if text.strip() else ""
    return f"Warning: Detected unsettled top-level await at {file}:{line}{place}"


def _before(text: str, column: int) -> str:
    """White space as wide as a line is before a column."""
    return "".join("\t" if character == "\t" else " " for character in text[: max(0, column - 1)])


def uncaught(realm: Realm, value: int, error: JSError, sources: dict[str, bytes]) -> str:
    """The whole report."""
    place = ""
    if error.file is not None and error.line is not None:
        place = f"{error.file}:{error.line}\n"
        source = sources.get(error.file)
        text = source_line(source, error.line) if source is not None else ""
        if text.strip():
            place += f"{text}\n{_before(text, error.column or 1)}^\n"
    if realm.heap.kind(value) == K_ERROR:
        return f"{place}\n{realm.describe(value)}" if place else realm.describe(value)
    return place + realm.shown(value)
