"""From a kernel's Python function to LLVM IR, through Numba's type inference and lowering."""
from __future__ import annotations

import dis
import functools
import re
import warnings
from typing import Any, TYPE_CHECKING

from llvmlite import ir
from numba.core import compiler, cpu, lowering, typed_passes, types, untyped_passes
from numba.core.compiler_machinery import PassManager, register_pass
from numba.core.imputils import builtin_registry
from numba.core.typing.context import Context

from numba.cpython import builtins, mathimpl, numbers, rangeobj, tupleobj  # noqa: F401 (register what kernels use)

from tsrun.heap.machine import INSTRUCTIONS
from tsrun.vm.build import views
from tsrun.vm.build.convention import RawConvention
from tsrun.vm.build.instructions import FixedType, lowering as lowering_of

if TYPE_CHECKING:
    from tsrun.heap.arena import Kernel

_TYPES = {"arena": views.ARENA, "int64": types.int64, "float64": types.float64, "none": types.none}


class _KernelContext(cpu.CPUContext):  # type: ignore[misc]
    """Numba's processor target with the raw calling convention and calls to kernels by symbol."""

    @property
    def call_conv(self) -> RawConvention:
        return RawConvention(self)

    def load_additional_registries(self) -> None:
        """Scalars and libm; not the runtime that Numba's arrays and lists need."""
        self.install_registry(builtin_registry)
        self.install_registry(mathimpl.registry)

    def get_function(self, fn: Any, sig: Any, _firstcall: bool = True) -> Any:
        if isinstance(fn, FixedType):
            lower, signature = lowering_of(fn.target), sig.as_function()

            def call(builder: Any, args: Any, loc: Any = None) -> Any:
                arguments = [self.cast(builder, value, given, wanted)
                             for value, given, wanted in zip(args, sig.args, signature.args, strict=True)]
                return lower(self, builder, signature, arguments)

            return call
        return super().get_function(fn, sig, _firstcall)

    def add_dynamic_addr(self, builder: Any, intaddr: int, info: Any) -> Any:
        raise TypeError(f"{info}: an address of this process can't be in the kernel")


class _Lower(lowering.Lower):  # type: ignore[misc]
    def emit_environment_object(self) -> None:
        """Kernels hold no Python objects, so they need no environment."""


@register_pass(mutates_CFG=True, analysis_only=False)
class _Lowering(typed_passes.BaseNativeLowering):  # type: ignore[misc]
    _name = "tsrun_lowering"

    @property
    def lowering_class(self) -> type[_Lower]:
        return _Lower


class _Pipeline(compiler.CompilerBase):  # type: ignore[misc]
    """Only the passes that scalar code needs."""

    def define_pipelines(self) -> list[PassManager]:
        pm = PassManager("tsrun")
        for each in (
            untyped_passes.TranslateByteCode, untyped_passes.FixupArgs, untyped_passes.IRProcessing,
            untyped_passes.ReconstructSSA, typed_passes.NopythonTypeInference, typed_passes.PreLowerStripPhis,
            typed_passes.IRLegalization, _Lowering, typed_passes.NoPythonBackend,
        ):
            pm.add_pass(each, each.__name__)
        pm.finalize()
        return [pm]


class _Collected:
    """What Numba takes for a code library: keeps the one module it is given, as text."""

    def __init__(self) -> None:
        self.text = ""
        self._reload_init: set[Any] = set()
        self.recorded_timings: list[Any] = []

    def create_ir_module(self, name: str) -> ir.Module:
        return ir.Module(name)

    def add_linking_library(self, library: Any) -> None:
        """Nothing is linked here."""

    def add_ir_module(self, module: Any) -> None:
        self.text = str(module)


@functools.cache
def _contexts() -> tuple[Any, Any]:
    typing = Context()
    target = _KernelContext(typing)
    typing.refresh()
    target.refresh()
    return typing, target


def _flags() -> Any:
    flags = compiler.Flags()
    flags.no_compile = True
    flags.no_cpython_wrapper = True
    flags.no_cfunc_wrapper = True
    flags.error_model = "numpy"
    flags.nrt = False
    flags.no_rewrites = True
    return flags


class KernelError(Exception):
    """A kernel that Numba can't compile: which one, where, why."""


def lower(target: Kernel) -> str:
    """LLVM IR (text) of a module with this kernel, its callees declared. Raises KernelError."""
    if any(instruction.opname == "RAISE_VARARGS" for instruction in dis.get_instructions(target.function)):
        raise KernelError(f"{target.symbol}: a kernel can't raise")
    typing, context = _contexts()
    arguments = tuple(_TYPES[name] for name in target.parameters)
    library = _Collected()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = compiler.compile_extra(
                typing, context, target.function, arguments, _TYPES[target.result], _flags(), {}, library=library,
                pipeline_class=_Pipeline)
        except Exception as error:
            code = target.function.__code__
            raise KernelError(f"{code.co_filename}:{code.co_firstlineno}: {target.symbol}: {error}") from error
    mangled = result.fndesc.llvm_func_name
    text = re.sub(rf'@"?{re.escape(mangled)}"?(?=\()', f'@"{target.symbol}"', library.text)
    text = text.replace(" nsw ", " ")  # integers wrap: an overflow is never undefined
    text = re.sub(r"^target (datalayout|triple) = .*$", "", text, flags=re.M)
    if target.symbol not in text:
        raise KernelError(f"{target.symbol}: Numba named the function otherwise")
    return text.replace(f'"tsrun::name::{mangled}"', f'"tsrun::name::{target.symbol}"')


__all__ = ["INSTRUCTIONS", "KernelError", "lower"]
