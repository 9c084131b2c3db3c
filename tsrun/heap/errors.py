"""How kernels throw: they say what kind of error with which values; the prelude makes the Error object."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    S_DEADLINE_NS, S_ERROR_A, S_ERROR_B, S_ERROR_KIND, S_FUEL, S_OVERTIME, S_THROWN, S_WORK, UNDEFINED, X_THROW,
    X_THROW_KIND,
)
from tsrun.heap.machine import clock_ns

POLL = (1 << 16) - 1
"""A loop polls `deadline_passed` when its count has none of these bits."""
CHUNK = 1 << 20
"""Steps of a simple loop, a few milliseconds at most, after which it says so to `worked`."""
WORK = 1 << 20
"""Steps between two looks at the clock."""


@kernel
def throw_kind(h, kind, a, b):
    """Return the result of this from a handler or native to throw the error of that kind (E_ constants)."""
    h.state[S_ERROR_KIND] = kind
    h.state[S_ERROR_A] = a
    h.state[S_ERROR_B] = b
    return X_THROW_KIND


@kernel
def throw_value(h, value):
    """Return the result of this from a handler or native to throw a value."""
    h.state[S_THROWN] = value
    return X_THROW


@kernel
def throw_plain(h, kind):
    """throw_kind without values."""
    return throw_kind(h, kind, UNDEFINED, UNDEFINED)


@kernel
def deadline_passed(h):
    """1 if the time limit was reached or Ctrl-C came: a native with a long loop asks every POLL steps, and returns
    X_LIMIT then. Whatever it has done by then, no script will see.
    """
    deadline = h.state[S_DEADLINE_NS]
    return 1 if deadline != 0 and clock_ns() >= deadline else 0


@kernel(inline=True)
def worked(h, steps):
    """Count steps of a builtin that may take long; 1 when the time limit was reached or Ctrl-C came.

    Then the builtin leaves at once: with X_LIMIT, or, where that is far away, with any result that does no harm. The
    driver ends the run before anything outside can be seen.
    """
    left = h.state[S_WORK] - steps
    h.state[S_WORK] = left
    return 0 if left > 0 else look_at_clock(h)


@kernel
def look_at_clock(h):
    """1 when the time is up, for all to see: the fuel is used up then."""
    if deadline_passed(h) == 0:
        h.state[S_WORK] = WORK
        return 0
    h.state[S_WORK] = 0
    h.state[S_FUEL] = 0
    h.state[S_OVERTIME] = 1
    return 1
