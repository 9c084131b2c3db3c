"""The clock that timers go by: milliseconds since some moment before the script, never going back."""
from __future__ import annotations

from tsrun.heap.machine import clock_ns
from tsrun.heap.values import boxed_int, boxed_number
from tsrun.library.arguments import answer
from tsrun.vm.tables import native


@native("$clock", 0)
def clock(h, fp, argc):
    """$clock(): milliseconds, with their fraction."""
    return answer(h, fp, boxed_number(h, float(clock_ns()) / 1e6))


@native("$milliseconds", 0)
def milliseconds(h, fp, argc):
    """$milliseconds(): whole milliseconds."""
    return answer(h, fp, boxed_int(h, clock_ns() // 1000000))
