"""The modules that make up the kernel. Importing them all fills the tables of kernels, opcodes and natives."""
from __future__ import annotations

import importlib

KERNEL_MODULES = [
    "tsrun.syntax.regions",
    "tsrun.heap.layout",
    "tsrun.heap.allocate",
    "tsrun.heap.values",
    "tsrun.heap.strings",
    "tsrun.heap.shapes",
    "tsrun.heap.tables",
    "tsrun.heap.objects",
    "tsrun.heap.errors",
]


def load_kernel_modules() -> None:
    """Import every module of the kernel."""
    for name in KERNEL_MODULES:
        importlib.import_module(name)
