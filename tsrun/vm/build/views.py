"""Numba's side of the arena: `h.name[i]` as one load or store, tagged so that LLVM knows regions never overlap."""
from __future__ import annotations

import operator
from typing import Any

from llvmlite import ir
from numba.core import types
from numba.core.datamodel import models
from numba.core.typing.templates import AbstractTemplate, AttributeTemplate, infer_global, signature
from numba.extending import infer_getattr, lower_builtin, lower_getattr_generic, register_model

from tsrun.heap import arena

I8, I64 = ir.IntType(8), ir.IntType(64)
BYTES = I8.as_pointer()
CHECKED = False
"""Whether accesses test their index; set once, before the first function is lowered."""

_TYPES = {"int8": types.int8, "uint8": types.uint8, "int16": types.int16, "uint16": types.uint16, "int32": types.int32,
          "uint32": types.uint32, "int64": types.int64, "float64": types.float64}


class ViewType(types.Type):  # type: ignore[misc]
    """The type of `h.name`."""

    def __init__(self, name: str, dtype: str) -> None:
        self.region, self.dtype = name, _TYPES[dtype]
        self.element = types.float64 if dtype == "float64" else types.int64
        super().__init__(name=f"View({name})")


class ArenaType(types.Type):  # type: ignore[misc]
    """The type of `h`."""

    def __init__(self) -> None:
        super().__init__(name="Arena")


ARENA = ArenaType()


@register_model(ViewType)
@register_model(ArenaType)
class _PointerModel(models.PrimitiveModel):  # type: ignore[misc]
    def __init__(self, dmm: Any, fe_type: Any) -> None:
        super().__init__(dmm, fe_type, BYTES)


@infer_getattr
class _ArenaAttribute(AttributeTemplate):  # type: ignore[misc]
    key = ArenaType

    def generic_resolve(self, _arena: Any, name: str) -> Any:
        declared = arena.REGIONS.get(name) or arena.CONSTANTS.get(name)
        return ViewType(name, declared.dtype) if declared else None


def _constant_data(module: Any, name: str) -> Any:
    """The constant table as a global of this module; equal ones of several modules become one when they are linked."""
    symbol = f"tsrun::constant::{name}"
    if symbol in module.globals:
        return module.globals[symbol]
    declared = arena.CONSTANTS[name]
    values = [value.item() if hasattr(value, "item") else value for value in declared.values()]
    element = ir.DoubleType() if declared.dtype == "float64" else ir.IntType(8 * arena.ITEM_SIZES[declared.dtype])
    kind = ir.ArrayType(element, len(values))
    data = ir.GlobalVariable(module, kind, symbol)
    data.global_constant, data.linkage, data.initializer = True, "linkonce_odr", ir.Constant(kind, values)
    data.align = 64
    return data


def header_word(builder: Any, base: Any, word: int) -> Any:
    """Pointer to an int64 of the arena's header."""
    return builder.bitcast(builder.gep(base, [ir.Constant(I64, 8 * word)]), I64.as_pointer())


@lower_getattr_generic(ArenaType)
def _arena_getattr(context: Any, builder: Any, typ: Any, value: Any, name: str) -> Any:
    if name in arena.CONSTANTS:
        return builder.bitcast(_constant_data(builder.module, name), BYTES)
    declared = arena.REGIONS[name]
    if declared.offset >= 0:
        return builder.gep(value, [ir.Constant(I64, declared.offset)])
    address = builder.load(header_word(builder, value, arena.HEADER_BASES + declared.number))
    address.set_metadata("invariant.load", builder.module.add_metadata([]))
    return builder.inttoptr(address, BYTES)


def tag(builder: Any, instruction: Any, name: str) -> None:
    """Type-based alias metadata, a type per region that owns memory."""
    module = builder.module
    declared = arena.REGIONS.get(name)
    root = module.add_metadata([ir.MetaDataString(module, "tsrun")])
    label = declared.owner if declared else f"constant {name}"
    node = module.add_metadata([ir.MetaDataString(module, label), root, ir.Constant(I64, 0)])
    instruction.set_metadata("tbaa", module.add_metadata([node, node, ir.Constant(I64, 0)]))


