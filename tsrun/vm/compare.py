"""Comparisons and jumps."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.convert import KEY_NEEDS_ROOM, key_of, to_number_primitive
from tsrun.heap.errors import throw_kind, worked
from tsrun.heap.layout import (
    A_ACCESSOR, E_INSTANCEOF_TARGET, E_IN_NOT_OBJECT, FALSE, F_BOUND, F_LAZY, HOLE, ID, INDEX_KEY, KIND, K_ARRAY,
    K_BOXED, K_FUNCTION, K_NAMESPACE, K_PROXY, N_LENGTH, N_PROTOTYPE, P_FUNCTION, R_COMPARE, R_EQUAL, R_IN,
    R_INSTANCE_OF, SYM_HAS_INSTANCE, S_FUEL, TAG, TRUE, T_BIGINT, T_OBJECT, T_STRING, UNDEFINED, UNINIT, X_COLLECT,
    X_FUEL,
)
from tsrun.heap.machine import bits_float
from tsrun.heap.objects import own_element_place, own_place, place_value, prototype_of
from tsrun.heap.strings import compare_strings, flatten, same_strings
from tsrun.heap.values import boxed_bool, boxed_int, is_nullish, truthy
from tsrun.vm.frames import M_BRANCH_IF, M_BRANCH_UNLESS, M_NOT, M_TARGET
from tsrun.vm.functions import materialize
from tsrun.vm.slow import call_root, root_to
from tsrun.vm.tables import op

LESS, LESS_EQUAL, GREATER, GREATER_EQUAL = range(4)
WANTS_ROOM, WANTS_PRELUDE = -1, -2


@kernel
def compare_numbers(h, which, m: float, n: float):
    """1 or 0."""
    if which == LESS:
        return 1 if m < n else 0
    if which == LESS_EQUAL:
        return 1 if m <= n else 0
    if which == GREATER:
        return 1 if m > n else 0
    return 1 if m >= n else 0


@kernel
def compare_primitives(h, which, x, y):
    """1, 0, WANTS_ROOM or WANTS_PRELUDE."""
    if x >> 48 == T_OBJECT or y >> 48 == T_OBJECT:
        return WANTS_PRELUDE
    if x >> 48 == T_STRING and y >> 48 == T_STRING:
        if flatten(h, x & ID) == 0 or flatten(h, y & ID) == 0:
            return WANTS_ROOM
        order = compare_strings(h, x & ID, y & ID)
        return compare_numbers(h, which, float(order), 0.0)
    left = to_number_primitive(h, x)
    right = to_number_primitive(h, y)
    if left == UNINIT or right == UNINIT:
        return WANTS_ROOM
    if left == HOLE or right == HOLE:
        return WANTS_PRELUDE
    return compare_numbers(h, which, bits_float(left), bits_float(right))


@kernel
def compare_to(h, pc, fp, a, which, x, y):
    """r[a] = comparison of what is not two numbers."""
    result = compare_primitives(h, which, x, y)
    if result == WANTS_ROOM:
        return X_COLLECT
    if result == WANTS_PRELUDE:
        return call_root(h, pc, fp, R_COMPARE, boxed_int(h, which), x, y, M_TARGET, fp + a, 0)
    h.regs[fp + a] = boxed_bool(h, result)
    return pc


@kernel
def compare_jump(h, pc, fp, which, x, y, distance, wanted):
    """Jump if the comparison of what is not two numbers is `wanted` (1 or 0)."""
    result = compare_primitives(h, which, x, y)
    if result == WANTS_ROOM:
        return X_COLLECT
    if result == WANTS_PRELUDE:
        mode = M_BRANCH_IF if wanted else M_BRANCH_UNLESS
        return call_root(h, pc, fp, R_COMPARE, boxed_int(h, which), x, y, mode, 0, pc + distance)
    return jump_by(h, pc, distance) if result == wanted else pc


@kernel(inline=True)
def jump_by(h, pc, distance):
    """The pc of a jump; one backward takes fuel."""
    if distance < 0:
        fuel = h.state[S_FUEL] - 1
        if fuel < 0:
            return X_FUEL
        h.state[S_FUEL] = fuel
    return pc + distance


@op("dst", "src", "src")
def less(h, pc, fp, a, b, c):
    """r[a] = r[b] < r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.regs[fp + a] = TRUE if h.fregs[fp + b] < h.fregs[fp + c] else FALSE
        return pc
    return compare_to(h, pc, fp, a, LESS, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "src")
