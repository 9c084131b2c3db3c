"""Small questions about boxed values."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.layout import (
    F_CALLABLE, FALSE, FIRST_OBJECT_KIND, HOLE, ID, K_ARRAY, K_FUNCTION, K_PROXY, K_SYMBOL, KIND, NAN, NULL, OBJECT,
    STRING, SYMBOL, T_BIGINT, T_OBJECT, T_STRING, T_SYMBOL, TAG, TRUE, UNDEFINED,
)
from tsrun.heap.machine import bits_float, float_bits, trunc_sat


@kernel(inline=True)
def is_number(h, value):
    """1 for a double."""
    return 1 if value < TAG else 0


@kernel(inline=True)
def is_object(h, value):
    """1 for an object."""
    return 1 if value >> 48 == T_OBJECT else 0


@kernel(inline=True)
def is_string(h, value):
    """1 for a string."""
    return 1 if value >> 48 == T_STRING else 0


@kernel(inline=True)
def is_symbol(h, value):
    """1 for a symbol."""
    return 1 if value >> 48 == T_SYMBOL else 0


@kernel(inline=True)
def kind_of(h, value):
    """Kind of the cell a boxed reference points to; 0 for any other value."""
    return h.meta[value & ID] & KIND if value >> 48 == T_OBJECT else 0


@kernel(inline=True)
def is_callable(h, value):
    """1 for a function, and for a proxy of one."""
    if value >> 48 != T_OBJECT:
        return 0
    meta = h.meta[value & ID]
    return 1 if meta & KIND == K_FUNCTION or meta & (KIND | F_CALLABLE) == K_PROXY | F_CALLABLE else 0


@kernel(inline=True)
def is_proxy(h, value):
    """1 for a proxy."""
    return 1 if value >> 48 == T_OBJECT and (h.meta[value & ID] & KIND) == K_PROXY else 0


@kernel(inline=True)
def is_array(h, value):
    """1 for an array."""
    return 1 if value >> 48 == T_OBJECT and (h.meta[value & ID] & KIND) == K_ARRAY else 0


@kernel(inline=True)
def boxed_number(h, x: float):
    """The value of a double; NaN in its one form."""
    return float_bits(x) if x == x else NAN


@kernel(inline=True)
def number_of(h, value) -> float:
    """The double that a number value is."""
    return bits_float(value)


@kernel(inline=True)
def boxed_int(h, i):
    """The value of an integer of at most 53 bits."""
    return float_bits(float(i))


@kernel(inline=True)
def boxed_bool(h, flag):
    """TRUE or FALSE."""
    return TRUE if flag != 0 else FALSE


@kernel(inline=True)
def boxed_object(h, cell):
    """Reference to an object cell."""
    return OBJECT | cell


@kernel(inline=True)
def boxed_string(h, cell):
    """Reference to a string cell."""
    return STRING | cell


@kernel(inline=True)
def boxed_key(h, key):
    """The string or symbol value of a named key."""
    return (SYMBOL if (h.meta[key] & KIND) == K_SYMBOL else STRING) | key


@kernel(inline=True)
def array_index(h, value):
    """The index a number value stands for (0 .. 2**32 - 2), or -1."""
    if value < TAG:
        x = bits_float(value)
        i = trunc_sat(x)
        if float(i) == x and i >= 0 and i < 4294967295:
            return i
    return -1


@kernel
def truthy(h, value):
    """ToBoolean."""
    if value < TAG:
        x = bits_float(value)
        return 1 if x == x and x != 0.0 else 0
    if value == TRUE:
        return 1
    if value <= HOLE:
        return 0
    tag = value >> 48
    if tag == T_STRING:
        return 1 if h.length[value & ID] != 0 else 0
    if tag == T_BIGINT:
        return 1 if h.length[value & ID] != 0 else 0
    return 1


@kernel(inline=True)
def is_nullish(h, value):
    """1 for undefined and null."""
    return 1 if value == UNDEFINED or value == NULL else 0


@kernel
def is_primitive(h, value):
    """1 for anything but an object."""
    return 0 if value >> 48 == T_OBJECT else 1


@kernel
def is_object_cell(h, cell):
    """1 if the cell is of an object kind."""
    return 1 if (h.meta[cell] & KIND) >= FIRST_OBJECT_KIND else 0


@kernel
def is_symbol_cell(h, cell):
    """1 if the key is a symbol's."""
    return 1 if (h.meta[cell] & KIND) == K_SYMBOL else 0

