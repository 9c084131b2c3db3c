"""A unit as text: what `tsrun --bytecode` prints.

    function add(2) registers 5 length 2 flags -
       0  1:10  add             r4 r2 r3
       1  1:3   ret             r4
       handlers: 0..1 -> 3 in r4

Operands read by their kind: r4 a register, r4.. the first of several, "text" or a number a constant, .key a property,
-> 12 the place a jump goes to, #3 a function of this unit, {a, b} an object literal, ^1:2 slot 2 of the environment one
further out.
"""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.compiler.numbers import number_to_string
from tsrun.compiler.opcodes import NAMES
from tsrun.compiler.unit import KEYS, NUMBER, PRIVATE, STRING, Template, Unit
from tsrun.heap.layout import ERROR_KINDS, FIRST_SYMBOL, ROOTS, SYMBOLS
from tsrun.vm.tables import NATIVES, OPCODES

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLAGS = ("arrow", "method", "class", "derived", "generator", "async", "arguments", "home", "internal", "forward")
_SPECIAL = ("undefined", "null", "false", "true", "hole", "uninitialized", "done")
_LONGEST = 60
_NONE = 0xFFFF
_WIDTH = 18


def disassemble(unit: Unit) -> str:
    """The whole unit."""
    return "\n".join(unit_lines(unit)) + "\n"


def unit_lines(unit: Unit) -> Iterator[str]:
    for number, template in enumerate(unit.templates):
        if number:
            yield ""
        yield from template_lines(unit, number, template)
    if unit.module:
        yield from _linking(unit)


def template_lines(unit: Unit, number: int, template: Template) -> Iterator[str]:
    name = unit.constants[template.name][1] or "(anonymous)"
    if number == 0:
        name = "(instantiate)" if unit.module else "(script)"
    elif number == 1 and unit.module:
        name = "(module)"
    flags = " ".join(text for bit, text in enumerate(_FLAGS) if template.flags >> bit & 1) or "-"
    yield (f"function #{number} {name} parameters {template.parameters} registers {template.registers} "
           f"length {template.length} flags {flags}")
    targets = _targets(unit, template)
    width = len(str(template.code_end - template.code_start))
    for pc in range(template.code_start, template.code_end):
        at = pc - template.code_start
        position = unit.positions[pc]
        place = f"{position >> 32}:{position & 0xFFFFFFFF}"
        mark = ">" if at in targets else " "
        yield f" {mark}{at:{width}}  {place:<7} {_instruction(unit, unit.code[pc], at)}".rstrip()
    for start, end, target, register in _handlers(unit, template):
        yield f"  handler {start}..{end} -> {target} in r{register}"


def _handlers(unit: Unit, template: Template) -> list[tuple[int, int, int, int]]:
    return unit.handlers[template.first_handler : template.first_handler + template.handlers]


def _fields(word: int) -> tuple[int, int, int, int]:
    word &= (1 << 64) - 1
    c = word >> 40
    return word & 0xFF, word >> 8 & 0xFFFF, word >> 24 & 0xFFFF, c - (1 << 24) if c >> 23 else c


def _kinds(opcode: int) -> tuple[str, tuple[str, str, str]]:
    name = NAMES[opcode]
    return name, OPCODES[name].operands


def _targets(unit: Unit, template: Template) -> set[int]:
    found = {handler[2] for handler in _handlers(unit, template)}
    for at, word in enumerate(unit.code[template.code_start : template.code_end]):
        opcode, _, _, c = _fields(word)
        if _kinds(opcode)[1][2] == "jump":
            found.add(at + 1 + c)
    return found


def _instruction(unit: Unit, word: int, at: int) -> str:
    opcode, a, b, c = _fields(word)
    name, kinds = _kinds(opcode)
    operands = [_operand(unit, kind, value, place, at)
                for place, (kind, value) in enumerate(zip(kinds, (a, b, c), strict=True)) if kind]
    if name.startswith("define_") and kinds[2] == "src" and c > _NONE:
        operands[2] = f"r{c & _NONE} enumerable"
    if name in {"super_get", "super_set"} and c > _NONE:
        operands[2] = f"r{c & _NONE} based"
    if name == "well_known":
        operands[1] = SYMBOLS[c - FIRST_SYMBOL]
    if name == "throw_error":
        operands[0] = ERROR_KINDS[a]
    if name == "call_prelude":
        operands[2] = ROOTS[c]
    if name in {"get_captured", "set_captured"}:
        operands[1:] = [f"^{b}:{c}"]
    if name == "use_private_captured":
        operands[:2] = [f"^{a}:{b}"]
    return f"{name:<{_WIDTH}} {' '.join(operands)}"


def _operand(unit: Unit, kind: str, value: int, place: int, at: int) -> str:
    if kind in {"dst", "src"}:
        return "outer" if value == _NONE else f"r{value}"
    if kind == "pair":
        return f"r{value & 0xFF},r{value >> 8}"
    if kind == "base":
        return f"r{value}.."
    if kind in {"const", "name"}:
        return _constant(unit, value)
    if kind == "site":
        return "." + str(unit.constants[unit.sites[value]][1]) if unit.sites[value] >= 0 else ".#"
    if kind == "variables":
        return f"r{value >> 8} {value & 0xFF}"
    if kind == "jump":
        return f"-> {at + 1 + value}"
    if kind == "template":
        return f"#{value} {unit.constants[unit.templates[value].name][1]}".rstrip()
    if kind == "literal":
        return _literal(unit, value)
    if kind == "native":
        return next((name for name, native in NATIVES.items() if native.number == value), f"native {value}")
    if kind == "int" and place == 1 and value > 0x7FFF:
        value -= 0x10000
    prefix = {"import": "import ", "slot": "slot "}.get(kind, "")
    return f"{prefix}{value}"


def _constant(unit: Unit, index: int) -> str:
    kind, value = unit.constants[index]
    if kind == STRING:
        text: str = value if len(value) <= _LONGEST else value[:_LONGEST] + "..."
        return '"' + text.encode("unicode_escape").decode().replace('"', '\\"') + '"'
    if kind == PRIVATE:
        return str(value)
    if kind == NUMBER:
        return "-0" if value == 0 and str(value)[0] == "-" else number_to_string(value)
    return _SPECIAL[value & 0xFFFF]


def _literal(unit: Unit, index: int) -> str:
    kind, first, count = unit.literals[index]
    keys: list[Any] = [unit.constants[key] for key in unit.literal_keys[first : first + count]]
    if kind == KEYS:
        return "{" + ", ".join(text for _, text in keys) + "}"
    return "`" + "${}".join(str(text) for _, text in keys[: count // 2]) + "`"


def _linking(unit: Unit) -> Iterator[str]:
    """What the linker is told."""
    for number, (specifier, attributes, _) in enumerate(unit.requests):
        yield f"request {number} {specifier!r}" + (f" with {attributes}" if attributes else "")
    for number, (request, name) in enumerate(unit.imports):
        yield f"import {number} {name or '*'} of request {request}"
    for name, slot in unit.exports.items():
        yield f"export {name} slot {slot}"
    for name, (request, origin) in unit.indirect_exports.items():
        yield f"export {name} is {origin or '*'} of request {request}"
    for request in unit.star_exports:
        yield f"export * of request {request}"
