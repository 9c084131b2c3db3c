"""Arithmetic, bit and unary operators. Numbers are handled here, everything else by the prelude."""
from __future__ import annotations

from tsrun.heap.allocate import reserve
from tsrun.heap.arena import kernel
from tsrun.heap.convert import key_of, to_number_primitive, to_string_primitive, to_string_room
from tsrun.heap.errors import throw_plain
from tsrun.heap.layout import (
    E_STRING_LENGTH, HOLE, ID, N_BIGINT, N_BOOLEAN, N_FUNCTION, N_NUMBER, N_OBJECT, N_STRING,
    N_SYMBOL, N_UNDEFINED, NULL, R_ADD, R_ARITHMETIC, R_CONCAT, R_TO_PROPERTY_KEY, R_UNARY, SH_ARRAY, STRING,
    T_BIGINT, T_OBJECT, T_STRING, T_SYMBOL, TAG, UNDEFINED, UNINIT, X_COLLECT, OBJECT, INDEX_KEY,
)
from tsrun.heap.machine import trunc_within
from tsrun.heap.numbers import number_modulo, number_power, to_int32
from tsrun.heap.strings import MAX_LENGTH, concat as concat_strings, concat_room
from tsrun.heap.allocate import new_array
from tsrun.heap.values import boxed_bool, boxed_int, boxed_key, is_callable, truthy
from tsrun.vm.frames import M_TARGET
from tsrun.vm.slow import call_root, root_to
from tsrun.vm.tables import op

SUB, MUL, DIV, MOD, EXP, BIT_AND, BIT_OR, BIT_XOR, SHL, SHR, USHR = range(11)
NEG, PLUS, BIT_NOT, INC, DEC, TO_NUMERIC, TO_OBJECT = range(7)


@kernel(inline=True)
def is_within(x: float):
    """1 if `low32` may be taken: not for NaN and infinities, either."""
    return 1 if -9.2e18 < x < 9.2e18 else 0


