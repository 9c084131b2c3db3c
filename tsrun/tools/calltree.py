"""Stacks of calls that share their beginnings, as a tree."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
    from typing import TypeVar

    Key = TypeVar("Key", bound=Hashable)


class CallTree:
    """Nodes are numbers, the root is 0, and a parent's number is below those of its children.

    A stack is the node of its innermost frame. What stands in a node is an int, whose meaning is the owner's.
    """

    def __init__(self) -> None:
        self.parents = [0]
        self.what = [0]
        self._children: dict[tuple[int, int], int] = {}

    def __len__(self) -> int:
        return len(self.parents)

    def child(self, parent: int, what: int) -> int:
        """The node for something called at a node."""
        found = self._children.setdefault((parent, what), len(self.parents))
        if found == len(self.parents):
            self.parents.append(parent)
            self.what.append(what)
        return found

    def known(self, parent: int, what: int) -> int | None:
        """That node, if there is one."""
        return self._children.get((parent, what))

    def path(self, node: int) -> list[int]:
        """What stands in the nodes from the root, which is left out, to that one."""
        found = []
        while node:
            found.append(self.what[node])
            node = self.parents[node]
        return found[::-1]

    def totals(self, own: Sequence[int]) -> list[int]:
        """Weights by node with all that is below them."""
        totals = list(own)
        for node in range(len(self) - 1, 0, -1):
            totals[self.parents[node]] += totals[node]
        return totals

    def children(self) -> list[list[int]]:
        """The children of each node."""
        found: list[list[int]] = [[] for _ in self.parents]
        for node in range(1, len(self)):
            found[self.parents[node]].append(node)
        return found

    def outermost(self, keys: Sequence[Key | None]) -> Iterator[int]:
        """The nodes with a key that no node further out has, too: where a recursion begins."""
        children = self.children()
        under_way: set[Key] = set()
        waiting = [0]
        while waiting:
            node = waiting.pop()
            if node < 0:
                key = keys[~node]
                assert key is not None
                under_way.discard(key)
                continue
            key = keys[node]
            if key is not None and key not in under_way:
                under_way.add(key)
                waiting.append(~node)
                yield node
            waiting += children[node]
