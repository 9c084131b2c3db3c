"""A kernel of one function in place of the real one, for tests of the cache.

`python tiny_kernel.py PROFILE FILE [again]` is what the builder's process does otherwise.
"""

from __future__ import annotations

import sys

from tsrun.heap.arena import KERNELS, kernel
from tsrun.vm import builder, kernel_modules


def enter(h, command, argument):
    """Adds, and leaves a mark in the arena."""
    h.state[1] = command
    return command + argument



def declare() -> None:
    """Take the place of the real modules."""
    import tsrun.heap.layout  # noqa: F401 (declares the regions)

    declared = kernel(enter)
    del KERNELS[declared.symbol]
    declared.symbol = "tsrun::vm::loop::enter"
    KERNELS[declared.symbol] = declared


if __name__ == "__main__":
    kernel_modules.load_kernel_modules = declare
    sys.exit(builder.main(sys.argv[1:]))
