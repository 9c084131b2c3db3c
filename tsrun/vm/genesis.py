"""The beginning of a realm: the cells with fixed ids, before any code runs."""
from __future__ import annotations


from tsrun.heap.allocate import new_cell, new_object
from tsrun.heap.arena import constant, kernel
from tsrun.heap.layout import (
    A_DEFAULT, N_DONE, N_VALUE, F_IS_PROTO, F_PRIVATE, FIRST_CHAR, FIRST_PRIVATE_SYMBOL, FIRST_PROTOTYPE, FIRST_SYMBOL,
    GLOBAL_OBJECT, K_ARRAY, K_FUNCTION, K_SYMBOL, NAMES, P_ARRAY, P_FUNCTION, P_OBJECT, PROTOTYPES, ROOTS, S_BYTE_LIMIT,
    S_BYTE_TOP, S_CELL_END, S_CELL_LIMIT, S_CELL_NEXT, S_CELL_TOP, S_CODE_TOP, S_CONST_TOP, S_DENSE_BYTES,
    S_DENSE_SLOTS, S_DEPTH_LIMIT, S_DEPTH_NOMINAL, S_FUEL, S_FUEL_START, S_HANDLER_TOP, S_INTERN_MASK, S_LITERAL_TOP,
    S_MAX_MEMORY, S_PRISTINE_EPOCH, S_PROTO_EPOCH, S_REGS_LIMIT, S_REGS_NOMINAL, S_RUN_START, S_SHAPE_TOP, S_SITE_TOP,
    S_SLOT_LIMIT, S_SLOT_TOP, S_TEMPLATE_TOP, S_TRANSITION_MASK, SYMBOLS, TF_REST, UNDEFINED,
)
from tsrun.heap.policy import LEAST_BYTES, LEAST_SLOTS
from tsrun.heap.shapes import add_transition, NULL_ROOT, new_shape, root_shape_of
from tsrun.heap.strings import intern_string, new_string
from tsrun.vm.frames import FRAME, T_FLAGS, TEMPLATE
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXTS = (*NAMES, *(name for name in SYMBOLS if not name.startswith("#")))


def _starts(texts: Sequence[str]) -> list[int]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    return starts


constant("genesis_text", "uint8", list("".join(TEXTS).encode()))
constant("genesis_start", "int32", _starts(TEXTS))
NAME_COUNT, TEXT_COUNT, SYMBOL_COUNT, PROTOTYPE_COUNT = len(NAMES), len(TEXTS), len(SYMBOLS), len(PROTOTYPES)
ROOT_COUNT = len(ROOTS)
FIRST_LIMIT = 1 << 16
DEFAULT_DEPTH = 100_000
REGISTERS = (1 << 22) - (1 << 17)
"""Registers up to which windows may go: what is left holds the largest window and the slack for errors."""
TABLE = 4095


@kernel
def genesis_text_string(h, i):
    """The string of text number i."""
    start = h.genesis_start[i]
    length = h.genesis_start[i + 1] - start
    cell = new_string(h, length, 0)
    for k in range(length):
        h.chars8[h.offset[cell] * 8 + k] = h.genesis_text[start + k]
    return cell


@kernel
def genesis(h) -> None:
    """Make the fixed cells and shapes in an empty memory."""
    h.state[S_CELL_NEXT] = FIRST_CHAR
    h.state[S_RUN_START] = FIRST_CHAR
    h.state[S_CELL_END] = FIRST_LIMIT
    h.state[S_CELL_LIMIT] = FIRST_LIMIT
    h.state[S_CELL_TOP] = FIRST_LIMIT
    h.state[S_SLOT_TOP] = 1
    h.state[S_SLOT_LIMIT] = 8 * LEAST_SLOTS
    h.state[S_BYTE_TOP] = 1
    h.state[S_BYTE_LIMIT] = 8 * LEAST_BYTES
    h.state[S_DENSE_SLOTS] = 1
    h.state[S_DENSE_BYTES] = 1
    h.state[S_INTERN_MASK] = TABLE
    h.state[S_TRANSITION_MASK] = TABLE
    h.state[S_SHAPE_TOP] = 1
    h.state[S_PROTO_EPOCH] = 1
    h.state[S_PRISTINE_EPOCH] = 0
    h.state[S_CODE_TOP] = 1
    h.state[S_CONST_TOP] = 1
    h.consts[0] = UNDEFINED
    h.state[S_SITE_TOP] = 1
    h.state[S_TEMPLATE_TOP] = 1
    h.state[S_LITERAL_TOP] = 1
    h.state[S_HANDLER_TOP] = 1
    h.state[S_DEPTH_LIMIT] = DEFAULT_DEPTH * FRAME
    h.state[S_DEPTH_NOMINAL] = DEFAULT_DEPTH * FRAME
    h.state[S_REGS_LIMIT] = REGISTERS
    h.state[S_REGS_NOMINAL] = REGISTERS
    h.state[S_FUEL] = 1 << 20
    h.state[S_FUEL_START] = 1 << 20
    if h.state[S_MAX_MEMORY] == 0:
        h.state[S_MAX_MEMORY] = 1 << 32
    for i in range(TEMPLATE):
        h.template_word[i] = 0
    h.template_word[T_FLAGS] = TF_REST
    for i in range(ROOT_COUNT):
        h.roots[i] = UNDEFINED
    fixed_strings(h)
    fixed_symbols(h)
    fixed_prototypes(h)


@kernel
def fixed_strings(h) -> None:
    """One-character strings and names."""
    for code in range(256):
        cell = new_string(h, 1, 0)
        h.chars8[h.offset[cell] * 8] = code
        intern_string(h, cell)
    for i in range(NAME_COUNT):
        intern_string(h, genesis_text_string(h, i))


@kernel
def fixed_symbols(h) -> None:
    """Well-known and private symbols; their descriptions come after all fixed cells."""
    for i in range(SYMBOL_COUNT):
        cell = new_cell(h, K_SYMBOL | F_PRIVATE if FIRST_SYMBOL + i >= FIRST_PRIVATE_SYMBOL else K_SYMBOL)
        h.link[cell] = 0
        h.aux[cell] = 0
        h.length[cell] = 0


@kernel
def fixed_prototypes(h) -> None:
    """Prototype objects, their root shapes, the global object."""
    new_shape(h, 0, 0, 0, 0, 0)
    for _ in range(PROTOTYPE_COUNT):
        new_object(h, NULL_ROOT, 0)
    new_object(h, NULL_ROOT, 0)
    for i in range(PROTOTYPE_COUNT):
        root_shape_of(h, FIRST_PROTOTYPE + i)
    object_root = h.root_shape[P_OBJECT]
    add_transition(h, add_transition(h, object_root, N_VALUE, A_DEFAULT), N_DONE, A_DEFAULT)
    for i in range(1, PROTOTYPE_COUNT):
        h.shape[FIRST_PROTOTYPE + i] = object_root
    h.shape[GLOBAL_OBJECT] = object_root
    h.meta[GLOBAL_OBJECT] = h.meta[GLOBAL_OBJECT] | F_IS_PROTO
    h.meta[P_ARRAY] = h.meta[P_ARRAY] & ~0xFF | K_ARRAY
    h.meta[P_FUNCTION] = h.meta[P_FUNCTION] & ~0xFF | K_FUNCTION
    h.link[P_FUNCTION] = 0
    h.aux[P_FUNCTION] = 0
    for i in range(NAME_COUNT, TEXT_COUNT):
        h.link[FIRST_SYMBOL + i - NAME_COUNT] = intern_string(h, genesis_text_string(h, i))


