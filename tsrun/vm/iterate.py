"""Iteration: for-of and destructuring over the iterator protocol, arrays without it; for-in.

Three registers carry an iteration: the iterator, its `next` method, and a copy of the iterator while `next` runs. While
it runs, and after the iteration is over, the first is undefined, so that closing does nothing. For an array whose
iteration nobody has changed the first is the array and the second RAW with the position: no iterator object exists.
"""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, new_array, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.bulk import move_words
from tsrun.heap.errors import POLL, worked
from tsrun.heap.layout import (
    DONE, F_LAZY, F_SPARSE, HOLE, ID, K_ARRAY, K_BOXED, K_NAMESPACE, K_PROXY, KIND, N_NEXT, OBJECT, P_ARRAY,
    P_ARRAY_ITERATOR, R_ARRAY_SPREAD, R_FOR_IN_KEYS, R_ITERATOR_ABORT, R_ITERATOR_CLOSE, R_ITERATOR_OPEN,
    R_ITERATOR_REST, R_ITERATOR_SKIP, R_ITERATOR_STEP, RAW, S_GENERATOR_NEXT, S_ITERATOR_NEXT, S_ITERATOR_VALUES,
    S_PRISTINE_EPOCH, S_PRISTINE_FIRST, S_PRISTINE_SECOND, S_PROTO_EPOCH, SH_ARRAY, SYM_ITERATOR, T_OBJECT, T_RAW,
    UNDEFINED, UNINIT, X_COLLECT, X_LIMIT,
)
from tsrun.heap.objects import grow_elements, own_element_place, own_place, prototype_of
from tsrun.heap.strings import canonical_index, interned_or_none
from tsrun.heap.values import boxed_int, is_nullish
from tsrun.vm.calls import step_generator
from tsrun.vm.compare import jump_by
from tsrun.vm.elements import get_element
from tsrun.vm.frames import M_DISCARD, M_ITER_NEXT, M_ITER_OPEN, M_ITER_STEP
from tsrun.vm.coroutines import generator_to_step
from tsrun.vm.slow import call_root, root_to
from tsrun.vm.suspend import generators_pristine, step_builtin
from tsrun.vm.tables import op


@kernel
def arrays_pristine(h):
    """1 while Array.prototype[Symbol.iterator] and the array iterator's next are the original ones.

    Layout changes of prototypes move the epoch; a plain assignment to one of the two does not, so the values are
    compared.
    """
    if h.state[S_PRISTINE_EPOCH] != h.state[S_PROTO_EPOCH]:
        first = own_place(h, P_ARRAY, SYM_ITERATOR)
        second = own_place(h, P_ARRAY_ITERATOR, N_NEXT)
        if first < 0 or second < 0:
            return 0
        h.state[S_PRISTINE_FIRST] = first >> 8
        h.state[S_PRISTINE_SECOND] = second >> 8
        h.state[S_PRISTINE_EPOCH] = h.state[S_PROTO_EPOCH]
    if h.slots[h.offset[P_ARRAY] + h.state[S_PRISTINE_FIRST]] != h.state[S_ITERATOR_VALUES]:
        return 0
    return 1 if h.slots[h.offset[P_ARRAY_ITERATOR] + h.state[S_PRISTINE_SECOND]] == h.state[S_ITERATOR_NEXT] else 0


@kernel
def is_plain_array(h, value):
    """1 for an array that iterates as arrays do: its prototype is Array.prototype, no own Symbol.iterator, nothing
    changed.
    """
    if value >> 48 != T_OBJECT or h.meta[value & ID] & KIND != K_ARRAY:
        return 0
    cell = value & ID
    if h.shape[cell] != SH_ARRAY and (prototype_of(h, cell) != P_ARRAY or own_place(h, cell, SYM_ITERATOR) >= 0):
        return 0
    return arrays_pristine(h)


@op("base", "src", "name")
def get_iterator(h, pc, fp, a, b, c):
    """r[a] .. r[a+2] = an iteration over r[b]; c is its source text, for messages."""
    value = h.regs[fp + b]
    if is_plain_array(h, value):
        h.regs[fp + a] = value
        h.regs[fp + a + 1] = RAW
        return pc
    if generators_pristine(h, value):
        h.regs[fp + a] = value
        h.regs[fp + a + 1] = h.state[S_GENERATOR_NEXT]
        return pc
    return call_root(h, pc, fp, R_ITERATOR_OPEN, value, h.consts[c], UNDEFINED, M_ITER_OPEN, fp + a, 0)


