"""From the words of samples to frames: functions and lines."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tsrun.heap.layout import S_CODE_TOP
from tsrun.tools.places import Function, Places
from tsrun.tools.predecessors import Predecessors
from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import NATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.realm import Realm

AT_FUEL, AT_POINT, IN_NATIVE, IN_COLLECTOR, IN_HOST = range(5)
CUT = -1
"""As in vm/sample."""
NATIVE, COLLECTOR, HOST = "[builtin]", "[collector]", "[host]"
"""What stands for the file of frames that no source has."""
COLLECTION = Function("(garbage collector)", COLLECTOR, 0, 0, library=True)
CALLED_BACK = Function("(host calls back)", HOST, 0, 0, library=True)
LEFT_OUT = Function("(frames left out)", "", 0, 0, library=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """A function in a stack, and the line it has come to (0: it has none)."""

    function: Function
    line: int

    @property
    def is_script(self) -> bool:
        """Whether it is the script's own."""
        return not self.function.library


class Frames:
    """All frames that were seen, by number, and which of them the kernel's words mean.

    A word is (pc + 1) << 1, with bit 0 where a host function called back, or CUT. Code stays where it is while a tool
    watches, so what a word means is found once.
    """

    def __init__(self, realm: Realm) -> None:
        self._realm = realm
        self.every: list[Frame] = []
        self._numbers: dict[Frame, int] = {}
        self.of_word: dict[int, tuple[int, ...]] = {}
        """Those known so far: no frame, one, or one and the host that called back from there."""
        self._points: dict[int, tuple[int, ...]] = {}
        self._leaves: dict[int, int] = {}
        self._code_top = -1
        self.look()

    def look(self) -> None:
        """See what code there is now."""
        if self._code_top != self._realm.engine.state[S_CODE_TOP]:
            self._code_top = self._realm.engine.state[S_CODE_TOP]
            self._places = Places(self._realm)
            self._before = Predecessors(self._realm, self._places)

    def number(self, function: Function, line: int) -> int:
        """The number of a frame."""
        frame = Frame(function, line)
        found = self._numbers.setdefault(frame, len(self.every))
        if found == len(self.every):
            self.every.append(frame)
        return found

    def learn(self, word: int) -> tuple[int, ...]:
        """The frames of a word that is new."""
        found = self.of_word[word] = tuple(self.number(*each) for each in self._meant(word))
        return found

    def of_point(self, word: int) -> tuple[int, ...]:
        """Those of the word before which a sample was taken: its time went by in the instruction before."""
        found = self._points.get(word)
        if found is None:
            pc = (word >> 1) - 1
            before = (self._before.of(pc) + 1) << 1 | word & 1 if pc >= 0 else word
            known = self.of_word.get(before)
            found = self._points[word] = self.learn(before) if known is None else known
        return found

    def _meant(self, word: int) -> Iterator[tuple[Function, int]]:
        if word == CUT:
            yield LEFT_OUT, 0
            return
        pc = (word >> 1) - 1
        place = self._places.place(pc) if pc >= 0 else None
        if place is not None:
            yield place.function, place.line
        if word & 1 and pc >= 0:
            yield CALLED_BACK, 0

    def of_leaf(self, kind: int) -> int:
        """The frame of a builtin, a host function (its number << 8) or the collector, by the kind of a record."""
        found = self._leaves.get(kind)
        if found is None:
            number = kind >> 8
            if kind == IN_COLLECTOR:
                function = COLLECTION
            elif kind & 0xFF == IN_NATIVE:
                function = Function(native_name(number), NATIVE, 0, 0, library=True)
            else:
                function = Function(host_name(self._realm, number), HOST, 0, 0, library=True)
            found = self._leaves[kind] = self.number(function, 0)
        return found


@cache
def native_names() -> list[str]:
    """What the builtins are called, by number."""
    load_kernel_modules()
    return [each.name for each in NATIVES.values()]


def native_name(number: int) -> str:
    """What the builtin with that number is called."""
    names = native_names()
    return names[number] if number < len(names) else "(builtin)"


def host_name(realm: Realm, number: int) -> str:
    """What the host function with that number is called."""
    from tsrun.library.console.console import METHODS

    if number < len(METHODS):
        return f"console.{METHODS[number]}"
    return realm.host_function_name(number) or "(host function)"
