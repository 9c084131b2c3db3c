"""Async generators for the prelude, which keeps their requests."""
from __future__ import annotations

from tsrun.heap.layout import F_ASYNC, ID, K_GENERATOR, KIND, T_OBJECT
from tsrun.library.arguments import answer_bool
from tsrun.vm.calls import X_RESUME_ASYNC
from tsrun.vm.tables import native


@native("$isAsyncGenerator", 1)
def is_async_generator(h, fp, argc):
    """$isAsyncGenerator(value)"""
    value = h.regs[fp + 2]
    found = value >> 48 == T_OBJECT and h.meta[value & ID] & (KIND | F_ASYNC) == K_GENERATOR | F_ASYNC
    return answer_bool(h, fp, 1 if found else 0)


@native("$resumeGenerator", 3)
def resume_generator(h, fp, argc):
    """$resumeGenerator(async generator, kind, value): go on in it until it suspends."""
    return X_RESUME_ASYNC
