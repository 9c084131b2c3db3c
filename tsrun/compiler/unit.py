"""A unit: what one source text is compiled to, as flat columns that the kernel can load.

The layout of the binary form (all of it int64, little endian) is

    header | code | positions | constants | sites | literals | literal keys | templates | handlers | characters

and is described column by column below. What only the linker of modules needs stands beside the binary form in plain
tuples, lists and dicts, so that a cache can keep it with `marshal`.
"""
from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass, field, fields
from itertools import chain
from operator import attrgetter
from typing import Any

MAGIC = 0x5453554E49540001
HEADER_WORDS = 16
NUMBER, STRING, SPECIAL, BIGINT, PRIVATE = range(5)
"""Kinds of constants. PRIVATE: a private name with that text, one of its own."""
SPECIAL_TAG = 0x7FF9 << 48
UNDEFINED_BITS = SPECIAL_TAG
KEYS, TEMPLATE = range(2)
"""Kinds of literals: keys of an object literal; cooked and raw strings of a template."""
TEMPLATE_WORDS = 12
ARROW, METHOD, CLASS, DERIVED, GENERATOR, ASYNC, REST, HOME, INTERNAL, FORWARD = (1 << bit for bit in range(10))
"""Flags of a template."""
FLAG_MODULE = 1
Registers = list[tuple[int, str, int, int]]
"""Registers of a template that are variables: register, name, first instruction, and the one behind the last, counted
from where its code begins."""


@dataclass(slots=True)
class Template:
    """One function. Code positions are relative to the unit, handlers to the template's first instruction."""

    code_start: int = 0
    code_end: int = 0
    parameters: int = 0
    registers: int = 2
    flags: int = 0
    name: int = 0
    length: int = 0
    first_handler: int = 0
    handlers: int = 0
    source_start: int = 0
    source_end: int = 0


@dataclass(slots=True)
class Unit:
    """The columns of a unit and what the linker needs to know.

    code: an instruction each. positions: line << 32 | column, parallel to the code. constants: (kind, value) with the
    value a float, a str, or the bits of a special value. sites: constant of the key, or -1. literals: (kind, first
    literal key, count). handlers: (start, end, target, register).
    """

    file_name: str
    module: bool
    code: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    constants: list[tuple[int, Any]] = field(default_factory=list)
    sites: list[int] = field(default_factory=list)
    literals: list[tuple[int, int, int]] = field(default_factory=list)
    literal_keys: list[int] = field(default_factory=list)
    templates: list[Template] = field(default_factory=list)
    handlers: list[tuple[int, int, int, int]] = field(default_factory=list)
    env_size: int = 0
    name_constant: int = -1
    source_constant: int = -1
    requests: list[tuple[str, dict[str, str], tuple[int, int]]] = field(default_factory=list)
    imports: list[tuple[int, str | None]] = field(default_factory=list)
    import_names: list[str] = field(default_factory=list)
    exports: dict[str, int] = field(default_factory=dict)
    indirect_exports: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    star_exports: list[int] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    """Names of exports that are types: modules that pass them on export nothing."""
    variables: dict[int, list[list[str]]] = field(default_factory=dict)
    """By template, the names in the environments that it makes, in the order of the code; -1: the module's own."""
    registers: dict[int, Registers] = field(default_factory=dict)
    """By template, its registers that are variables."""

    @property
    def metadata(self) -> dict[str, Any]:
        """What the linker needs, in types that `marshal` stores."""
        return {
            "file_name": self.file_name, "module": self.module, "env_size": self.env_size, "requests": self.requests,
            "imports": self.imports, "import_names": self.import_names, "exports": self.exports,
            "indirect_exports": self.indirect_exports,
            "star_exports": self.star_exports, "types": self.types, "variables": self.variables,
            "registers": self.registers,
        }

    def sizes(self) -> tuple[int, ...]:
        """Rows of the tables, in the order of the region unit_base (vm/load)."""
        return (len(self.code), len(self.constants), len(self.sites), len(self.literals), len(self.literal_keys),
                len(self.templates), len(self.handlers), len(self.imports))

    def encode(self) -> bytes:
        """The binary form."""
        chars = bytearray()
        constants: list[int] = []
        for kind, value in self.constants:
            if kind in {STRING, PRIVATE}:
                wide, data = encode_text(value)
                if wide and len(chars) & 1:
                    chars.append(0)
                constants += (kind, len(chars), (len(data) >> wide) << 1 | wide)
                chars += data
            elif kind == NUMBER:
                constants += (NUMBER, float_bits(value), 0)
            else:
                constants += (SPECIAL, value, 0)
        chars += bytes(-len(chars) % 8)
        header = [
            MAGIC, len(self.code), len(self.constants), len(self.sites), len(self.literals), len(self.literal_keys),
            len(self.templates), len(self.handlers), len(self.imports), len(chars), self.env_size,
            FLAG_MODULE if self.module else 0, self.name_constant, self.source_constant, 0, 0,
        ]
        literals = chain.from_iterable(self.literals)
        templates = chain.from_iterable(map(template_words, self.templates))
        handlers = chain.from_iterable(self.handlers)
        words = [*header, *self.code, *self.positions, *constants, *self.sites, *literals, *self.literal_keys,
                 *templates, *handlers]
        return _words(words) + bytes(chars)


