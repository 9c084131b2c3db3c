"""Array builtins on dense arrays that nothing unusual was done to; anything else is left to the prelude."""
from __future__ import annotations

from tsrun.heap.allocate import capacity_of, new_array, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.bulk import fill_words, move_words
from tsrun.heap.errors import POLL, worked
from tsrun.heap.layout import (
    F_EXTENSIBLE_OFF, F_LENGTH_READONLY, F_SPARSE, HOLE, ID, K_ARRAY, KIND, N_CONSTRUCTOR, OBJECT, P_ARRAY,
    R_ARRAY_CONSTRUCTOR, R_SPECIES_GETTER, SH_ARRAY, SYM_IS_CONCAT_SPREADABLE, SYM_SPECIES, T_OBJECT, UNDEFINED,
    X_COLLECT, X_LIMIT, X_SLOW,
)
from tsrun.heap.machine import copy
from tsrun.heap.objects import grow_elements, grown_elements, own_place, place_value, prototype_of
from tsrun.heap.values import is_array, is_proxy
from tsrun.library.arguments import (
    answer, answer_bool, answer_int, answer_object, argument, is_plain_number, relative_argument,
)
from tsrun.library.own import chain_has_elements, has_property
from tsrun.vm.array_length import MAX_FILLED
from tsrun.vm.iterate import is_plain_array
from tsrun.vm.tables import native

LAST_LENGTH = 4294967295
TRIM_FROM = 32
"""Elements from which `shift` moves the array's start instead of the elements."""


@kernel
def dense_array(h, value):
    """The cell of a dense array whose holes read as undefined; -1 for anything else."""
    if value >> 48 != T_OBJECT:
        return -1
    cell = value & ID
    if h.meta[cell] & (KIND | F_SPARSE) != K_ARRAY or chain_has_elements(h, cell):
        return -1
    return cell


@kernel
def writable_array(h, value):
    """A dense array whose elements and length may change; -1 for anything else."""
    cell = dense_array(h, value)
    return -1 if cell < 0 or h.meta[cell] & (F_EXTENSIBLE_OFF | F_LENGTH_READONLY) else cell


@kernel
def plain_species(h, array):
    """1 if ArraySpeciesCreate makes an ordinary array, without running any user code."""
    if h.shape[array] != SH_ARRAY and (prototype_of(h, array) != P_ARRAY or own_place(h, array, N_CONSTRUCTOR) >= 0):
        return 0
    place = own_place(h, P_ARRAY, N_CONSTRUCTOR)
    if place < 0 or place_value(h, P_ARRAY, place) != h.roots[R_ARRAY_CONSTRUCTOR]:
        return 0
    constructor = h.roots[R_ARRAY_CONSTRUCTOR] & ID
    place = own_place(h, constructor, SYM_SPECIES)
    return 1 if place >= 0 and place_value(h, constructor, place) == h.roots[R_SPECIES_GETTER] else 0


@kernel
def copied_array(h, source, start, count):
    """A new array of some elements of a dense one, holes included (reserve 1 cell, count + 1 words).

    X_LIMIT when the time is up.
    """
    cell = new_array(h, SH_ARRAY, count)
    h.length[cell] = count
    return X_LIMIT if move_words(h, h.elems[cell], h.elems[source] + start, count) else cell


@kernel
def make_room(h, array, length):
    """Let a dense array's block hold `length` elements, and then some. 0: collect first."""
    if length <= capacity_of(h, h.elems[array]):
        return 1
    capacity = grown_elements(h, length)
    if reserve(h, 0, capacity + 1) == 0:
        return 0
    grow_elements(h, array, capacity)
    return 1


@native("Array.isArray", 1)
def array_is_array(h, fp, argc):
    """Array.isArray (section 23.1.2.2)."""
    value = argument(h, fp, argc, 0)
    if is_proxy(h, value):
        return X_SLOW
    return answer_bool(h, fp, is_array(h, value))


@native("Array.prototype.push", 1)
def array_push(h, fp, argc):
    """Array.prototype.push (section 23.1.3.23)."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0:
        return X_SLOW
    length = h.length[array]
    if length + argc > LAST_LENGTH:
        return X_SLOW
    if make_room(h, array, length + argc) == 0:
        return X_COLLECT
    at = h.elems[array] + length
    for i in range(argc):
        h.slots[at + i] = h.regs[fp + 2 + i]
    h.length[array] = length + argc
    return answer_int(h, fp, length + argc)


@native("$push", 2)
def push(h, fp, argc):
    """$push(array, value): append to an array of the prelude's own, dense or sparse by its size."""
    array = h.regs[fp + 2] & ID
    length = h.length[array]
    if make_room(h, array, length + 1) == 0:
        return X_COLLECT
    h.slots[h.elems[array] + length] = h.regs[fp + 3]
    h.length[array] = length + 1
    return answer(h, fp, UNDEFINED)


