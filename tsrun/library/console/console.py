"""The console object: what each of its methods prints, counters, timers and groups.

A method is a host function (vm/host.py): it gets the values of its arguments and returns a value.
"""
from __future__ import annotations

from time import perf_counter

from tsrun.heap.layout import (
    FALSE, HOLE, ID, K_ARRAY, K_FUNCTION, NAN, NULL, T_OBJECT, T_STRING, TAG, UNDEFINED,
)
from tsrun.heap.reader import number_of
from tsrun.library.console.format import formatted, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tsrun.heap.reader import Heap
    from tsrun.library.console.format import Scripts

    Sink = Callable[[str, str], object]
    Method = Callable[[Sequence[int]], int]

METHODS = (
    "log", "error", "warn", "info", "debug", "table", "dir", "dirxml", "count", "countReset", "time", "timeLog",
    "timeEnd", "group", "groupCollapsed", "groupEnd", "assert", "trace",
)
"""In the order in which the realm numbers its host functions."""
MOST_GROUPS = 500
"""Groups that indent: what is nested deeper stays at their margin, so that indentation does not fill the memory."""


class Console:
    """The console of one VM. `sink(level, text)` is given every message, without the line end."""

    def __init__(self, heap: Heap, sink: Sink, scripts: Scripts | None, stack: Callable[[], str] = str) -> None:
        self._heap, self._sink, self._scripts, self._stack = heap, sink, scripts, stack
        self._indentation = ""
        self._groups = 0
        self._counts: dict[str, int] = {}
        self._timers: dict[str, float] = {}

    def method(self, name: str) -> Method:
        """The function that carries out a method."""
        if name in {"log", "error", "warn", "info", "debug"}:
            return lambda values: self._print(name, formatted(self._heap, values, self._scripts))
        found: Method = getattr(self, "_" + {"countReset": "count_reset", "timeLog": "time_log", "timeEnd": "time_end",
                                             "groupCollapsed": "group", "groupEnd": "group_end"}.get(name, name))
        return found

    def _print(self, level: str, text: str) -> int:
        if self._indentation:
            text = self._indentation + text.replace("\n", "\n" + self._indentation)
        self._sink(level, text)
        return UNDEFINED

    def _label(self, values: Sequence[int]) -> str:
        if not values or values[0] == UNDEFINED:
            return "default"
        value = values[0]
        if value >> 48 == T_OBJECT and self._scripts:
            value = self._scripts.convert("String", value)
        return shown(self._heap, value, self._scripts)

    def _truthy(self, value: int) -> bool:
        if value < TAG:
            return value != NAN and number_of(value) != 0
        if value in {FALSE, NULL, UNDEFINED, HOLE}:
            return False
        return value >> 48 != T_STRING or self._heap.length[value & ID] != 0

    # Counters, timers, groups

    def _count(self, values: Sequence[int]) -> int:
        label = self._label(values)
        self._counts[label] = self._counts.get(label, 0) + 1
        return self._print("log", f"{label}: {self._counts[label]}")

    def _count_reset(self, values: Sequence[int]) -> int:
        label = self._label(values)
        if self._counts.pop(label, None) is None:
            self._print("warn", f"Warning: Count for '{label}' does not exist")
        return UNDEFINED

    def _time(self, values: Sequence[int]) -> int:
        label = self._label(values)
        if label in self._timers:
            return self._print("warn", f"Warning: Label '{label}' already exists for console.time()")
        self._timers[label] = perf_counter()
        return UNDEFINED

    def _timed(self, values: Sequence[int], method: str) -> str | None:
        label = self._label(values)
        start = self._timers.get(label)
        if start is None:
            self._print("warn", f"Warning: No such label '{label}' for console.{method}()")
            return None
        text = f"{label}: {duration(1e3 * (perf_counter() - start))}"
        rest = formatted(self._heap, values[1:], self._scripts)
        return f"{text} {rest}" if rest else text

    def _time_log(self, values: Sequence[int]) -> int:
        text = self._timed(values, "timeLog")
        return self._print("log", text) if text else UNDEFINED

    def _time_end(self, values: Sequence[int]) -> int:
        text = self._timed(values[:1], "timeEnd")
        if text:
            del self._timers[self._label(values)]
            self._print("log", text)
        return UNDEFINED

    def _group(self, values: Sequence[int]) -> int:
        if values:
            self._print("log", formatted(self._heap, values, self._scripts))
        self._groups += 1
        return self._indent()

    def _group_end(self, _values: Sequence[int]) -> int:
        self._groups = max(0, self._groups - 1)
        return self._indent()

    def _indent(self) -> int:
        self._indentation = "  " * min(self._groups, MOST_GROUPS)
        return UNDEFINED

    # Other forms of printing

    def _assert(self, values: Sequence[int]) -> int:
        if values and self._truthy(values[0]):
            return UNDEFINED
        rest = values[1:]
        text = formatted(self._heap, rest, self._scripts)
        if not rest:
            return self._print("warn", "Assertion failed")
        return self._print("warn", f"Assertion failed{':' if rest[0] >> 48 == T_STRING else ''} {text}")

    def _trace(self, values: Sequence[int]) -> int:
        text = formatted(self._heap, values, self._scripts)
        return self._print("error", f"Trace{': ' if text else ''}{text}{self._stack()}")

    def _dirxml(self, values: Sequence[int]) -> int:
        return self._print("log", formatted(self._heap, values, self._scripts))

    def _dir(self, values: Sequence[int]) -> int:
        from tsrun.library.console.inspect import Inspector

        value = values[0] if values else UNDEFINED
        depth: float = 2
        hidden = False
        if len(values) > 1 and values[1] >> 48 == T_OBJECT:
            chosen = self._heap.by_name(values[1], "depth")
            depth = float("inf") if chosen == NULL else number_of(chosen) if chosen < TAG else depth
            hidden = self._truthy(self._heap.by_name(values[1], "showHidden"))
        call = self._scripts.get if self._scripts else None
        return self._print("log", Inspector(self._heap, depth=depth, hidden=hidden, call=call).text(value))

    def _table(self, values: Sequence[int]) -> int:
        if not values or values[0] >> 48 != T_OBJECT or self._heap.kind(values[0]) == K_FUNCTION:
            return self._dirxml(values[:1])
        from tsrun.library.console.table import table

        columns = None
        if len(values) > 1 and self._heap.kind(values[1]) == K_ARRAY:
            columns = [shown(self._heap, value, self._scripts) for _, value, _ in self._heap.elements(values[1])]
        return self._print("log", table(self._heap, values[0], columns, self._scripts))


def duration(milliseconds: float) -> str:
    """A time as console.timeEnd prints it."""
    if milliseconds < 1000:
        return f"{round(milliseconds, 3):.10g}ms"
    seconds = milliseconds / 1000
    if seconds < 60:
        return f"{seconds:.3f}s"
    minutes, seconds = divmod(seconds, 60)
    if minutes < 60:
        return f"{int(minutes)}:{seconds:06.3f} (m:ss.mmm)"
    hours, minutes = divmod(minutes, 60)
    return f"{int(hours)}:{int(minutes):02}:{seconds:06.3f} (h:mm:ss.mmm)"