@op("base", "src", "name")
def open_iterator(h, pc, fp, a, b, c):
    """As get_iterator, but r[a] is the iterator and r[a+1] its `next` for arrays too."""
    value = h.regs[fp + b]
    if generators_pristine(h, value):
        h.regs[fp + a] = value
        h.regs[fp + a + 1] = h.state[S_GENERATOR_NEXT]
        return pc
    return call_root(h, pc, fp, R_ITERATOR_OPEN, value, h.consts[c], UNDEFINED, M_ITER_OPEN, fp + a, 0)


@op("base", "dst", "jump")
def iterator_next(h, pc, fp, a, b, c):
    """r[b] = the next value of the iteration r[a]; jump when it is over."""
    position = h.regs[fp + a + 1]
    if position >> 48 == T_RAW:
        value = h.regs[fp + a]
        array = value & ID
        i = position & 0xFFFFFFFFFFFF
        if i >= h.length[array]:
            h.regs[fp + a] = UNDEFINED
            return pc + c
        if h.meta[array] & F_SPARSE == 0:
            element = h.slots[h.elems[array] + i]
            if element != HOLE:
                h.regs[fp + b] = element
                h.regs[fp + a + 1] = position + 1
                return pc
        return array_step(h, pc, fp, a, b, value, i)
    iterator = h.regs[fp + a]
    h.regs[fp + a] = UNDEFINED
    h.regs[fp + a + 2] = iterator
    places = (pc + c) << 32 | fp + b
    cell = generator_to_step(h, iterator, position)
    if cell != 0:
        code = step_generator(h, pc, fp, cell, M_ITER_NEXT, fp + a, places)
    else:
        value = step_builtin(h, fp, iterator, position)
        if value == DONE:
            return pc + c
        if value != HOLE and value != UNINIT:
            h.regs[fp + a] = iterator
            h.regs[fp + b] = value
            return pc
        code = X_COLLECT
        if value == HOLE:
            code = call_root(h, pc, fp, R_ITERATOR_STEP, iterator, position, UNDEFINED, M_ITER_NEXT, fp + a, places)
    if code < 0:
        h.regs[fp + a] = iterator
    return code


@kernel
def array_step(h, pc, fp, a, b, value, index):
    """The element of a fast iteration that is absent or sparse: through the prototype chain, with its getters."""
    code = get_element(h, pc, fp, fp + b, value, value, index)
    if code != X_COLLECT:
        h.regs[fp + a + 1] = RAW | index + 1
    return code


@op("base", "dst", "kind")
def iterator_step(h, pc, fp, a, b, c):
    """r[b] = the next value of the iteration r[a], undefined when it is over (array patterns); c: 1 nobody wants it."""
    iterator = h.regs[fp + a]
    if iterator == UNDEFINED:
        h.regs[fp + b] = UNDEFINED
        return pc
    position = h.regs[fp + a + 1]
    if position >> 48 == T_RAW:
        array = iterator & ID
        i = position & 0xFFFFFFFFFFFF
        if i >= h.length[array]:
            h.regs[fp + a] = UNDEFINED
            h.regs[fp + b] = UNDEFINED
            return pc
        return array_step(h, pc, fp, a, b, iterator, i)
    h.regs[fp + a] = UNDEFINED
    h.regs[fp + a + 2] = iterator
    cell = generator_to_step(h, iterator, position)
    if cell != 0:
        code = step_generator(h, pc, fp, cell, M_ITER_STEP, fp + a, fp + b)
    else:
        value = step_builtin(h, fp, iterator, position)
        if value == DONE:
            h.regs[fp + b] = UNDEFINED
            return pc
        if value != HOLE and value != UNINIT:
            h.regs[fp + a] = iterator
            h.regs[fp + b] = value
            return pc
        code = X_COLLECT
        if value == HOLE:
            root = R_ITERATOR_SKIP if c != 0 else R_ITERATOR_STEP
            code = call_root(h, pc, fp, root, iterator, position, UNDEFINED, M_ITER_STEP, fp + a, fp + b)
    if code < 0:
        h.regs[fp + a] = iterator
    return code


@op("base", "dst")
def iterator_rest(h, pc, fp, a, b, c):
    """r[b] = an array of all that is left of the iteration r[a]."""
    iterator = h.regs[fp + a]
    position = h.regs[fp + a + 1]
    plain = iterator != UNDEFINED and position >> 48 == T_RAW
    start = position & 0xFFFFFFFFFFFF
    array = iterator & ID
    if iterator == UNDEFINED or (plain and h.meta[array] & F_SPARSE == 0 and has_hole(h, array, start) == 0):
        count = 0
        if plain and start < h.length[array]:
            count = h.length[array] - start
        if reserve(h, 1, count + 1) == 0:
            return X_COLLECT
        cell = new_array(h, SH_ARRAY, count)
        h.length[cell] = count
        if move_words(h, h.elems[cell], h.elems[array] + start, count):
            return X_LIMIT
        h.regs[fp + a] = UNDEFINED
        h.regs[fp + b] = OBJECT | cell
        return pc
    code = root_to(h, pc, fp, R_ITERATOR_REST, iterator, boxed_int(h, start) if plain else position, b)
    if code >= 0:
        h.regs[fp + a] = UNDEFINED
    return code


