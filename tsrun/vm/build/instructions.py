"""Numba's side of the machine instructions and of calls between kernels, natives and handlers."""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from llvmlite import binding as llvm, ir
from numba.core import cgutils, types
from numba.core.datamodel import models
from numba.core.typing.templates import signature
from numba.extending import register_model, typeof_impl

from tsrun.heap import arena
from tsrun.heap.arena import Kernel
from tsrun.heap.machine import Instruction
from tsrun.vm.build import views
from tsrun.vm.build.views import ARENA, BYTES, I8, I64, ViewType, arena_argument, element_pointer, guard
from tsrun.vm.tables import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

F64 = ir.DoubleType()
_NAMED = {"arena": ARENA, "int64": types.int64, "float64": types.float64, "none": types.none}


class _CallableType(types.Callable, types.Dummy):  # type: ignore[misc]
    """The type of one particular function known to the build: its signature is fixed."""

    def __init__(self, target: Any, label: str) -> None:
        self.target = target
        super().__init__(label)

    def get_call_signatures(self) -> tuple[Any, bool]:
        return (), False

    def get_impl_key(self, sig: Any) -> Any:
        return self.target


def _fits(given: Any, wanted: str) -> bool:
    if wanted == "view":
        return isinstance(given, ViewType)
    if wanted == "float64":
        return isinstance(given, types.Float | types.Integer)
    if wanted == "int64":
        return isinstance(given, types.Integer | types.Boolean)
    return given == _NAMED[wanted]


class FixedType(_CallableType):
    """A kernel, a switch or a machine instruction. A value of it carries nothing: the type says which it is."""

    def get_call_type(self, context: Any, args: Any, kws: Any) -> Any:
        wanted = self.target.parameters
        if len(args) != len(wanted) or kws or not all(map(_fits, args, wanted)):
            raise TypeError(f"{self.target.name} takes {wanted}, not {args}")
        arguments = [given if want == "view" else _NAMED[want] for given, want in zip(args, wanted, strict=True)]
        return signature(_NAMED[self.target.result], *arguments)


register_model(FixedType)(models.OpaqueModel)


@typeof_impl.register(Kernel)
@typeof_impl.register(Instruction)
@typeof_impl.register(Switch)
def _typeof_fixed(value: Any, _context: Any) -> FixedType:
    # Numba takes types with the same label for one: kernels of two modules may share a name.
    return FixedType(value, f"{type(value).__name__}({getattr(value, 'symbol', value.name)})")


def llvm_type(name: str) -> Any:
    """LLVM type of a declared parameter or result."""
    return {"arena": BYTES, "int64": I64, "float64": F64, "none": ir.VoidType()}[name]


def declare(module: Any, target: Kernel) -> Any:
    """The LLVM function of a kernel in this module."""
    if target.symbol in module.globals:
        return module.globals[target.symbol]
    kind = ir.FunctionType(llvm_type(target.result), [llvm_type(parameter) for parameter in target.parameters])
    return ir.Function(module, kind, target.symbol)


