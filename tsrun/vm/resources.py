"""Explicit resource management: an instruction that leaves everything to the prelude."""
from __future__ import annotations

from tsrun.heap.layout import R_USING
from tsrun.heap.values import boxed_int
from tsrun.vm.frames import M_TARGET
from tsrun.vm.slow import call_root
from tsrun.vm.tables import op


@op("dst", "src", "kind")
def using(h, pc, fp, a, b, c):
    """r[a] = what the prelude does for action c (compiler/resources) with the state r[b] and r[a]."""
    return call_root(h, pc, fp, R_USING, h.regs[fp + b], h.regs[fp + a], boxed_int(h, c), M_TARGET, fp + a, 0)
