"""What a counting kernel counted in a run: instructions, inline caches, the collector's phases, events, allocations."""
from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tsrun.heap import counters
from tsrun.heap.counters import (
    CACHE_ODD, CACHE_OTHER, NOTED_EVENTS, P_CLOCK, P_PHASES, P_TICKS, P_TICKS_COST, PHASES,
)
from tsrun.heap.layout import KIND_NAMES, S_CODE_TOP, S_COLLECT_NS, S_COLLECTIONS
from tsrun.tools.notes import Notes
from tsrun.tools.text import printable
from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import OPCODES

if TYPE_CHECKING:
    from tsrun.realm import Realm
    from tsrun.tools.notes import Note
    from tsrun.tools.places import Place

CACHE_KINDS = ("other entry", "first", "new shape", "no room", "epoch", "dictionary", "accessor", "uncached")
"""Kinds of accesses that were not a hit of the first entry, by heap/counters' CACHE_ constants."""
EVENTS = {
    counters.NEW_SHAPE: "shapes made", counters.DICTIONARY: "objects that became dictionaries",
    counters.SPARSE: "arrays that became sparse", counters.FLATTENED: "ropes made flat",
    counters.COPIED: "short strings joined", counters.ROPE: "ropes made", counters.INTERNED: "keys interned",
    counters.INTERN_FOUND: "keys looked up", counters.GROWN: "arrays grown",
}
UNITS = {
    counters.NEW_SHAPE: "", counters.DICTIONARY: "properties", counters.SPARSE: "elements",
    counters.FLATTENED: "units copied", counters.COPIED: "units copied", counters.ROPE: "units",
    counters.INTERNED: "units hashed", counters.INTERN_FOUND: "units hashed", counters.GROWN: "words moved",
}


@dataclass(frozen=True, slots=True)
class OpcodeRow:
    """An instruction: how often it was carried out, and its time as the timed ones suggest."""

    name: str
    count: int
    nanoseconds: float
    """Of one."""

    @property
    def total(self) -> float:
        return self.count * self.nanoseconds


@dataclass(slots=True)
class Site:
    """An access by name: one instruction with an inline cache."""

    place: Place | None
    opcode: str
    key: str
    asked: int = 0
    kinds: dict[int, int] = field(default_factory=dict)
    """By CACHE_ constant."""

    @property
    def misses(self) -> int:
        """Those that no entry served."""
        return sum(count for kind, count in self.kinds.items() if kind != CACHE_OTHER)

    @property
    def first_hits(self) -> int:
        return max(0, self.asked - sum(self.kinds.values()))


@dataclass(slots=True)
class Event:
    """What happened at a place, how often, how much of it."""

    place: Place | None
    count: int
    amount: int


@dataclass(slots=True)
class Made:
    """What a place allocated of one kind."""

    place: Place | None
    kind: str
    cells: int
    bytes: int
    calls: int
    """How often its function was entered: more cells than that come from a loop."""


class Counts:
    """The counts of one run. Make it before the script runs."""

    def __init__(self, realm: Realm) -> None:
        self._realm = realm
        self.notes = Notes(realm)
        self._view = realm.engine.memory.view
        self._phases_before = self._phases()
        self._collected_before = realm.engine.state[S_COLLECT_NS], realm.engine.state[S_COLLECTIONS]
        realm.engine.calibrate()
        self._clocks = self._now()

    @property
    def profile(self) -> str:
        """Which kernel counted."""
        return self._realm.kernel.profile

    def _now(self) -> tuple[int, int]:
        profile = self._view("profile")
        return profile[P_TICKS], profile[P_CLOCK]

    def _phases(self) -> list[int]:
        return self._view("profile")[P_PHASES : P_PHASES + len(PHASES)].tolist()

    def finish(self) -> None:
        """The run is over."""
        self._realm.engine.calibrate()
        ticks, clock = self._now()
        passed = ticks - self._clocks[0]
        self._tick_ns = (clock - self._clocks[1]) / passed if passed > 0 else 1.0
        load_kernel_modules()

    @cached_property
    def opcodes(self) -> list[OpcodeRow]:
        """Most time first."""
        counts, ticks, timed = (self._view(name).tolist() for name in ("opcode_count", "opcode_ticks", "opcode_timed"))
        cost = self._view("profile")[P_TICKS_COST]
        every = [(sum(ticks) - cost * sum(timed)) / max(1, sum(timed))]
        rows = []
        for opcode in OPCODES.values():
            number = opcode.number
            if counts[number]:
                mean = ticks[number] / timed[number] - cost if timed[number] else every[0]
                rows.append(OpcodeRow(opcode.name, counts[number], max(0.0, mean) * self._tick_ns))
        return sorted(rows, key=lambda row: (-row.total, row.name))

    @property
    def instructions(self) -> int:
        return sum(row.count for row in self.opcodes)

    @property
    def instruction_ns(self) -> float:
        """Time of all instructions, as the timed ones suggest."""
        return sum(row.total for row in self.opcodes)

    @property
    def phases(self) -> list[tuple[str, float]]:
        """Nanoseconds of the collector's phases."""
        pairs = zip(PHASES, self._phases(), self._phases_before, strict=True)
        return [(name, now - before) for name, now, before in pairs]

    @property
    def collections(self) -> tuple[int, int]:
        """Number and nanoseconds of the collections."""
        state = self._realm.engine.state
        return state[S_COLLECTIONS] - self._collected_before[1], state[S_COLLECT_NS] - self._collected_before[0]

    @cached_property
    def all_notes(self) -> list[Note]:
        return self.notes.all()

    @cached_property
    def sites(self) -> list[Site]:
        """Accesses by name that were carried out, most misses first."""
        with_site = {each.number: each.name for each in OPCODES.values() if each.operands[2] == "site"}
        view, places, heap = self._view, self.notes.places, self._realm.heap
        code, count, keys = view("code"), view("pc_count"), view("site_key")
        found: dict[int, Site] = {}
        for pc, asked in enumerate(count[: self._realm.engine.state[S_CODE_TOP]].tolist()):
            if asked and code[pc] & 0xFF in with_site:
                cell = keys[code[pc] >> 40]
                opcode = with_site[code[pc] & 0xFF]
                found[pc] = Site(places.place(pc), opcode, printable(heap.string(cell)) if cell else "length", asked)
        for pc, what, times in self._cache_notes():
            if pc in found:
                found[pc].kinds[what] = times
        return sorted(found.values(), key=lambda site: (-site.misses, -site.asked))

    def _cache_notes(self) -> list[tuple[int, int, int]]:
        words = self._view("notes").tolist()
        return [((words[at] >> 8) - 1, words[at] & 0xFF, words[at + 1]) for at in range(0, len(words), counters.NOTE)
                if CACHE_OTHER <= words[at] & 0xFF <= CACHE_ODD]

    def events(self, what: int) -> list[Event]:
        """Where something happened, most amount first."""
        rows = [Event(note.place, note.count, note.amount) for note in self.all_notes if note.what == what]
        return sorted(rows, key=lambda row: (-row.amount, -row.count))

    @cached_property
    def made(self) -> list[Made]:
        """What was allocated by place and kind, most bytes first."""
        rows = [Made(note.place, KIND_NAMES[note.what], note.count, note.amount, self._entries(note.place))
                for note in self.all_notes if note.what < NOTED_EVENTS]
        return sorted(rows, key=lambda row: (-row.bytes, -row.cells))

    def _entries(self, place: Place | None) -> int:
        """How often the function that a place is in was entered."""
        return 0 if place is None else self._view("pc_count")[place.function.start]
