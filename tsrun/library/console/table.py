"""console.table: rows and columns in a frame of box-drawing characters."""
from __future__ import annotations

from tsrun.heap.layout import K_ARRAY, K_FUNCTION, K_MAP, K_SET, T_OBJECT, T_SYMBOL, TAG
from tsrun.heap.reader import number_text
from tsrun.library.console.inspect import Inspector
from tsrun.library.console.text import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tsrun.heap.reader import Heap
    from tsrun.library.console.format import Scripts

MOST_ENTRIES = 3


def _cell(heap: Heap, value: int, scripts: Scripts | None) -> str:
    shallow = value >> 48 == T_OBJECT and heap.kind(value) not in {K_ARRAY, K_FUNCTION} and len(_keyed(heap, value)) > 2
    call = scripts.get if scripts else None
    return Inspector(heap, depth=-1 if shallow else 0, call=call, most=MOST_ENTRIES, line=float("inf")).text(value)


def _keyed(heap: Heap, value: int) -> list[tuple[str, int]]:
    """Enumerable own properties with string keys; an accessor's value is the pair, shown as undefined."""
    return [(number_text(float(key)) if key < TAG else heap.string(key), found)
            for key, found, _ in heap.enumerable(value) if key < TAG or key >> 48 != T_SYMBOL]


def table(heap: Heap, value: int, wanted: list[str] | None, scripts: Scripts | None) -> str:
    """The text of a table whose rows are the properties, elements or entries of an object."""
    kind = heap.kind(value)
    if kind == K_MAP:
        entries = list(heap.table(heap.collection(value)))
        columns = {"Key": dict(enumerate(_cell(heap, key, scripts) for key, _, _ in entries)),
                   "Values": dict(enumerate(_cell(heap, found, scripts) for _, found, _ in entries))}
        return drawn(heap.pulse, "(iteration index)", list(map(str, range(len(entries)))), columns)
    if kind == K_SET:
        entries = list(heap.table(heap.collection(value)))
        columns = {"Values": dict(enumerate(_cell(heap, key, scripts) for key, _, _ in entries))}
        return drawn(heap.pulse, "(iteration index)", list(map(str, range(len(entries)))), columns)
    columns, plain = {}, {}
    rows = _keyed(heap, value)
    for row, (_, item) in enumerate(rows):
        heap.pulse()
        if item >> 48 != T_OBJECT:
            plain[row] = _cell(heap, item, scripts)
            continue
        properties = _keyed(heap, item)
        if wanted is not None:
            present = dict(properties)
            for name in wanted:
                column = columns.setdefault(name, {})
                if name in present:
                    column[row] = _cell(heap, present[name], scripts)
            continue
        for name, found in properties:
            columns.setdefault(name, {})[row] = _cell(heap, found, scripts)
    columns = dict(sorted(columns.items(), key=lambda each: (0, int(each[0])) if each[0].isdigit() else (1, 0)))
    if plain:
        columns["Values"] = plain
    return drawn(heap.pulse, "(index)", [name for name, _ in rows], columns)



def drawn(pulse: Callable[[], object], index: str, names: list[str], columns: dict[str, dict[int, str]]) -> str:
    """The frame: the names of the rows on the left, then each column under its title."""
    head = [index, *columns]
    rows = [[name, *(column.get(row, "") for column in columns.values())] for row, name in enumerate(names)]
    widths = [2 + width(each) for each in head]
    for row in rows:
        pulse()
        widths = [max(known, 2 + width(each)) for known, each in zip(widths, row, strict=True)]

    def line(cells: Sequence[str]) -> str:
        pulse()
        parts = []
        for cell, room in zip(cells, widths, strict=True):
            parts.append(" " + cell + " " * (room - 1 - width(cell)))
        return f"│{'│'.join(parts)}│"

    rules = ["─" * room for room in widths]
    return "\n".join([
        f"┌{'┬'.join(rules)}┐", line(head), f"├{'┼'.join(rules)}┤", *map(line, rows), f"└{'┴'.join(rules)}┘",
    ])
