"""Async generators for the prelude, which keeps their requests."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import F_ASYNC, ID, K_GENERATOR, KIND, OBJECT, T_OBJECT, UNDEFINED, X_SLOW
from tsrun.library.arguments import answer
from tsrun.vm.calls import X_ASYNC_NEXT
from tsrun.vm.native_calls import X_RESUME_ASYNC
from tsrun.vm.requests import AT_YIELD, has_request, queue_of, queue_state
from tsrun.vm.tables import native


@kernel(inline=True)
def is_async_generator(h, value):
    """1 for an async generator object."""
    return 1 if value >> 48 == T_OBJECT and h.meta[value & ID] & (KIND | F_ASYNC) == K_GENERATOR | F_ASYNC else 0


@native("$requests", 1)
def requests(h, fp, argc):
    """$requests(value): the queue of an async generator (vm/requests), undefined for anything else."""
    value = h.regs[fp + 2]
    if is_async_generator(h, value) == 0:
        return answer(h, fp, UNDEFINED)
    return answer(h, fp, OBJECT | queue_of(h, h.link[value & ID]))


@native("AsyncGenerator.prototype.next", 1)
def async_generator_next(h, fp, argc):
    """%AsyncGeneratorPrototype%.next (section 27.6.1.2) of a generator that waits: it goes on where it is called."""
    value = h.regs[fp + 1]
    if is_async_generator(h, value) == 0:
        return X_SLOW
    queue = queue_of(h, h.link[value & ID])
    return X_ASYNC_NEXT if queue_state(h, queue) <= AT_YIELD and has_request(h, queue) == 0 else X_SLOW


@native("AsyncGenerator.prototype.return", 1)
def async_generator_return(h, fp, argc):
    """%AsyncGeneratorPrototype%.return (section 27.6.1.3): the prelude's."""
    return X_SLOW


@native("AsyncGenerator.prototype.throw", 1)
def async_generator_throw(h, fp, argc):
    """%AsyncGeneratorPrototype%.throw (section 27.6.1.4): the prelude's."""
    return X_SLOW


@native("$resumeGenerator", 3)
def resume_generator(h, fp, argc):
    """$resumeGenerator(async generator, kind, value): go on in it until it suspends."""
    return X_RESUME_ASYNC
