"""The source text of functions, for Function.prototype.toString and for messages."""
from __future__ import annotations

from tsrun.heap.layout import (
    F_BOUND, F_HOST, F_NATIVE, F_WIDE, ID, K_FUNCTION, KIND, STRING, T_OBJECT, TF_INTERNAL, TF_REST, UNDEFINED,
    X_COLLECT,
)
from tsrun.heap.machine import bits_float, trunc_sat
from tsrun.heap.strings import copy_units, flatten, new_string, reserve_string
from tsrun.library.arguments import answer, answer_bool
from tsrun.vm.frames import T_FLAGS, T_PARAMS, T_SOURCE, T_SOURCE_END, TEMPLATE
from tsrun.vm.tables import native


@native("$seesArgument", 2)
def sees_argument(h, fp, argc):
    """$seesArgument(f, index): whether a function may notice that argument: it has such a parameter, or all of them."""
    value = h.regs[fp + 2]
    seen = 1
    if value >> 48 == T_OBJECT and h.meta[value & ID] & (KIND | F_NATIVE | F_HOST | F_BOUND) == K_FUNCTION:
        template = h.aux[value & ID] * TEMPLATE
        if h.template_word[template + T_FLAGS] & TF_REST == 0:
            seen = 1 if h.template_word[template + T_PARAMS] > trunc_sat(bits_float(h.regs[fp + 3])) else 0
    return answer_bool(h, fp, seen)


@native("$functionSource", 1)
def function_source(h, fp, argc):
    """$functionSource(f): its source text; undefined for one that has none to show."""
    value = h.regs[fp + 2]
    if value >> 48 != T_OBJECT or h.meta[value & ID] & (KIND | F_NATIVE | F_HOST | F_BOUND) != K_FUNCTION:
        return answer(h, fp, UNDEFINED)
    number = h.aux[value & ID]
    template = number * TEMPLATE
    constant = h.template_unit[2 * number + 1]
    if constant == 0 or h.template_word[template + T_FLAGS] & TF_INTERNAL:
        return answer(h, fp, UNDEFINED)
    text = h.consts[constant] & ID
    if flatten(h, text) == 0:
        return X_COLLECT
    wide = 1 if h.meta[text] & F_WIDE else 0
    start = h.template_word[template + T_SOURCE]
    length = h.template_word[template + T_SOURCE_END] - start
    if reserve_string(h, length, wide) == 0:
        return X_COLLECT
    cell = new_string(h, length, wide)
    copy_units(h, cell, 0, wide, text, start, length)
    return answer(h, fp, STRING | cell)