@native("Array.prototype.pop", 0)
def array_pop(h, fp, argc):
    """Array.prototype.pop (section 23.1.3.22)."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0:
        return X_SLOW
    length = h.length[array]
    if length == 0:
        return answer(h, fp, UNDEFINED)
    value = h.slots[h.elems[array] + length - 1]
    h.length[array] = length - 1
    return answer(h, fp, UNDEFINED if value == HOLE else value)


@native("Array.prototype.shift", 0)
def array_shift(h, fp, argc):
    """Array.prototype.shift (section 23.1.3.27). A long array's block is cut at its front, leaving an empty one."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0:
        return X_SLOW
    length = h.length[array]
    if length == 0:
        return answer(h, fp, UNDEFINED)
    payload = h.elems[array]
    value = h.slots[payload]
    if length > TRIM_FROM:
        header = h.slots[payload - 1]
        h.slots[payload - 1] = header & ID
        h.slots[payload] = header & ID | (header >> 32) - 1 << 32
        h.elems[array] = payload + 1
    else:
        copy(h.slots, payload, payload + 1, length - 1)
    h.length[array] = length - 1
    return answer(h, fp, UNDEFINED if value == HOLE else value)


@native("Array.prototype.unshift", 1)
def array_unshift(h, fp, argc):
    """Array.prototype.unshift (section 23.1.3.37)."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0 or h.length[array] + argc > LAST_LENGTH:
        return X_SLOW
    length = h.length[array]
    if make_room(h, array, length + argc) == 0:
        return X_COLLECT
    payload = h.elems[array]
    if argc > 0 and move_words(h, payload + argc, payload, length):
        return X_LIMIT
    for i in range(argc):
        h.slots[payload + i] = h.regs[fp + 2 + i]
    h.length[array] = length + argc
    return answer_int(h, fp, length + argc)


@native("Array.prototype.slice", 2)
def array_slice(h, fp, argc):
    """Array.prototype.slice (section 23.1.3.28)."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 0) == 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    if plain_species(h, array) == 0:
        return X_SLOW
    length = h.length[array]
    start = relative_argument(h, fp, argc, 0, length, 0)
    end = relative_argument(h, fp, argc, 1, length, length)
    count = end - start if end > start else 0
    if reserve(h, 1, count + 1) == 0:
        return X_COLLECT
    result = copied_array(h, array, start, count)
    return result if result < 0 else answer_object(h, fp, result)


@native("Array.prototype.splice", 2)
def array_splice(h, fp, argc):
    """Array.prototype.splice (section 23.1.3.31)."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 0) == 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    if plain_species(h, array) == 0:
        return X_SLOW
    length = h.length[array]
    start = relative_argument(h, fp, argc, 0, length, 0)
    items = argc - 2 if argc > 2 else 0
    removed = 0
    if argc == 1:
        removed = length - start
    elif argc > 1:
        # A count is clamped as an index is, but a negative one means none.
        removed = relative_argument(h, fp, argc, 1, length - start, 0)
        if h.regs[fp + 3] < 0:
            removed = 0
    after = length - removed + items
    if after > LAST_LENGTH:
        return X_SLOW
    if after > capacity_of(h, h.elems[array]):
        capacity = grown_elements(h, after)
        if reserve(h, 1, capacity + removed + 2) == 0:
            return X_COLLECT
        grow_elements(h, array, capacity)
    elif reserve(h, 1, removed + 1) == 0:
        return X_COLLECT
    result = copied_array(h, array, start, removed)
    if result < 0:
        return result
    payload = h.elems[array]
    if items != removed and length > start + removed:
        if move_words(h, payload + start + items, payload + start + removed, length - start - removed):
            return X_LIMIT
    for i in range(items):
        h.slots[payload + start + i] = h.regs[fp + 4 + i]
    h.length[array] = after
    return answer_object(h, fp, result)


@kernel
def concat_count(h, value):
    """Number of elements that a value adds to a concatenation; -1 for an unusual array or object."""
    if value >> 48 != T_OBJECT:
        return 1
    if has_property(h, value & ID, SYM_IS_CONCAT_SPREADABLE) != 0:
        return -1
    if h.meta[value & ID] & KIND != K_ARRAY:
        return 1
    array = dense_array(h, value)
    return h.length[array] if array >= 0 else -1


@native("Array.prototype.concat", 1)
def array_concat(h, fp, argc):
    """Array.prototype.concat (section 23.1.3.2)."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0 or plain_species(h, array) == 0:
        return X_SLOW
    total = 0
    for i in range(-1, argc):
        count = concat_count(h, h.regs[fp + 2 + i])
        if count < 0:
            return X_SLOW
        total += count
    if total > MAX_FILLED:
        return X_SLOW
    if reserve(h, 1, total + 1) == 0:
        return X_COLLECT
    result = new_array(h, SH_ARRAY, total)
    h.length[result] = total
    at = h.elems[result]
    for i in range(-1, argc):
        value = h.regs[fp + 2 + i]
        if value >> 48 == T_OBJECT and h.meta[value & ID] & KIND == K_ARRAY:
            count = h.length[value & ID]
            if move_words(h, at, h.elems[value & ID], count):
                return X_LIMIT
            at += count
        else:
            h.slots[at] = value
            at += 1
    return answer_object(h, fp, result)