def _words(column: list[int]) -> bytes:
    """Little-endian int64. Instructions are kept unsigned, everything else signed: the bits are the same."""
    try:
        words = array("q", column)
    except OverflowError:
        words = array("q", [word - (1 << 64) if word >> 63 > 0 else word for word in column])
    if struct.pack("=h", 1) != b"\1\0":
        words.byteswap()
    return words.tobytes()


_columns = attrgetter(*(item.name for item in fields(Template)))


def template_words(template: Template) -> tuple[int, ...]:
    return *_columns(template), 0


def float_bits(value: float) -> int:
    """The bits of a double as a signed int64; NaN in its one form."""
    if value != value:  # noqa: PLR0124 the test for NaN
        return 0x7FF8 << 48
    bits: int = struct.unpack("<q", struct.pack("<d", value))[0]
    return bits


def encode_text(text: str) -> tuple[int, bytes]:
    """(0, Latin-1 bytes) or (1, UTF-16LE bytes)."""
    try:
        return 0, text.encode("latin-1")
    except UnicodeEncodeError:
        return 1, text.encode("utf-16-le", "surrogatepass")


def decode(data: bytes) -> Unit:
    """The columns of a unit in binary form; what stands beside it (the linker's part) is not in there."""
    words = array("q", data[: len(data) & ~7])
    if words[0] != MAGIC:
        raise ValueError("not a tsrun unit")
    (n_code, n_constants, n_sites, n_literals, n_keys, n_templates, n_handlers, _n_imports, n_chars) = words[1:10]
    at = HEADER_WORDS

    def take(count: int) -> list[int]:
        nonlocal at
        at += count
        return words[at - count : at].tolist()

    code, positions = take(n_code), take(n_code)
    raw_constants, sites = take(3 * n_constants), take(n_sites)
    literals, keys = take(3 * n_literals), take(n_keys)
    templates, handlers = take(TEMPLATE_WORDS * n_templates), take(4 * n_handlers)
    chars = data[8 * at : 8 * at + n_chars]
    constants: list[tuple[int, Any]] = []
    for kind, x, y in zip(*[iter(raw_constants)] * 3, strict=True):
        if kind in {STRING, PRIVATE}:
            wide = y & 1
            text = chars[x : x + (y >> 1 << wide)]
            constants.append((kind, text.decode("utf-16-le", "surrogatepass") if wide else text.decode("latin-1")))
        elif kind == NUMBER:
            constants.append((kind, struct.unpack("<d", struct.pack("<q", x))[0]))
        else:
            constants.append((kind, x))
    unit = Unit(
        file_name=constants[words[12]][1], module=bool(words[11] & FLAG_MODULE),
        code=[word & (1 << 64) - 1 for word in code],
        positions=positions, constants=constants, sites=sites,
        literals=list(zip(*[iter(literals)] * 3, strict=True)), literal_keys=keys,
        templates=[Template(*templates[i : i + TEMPLATE_WORDS - 1]) for i in range(0, len(templates), TEMPLATE_WORDS)],
        handlers=list(zip(*[iter(handlers)] * 4, strict=True)),
    )
    unit.env_size, unit.name_constant, unit.source_constant = words[10], words[12], words[13]
    return unit