@kernel(inline=True)
def low32(x: float):
    """ToInt32 of a number that is within what 64 bits hold."""
    return ((trunc_within(x) & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000


@kernel(inline=True)
def int32(x: float):
    """ToInt32 with the usual case first."""
    return low32(x) if is_within(x) else to_int32(x)


@kernel(cold=True)
def arithmetic_slow(h, pc, fp, a, which, x, y):
    """Operands that are not both numbers: primitives at once, the rest in the prelude."""
    left = to_number_primitive(h, x)
    right = to_number_primitive(h, y)
    if left == UNINIT or right == UNINIT:
        return X_COLLECT
    if left == HOLE or right == HOLE:
        return call_root(h, pc, fp, R_ARITHMETIC, boxed_int(h, which), x, y, M_TARGET, fp + a, 0)
    h.regs[fp + a] = left
    m = h.fregs[fp + a]
    h.regs[fp + a] = right
    n = h.fregs[fp + a]
    result = 0.0
    if which == SUB:
        result = m - n
    elif which == MUL:
        result = m * n
    elif which == DIV:
        result = m / n
    elif which == MOD:
        result = number_modulo(m, n)
    elif which == EXP:
        result = number_power(m, n)
    else:
        result = bit_operation(h, which, m, n)
    h.fregs[fp + a] = result if result == result else float("nan")
    return pc


@kernel
def bit_operation(h, which, m: float, n: float) -> float:
    """The bit operators on numbers."""
    i = int32(m)
    j = int32(n)
    if which == BIT_AND:
        return float(i & j)
    if which == BIT_OR:
        return float(i | j)
    if which == BIT_XOR:
        return float(i ^ j)
    if which == SHL:
        return float((((i << (j & 31)) & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000)
    if which == SHR:
        return float(i >> (j & 31))
    return float((i & 0xFFFFFFFF) >> (j & 31))


@op("dst", "src", "src")
def add(h, pc, fp, a, b, c):
    """r[a] = r[b] + r[c]."""
    x = h.regs[fp + b]
    y = h.regs[fp + c]
    if x < TAG and y < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] + h.fregs[fp + c]
        return pc
    return add_slow(h, pc, fp, a, x, y)


@kernel(cold=True)
def add_slow(h, pc, fp, a, x, y):
    """Addition that is not of two numbers."""
    if x >> 48 == T_STRING and y >> 48 == T_STRING:
        return concat_to(h, pc, fp, a, x & ID, y & ID)
    if x >> 48 == T_OBJECT or y >> 48 == T_OBJECT or x >> 48 == T_SYMBOL or y >> 48 == T_SYMBOL:
        return root_to(h, pc, fp, R_ADD, x, y, a)
    if x >> 48 == T_STRING or y >> 48 == T_STRING:
        if to_string_room(h, x) == 0 or to_string_room(h, y) == 0:
            return X_COLLECT
        if x >> 48 == T_STRING:
            y = STRING | to_string_primitive(h, y)
        else:
            x = STRING | to_string_primitive(h, x)
        return concat_to(h, pc, fp, a, x & ID, y & ID)
    left = to_number_primitive(h, x)
    right = to_number_primitive(h, y)
    if left == HOLE or right == HOLE:
        return root_to(h, pc, fp, R_ADD, x, y, a)
    h.regs[fp + a] = left
    m = h.fregs[fp + a]
    h.regs[fp + a] = right
    h.fregs[fp + a] = m + h.fregs[fp + a]
    return pc


@kernel
def concat_to(h, pc, fp, a, left, right):
    """r[a] = the concatenation of two string cells."""
    if h.length[left] + h.length[right] > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    if concat_room(h, left, right) == 0:
        return X_COLLECT
    h.regs[fp + a] = STRING | concat_strings(h, left, right)
    return pc


@op("dst", "src", "const")
def add_const(h, pc, fp, a, b, c):
    """r[a] = r[b] + constant c."""
    x = h.regs[fp + b]
    y = h.consts[c]
    if x < TAG and y < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] + h.fconsts[c]
        return pc
    return add_slow(h, pc, fp, a, x, y)


@op("dst", "src", "src")
def sub(h, pc, fp, a, b, c):
    """r[a] = r[b] - r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] - h.fregs[fp + c]
        return pc
    return arithmetic_slow(h, pc, fp, a, SUB, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "const")
def sub_const(h, pc, fp, a, b, c):
    """r[a] = r[b] - constant c."""
    if h.regs[fp + b] < TAG and h.consts[c] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] - h.fconsts[c]
        return pc
    return arithmetic_slow(h, pc, fp, a, SUB, h.regs[fp + b], h.consts[c])


@op("dst", "src", "src")
def mul(h, pc, fp, a, b, c):
    """r[a] = r[b] * r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] * h.fregs[fp + c]
        return pc
    return arithmetic_slow(h, pc, fp, a, MUL, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "const")
def mul_const(h, pc, fp, a, b, c):
    """r[a] = r[b] * constant c."""
    if h.regs[fp + b] < TAG and h.consts[c] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] * h.fconsts[c]
        return pc
    return arithmetic_slow(h, pc, fp, a, MUL, h.regs[fp + b], h.consts[c])


