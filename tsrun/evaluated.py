"""The memory of evaluated units: what no function refers to any more makes place for others.

Units of evaluated code are as many as a script likes. Their tables lie behind those of the script, each with some room
to spare, so that a unit of about the same size fits where another one was. Every now and then the heap is collected;
units without a function that lives are free then. Functions are all that refers to a unit from outside: frames,
coroutines and the stacks of errors have them, too.
"""
from __future__ import annotations

from tsrun.heap.layout import (
    K_FUNCTION, KIND, S_CELL_TOP, S_CODE_TOP, S_CONST_TOP, S_HANDLER_TOP, S_IMPORT_TOP, S_LITERAL_KEY_TOP,
    S_LITERAL_TOP, S_SITE_TOP, S_STRESS, S_TEMPLATE_TOP, UNDEFINED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from tsrun.compiler.unit import Unit
    from tsrun.vm.driver import Engine

    Sizes = tuple[int, ...]

TOPS = (
    S_CODE_TOP, S_CONST_TOP, S_SITE_TOP, S_LITERAL_TOP, S_LITERAL_KEY_TOP, S_TEMPLATE_TOP, S_HANDLER_TOP, S_IMPORT_TOP,
)
"""In the order of the region unit_base (vm/load)."""
CLEARED = (
    ("consts", 1, 1, UNDEFINED), ("site_key", 2, 1, 0), ("site_shape", 2, 4, 0), ("site_slot", 2, 4, 0),
    ("site_holder", 2, 4, 0), ("literal", 3, 4, 0), ("template_word", 5, 12, 0), ("template_unit", 5, 2, 0),
)
"""What a free unit must not refer to: region, which of the tables, elements a row, value."""
TEMPLATES = 5
MOST = (1 << 23, 1 << 22, 1 << 20, 1 << 20, 1 << 22, 1 << 20, 1 << 20, 1 << 20)
"""Rows that there can be of each table, as in vm/load."""
FEW, FEW_STRESSED = 1000, 5
"""Units between two looks at which of them are in use, at least; the second where collections are forced."""
P_LIBRARY = 1
"""As in heap/counters: set while a tool watches, which may know code by its place."""


def roomy(count: int) -> int:
    """A size that units of about the same size have, too: an eighth more at most."""
    if count <= 8:
        return count
    step = 1 << (count.bit_length() - 4)
    return -(-count // step) * step


class EvaluatedUnits:
    """Where the evaluated units of a realm are."""

    def __init__(self, engine: Engine, forget: Callable[[range], object]) -> None:
        self._engine, self._state = engine, engine.state
        self._forget = forget
        """Called with the templates of a unit that is gone."""
        self._places: dict[int, tuple[Sizes, Sizes]] = {}
        """By first template: where the tables begin, and how much room there is."""
        self._free: dict[Sizes, list[Sizes]] = {}
        self._stayed = 0
        """Units that were in use when we looked last."""

    def load(self, unit: Unit) -> int:
        """Bring a unit into the heap; its first template."""
        if unit.imports:  # its imports have names that errors show
            return self._engine.load_unit(unit.encode())
        exactly = unit.sizes()
        sizes = tuple(map(roomy, exactly))
        free = self._free.get(sizes)
        if free:
            base = free.pop()
            template = self._engine.load_unit(unit.encode(), base)
        else:
            base = tuple(self._state[top] for top in TOPS)
            template = self._engine.load_unit(unit.encode())
            if any(start + size > most for start, size, most in zip(base, sizes, MOST, strict=True)):
                sizes = exactly
            for top, start, size in zip(TOPS, base, sizes, strict=True):
                self._state[top] = start + size
        self._places[template] = base, sizes
        return template

    def tidy(self, kept: Container[int]) -> None:
        """If there are many units, free those that nothing uses. kept: first templates of those to keep anyway."""
        few = FEW_STRESSED if self._state[S_STRESS] else FEW
        if len(self._places) < few + 2 * self._stayed or self._engine.memory.view("profile")[P_LIBRARY]:
            return
        self._engine.collect()
        used = self._used_templates()
        for template, (base, sizes) in list(self._places.items()):
            templates = range(template, template + sizes[TEMPLATES])
            if template not in kept and used.isdisjoint(templates):
                del self._places[template]
                self._clear(base, sizes)
                self._forget(templates)
                self._free.setdefault(sizes, []).append(base)
        self._stayed = len(self._places)

    def _used_templates(self) -> set[int]:
        """Templates of the functions that live, and numbers of host functions, which do no harm."""
        view = self._engine.memory.view
        meta, aux, marks = view("meta"), view("aux"), view("mark_bits")
        used = set()
        for at in range(0, self._state[S_CELL_TOP], 64):
            bits = marks[at >> 6] & (1 << 64) - 1
            if bits:
                kinds = meta[at : at + 64].tolist()
                used |= {aux[at + i] for i, word in enumerate(kinds) if bits >> i & 1 and word & KIND == K_FUNCTION}
        return used

    def _clear(self, base: Sizes, sizes: Sizes) -> None:
        for name, table, row, value in CLEARED:
            cells = self._engine.memory.view(name)
            for at in range(row * base[table], row * (base[table] + sizes[table])):
                cells[at] = value
