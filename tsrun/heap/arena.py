"""Declarations that the kernel is made of: regions, constant tables and kernel functions.

Nothing here imports Numba or numpy. A region is declared once with its element type; `vm/build` gives kernels
`h.name[i]` as one machine load, `runtime` maps the memory, and plain mode runs the same functions over Python arrays.

The arena is one mapping of address space. It begins with a header, then come the *near* regions at offsets that are
constants of the kernel (no load to find them), then the *far* regions, found through the header's table of addresses.
Regions never move: each has its address space reserved at the start, and pages that were never written cost nothing.
"""
from __future__ import annotations

TYPE_CHECKING = False  # a warm run reads the layout: it should not pay for the typing module, nor for dataclasses
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

PAGE = 4096
HEADER_WORDS = 2048
"""Size of the header in int64 words."""
HEADER_BASES = 0
"""Header words from here: the address of each region, by its number."""
HEADER_LENGTHS = 512
"""Header words from here: the length of each region in elements (the checked build tests against it)."""
HEADER_FAULT = 1024
"""Header words from here: number of faults, then region, index and address of the kernel's name of the first one."""

ITEM_SIZES = {"int8": 1, "uint8": 1, "int16": 2, "uint16": 2, "int32": 4, "uint32": 4, "int64": 8, "float64": 8}


class Region:
    """One typed array of the VM's state.

    near: length in elements of a region with a fixed size and place; 0 for one whose size is chosen at start.
    same_as: name of the region whose memory this one views with another element type.
    refs: whether the elements are boxed values that the collector must follow when they are in use.
    """

    __slots__ = ("dtype", "meaning", "name", "near", "number", "offset", "same_as", "unit")

    def __init__(
        self, name: str, dtype: str, unit: str, meaning: str, near: int, same_as: str, number: int, offset: int
    ) -> None:
        self.name, self.dtype, self.unit, self.meaning = name, dtype, unit, meaning
        self.near, self.same_as, self.number = near, same_as, number
        self.offset = offset
        """Byte offset of a near region from the start of the arena; -1 for a far one."""

    def __repr__(self) -> str:
        return f"Region{(self.name, self.dtype, self.near, self.same_as, self.number, self.offset)}"

    @property
    def item_size(self) -> int:
        return ITEM_SIZES[self.dtype]

    @property
    def owner(self) -> str:
        """Name of the region that owns the memory."""
        return self.same_as or self.name


class Constant:
    """Read-only data compiled into the kernel; `values` may be a function so that only a build computes it."""

    __slots__ = ("dtype", "name", "source")

    def __init__(
        self, name: str, dtype: str, source: Sequence[int | float] | Callable[[], Sequence[int | float]]
    ) -> None:
        self.name, self.dtype, self.source = name, dtype, source

    def values(self) -> Sequence[int | float]:
        return self.source() if callable(self.source) else self.source


COUNTING = False
"""Whether the kernel that is being built counts instructions; set once, before the first function is lowered."""
REGIONS: dict[str, Region] = {}
CONSTANTS: dict[str, Constant] = {}
KERNELS: dict[str, Kernel] = {}
_near_end = HEADER_WORDS * 8


def region(name: str, dtype: str, *, unit: str, meaning: str, near: int = 0, same_as: str = "") -> None:
    """Declare a region. Raises ValueError for a name already taken by another declaration."""
    global _near_end  # noqa: PLW0603 (the table of regions is the module's own)
    if name in REGIONS or name in CONSTANTS:
        raise ValueError(f"region {name} is declared twice")
    offset = -1
    if same_as:
        owner = REGIONS[same_as]
        if owner.near:
            offset, near = owner.offset, owner.near * owner.item_size // ITEM_SIZES[dtype]
    elif near:
        offset = _near_end
        _near_end += -(-near * ITEM_SIZES[dtype] // PAGE) * PAGE
    REGIONS[name] = Region(name, dtype, unit, meaning, near, same_as, len(REGIONS), offset)


def near_size() -> int:
    """Bytes from the start of the arena to the end of the last near region."""
    return _near_end


def constant(
    name: str, dtype: str, values: Sequence[int | float] | Callable[[], Sequence[int | float]]
) -> None:
    """Declare a constant table, read in kernels as `h.name[i]`."""
    if name in REGIONS or name in CONSTANTS:
        raise ValueError(f"constant {name} is declared twice")
    CONSTANTS[name] = Constant(name, dtype, values)


class Kernel:
    """A function of the kernel. Calling it from Python runs the Python function (plain mode)."""

    __slots__ = ("cold", "function", "group", "inline", "name", "parameters", "result", "symbol")

    def __init__(
        self, function: Callable[..., Any], symbol: str, parameters: tuple[str, ...], result: str, inline: bool,
        group: str, cold: bool = False,
    ) -> None:
        self.function, self.symbol, self.name = function, symbol, function.__name__
        self.parameters = parameters
        """Element of each parameter: "arena", "int64" or "float64"."""
        self.result, self.inline, self.cold = result, inline, cold
        self.group = group
        """Name of the module, which is what a checked build compiles at a time."""

    def __call__(self, *args: Any) -> Any:
        return self.function(*args)


_ANNOTATED = {"float": "float64", float: "float64", "None": "none", None: "none"}


def kernel(function: Callable[..., Any] | None = None, *, inline: bool = False, cold: bool = False) -> Any:
    """Declare a kernel function: the first parameter is the arena, others are int64 unless annotated `float`.

    inline: ask LLVM to always inline it; only for what is short. cold: never to inline it, and to take it for rare.
    """
    if function is None:
        return lambda wrapped: kernel(wrapped, inline=inline, cold=cold)
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    annotations = function.__annotations__
    kinds = (_ANNOTATED.get(annotations.get(name, "int"), "int64") for name in names)
    parameters = tuple("arena" if name == "h" else kind for name, kind in zip(names, kinds, strict=True))
    result = _ANNOTATED.get(annotations.get("return", "int"), "int64")
    module = function.__module__
    symbol = module.replace(".", "::") + "::" + function.__name__
    declared = Kernel(function, symbol, parameters, result, inline, module, cold)
    if symbol in KERNELS:
        raise ValueError(f"kernel {symbol} is declared twice")
    KERNELS[symbol] = declared
    return declared
