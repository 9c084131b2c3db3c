"""What is said of a run that reached a limit of memory."""

from __future__ import annotations

from tsrun.errors import MemoryLimitError
from tsrun.heap.extents import CELL_BYTES, FEW_SHAPES, FIXED
from tsrun.heap.layout import (
    LIMIT_MEMORY, LIMIT_UNIT, S_GRANT_BYTES, S_GRANT_CELLS, S_GRANT_SLOTS, S_LIMIT_KIND, S_MAX_MEMORY,
    S_SHAPE_TOP,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tsrun.vm.driver import Engine


def memory_limit(engine: Engine) -> MemoryLimitError:
    """Why the kernel gave up."""
    state = engine.state
    if state[S_LIMIT_KIND] == LIMIT_UNIT:
        state[S_LIMIT_KIND] = LIMIT_MEMORY
        return MemoryLimitError("there is no room for so much code: instructions or constants fill their tables")
    size, kinds = engine.usage()
    has = f"the heap has {size_text(size)}"
    if state[S_SHAPE_TOP] >= FIXED["shape_parent"] - FEW_SHAPES:
        return MemoryLimitError(
            f"the limit of {FIXED['shape_parent']:,} shapes was reached: too many objects differ in the names of "
            f"their properties; {has}", heap_size=size, by_kind=kinds)
    largest = sorted(kinds.items(), key=lambda each: -each[1])[:4]
    filled = ", ".join(f"{size_text(count)} of {name.removesuffix('s')}s" for name, count in largest if count)
    limit = state[S_MAX_MEMORY]
    wanted = CELL_BYTES * state[S_GRANT_CELLS] + 8 * (state[S_GRANT_SLOTS] + state[S_GRANT_BYTES])
    # Where little is wanted the heap is as large as the limit; where it is not, this is what explains it.
    explains = wanted > limit // 50 and size + wanted > limit
    more = f", and {size_text(wanted)} more were wanted at once" if explains else ""
    return MemoryLimitError(
        f"the memory limit of {size_text(limit)} was reached: {has}" + (f" ({filled})" if filled else "") + more,
        heap_size=size, by_kind=kinds)


def size_text(count: int) -> str:
    """Bytes in the unit that reads best, of those in which limits are given: powers of 1024."""
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1024 or unit == "MB":
            break
        size /= 1024
    return f"{size:.0f} {unit}"
