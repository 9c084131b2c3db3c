"""Which statements of a program can give it its completion value.

Going backwards from the end, an expression statement is wanted as long as nothing behind it surely gives a value. So a
program that ends in an expression computes one value, and its loops before that none.
"""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOOPS: frozenset[Any] = frozenset({
    ast.ForStatement, ast.ForInStatement, ast.ForOfStatement, ast.WhileStatement, ast.DoWhileStatement,
})


class Completion:
    """wanted: expression statements whose value counts. reset: statements that set the value to undefined first.

    kept: `try` statements with a `finally` that changes the value, which only counts if the `finally` is left early.
    """

    def __init__(self, body: Sequence[Any]) -> None:
        self.wanted: set[Any] = set()
        self.reset: set[Any] = set()
        self.kept: set[Any] = set()
        self.targets: list[tuple[list[str], bool, bool]] = []
        """Labels, whether a plain `break` ends it, and whether its value is wanted."""
        self.statements(body, True)

    def statements(self, body: Sequence[Any], wanted: bool) -> bool:
        """Returns whether the value from before these statements can still be the result."""
        for statement in reversed(body):
            wanted = self.statement(statement, wanted, [])
        return wanted

    def statement(self, node: Any, wanted: bool, labels: list[str]) -> bool:
        cls = node.__class__
        if cls is ast.ExpressionStatement:
            if wanted:
                self.wanted.add(node)
            return False
        if cls is ast.BlockStatement:
            if labels:
                self.targets.append((labels, False, wanted))
                wanted = self.statements(node.body, wanted)
                self.targets.pop()
                return wanted
            return self.statements(node.body, wanted)
        if cls is ast.LabeledStatement:
            while node.__class__ is ast.LabeledStatement:
                labels.append(node.label.name)
                node = node.body
            return self.statement(node, wanted, labels)
        if cls is ast.BreakStatement or cls is ast.ContinueStatement:
            return self._exposed(node.label)
        if cls is ast.IfStatement:
            return self._compound(node, wanted, [node.consequent, node.alternate])
        if cls is ast.TryStatement:
            handler = node.handler.body if node.handler is not None else None
            before = len(self.wanted) + len(self.reset)
            leaves = self._branches([node.finalizer], False)
            if leaves or before < len(self.wanted) + len(self.reset):
                self.kept.add(node)
            return self._compound(node, wanted, [node.block, handler])
        if cls in _LOOPS:
            self.targets.append((labels, True, wanted))
            self._compound(node, wanted, [node.body])
            self.targets.pop()
            return False
        if cls is ast.SwitchStatement:
            self.targets.append((labels, True, wanted))
            inside = wanted
            for case in reversed(node.cases):
                inside = self.statements(case.consequent, inside)
            self.targets.pop()
            return self._reset(node, wanted or inside)
        return wanted

    def _exposed(self, label: Any) -> bool:
        """Whether the value at a `break` or `continue` can be the result of what it leaves."""
        for labels, plain, wanted in reversed(self.targets):
            if label.name in labels if label is not None else plain:
                return wanted
        return False

    def _branches(self, bodies: list[Any], wanted: bool) -> bool:
        inside = False
        for body in bodies:
            if body is not None:
                inside |= self.statement(body, wanted, [])
        return inside

    def _compound(self, node: Any, wanted: bool, bodies: list[Any]) -> bool:
        return self._reset(node, wanted | self._branches(bodies, wanted))

    def _reset(self, node: Any, wanted: bool) -> bool:
        if wanted:
            self.reset.add(node)
        return False