def less_equal(h, pc, fp, a, b, c):
    """r[a] = r[b] <= r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.regs[fp + a] = TRUE if h.fregs[fp + b] <= h.fregs[fp + c] else FALSE
        return pc
    return compare_to(h, pc, fp, a, LESS_EQUAL, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "src")
def greater(h, pc, fp, a, b, c):
    """r[a] = r[b] > r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.regs[fp + a] = TRUE if h.fregs[fp + b] > h.fregs[fp + c] else FALSE
        return pc
    return compare_to(h, pc, fp, a, GREATER, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "src")
def greater_equal(h, pc, fp, a, b, c):
    """r[a] = r[b] >= r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.regs[fp + a] = TRUE if h.fregs[fp + b] >= h.fregs[fp + c] else FALSE
        return pc
    return compare_to(h, pc, fp, a, GREATER_EQUAL, h.regs[fp + b], h.regs[fp + c])


@kernel
def strictly_equal(h, x, y):
    """IsStrictlyEqual: 1, 0 or WANTS_ROOM."""
    if x < TAG and y < TAG:
        return 1 if bits_float(x) == bits_float(y) else 0
    if x == y:
        return 1
    if x >> 48 == T_STRING and y >> 48 == T_STRING:
        return same_strings(h, x & ID, y & ID)
    if x >> 48 == T_BIGINT and y >> 48 == T_BIGINT:
        return same_bigints(h, x & ID, y & ID)
    return 0


@kernel
def same_bigints(h, x, y):
    """Equality of BigInts: sign and limbs."""
    if h.length[x] != h.length[y] or h.aux[x] != h.aux[y]:
        return 0
    for i in range(h.length[x]):
        if h.slots[h.offset[x] + i] != h.slots[h.offset[y] + i]:
            return 0
    return 1


@op("dst", "src", "src")
def strict_equal(h, pc, fp, a, b, c):
    """r[a] = r[b] === r[c]."""
    result = strictly_equal(h, h.regs[fp + b], h.regs[fp + c])
    if result < 0:
        return X_COLLECT
    h.regs[fp + a] = boxed_bool(h, result)
    return pc


@op("dst", "src", "src")
def strict_not_equal(h, pc, fp, a, b, c):
    """r[a] = r[b] !== r[c]."""
    result = strictly_equal(h, h.regs[fp + b], h.regs[fp + c])
    if result < 0:
        return X_COLLECT
    h.regs[fp + a] = boxed_bool(h, 1 - result)
    return pc


@kernel
def loosely_equal(h, x, y):
    """IsLooselyEqual: 1, 0, WANTS_ROOM or WANTS_PRELUDE."""
    if is_nullish(h, x) or is_nullish(h, y):
        return 1 if is_nullish(h, x) and is_nullish(h, y) else 0
    if x >> 48 == y >> 48 or (x < TAG and y < TAG):
        return strictly_equal(h, x, y)
    return WANTS_PRELUDE


@op("dst", "src", "src")
def equal(h, pc, fp, a, b, c):
    """r[a] = r[b] == r[c]."""
    result = loosely_equal(h, h.regs[fp + b], h.regs[fp + c])
    if result == WANTS_ROOM:
        return X_COLLECT
    if result == WANTS_PRELUDE:
        return root_to(h, pc, fp, R_EQUAL, h.regs[fp + b], h.regs[fp + c], a)
    h.regs[fp + a] = boxed_bool(h, result)
    return pc


@op("dst", "src", "src")
def not_equal(h, pc, fp, a, b, c):
    """r[a] = r[b] != r[c]."""
    result = loosely_equal(h, h.regs[fp + b], h.regs[fp + c])
    if result == WANTS_ROOM:
        return X_COLLECT
    if result == WANTS_PRELUDE:
        return call_root(h, pc, fp, R_EQUAL, h.regs[fp + b], h.regs[fp + c], UNDEFINED, M_NOT, fp + a, 0)
    h.regs[fp + a] = boxed_bool(h, 1 - result)
    return pc


@kernel
def find_data(h, obj, key):
    """Value of a data property along the prototype chain; HOLE absent, UNINIT when it is not that simple."""
    while obj != 0:
        if (h.meta[obj] & F_LAZY and key == N_PROTOTYPE) or h.meta[obj] & KIND == K_PROXY:
            return UNINIT
        place = own_place(h, obj, key)
        if place >= 0:
            return UNINIT if place & A_ACCESSOR else place_value(h, obj, place)
        if worked(h, 1):
            break
        obj = prototype_of(h, obj)
    return HOLE


@op("dst", "src", "src")
def instanceof(h, pc, fp, a, b, c):
    """r[a] = r[b] instanceof r[c]."""
    value = h.regs[fp + b]
    target = h.regs[fp + c]
    if target >> 48 != T_OBJECT:
        return throw_kind(h, E_INSTANCEOF_TARGET, target, UNDEFINED)
    cell = target & ID
    method = find_data(h, P_FUNCTION, SYM_HAS_INSTANCE)
    if h.meta[cell] & (KIND | F_BOUND) != K_FUNCTION or find_data(h, cell, SYM_HAS_INSTANCE) != method:
        return root_to(h, pc, fp, R_INSTANCE_OF, value, target, a)
    if h.meta[cell] & F_LAZY and materialize(h, cell) == 0:
        return X_COLLECT
    if value >> 48 != T_OBJECT:
        h.regs[fp + a] = FALSE
        return pc
    proto = find_data(h, cell, N_PROTOTYPE)
    if proto >> 48 != T_OBJECT:
        return root_to(h, pc, fp, R_INSTANCE_OF, value, target, a)
    step = value & ID
    while step != 0 and worked(h, 1) == 0:
        if h.meta[step] & KIND == K_PROXY:
            return root_to(h, pc, fp, R_INSTANCE_OF, value, target, a)
        step = prototype_of(h, step)
        if step == proto & ID:
            break
    h.regs[fp + a] = TRUE if step != 0 else FALSE
    return pc


@op("dst", "src", "src")
def in_(h, pc, fp, a, b, c):
    """r[a] = r[b] in r[c]."""
    obj = h.regs[fp + c]
    if obj >> 48 != T_OBJECT:
        return throw_kind(h, E_IN_NOT_OBJECT, h.regs[fp + b], obj)
    key = key_of(h, h.regs[fp + b])
    if key == KEY_NEEDS_ROOM:
        return X_COLLECT
    found = plainly_has(h, obj & ID, key) if key >= 0 else WANTS_PRELUDE
    if found == WANTS_PRELUDE:
        return root_to(h, pc, fp, R_IN, h.regs[fp + b], obj, a)
    h.regs[fp + a] = boxed_bool(h, found)
    return pc


@kernel
def plainly_has(h, holder, key):
    """HasProperty along a chain of ordinary objects and arrays: 1, 0, or WANTS_PRELUDE for what is less simple."""
    while holder != 0:
        meta = h.meta[holder]
        kind = meta & KIND
        if meta & F_LAZY or kind == K_BOXED or kind == K_NAMESPACE or kind == K_PROXY:
            return WANTS_PRELUDE
        if key >= INDEX_KEY:
            if own_element_place(h, holder, key - INDEX_KEY) >= 0:
                return 1
        elif (kind == K_ARRAY and key == N_LENGTH) or own_place(h, holder, key) >= 0:
            return 1
        if worked(h, 1):
            break
        holder = prototype_of(h, holder)
    return 0


@op("", "", "jump")
def jump(h, pc, fp, a, b, c):
    """Go to pc + c."""
    return jump_by(h, pc, c)


@op("src", "", "jump")
def jump_if_true(h, pc, fp, a, b, c):
    """Jump if r[a] is truthy."""
    value = h.regs[fp + a]
    if value == FALSE:
        return pc
    return jump_by(h, pc, c) if value == TRUE or truthy(h, value) else pc


@op("src", "", "jump")
def jump_if_false(h, pc, fp, a, b, c):
    """Jump if r[a] is falsy."""
    value = h.regs[fp + a]
    if value == TRUE:
        return pc
    return pc if value != FALSE and truthy(h, value) else jump_by(h, pc, c)


@op("src", "", "jump")
def jump_if_nullish(h, pc, fp, a, b, c):
    """Jump if r[a] is undefined or null."""
    return jump_by(h, pc, c) if is_nullish(h, h.regs[fp + a]) else pc


@op("src", "", "jump")
def jump_unless_nullish(h, pc, fp, a, b, c):
    """Jump unless r[a] is undefined or null."""
    return pc if is_nullish(h, h.regs[fp + a]) else jump_by(h, pc, c)


@op("src", "", "jump")
def jump_if_undefined(h, pc, fp, a, b, c):
    """Jump if r[a] is undefined."""
    return jump_by(h, pc, c) if h.regs[fp + a] == UNDEFINED else pc


@op("src", "", "jump")
def jump_unless_undefined(h, pc, fp, a, b, c):
    """Jump unless r[a] is undefined."""
    return pc if h.regs[fp + a] == UNDEFINED else jump_by(h, pc, c)


