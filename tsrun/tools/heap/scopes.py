"""Names of the variables in environment cells: which scope of the source an environment belongs to.

A cell does not say; but a function says which template it was made from, the bytecode around its `closure` instruction
which environment it was given, and the compiler the names in it.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tsrun.heap.layout import F_BOUND, F_HOST, F_NATIVE, ID, K_FUNCTION
from tsrun.heap.reader import TEMPLATE_WORDS

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.heap.columns import Ints
    from tsrun.tools.heap.graph import Graph

NONE = 0xFFFF
NO_SCOPE = 0


class Scopes:
    """The scopes with environments, numbered from 1: the names in each, and the scope around it."""

    def __init__(self, realm: Realm) -> None:
        self.realm = realm
        self.names: list[list[str]] = [[]]
        self.parents: list[int] = [NO_SCOPE]
        self.outer: dict[int, int] = {}
        """By template, the scope whose environment its functions get."""
        self._code = realm.engine.memory.numpy("code")
        self._words = realm.engine.memory.view("template_word")
        names = [name for name, _ in realm.kernel.opcodes]
        self._new, self._with, self._copy, self._closure = (
            names.index(name) for name in ("new_env", "new_env_with", "copy_env", "closure"))
        self.modules = [self._add(module.variables.get(-1, [[]])[0], NO_SCOPE) for module in realm.modules]
        for module, scope in zip(realm.modules, self.modules, strict=True):
            for template in (module.template, module.template + 1):
                self.outer[template] = scope
        for template in sorted(realm.variables.keys() | self.outer.keys()):
            self.outer.setdefault(template, NO_SCOPE)
        self._walk(list(self.outer))

    def _add(self, names: list[str], parent: int) -> int:
        self.names.append(names)
        self.parents.append(parent)
        return len(self.names) - 1

    def _walk(self, waiting: list[int]) -> None:
        """Follow the code of templates in the order in which they stand, which is inner ones after those around."""
        done: set[int] = set()
        waiting = [template for template in waiting if self.outer[template] != NO_SCOPE] + [
            template for template in waiting if self.outer[template] == NO_SCOPE]
        while waiting:
            template = waiting.pop(0)
            if template in done:
                continue
            done.add(template)
            waiting[:0] = self._template(template)

    def _template(self, template: int) -> list[int]:
        """Environments and closures that a template makes; the templates of the latter."""
        outer = self.outer[template]
        known = self.realm.variables.get(template, [])
        at = template * TEMPLATE_WORDS
        code = self._code[self._words[at] : self._words[at + 1]]
        chosen = code[np.isin(code & 0xFF, (self._new, self._with, self._copy, self._closure))]
        registers: dict[int, int] = {}
        made = 0
        inner = []
        for word in chosen.tolist():
            opcode, a, b, c = word & 0xFF, word >> 8 & 0xFFFF, word >> 24 & 0xFFFF, word >> 40
            around = outer if b == NONE else registers.get(b, NO_SCOPE)
            if opcode in {self._new, self._with}:
                registers[a] = self._add(known[made], around) if made < len(known) else NO_SCOPE
                made += 1
            elif opcode == self._copy:
                registers[a] = around
            else:
                if self.outer.get(c, NO_SCOPE) == NO_SCOPE:
                    self.outer[c] = around
                inner.append(c)
        return inner

    def of_environments(self, graph: Graph) -> Ints:
        """By number of the cell, the scope of each environment; NO_SCOPE where it is not known."""
        columns = graph.columns
        scope = np.zeros(len(graph.alive), np.int64)
        engine = self.realm.engine
        for module, number in zip(self.realm.modules, self.modules, strict=True):
            scope[engine.kept(module.handle) & ID] = number
        functions = graph.cells[graph.kinds == K_FUNCTION]
        functions = functions[columns.meta[functions] & (F_NATIVE | F_BOUND | F_HOST) == 0]
        outer = np.zeros(max([*self.outer, *columns.aux[functions].tolist(), 0]) + 1, np.int64)
        for template, number in self.outer.items():
            outer[template] = number
        parents = np.array(self.parents)
        cells, numbers = columns.link[functions].astype(np.int64), outer[columns.aux[functions]]
        while len(cells):
            there = (numbers != NO_SCOPE) & (cells > 0)
            cells, numbers = cells[there], numbers[there]
            there = scope[cells] == NO_SCOPE
            cells, numbers = cells[there], numbers[there]
            scope[cells] = numbers
            cells, numbers = columns.slots[columns.offset[cells]] & ID, parents[numbers]
        return scope
