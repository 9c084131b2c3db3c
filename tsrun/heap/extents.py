"""How much of each region is in use (for images), and how large a far region can become (for its address space).

Kept beside the layout, which declares the regions; a test asserts that every region is named here.
"""
from __future__ import annotations

from tsrun.heap.layout import (
    S_BYTE_TOP, S_CELL_TOP, S_CODE_TOP, S_CONST_TOP, S_HANDLE_TOP, S_HANDLER_TOP, S_IMPORT_TOP, S_INTERN_MASK,
    S_LITERAL_KEY_TOP, S_LITERAL_TOP, S_REALM_OPEN, S_REALM_TOP, S_SHAPE_TOP, S_SITE_TOP, S_SLOT_TOP, S_TEMPLATE_TOP,
    S_TRANSITION_MASK,
)

STATE_WORDS = 512
CELL_BYTES = 32
"""What a cell's columns take, for the memory limit and statistics: the least memory that a cell stands for."""

IN_USE: dict[str, tuple[int, int | float, int]] = {
    # region: (state word, elements for each unit of it, elements besides); a word of -1 counts as 0
    "state": (-1, 0, STATE_WORDS),
    "random_state": (-1, 0, 8),
    "opcode_count": (-1, 0, 256),
    "code": (S_CODE_TOP, 1, 0),
    "position": (S_CODE_TOP, 1, 0),
    "consts": (S_CONST_TOP, 1, 0),
    "site_shape": (S_SITE_TOP, 4, 0),
    "site_slot": (S_SITE_TOP, 4, 0),
    "site_holder": (S_SITE_TOP, 4, 0),
    "site_key": (S_SITE_TOP, 1, 0),
    "site_epoch": (S_SITE_TOP, 1, 0),
    "site_next": (S_SITE_TOP, 1, 0),
    "meta": (S_CELL_TOP, 1, 0),
    "shape": (S_CELL_TOP, 1, 0),
    "offset": (S_CELL_TOP, 1, 0),
    "elems": (S_CELL_TOP, 1, 0),
    "length": (S_CELL_TOP, 1, 0),
    "link": (S_CELL_TOP, 1, 0),
    "aux": (S_CELL_TOP, 1, 0),
    "root_shape": (S_CELL_TOP, 1, 0),
    "slots": (S_SLOT_TOP, 1, 0),
    "words8": (S_BYTE_TOP, 1, 0),
    "mark_bits": (S_CELL_TOP, 1 / 64, 1),
    "intern": (S_INTERN_MASK, 1, 1),
    "transition": (S_TRANSITION_MASK, 1, 1),
    "shape_parent": (S_SHAPE_TOP, 1, 0),
    "shape_key": (S_SHAPE_TOP, 1, 0),
    "shape_attributes": (S_SHAPE_TOP, 1, 0),
    "shape_count": (S_SHAPE_TOP, 1, 0),
    "shape_proto": (S_SHAPE_TOP, 1, 0),
    "shape_flags": (S_SHAPE_TOP, 1, 0),
    "template_word": (S_TEMPLATE_TOP, 12, 0),
    "template_unit": (S_TEMPLATE_TOP, 2, 0),
    "handler": (S_HANDLER_TOP, 4, 0),
    "literal": (S_LITERAL_TOP, 4, 0),
    "literal_key": (S_LITERAL_KEY_TOP, 1, 0),
    "import_env": (S_IMPORT_TOP, 1, 0),
    "import_slot": (S_IMPORT_TOP, 1, 0),
    "import_name": (S_IMPORT_TOP, 1, 0),
    "roots": (-1, 0, 4096),
    "handles": (S_HANDLE_TOP, 1, 0),
    "realm_bits": (S_REALM_TOP, 1 / 64, 1),
    "realm_open": (S_REALM_OPEN, 1, 0),
}
"""What an image of a VM at rest (no frame) consists of. Other regions are work space and caches that may be empty."""

PER_CELL: dict[str, float] = {
    "meta": 1, "shape": 1, "offset": 1, "elems": 1, "length": 1, "link": 1, "aux": 1, "root_shape": 1,
    "mark_bits": 1 / 64, "mark_stack": 1, "waiting_first": 1, "intern": 4, "age": 1, "cell_site": 1,
}
"""Elements for each cell that the memory limit allows."""

PER_WORD: dict[str, float] = {"slots": 1, "words8": 1, "inbox": 1, "stack": 1, "jobs": 2, "waiting": 1}
"""Elements for each word of 8 bytes that the memory limit allows."""

FIXED: dict[str, int] = {
    "position": 1 << 23, "shape_parent": 1 << 22, "shape_key": 1 << 22, "shape_attributes": 1 << 22,
    "shape_count": 1 << 22, "shape_proto": 1 << 22, "shape_flags": 1 << 22, "transition": 1 << 24,
    "lookup_shape": 4096, "lookup_key": 4096, "lookup_slot": 4096, "template_word": 12 << 20,
    "template_unit": 2 << 20, "handler": 4 << 20,
    "literal": 4 << 20, "literal_key": 1 << 22, "import_env": 1 << 20, "import_slot": 1 << 20,
    "import_name": 1 << 20, "roots": 1 << 16, "handles": 1 << 24, "events": 8 << 16,
    "census": 256 << 10,
    "pc_count": 1 << 23, "notes": 4 << 17, "samples": 1 << 18, "sample_stack": 1 << 10,
    "code_backup": 1 << 23,
}
"""Elements of regions whose size has nothing to do with the memory limit."""
FEW_SHAPES = 1 << 16
"""With fewer left, shapes that died are looked for before the next allocation; fewer yet after that is the memory
limit.
"""

SOURCE = ("src", "tok_kind", "tok_flags", "tok_start", "tok_end", "lex_stack")
"""Regions with an element for each byte of the longest source text."""
LEAST_SOURCE = 4 << 20


def source_length(limit: int) -> int:
    """Bytes of the longest source text under a memory limit."""
    return max(limit >> 4, LEAST_SOURCE)
