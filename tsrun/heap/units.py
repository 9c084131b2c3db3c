"""Code units of string payloads: one way to read a unit of either width."""
from __future__ import annotations

from tsrun.heap.arena import kernel


@kernel(inline=True)
def unit_at(h, wide, at):
    """The code unit at an index of a payload: of `chars16` if wide, else of `chars8`."""
    return h.chars16[at] if wide else h.chars8[at]


@kernel
def is_white_space(unit):
    """1 for WhiteSpace and LineTerminator of the specification, all of which are single units."""
    if unit <= 32:
        return 1 if unit == 32 or 9 <= unit <= 13 else 0
    if unit < 0xA0:
        return 0
    if unit == 0xA0 or unit == 0x1680 or unit == 0xFEFF or unit == 0x3000:
        return 1
    if unit < 0x2000 or unit > 0x205F:
        return 0
    return 1 if unit <= 0x200A or unit == 0x2028 or unit == 0x2029 or unit == 0x202F or unit == 0x205F else 0


@kernel
def code_point_at(h, wide, start, end, index):
    """The code point that begins at unit `index` of a text in [start, end); a lone surrogate is itself."""
    at = start + index
    lead = unit_at(h, wide, at)
    if lead & 0xFC00 != 0xD800 or at + 1 >= end:
        return lead
    trail = unit_at(h, wide, at + 1)
    if trail & 0xFC00 != 0xDC00:
        return lead
    return ((lead & 0x3FF) << 10) + (trail & 0x3FF) + 0x10000