@op("dst", "src", "src")
def div(h, pc, fp, a, b, c):
    """r[a] = r[b] / r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] / h.fregs[fp + c]
        return pc
    return arithmetic_slow(h, pc, fp, a, DIV, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "const")
def div_const(h, pc, fp, a, b, c):
    """r[a] = r[b] / constant c."""
    if h.regs[fp + b] < TAG and h.consts[c] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] / h.fconsts[c]
        return pc
    return arithmetic_slow(h, pc, fp, a, DIV, h.regs[fp + b], h.consts[c])


@kernel(inline=True)
def modulo_to(h, pc, fp, a, m: float, n: float):
    """r[a] = m % n: by 64-bit integers where both are positive and whole."""
    if 1.0 <= m < 9007199254740992.0 and 1.0 <= n < 9007199254740992.0:
        i = trunc_within(m)
        j = trunc_within(n)
        if float(i) == m and float(j) == n:
            h.fregs[fp + a] = float(i % j)
            return pc
    return modulo_slow(h, pc, fp, a, m, n)


@kernel
def modulo_slow(h, pc, fp, a, m: float, n: float):
    """r[a] = m % n."""
    result = number_modulo(m, n)
    h.fregs[fp + a] = result if result == result else float("nan")
    return pc


@op("dst", "src", "src")
def mod(h, pc, fp, a, b, c):
    """r[a] = r[b] % r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG:
        return modulo_to(h, pc, fp, a, h.fregs[fp + b], h.fregs[fp + c])
    return arithmetic_slow(h, pc, fp, a, MOD, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "const")
def mod_const(h, pc, fp, a, b, c):
    """r[a] = r[b] % constant c."""
    if h.regs[fp + b] < TAG and h.consts[c] < TAG:
        return modulo_to(h, pc, fp, a, h.fregs[fp + b], h.fconsts[c])
    return arithmetic_slow(h, pc, fp, a, MOD, h.regs[fp + b], h.consts[c])


@op("dst", "src", "src")
def exp(h, pc, fp, a, b, c):
    """r[a] = r[b] ** r[c]."""
    return arithmetic_slow(h, pc, fp, a, EXP, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "src")
def bit_and(h, pc, fp, a, b, c):
    """r[a] = r[b] & r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG and is_within(h.fregs[fp + b]) and is_within(h.fregs[fp + c]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) & low32(h.fregs[fp + c]))
        return pc
    return arithmetic_slow(h, pc, fp, a, BIT_AND, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "int")
def and_int(h, pc, fp, a, b, c):
    """r[a] = r[b] & c."""
    if h.regs[fp + b] < TAG and is_within(h.fregs[fp + b]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) & c)
        return pc
    return arithmetic_slow(h, pc, fp, a, BIT_AND, h.regs[fp + b], boxed_int(h, c))


@op("dst", "src", "src")
def bit_or(h, pc, fp, a, b, c):
    """r[a] = r[b] | r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG and is_within(h.fregs[fp + b]) and is_within(h.fregs[fp + c]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) | low32(h.fregs[fp + c]))
        return pc
    return arithmetic_slow(h, pc, fp, a, BIT_OR, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "int")
def or_int(h, pc, fp, a, b, c):
    """r[a] = r[b] | c."""
    if h.regs[fp + b] < TAG and is_within(h.fregs[fp + b]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) | c)
        return pc
    return arithmetic_slow(h, pc, fp, a, BIT_OR, h.regs[fp + b], boxed_int(h, c))


@op("dst", "src", "src")
def bit_xor(h, pc, fp, a, b, c):
    """r[a] = r[b] ^ r[c]."""
    if h.regs[fp + b] < TAG and h.regs[fp + c] < TAG and is_within(h.fregs[fp + b]) and is_within(h.fregs[fp + c]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) ^ low32(h.fregs[fp + c]))
        return pc
    return arithmetic_slow(h, pc, fp, a, BIT_XOR, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "int")
def xor_int(h, pc, fp, a, b, c):
    """r[a] = r[b] ^ c."""
    if h.regs[fp + b] < TAG and is_within(h.fregs[fp + b]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) ^ c)
        return pc
    return arithmetic_slow(h, pc, fp, a, BIT_XOR, h.regs[fp + b], boxed_int(h, c))


@op("dst", "src", "src")
def shl(h, pc, fp, a, b, c):
    """r[a] = r[b] << r[c]."""
    return arithmetic_slow(h, pc, fp, a, SHL, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "int")
