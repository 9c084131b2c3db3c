"""The instructions by name, as the compiler writes them.

The table of the VM (`@op` in tsrun/vm) is what counts. As long as that table lacks an instruction, its number here is
one that the VM has not given away, so that compiling and disassembling work without it.
"""
from __future__ import annotations

from types import SimpleNamespace

from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import OPCODES

_REGISTERS = ("dst", "src", "src")
OPERANDS: dict[str, tuple[str, str, str]] = {
    **{name: ("dst", "", "") for name in (
        "load_undefined load_null load_true load_false load_uninit load_hole new_target arguments".split())},
    "load_const": ("dst", "", "const"), "load_int": ("dst", "", "int"), "move": ("dst", "src", ""),
    "rest": ("dst", "count", ""),
    **{name: _REGISTERS for name in (
        "add sub mul div mod exp bit_and bit_or bit_xor shl shr ushr equal not_equal strict_equal strict_not_equal "
        "less less_equal greater greater_equal instanceof in_".split())},
    **{f"{name}_const": ("dst", "src", "const") for name in ("add", "sub", "mul", "div", "mod")},
    **{f"{name}_int": ("dst", "src", "int") for name in ("and", "or", "xor", "shl", "shr", "ushr")},
    **{name: ("dst", "src", "") for name in (
        "neg plus bit_not not inc dec to_numeric typeof to_property_key to_object".split())},
    "concat": ("dst", "base", "count"),
    "jump": ("", "", "jump"),
    **{f"jump_{name}": ("src", "", "jump") for name in (
        "if_true if_false if_nullish unless_nullish if_undefined unless_undefined".split())},
    **{f"jump_{sense}_{name}": ("src", "src", "jump") for sense in ("if", "unless") for name in (
        "less less_equal greater greater_equal strict_equal".split())},
    **{f"jump_{sense}_{name}_int": ("src", "int", "jump") for sense in ("if", "unless") for name in (
        "less less_equal greater greater_equal strict_equal".split())},
    "get_property": ("dst", "src", "site"), "set_property": ("src", "src", "site"),
    "get_method": ("base", "src", "site"), "get_length": ("dst", "src", "site"), "get_index": _REGISTERS,
    "set_index": ("src", "src", "src"), "get_index_method": ("base", "src", "src"),
    "delete_property": ("dst", "src", "const"), "delete_index": _REGISTERS,
    "super_get": ("dst", "base", "src"), "super_set": ("base", "src", "src"),
    "get_global": ("dst", "", "site"), "typeof_global": ("dst", "", "site"), "set_global": ("src", "", "site"),
    "define_global": ("src", "kind", "site"),
    "new_object": ("dst", "count", ""), "object_literal": ("dst", "base", "literal"),
    "new_array": ("dst", "base", "count"), "array_append": ("src", "src", ""), "array_hole": ("src", "", ""),
    "array_spread": ("src", "src", ""), "object_spread": ("src", "src", ""), "object_rest": ("dst", "base", "count"),
    "set_proto": ("src", "src", ""), "template_object": ("dst", "", "literal"),
    "define_field": ("src", "src", "site"), "define_own": ("src", "src", "src"),
    "define_method": ("src", "src", "src"), "define_getter": ("src", "src", "src"),
    "define_setter": ("src", "src", "src"),
    "closure": ("dst", "src", "template"), "set_function_name": ("src", "src", "kind"), "make_class": ("base", "", ""),
    "set_home": ("src", "src", ""), "get_home": ("dst", "src", ""), "set_fields": ("src", "src", ""),
    "get_fields": ("dst", "src", ""),
    "call": ("base", "count", "name"), "call_method": ("base", "count", "name"), "call_spread": ("base", "", "name"),
    "new": ("base", "count", "name"), "new_spread": ("base", "", "name"), "super_call": ("base", "count", ""),
    "super_spread": ("base", "", ""), "ret": ("src", "", ""), "ret_undefined": ("", "", ""),
    "ret_derived": ("src", "src", ""), "throw": ("src", "", ""), "native": ("base", "count", "native"),
    "new_env": ("dst", "src", "count"), "copy_env": ("dst", "src", ""), "get_env": ("dst", "src", "slot"),
    "set_env": ("src", "src", "slot"), "get_captured": ("dst", "hops", "slot"), "set_captured": ("src", "hops", "slot"),
    "get_import": ("dst", "", "import"), "check_initialized": ("src", "", "name"), "check_this": ("src", "", ""),
    "throw_error": ("kind", "", "name"), "check_coercible": ("src", "", "name"), "check_super_unbound": ("src", "", ""),
    "get_iterator": ("base", "src", ""), "iterator_next": ("base", "dst", "jump"), "iterator_step": ("base", "dst", ""),
    "iterator_rest": ("base", "dst", ""), "iterator_close": ("base", "", ""), "iterator_abort": ("base", "", ""),
    "for_in": ("base", "src", ""), "for_in_next": ("base", "dst", "jump"),
}
"""What the compiler emits, with the kinds of the operands a, b, c (OPERAND_KINDS of tsrun/vm/tables)."""


def _numbers() -> dict[str, int]:
    load_kernel_modules()
    numbers = {name: opcode.number for name, opcode in OPCODES.items()}
    free = iter(sorted(set(range(256)) - set(numbers.values())))
    for name in OPERANDS:
        if name not in numbers:
            numbers[name] = next(free)
    return numbers


NUMBERS = _numbers()
NAMES = {number: name for name, number in NUMBERS.items()}


class _Ops(SimpleNamespace):
    """The numbers as attributes; a name that Python reserves ends in an underscore."""

    def __getattr__(self, name: str) -> int:
        raise AttributeError(f"no instruction {name}")


O = _Ops(**{name + "_" if name in {"not", "in", "is"} else name: number for name, number in NUMBERS.items()})  # noqa: E741