@kernel
def has_hole(h, array, start):
    """1 if a dense array has a hole from `start` on."""
    payload = h.elems[array]
    for i in range(start, h.length[array]):
        if h.slots[payload + i] == HOLE:
            return 1
        if i & POLL == POLL and worked(h, POLL):
            return 1
    return 0


@op("base")
def iterator_close(h, pc, fp, a, b, c):
    """Leave the iteration r[a] normally: call its `return`, if it is not over."""
    iterator = h.regs[fp + a]
    fast = h.regs[fp + a + 1] >> 48 == T_RAW
    if iterator == UNDEFINED or fast:
        h.regs[fp + a] = UNDEFINED
        return pc
    code = call_root(h, pc, fp, R_ITERATOR_CLOSE, iterator, UNDEFINED, UNDEFINED, M_DISCARD, 0, 0)
    if code >= 0:
        h.regs[fp + a] = UNDEFINED
    return code


@op("base")
def iterator_abort(h, pc, fp, a, b, c):
    """Leave the iteration r[a] because of an exception: call its `return`, whose own errors are swallowed."""
    iterator = h.regs[fp + a]
    fast = h.regs[fp + a + 1] >> 48 == T_RAW
    if iterator == UNDEFINED or fast:
        h.regs[fp + a] = UNDEFINED
        return pc
    code = call_root(h, pc, fp, R_ITERATOR_ABORT, iterator, UNDEFINED, UNDEFINED, M_DISCARD, 0, 0)
    if code >= 0:
        h.regs[fp + a] = UNDEFINED
    return code


@op("src", "src", "name")
def array_spread(h, pc, fp, a, b, c):
    """Append the values of the iterable r[b], whose source text is c, to the array r[a], which is being built."""
    value = h.regs[fp + b]
    target = h.regs[fp + a] & ID
    if is_plain_array(h, value) and h.meta[value & ID] & F_SPARSE == 0 and has_hole(h, value & ID, 0) == 0:
        source = value & ID
        count = h.length[source]
        length = h.length[target]
        if length + count > capacity_of(h, h.elems[target]):
            if reserve(h, 0, length + count + 1) == 0:
                return X_COLLECT
            grow_elements(h, target, length + count)
        if move_words(h, h.elems[target] + length, h.elems[source], count):
            return X_LIMIT
        h.length[target] = length + count
        return pc
    return call_root(h, pc, fp, R_ARRAY_SPREAD, OBJECT | target, value, h.consts[c], M_DISCARD, 0, 0)


@op("base", "src")
def for_in(h, pc, fp, a, b, c):
    """r[a] .. r[a+2] = an enumeration of the keys of r[b]: the array of keys, the position, the object."""
    value = h.regs[fp + b]
    h.regs[fp + a + 1] = RAW
    h.regs[fp + a + 2] = value
    if is_nullish(h, value):
        h.regs[fp + a] = UNDEFINED
        return pc
    return root_to(h, pc, fp, R_FOR_IN_KEYS, value, UNDEFINED, a)


@kernel
def still_there(h, value, key):
    """1 if an object, or one on its prototype chain, has a property of this (flat string) key."""
    string = interned_or_none(h, key & ID)
    index = canonical_index(h, key & ID)
    holder = value & ID if value >> 48 == T_OBJECT else 0
    if holder == 0:
        return 1
    while holder != 0:
        kind = h.meta[holder] & KIND
        if kind == K_BOXED or kind == K_NAMESPACE or kind == K_PROXY or h.meta[holder] & F_LAZY:
            return 1
        if index >= 0 and own_element_place(h, holder, index) >= 0:
            return 1
        if index < 0 and string != 0 and own_place(h, holder, string) >= 0:
            return 1
        if worked(h, 2):
            return 1
        holder = prototype_of(h, holder)
    return 0


@op("base", "dst", "jump")
def for_in_next(h, pc, fp, a, b, c):
    """r[b] = the next key of the enumeration r[a] that is still there; jump when there is none.

    Keys are strings; one deleted since the list was made is passed over.
    """
    keys = h.regs[fp + a]
    if keys == UNDEFINED:
        return jump_by(h, pc, c)
    i = h.regs[fp + a + 1] & 0xFFFFFFFFFFFF
    array = keys & ID
    while i < h.length[array]:
        key = h.slots[h.elems[array] + i]
        i += 1
        if still_there(h, h.regs[fp + a + 2], key):
            h.regs[fp + a + 1] = RAW | i
            h.regs[fp + b] = key
            return pc
    return jump_by(h, pc, c)