@native("Array.prototype.reverse", 0)
def array_reverse(h, fp, argc):
    """Array.prototype.reverse (section 23.1.3.26); holes change places like elements."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0:
        return X_SLOW
    low = h.elems[array]
    high = low + h.length[array] - 1
    while low < high:
        value = h.slots[low]
        h.slots[low] = h.slots[high]
        h.slots[high] = value
        low += 1
        high -= 1
        if low & POLL == 0 and worked(h, POLL):
            return X_LIMIT
    return answer(h, fp, h.regs[fp + 1])


@native("Array.prototype.toReversed", 0)
def array_to_reversed(h, fp, argc):
    """Array.prototype.toReversed (section 23.1.3.33); holes become undefined."""
    array = dense_array(h, h.regs[fp + 1])
    if array < 0:
        return X_SLOW
    length = h.length[array]
    if reserve(h, 1, length + 1) == 0:
        return X_COLLECT
    result = new_array(h, SH_ARRAY, length)
    h.length[result] = length
    for i in range(length):
        if i & POLL == POLL and worked(h, POLL):
            return X_LIMIT
        value = h.slots[h.elems[array] + length - 1 - i]
        h.slots[h.elems[result] + i] = UNDEFINED if value == HOLE else value
    return answer_object(h, fp, result)


@native("Array.prototype.fill", 1)
def array_fill(h, fp, argc):
    """Array.prototype.fill (section 23.1.3.7)."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 1) == 0 or is_plain_number(h, fp, argc, 2) == 0:
        return X_SLOW
    length = h.length[array]
    start = relative_argument(h, fp, argc, 1, length, 0)
    end = relative_argument(h, fp, argc, 2, length, length)
    if fill_words(h, h.elems[array] + start, end - start, argument(h, fp, argc, 0)):
        return X_LIMIT
    return answer(h, fp, h.regs[fp + 1])


@native("Array.prototype.copyWithin", 2)
def array_copy_within(h, fp, argc):
    """Array.prototype.copyWithin (section 23.1.3.4)."""
    array = writable_array(h, h.regs[fp + 1])
    if array < 0 or is_plain_number(h, fp, argc, 0) == 0 or is_plain_number(h, fp, argc, 1) == 0:
        return X_SLOW
    if is_plain_number(h, fp, argc, 2) == 0:
        return X_SLOW
    length = h.length[array]
    target = relative_argument(h, fp, argc, 0, length, 0)
    start = relative_argument(h, fp, argc, 1, length, 0)
    end = relative_argument(h, fp, argc, 2, length, length)
    count = end - start
    if count > length - target:
        count = length - target
    if move_words(h, h.elems[array] + target, h.elems[array] + start, count):
        return X_LIMIT
    return answer(h, fp, h.regs[fp + 1])


@native("$appendIterable", 2)
def append_iterable(h, fp, argc):
    """$appendIterable(array, iterable): append a dense array that iterates plainly; false for anything else."""
    source = dense_array(h, h.regs[fp + 3])
    if source < 0 or is_plain_array(h, OBJECT | source) == 0:
        return answer_bool(h, fp, 0)
    return append_elements(h, fp, source)


@native("$isDense", 1)
def is_dense(h, fp, argc):
    """$isDense(value): an array with dense elements whose holes read as undefined."""
    return answer_bool(h, fp, 1 if dense_array(h, h.regs[fp + 2]) >= 0 else 0)


@native("$plainSpecies", 1)
def has_plain_species(h, fp, argc):
    """$plainSpecies(object): an array from which new ones are made as ordinary arrays."""
    cell = h.regs[fp + 2] & ID
    return answer_bool(h, fp, 1 if h.meta[cell] & KIND == K_ARRAY and plain_species(h, cell) else 0)


@native("$appendDense", 2)
def append_dense(h, fp, argc):
    """$appendDense(array, value): append the elements of a dense array, holes as undefined; false for anything else."""
    source = dense_array(h, h.regs[fp + 3])
    if source < 0:
        return answer_bool(h, fp, 0)
    return append_elements(h, fp, source)


@kernel
def append_elements(h, fp, source):
    """Append the elements of a dense array to the one in the first argument."""
    array = h.regs[fp + 2] & ID
    length = h.length[array]
    count = h.length[source]
    if make_room(h, array, length + count) == 0:
        return X_COLLECT
    at = h.elems[array] + length
    for i in range(count):
        if i & POLL == POLL and worked(h, POLL):
            return X_LIMIT
        value = h.slots[h.elems[source] + i]
        h.slots[at + i] = UNDEFINED if value == HOLE else value
    h.length[array] = length + count
    return answer_bool(h, fp, 1)