def shl_int(h, pc, fp, a, b, c):
    """r[a] = r[b] << c."""
    if h.regs[fp + b] < TAG:
        h.fregs[fp + a] = bit_operation(h, SHL, h.fregs[fp + b], float(c))
        return pc
    return arithmetic_slow(h, pc, fp, a, SHL, h.regs[fp + b], boxed_int(h, c))


@op("dst", "src", "src")
def shr(h, pc, fp, a, b, c):
    """r[a] = r[b] >> r[c]."""
    return arithmetic_slow(h, pc, fp, a, SHR, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "int")
def shr_int(h, pc, fp, a, b, c):
    """r[a] = r[b] >> c."""
    if h.regs[fp + b] < TAG and is_within(h.fregs[fp + b]):
        h.fregs[fp + a] = float(low32(h.fregs[fp + b]) >> (c & 31))
        return pc
    return arithmetic_slow(h, pc, fp, a, SHR, h.regs[fp + b], boxed_int(h, c))


@op("dst", "src", "src")
def ushr(h, pc, fp, a, b, c):
    """r[a] = r[b] >>> r[c]."""
    return arithmetic_slow(h, pc, fp, a, USHR, h.regs[fp + b], h.regs[fp + c])


@op("dst", "src", "int")
def ushr_int(h, pc, fp, a, b, c):
    """r[a] = r[b] >>> c."""
    if h.regs[fp + b] < TAG and is_within(h.fregs[fp + b]):
        h.fregs[fp + a] = float((low32(h.fregs[fp + b]) & 0xFFFFFFFF) >> (c & 31))
        return pc
    return arithmetic_slow(h, pc, fp, a, USHR, h.regs[fp + b], boxed_int(h, c))


@kernel
def unary_slow(h, pc, fp, a, which, x):
    """Unary operators on what is not a number."""
    number = to_number_primitive(h, x)
    if number == UNINIT:
        return X_COLLECT
    if number == HOLE or which == TO_OBJECT:
        return root_to(h, pc, fp, R_UNARY, boxed_int(h, which), x, a)
    h.regs[fp + a] = number
    m = h.fregs[fp + a]
    if which == NEG:
        h.fregs[fp + a] = -m if m == m else m
    elif which == BIT_NOT:
        h.fregs[fp + a] = float(~int32(m))
    elif which == INC:
        h.fregs[fp + a] = m + 1.0
    elif which == DEC:
        h.fregs[fp + a] = m - 1.0
    return pc


@op("dst", "src")
def neg(h, pc, fp, a, b, c):
    """r[a] = -r[b]."""
    if h.regs[fp + b] < TAG:
        x = h.fregs[fp + b]
        h.fregs[fp + a] = -x if x == x else x
        return pc
    return unary_slow(h, pc, fp, a, NEG, h.regs[fp + b])


@op("dst", "src")
def plus(h, pc, fp, a, b, c):
    """r[a] = +r[b]."""
    if h.regs[fp + b] < TAG:
        h.regs[fp + a] = h.regs[fp + b]
        return pc
    return unary_slow(h, pc, fp, a, PLUS, h.regs[fp + b])


@op("dst", "src")
def bit_not(h, pc, fp, a, b, c):
    """r[a] = ~r[b]."""
    if h.regs[fp + b] < TAG and is_within(h.fregs[fp + b]):
        h.fregs[fp + a] = float(~low32(h.fregs[fp + b]))
        return pc
    return unary_slow(h, pc, fp, a, BIT_NOT, h.regs[fp + b])


@op("dst", "src")
def inc(h, pc, fp, a, b, c):
    """r[a] = r[b] + 1."""
    if h.regs[fp + b] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] + 1.0
        return pc
    return unary_slow(h, pc, fp, a, INC, h.regs[fp + b])


@op("dst", "src")
def dec(h, pc, fp, a, b, c):
    """r[a] = r[b] - 1."""
    if h.regs[fp + b] < TAG:
        h.fregs[fp + a] = h.fregs[fp + b] - 1.0
        return pc
    return unary_slow(h, pc, fp, a, DEC, h.regs[fp + b])


