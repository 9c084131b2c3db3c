"""What console.log makes of its arguments: format specifiers in the first one, then values with spaces between."""
from __future__ import annotations

from tsrun.heap.layout import (
    A_ACCESSOR, FALSE, K_ERROR, K_FUNCTION, NULL, N_CONSTRUCTOR, N_MESSAGE, N_TO_STRING, STRING, TAG, TRUE, T_OBJECT,
    T_STRING, T_SYMBOL, UNDEFINED,
)
from tsrun.heap.reader import number_of, number_text, value_of_number
from tsrun.vm.driver import ScriptError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from tsrun.heap.reader import Heap

    class Scripts(Protocol):
        """What formatting may run of the script."""

        def get(self, function: int, this: int) -> int:
            """Call a getter; UNDEFINED when it throws."""

        def convert(self, function: str, value: int) -> int:
            """What a global function says of a value: String, Number, parseInt, parseFloat, JSON.stringify."""


def primitive_text(heap: Heap, value: int) -> str:
    """A primitive that is no string: -0 keeps its sign."""
    if value < TAG:
        number = number_of(value)
        return "-0" if number == 0 and value < 0 else number_text(number)
    tag = value >> 48
    if tag == T_SYMBOL:
        description = heap.symbol_description(value)
        return f"Symbol({description or ''})"
    return {UNDEFINED: "undefined", NULL: "null", TRUE: "true", FALSE: "false"}.get(value, "undefined")


def shown(heap: Heap, value: int, scripts: Scripts | None, depth: float = 2, hidden: bool = False) -> str:
    """A value on its own: strings as they are."""
    if value >> 48 == T_STRING:
        return heap.string(value)
    if value >> 48 != T_OBJECT:
        return primitive_text(heap, value)
    from tsrun.library.console.inspect import Inspector  # what prints only strings and numbers does without

    return Inspector(heap, depth=depth, hidden=hidden, call=scripts.get if scripts else None).text(value)


def formatted(heap: Heap, values: Sequence[int], scripts: Scripts | None) -> str:
    """The text of one call of console.log."""
    if not values:
        return ""
    first = values[0]
    if first >> 48 != T_STRING:
        return " ".join([shown(heap, value, scripts) for value in values])
    text = heap.string(first)
    if len(values) == 1 or "%" not in text:
        return " ".join([text, *(shown(heap, value, scripts) for value in values[1:])])
    text, used = _filled(heap, text, values, scripts)
    return " ".join([text, *(shown(heap, value, scripts) for value in values[used:])])


def _filled(heap: Heap, text: str, values: Sequence[int], scripts: Scripts | None) -> tuple[str, int]:
    """The text with its specifiers replaced, and how many of the values it took."""
    parts, used, done, at = [], 1, 0, 0
    while (at := text.find("%", at)) >= 0 and at + 1 < len(text):
        heap.pulse()
        letter = text[at + 1]
        if letter == "%":
            parts += [text[done:at], "%"]
        elif letter in "sdifjoOc" and used < len(values):
            parts += [text[done:at], _specified(heap, letter, values[used], scripts)]
            used += 1
        else:
            at += 1
            continue
        at = done = at + 2
    parts.append(text[done:])
    return "".join(parts), used


def _specified(heap: Heap, letter: str, value: int, scripts: Scripts | None) -> str:
    if letter == "s":
        return _as_string(heap, value, scripts)
    if letter in "dif":
        return _as_number(heap, letter, value, scripts)
    if letter == "j":
        return _as_json(heap, value, scripts)
    if letter == "c":
        return ""
    if value >> 48 == T_STRING:
        from tsrun.library.console.text import quoted

        return quoted(heap.string(value))
    if letter == "o":
        return shown(heap, value, scripts, 4, hidden=True)
    return shown(heap, value, scripts)


def _as_json(heap: Heap, value: int, scripts: Scripts | None) -> str:
    """What JSON.stringify says, "[Circular]" where it says that there is a cycle, as Node has it."""
    if not scripts:
        return shown(heap, value, scripts)
    try:
        return shown(heap, scripts.convert("JSON.stringify", value), scripts)
    except ScriptError as error:
        thrown = error.value
        found = heap.data(thrown, STRING | N_MESSAGE) if heap.kind(thrown) == K_ERROR else UNDEFINED
        if found >> 48 == T_STRING and heap.string(found).startswith("Converting circular structure to JSON\n"):
            return "[Circular]"
        raise


def _as_string(heap: Heap, value: int, scripts: Scripts | None) -> str:
    if value >> 48 != T_OBJECT:
        return shown(heap, value, scripts)
    if scripts and (heap.kind(heap.behind(value)) == K_FUNCTION or _has_own_to_string(heap, value)):
        return shown(heap, scripts.convert("String", value), scripts)
    return shown(heap, value, scripts, 0)


def _has_own_to_string(heap: Heap, value: int) -> bool:
    """Whether the script says how the object becomes a string: toString is not one of the library's."""
    holder = value
    while holder != NULL:
        heap.pulse()
        found = heap.own(holder, STRING | N_TO_STRING)
        if found is not None:
            if found[1] & A_ACCESSOR or holder == value:
                return True
            constructor = heap.own(holder, STRING | N_CONSTRUCTOR)
            return constructor is None or not heap.is_library(constructor[0])
        holder = heap.prototype(holder)
    return False


def _as_number(heap: Heap, letter: str, value: int, scripts: Scripts | None) -> str:
    tag = value >> 48
    if tag == T_SYMBOL:
        return "NaN"
    if letter == "i" and value < TAG and abs(number_of(value)) < 1e21:
        number = number_of(value)
        return primitive_text(heap, value_of_number(float(int(number)))) if number == number else "NaN"
    if value < TAG:
        return primitive_text(heap, value)
    function = {"d": "Number", "i": "parseInt", "f": "parseFloat"}[letter]
    return primitive_text(heap, scripts.convert(function, value)) if scripts else "NaN"


