"""Reading what a counting kernel noted: events and allocations by place, and where a live cell was allocated."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tsrun.errors import KernelError
from tsrun.heap.counters import MOST_NOTES, NOTE, NOTED_EVENTS, P_LIBRARY, P_NOTES, P_NOTES_LOST, PROFILE_WORDS
from tsrun.heap.layout import KIND_NAMES, S_CELL_TOP, S_CODE_TOP
from tsrun.tools.places import Places

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.places import Place

COUNTING = ("profiling", "dev")
"""Profiles of kernels that note anything."""


@dataclass(frozen=True, slots=True)
class Note:
    """An event of a place: what it was (constants of heap/counters), how often, how much."""

    place: Place | None
    what: int
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """What a place allocated, of one kind of cell. `place` is None for what Python or the start of the run made."""

    place: Place | None
    kind: str
    cells: int
    bytes: int


class Notes:
    """The notes of one run. Make it before the script runs; read it afterwards.

    Raises KernelError for a kernel that does not count.
    """

    def __init__(self, realm: Realm) -> None:
        if realm.kernel.profile not in COUNTING:
            raise KernelError(f"the {realm.kernel.profile} kernel does not note allocations; use --kernel profiling")
        self._realm = realm
        self._view = realm.engine.memory.view
        self._places: Places | None = None
        self._begin()

    def _begin(self) -> None:
        """Forget what was noted while the realm was made, and take what is loaded from now on for the script."""
        profile = self._view("profile")
        state = self._realm.engine.state
        if profile[P_NOTES]:
            for name, size in (("notes", MOST_NOTES * NOTE), ("pc_count", state[S_CODE_TOP])):
                self._view(name)[:size] = memoryview(bytes(8 * size)).cast("q")
            for name in ("opcode_ticks", "opcode_timed", "opcode_count"):
                self._view(name)[:] = memoryview(bytes(8 * 256)).cast("q")
        for word in range(PROFILE_WORDS):
            profile[word] = 0
        top = state[S_CELL_TOP]
        self._view("cell_site")[:top] = memoryview(bytes(4 * top)).cast("i")
        profile[P_LIBRARY] = state[S_CODE_TOP]

    @property
    def places(self) -> Places:
        """The code that is loaded now."""
        if self._places is None:
            self._places = Places(self._realm)
        return self._places

    @property
    def lost(self) -> int:
        """Events for which the table had no room."""
        return int(self._view("profile")[P_NOTES_LOST])

    def all(self) -> list[Note]:
        """Everything that was noted, allocations included."""
        words = self._view("notes").tolist()
        place = self.places.place
        return [Note(place((words[at] >> 8) - 1), words[at] & 0xFF, words[at + 1], words[at + 2])
                for at in range(0, MOST_NOTES * NOTE, NOTE) if words[at]]

    def allocations(self) -> list[Allocation]:
        """What was allocated during the run, by place and kind."""
        return [Allocation(note.place, KIND_NAMES[note.what], note.count, note.amount)
                for note in self.all() if note.what < NOTED_EVENTS]

    def site_of(self, cell: int) -> Place | None:
        """Where a live cell was allocated; None for the realm's own and what Python made before the script ran."""
        pc = self._view("cell_site")[cell] - 1
        return self.places.place(pc) if pc >= 0 else None