@op("dst", "src")
def to_numeric(h, pc, fp, a, b, c):
    """r[a] = ToNumeric(r[b])."""
    if h.regs[fp + b] < TAG:
        h.regs[fp + a] = h.regs[fp + b]
        return pc
    return unary_slow(h, pc, fp, a, TO_NUMERIC, h.regs[fp + b])


@op("dst", "src")
def to_object(h, pc, fp, a, b, c):
    """r[a] = ToObject(r[b])."""
    if h.regs[fp + b] >> 48 == T_OBJECT:
        h.regs[fp + a] = h.regs[fp + b]
        return pc
    return root_to(h, pc, fp, R_UNARY, boxed_int(h, TO_OBJECT), h.regs[fp + b], a)


@op("dst", "src")
def to_property_key(h, pc, fp, a, b, c):
    """r[a] = ToPropertyKey(r[b]): a string, a symbol, or a number for an array index."""
    value = h.regs[fp + b]
    key = key_of(h, value)
    if key == -2:
        return X_COLLECT
    if key < 0:
        return root_to(h, pc, fp, R_TO_PROPERTY_KEY, value, UNDEFINED, a)
    h.regs[fp + a] = boxed_int(h, key - INDEX_KEY) if key >= INDEX_KEY else boxed_key(h, key)
    return pc


@op("dst", "src")
def op_not(h, pc, fp, a, b, c):
    """r[a] = !r[b]."""
    h.regs[fp + a] = boxed_bool(h, 1 - truthy(h, h.regs[fp + b]))
    return pc


@op("dst", "src")
def typeof(h, pc, fp, a, b, c):
    """r[a] = typeof r[b]."""
    h.regs[fp + a] = STRING | type_name(h, h.regs[fp + b])
    return pc


@kernel
def type_name(h, value):
    """Cell of the name that typeof gives."""
    if value < TAG:
        return N_NUMBER
    tag = value >> 48
    if tag == T_STRING:
        return N_STRING
    if tag == T_OBJECT:
        return N_FUNCTION if is_callable(h, value) else N_OBJECT
    if value == UNDEFINED:
        return N_UNDEFINED
    if value == NULL:
        return N_OBJECT
    if tag == T_SYMBOL:
        return N_SYMBOL
    if tag == T_BIGINT:
        return N_BIGINT
    return N_BOOLEAN


@op("dst", "base", "count")
def concat(h, pc, fp, a, b, c):
    """r[a] = the strings of r[b] .. r[b+c-1] one after the other (template literals)."""
    # What was made before a collection is made again: strings have no identity.
    length = 0
    for i in range(c):
        value = h.regs[fp + b + i]
        if value >> 48 == T_OBJECT or value >> 48 == T_SYMBOL:
            return concat_slow(h, pc, fp, a, b, c)
        if to_string_room(h, value) == 0:
            return X_COLLECT
        cell = to_string_primitive(h, value)
        h.regs[fp + b + i] = STRING | cell
        length += h.length[cell]
    if length > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    result = h.regs[fp + b] & ID
    for i in range(1, c):
        right = h.regs[fp + b + i] & ID
        if concat_room(h, result, right) == 0:
            return X_COLLECT
        result = concat_strings(h, result, right)
    h.regs[fp + a] = STRING | result
    return pc


@kernel
def concat_slow(h, pc, fp, a, b, c):
    """Concat with objects or symbols among the operands: the prelude converts them in order."""
    if reserve(h, 1, c + 1) == 0:
        return X_COLLECT
    cell = new_array(h, SH_ARRAY, c)
    h.length[cell] = c
    for i in range(c):
        h.slots[h.elems[cell] + i] = h.regs[fp + b + i]
    return root_to(h, pc, fp, R_CONCAT, OBJECT | cell, UNDEFINED, a)
