"""Natives behind Function.prototype: source text and bound functions."""
from __future__ import annotations

from tsrun.heap.allocate import new_cell, reserve
from tsrun.heap.arena import kernel
from tsrun.heap.layout import A_WRITABLE, F_BOUND, F_CONSTRUCTOR, ID, K_FUNCTION, OBJECT, SYM_BOUND, X_COLLECT
from tsrun.heap.objects import add_property, prototype_of
from tsrun.heap.shapes import root_shape_of
from tsrun.library.arguments import answer_object
from tsrun.vm.tables import native


@kernel
def new_bound(h, target, parts):
    """A function bound to the parts [target, this, ...arguments] (reserve 1 cell, 16 words)."""
    cell = new_cell(h, K_FUNCTION | F_BOUND | h.meta[target] & F_CONSTRUCTOR)
    h.shape[cell] = root_shape_of(h, prototype_of(h, target))
    h.offset[cell] = 0
    h.elems[cell] = 0
    h.length[cell] = 0
    h.link[cell] = 0
    h.aux[cell] = 0
    add_property(h, cell, SYM_BOUND, OBJECT | parts, A_WRITABLE)
    return cell


@native("$bind", 1)
def bind(h, fp, argc):
    """$bind(parts): a bound function of the array [target, this, ...arguments], still without name and length."""
    parts = h.regs[fp + 2] & ID
    if reserve(h, 1, 16) == 0:
        return X_COLLECT
    return answer_object(h, fp, new_bound(h, h.slots[h.elems[parts]] & ID, parts))
