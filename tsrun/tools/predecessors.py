"""Which instruction ran before another: a sample is taken before an instruction, its time went by in the one before."""
from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tsrun.heap.reader import TEMPLATE_WORDS
from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import OPCODES

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.places import Places

LEAVING = ("ret", "throw")
"""Beginnings of the names of instructions that never go on with the next one; besides the plain jump."""


@cache
def opcodes() -> tuple[set[int], set[int]]:
    """The numbers of those that jump, and of those that never go on with the next one."""
    load_kernel_modules()
    every = OPCODES.values()
    return ({each.number for each in every if each.operands[2] == "jump"},
            {each.number for each in every if each.name.startswith(LEAVING) or each.name == "jump"})


class Predecessors:
    """Of the code of one realm. What can't be known is guessed: the loop's jump back, else the instruction above."""

    def __init__(self, realm: Realm, places: Places) -> None:
        self._jumps, self._ends = opcodes()
        view = realm.engine.memory.view
        self._code, self._words = view("code"), view("template_word")
        self._places = places
        self._sources: dict[int, dict[int, list[int]]] = {}

    def _jumps_to(self, template: int) -> dict[int, list[int]]:
        """For a function: the pcs of the jumps to each pc."""
        found = self._sources.get(template)
        if found is None:
            found = self._sources[template] = {}
            at = template * TEMPLATE_WORDS
            for pc in range(self._words[at], self._words[at + 1]):
                word = self._code[pc]
                if word & 0xFF in self._jumps:
                    found.setdefault(pc + 1 + (word >> 40), []).append(pc)
        return found

    def of(self, pc: int) -> int:
        """The instruction that most likely ran before the one at `pc`; that one itself at the start of a function."""
        template = self._places.template_at(pc)
        if not template:
            return pc
        sources = self._jumps_to(template).get(pc, [])
        for source in sources:
            if source >= pc:
                return source
        start = self._words[template * TEMPLATE_WORDS]
        if pc > start and self._code[pc - 1] & 0xFF not in self._ends:
            return pc - 1
        return sources[0] if sources else pc
