"""The modules that make up the kernel. Importing them all fills the tables of kernels, opcodes and natives."""
from __future__ import annotations

import importlib

from tsrun.vm.tables import number

KERNEL_MODULES = [
    "tsrun.syntax.regions",
    "tsrun.syntax.lexer",
    "tsrun.heap.layout",
    "tsrun.heap.counters",
    "tsrun.heap.allocate",
    "tsrun.heap.values",
    "tsrun.heap.units",
    "tsrun.heap.strings",
    "tsrun.heap.shapes",
    "tsrun.heap.tables",
    "tsrun.heap.objects",
    "tsrun.heap.errors",
    "tsrun.heap.libm",
    "tsrun.heap.numbers",
    "tsrun.heap.numbers_big",
    "tsrun.heap.numbers_tables",
    "tsrun.heap.numbers_format",
    "tsrun.heap.bulk",
    "tsrun.heap.numbers_parse",
    "tsrun.heap.numbers_exact",
    "tsrun.heap.convert",
    "tsrun.heap.policy",
    "tsrun.heap.census",
    "tsrun.heap.marking",
    "tsrun.heap.weak",
    "tsrun.heap.collect",
    "tsrun.heap.verify",
    "tsrun.vm.frames",
    "tsrun.vm.coroutines",
    "tsrun.vm.sample",
    "tsrun.vm.functions",
    "tsrun.vm.calls",
    "tsrun.vm.slow",
    "tsrun.vm.array_length",
    "tsrun.vm.properties",
    "tsrun.vm.private",
    "tsrun.vm.elements",
    "tsrun.vm.moves",
    "tsrun.vm.arithmetic",
    "tsrun.vm.compare",
    "tsrun.vm.jumps",
    "tsrun.vm.literals",
    "tsrun.vm.suspend",
    "tsrun.vm.iterate",
    "tsrun.vm.jobs",
    "tsrun.vm.unwind",
    "tsrun.vm.genesis",
    "tsrun.vm.load",
    "tsrun.vm.counted",
    "tsrun.library.arguments",
    "tsrun.library.math",
    "tsrun.library.unicode",
    "tsrun.library.own",
    "tsrun.library.host",
    "tsrun.library.internals",
    "tsrun.library.registration",
    "tsrun.library.object",
    "tsrun.library.function",
    "tsrun.library.function_source",
    "tsrun.library.array",
    "tsrun.library.callbacks",
    "tsrun.library.array_search",
    "tsrun.library.array_sort",
    "tsrun.library.iterators",
    "tsrun.library.map_set",
    "tsrun.library.weak",
    "tsrun.library.string",
    "tsrun.library.string_arguments",
    "tsrun.library.string_compare",
    "tsrun.library.string_make",
    "tsrun.library.string_search",
    "tsrun.library.number",
    "tsrun.library.math_natives",
    "tsrun.library.globals",
    "tsrun.library.error",
    "tsrun.library.promise",
    "tsrun.library.clock",
    "tsrun.library.json_parse",
    "tsrun.library.json_write",
    "tsrun.vm.loop",
]


def load_kernel_modules() -> None:
    """Import every module of the kernel, and number opcodes and natives as they stand there.

    Numbers must not depend on what was imported before, in which order: bytecode is kept under a hash of the sources.
    """
    for name in KERNEL_MODULES:
        importlib.import_module(name)
    number(KERNEL_MODULES)