def _lower_kernel(target: Kernel) -> Callable[..., Any]:
    def lower(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        result = builder.call(declare(builder.module, target), list(args))
        return context.get_dummy_value() if target.result == "none" else result

    return lower


def _lower_switch(target: Switch) -> Callable[..., Any]:
    """One LLVM switch over the table; the first int64 argument chooses, the rest is passed on."""

    def lower(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        done, bad = builder.append_basic_block("done"), builder.append_basic_block("bad")
        cases = target.cases()
        switch, results = builder.switch(args[1], bad), []
        for number, chosen in cases:
            block = builder.append_basic_block(chosen.name)
            switch.add_case(ir.Constant(I64, number), block)
            builder.position_at_end(block)
            results.append((builder.call(declare(builder.module, chosen), [args[0], *args[2:]]), block))
            builder.branch(done)
        builder.position_at_end(bad)
        builder.unreachable() if target.total else builder.branch(done)
        builder.position_at_end(done)
        phi = builder.phi(llvm_type(target.result))
        for value, block in results:
            phi.add_incoming(value, block)
        if not target.total:
            phi.add_incoming(ir.Constant(I64, target.otherwise), bad)
        return phi

    return lower


def _intrinsic(builder: Any, name: str, result: Any, kinds: list[Any], args: list[Any]) -> Any:
    module = builder.module
    function = module.globals.get(name) or ir.Function(module, ir.FunctionType(result, kinds), name)
    return builder.call(function, args)


def _umulh(builder: Any, args: Any) -> Any:
    wide = ir.IntType(128)
    product = builder.mul(builder.zext(args[0], wide), builder.zext(args[1], wide))
    return builder.trunc(builder.lshr(product, ir.Constant(wide, 64)), I64)


def _bit_count(name: str) -> Callable[..., Any]:
    def lower(builder: Any, args: Any) -> Any:
        if name == "ctpop":
            return _intrinsic(builder, "llvm.ctpop.i64", I64, [I64], [args[0]])
        bit = ir.IntType(1)
        return _intrinsic(builder, f"llvm.{name}.i64", I64, [I64, bit], [args[0], ir.Constant(bit, 0)])

    return lower


def _float(name: str) -> Callable[..., Any]:
    return lambda builder, args: _intrinsic(builder, f"llvm.{name}.f64", F64, [F64], [args[0]])


CLOCK_MONOTONIC, CLOCK_THREAD_CPUTIME = 1, 3


def _clock(builder: Any, clock: int) -> Any:
    pair = cgutils.alloca_once(builder, ir.ArrayType(I64, 2))
    kind = ir.FunctionType(ir.IntType(32), [ir.IntType(32), BYTES])
    function = builder.module.globals.get("clock_gettime") or ir.Function(builder.module, kind, "clock_gettime")
    builder.call(function, [ir.Constant(ir.IntType(32), clock), builder.bitcast(pair, BYTES)])
    words = [builder.load(builder.gep(pair, [ir.Constant(I64, 0), ir.Constant(I64, i)])) for i in (0, 1)]
    return builder.add(builder.mul(words[0], ir.Constant(I64, 1_000_000_000)), words[1])


def _ticks(builder: Any) -> Any:
    if not llvm.get_process_triple().startswith("x86_64"):  # elsewhere user code may not be allowed to read it
        return _clock(builder, CLOCK_MONOTONIC)
    return _intrinsic(builder, "llvm.readcyclecounter", I64, [], [])


def _sleep(builder: Any, args: Any) -> Any:
    pair = cgutils.alloca_once(builder, ir.ArrayType(I64, 2))
    second = ir.Constant(I64, 1_000_000_000)
    for i, value in enumerate((builder.udiv(args[0], second), builder.urem(args[0], second))):
        builder.store(value, builder.gep(pair, [ir.Constant(I64, 0), ir.Constant(I64, i)]))
    kind = ir.FunctionType(ir.IntType(32), [BYTES, BYTES])
    function = builder.module.globals.get("nanosleep") or ir.Function(builder.module, kind, "nanosleep")
    return builder.sext(builder.call(function, [builder.bitcast(pair, BYTES), ir.Constant(BYTES, None)]), I64)


SIMPLE: dict[str, Callable[..., Any]] = {
    "float_bits": lambda b, a: b.bitcast(a[0], I64),
    "bits_float": lambda b, a: b.bitcast(a[0], F64),
    "trunc_sat": lambda b, a: _intrinsic(b, "llvm.fptosi.sat.i64.f64", I64, [F64], [a[0]]),
    "trunc_within": lambda b, a: b.fptosi(a[0], I64),
    "lshr": lambda b, a: b.lshr(a[0], a[1]),
    "ult": lambda b, a: b.zext(b.icmp_unsigned("<", a[0], a[1]), I64),
    "udiv": lambda b, a: b.udiv(a[0], a[1]),
    "urem": lambda b, a: b.urem(a[0], a[1]),
    "sdiv": lambda b, a: b.sdiv(a[0], a[1]),
    "srem": lambda b, a: b.srem(a[0], a[1]),
    "umulh": _umulh,
    "clz": _bit_count("ctlz"),
    "ctz": _bit_count("cttz"),
    "popcount": _bit_count("ctpop"),
    "floor_": _float("floor"),
    "ceil_": _float("ceil"),
    "trunc_": _float("trunc"),
    "sqrt_": _float("sqrt"),
    "fabs_": _float("fabs"),
    "round_f32": lambda b, a: b.fpext(b.fptrunc(a[0], ir.FloatType()), F64),
    "clock_ns": lambda b, a: _clock(b, CLOCK_MONOTONIC),
    "sleep_ns": _sleep,
    "ticks": lambda b, _: _ticks(b),
    "cpu_ns": lambda b, a: _clock(b, CLOCK_THREAD_CPUTIME),
}


def _move(context: Any, builder: Any, dst: Any, src: Any, size: int, count: Any, name: str) -> None:
    kinds = [BYTES, BYTES, I64, ir.IntType(1)]
    arguments = [builder.bitcast(dst, BYTES), builder.bitcast(src, BYTES), builder.mul(count, ir.Constant(I64, size)),
                 ir.Constant(ir.IntType(1), 0)]
    _intrinsic(builder, f"llvm.{name}.p0i8.p0i8.i64", ir.VoidType(), kinds, arguments)


def _item_size(context: Any, view: ViewType) -> int:
    return int(context.get_abi_sizeof(context.get_data_type(view.dtype)))


def _lower_copy(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    view, base = sig.args[0], arena_argument(builder)
    dst, count = guard(builder, base, view.region, args[1], args[3])
    src, count = guard(builder, base, view.region, args[2], count)
    _move(context, builder, element_pointer(context, builder, view, args[0], dst),
          element_pointer(context, builder, view, args[0], src), _item_size(context, view), count, "memmove")
    return context.get_dummy_value()


def _lower_copy_between(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    to, of, base = sig.args[0], sig.args[2], arena_argument(builder)
    if _item_size(context, to) != _item_size(context, of):
        raise TypeError(f"copy_between {to} and {of}: elements differ in size")
    dst, count = guard(builder, base, to.region, args[1], args[4])
    src, count = guard(builder, base, of.region, args[3], count)
    _move(context, builder, element_pointer(context, builder, to, args[0], dst),
          element_pointer(context, builder, of, args[2], src), _item_size(context, to), count, "memcpy")
    return context.get_dummy_value()


def _lower_fill(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    view = sig.args[0]
    start, count = guard(builder, arena_argument(builder), view.region, args[1], args[2])
    element = context.get_data_type(view.dtype)
    value = builder.trunc(args[3], element) if _item_size(context, view) < 8 else args[3]
    place = cgutils.alloca_once(builder, I64)
    builder.store(ir.Constant(I64, 0), place)
    test, body, done = (builder.append_basic_block(name) for name in ("fill.test", "fill.body", "fill.done"))
    builder.branch(test)
    builder.position_at_end(test)
    index = builder.load(place)
    builder.cbranch(builder.icmp_signed("<", index, count), body, done)
    builder.position_at_end(body)
    builder.store(value, element_pointer(context, builder, view, args[0], builder.add(start, index)))
    builder.store(builder.add(index, ir.Constant(I64, 1)), place)
    builder.branch(test)
    builder.position_at_end(done)
    return context.get_dummy_value()


def _lower_prefetch(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    # The last three: for reading, to stay in all caches, data.
    place = builder.bitcast(element_pointer(context, builder, sig.args[0], args[0], args[1]), BYTES)
    hints = [ir.Constant(ir.IntType(32), hint) for hint in (0, 3, 1)]
    _intrinsic(builder, "llvm.prefetch.p0i8", ir.VoidType(), [BYTES, *(each.type for each in hints)], [place, *hints])
    return context.get_dummy_value()


def _lower_faults(context: Any, builder: Any, sig: Any, args: Any) -> Any:
    if not views.CHECKED:
        return ir.Constant(I64, 0)
    return builder.load(views.header_word(builder, args[0], arena.HEADER_FAULT))


SPECIAL = {"faults": _lower_faults, "copy": _lower_copy, "copy_between": _lower_copy_between, "fill": _lower_fill,
           "prefetch": _lower_prefetch}


def _library_call(target: Instruction) -> Callable[..., Any]:
    """A function of the C library under the instruction's own name (heap/libm declares them)."""
    kinds = [llvm_type(parameter) for parameter in target.parameters]
    return lambda builder, args: _intrinsic(builder, target.name, llvm_type(target.result), kinds, list(args))


def lowering(target: Any) -> Callable[..., Any]:
    """The function that emits a call of the target: lower(context, builder, sig, args)."""
    if isinstance(target, Kernel):
        return _lower_kernel(target)
    if isinstance(target, Switch):
        return _lower_switch(target)
    if target.name in SPECIAL:
        return SPECIAL[target.name]
    simple = SIMPLE.get(target.name) or _library_call(target)
    return lambda context, builder, sig, args: simple(builder, args)


__all__ = ["F64", "I8", "FixedType", "declare", "llvm_type", "lowering"]