def function_name(builder: Any) -> Any:
    """Address of a C string with the current function's name, as int64."""
    module, name = builder.module, builder.function.name
    symbol = f"tsrun::name::{name}"
    if symbol in module.globals:
        text = module.globals[symbol]
    else:
        data = bytearray(name.encode() + b"\0")
        text = ir.GlobalVariable(module, ir.ArrayType(I8, len(data)), symbol)
        text.linkage, text.global_constant = "private", True
        text.initializer = ir.Constant(text.value_type, data)
    return builder.ptrtoint(text, I64)


def guard(builder: Any, base: Any, name: str, index: Any, count: Any = None) -> Any:
    """In the checked build, test that `index` (and `index + count - 1`) is inside the region.

    A bad one is recorded as a fault, which the loop reports after the instruction, and replaced: index 0 is always
    readable and writable, and a bad count becomes 0. Returns (index, count).
    """
    if not CHECKED:
        return index, count
    if name in arena.CONSTANTS:
        length = ir.Constant(I64, len(arena.CONSTANTS[name].values()))
    else:
        length = builder.load(header_word(builder, base, arena.HEADER_LENGTHS + arena.REGIONS[name].number))
    if count is None:
        good = builder.icmp_unsigned("<", index, length)
    else:
        end = builder.add(index, count)
        good = builder.and_(
            builder.icmp_unsigned("<=", end, length),
            builder.and_(builder.icmp_signed(">=", count, ir.Constant(I64, 0)),
                         builder.icmp_signed(">=", index, ir.Constant(I64, 0))))
    with builder.if_then(builder.not_(good), likely=False):
        faults = header_word(builder, base, arena.HEADER_FAULT)
        before = builder.load(faults)
        builder.store(builder.add(before, ir.Constant(I64, 1)), faults)
        with builder.if_then(builder.icmp_signed("==", before, ir.Constant(I64, 0))):
            number = arena.REGIONS[name].number if name in arena.REGIONS else -1
            builder.store(ir.Constant(I64, number), header_word(builder, base, arena.HEADER_FAULT + 1))
            builder.store(index, header_word(builder, base, arena.HEADER_FAULT + 2))
            builder.store(function_name(builder), header_word(builder, base, arena.HEADER_FAULT + 3))
    zero = ir.Constant(I64, 0)
    return builder.select(good, index, zero), None if count is None else builder.select(good, count, zero)


def arena_argument(builder: Any) -> Any:
    """The arena: by convention the first argument of every kernel that touches a view."""
    return builder.function.args[0]


def element_pointer(context: Any, builder: Any, view: ViewType, base: Any, index: Any) -> Any:
    """Pointer to an element of a view."""
    pointer = builder.bitcast(base, context.get_data_type(view.dtype).as_pointer())
    return builder.gep(pointer, [index])


@infer_global(operator.getitem)
class _ViewGet(AbstractTemplate):  # type: ignore[misc]
    def generic(self, args: Any, kws: Any) -> Any:
        if isinstance(args[0], ViewType) and isinstance(args[1], types.Integer):
            return signature(args[0].element, args[0], types.int64)
        return None


@lower_builtin(operator.getitem, ViewType, types.Integer)
def _view_get(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    view = sig.args[0]
    index, _ = guard(builder, arena_argument(builder), view.region, args[1])
    value = builder.load(element_pointer(context, builder, view, args[0], index))
    tag(builder, value, view.region)
    if isinstance(view.dtype, types.Integer) and view.dtype.bitwidth < 64:
        value = (builder.sext if view.dtype.signed else builder.zext)(value, I64)
    return value


@infer_global(operator.setitem)
class _ViewSet(AbstractTemplate):  # type: ignore[misc]
    def generic(self, args: Any, kws: Any) -> Any:
        if isinstance(args[0], ViewType):
            return signature(types.none, args[0], types.int64, args[0].element)
        return None


@lower_builtin(operator.setitem, ViewType, types.Integer, types.Any)
def _view_set(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    view, value = sig.args[0], args[2]
    index, _ = guard(builder, arena_argument(builder), view.region, args[1])
    if isinstance(view.dtype, types.Integer) and view.dtype.bitwidth < 64:
        value = builder.trunc(value, context.get_data_type(view.dtype))
    tag(builder, builder.store(value, element_pointer(context, builder, view, args[0], index)), view.region)
    return context.get_dummy_value()
