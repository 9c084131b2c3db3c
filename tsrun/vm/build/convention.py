"""The calling convention of kernel functions: arguments and result as plain machine values.

Numba's own convention passes a pointer for the result and one for exceptions and tests a status after every call.
Kernel functions never raise, so they need neither; a call between them is a call and nothing else.
"""
from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba.core import types
from numba.core.callconv import BaseCallConv, Status

_NO = ir.Constant(ir.IntType(1), 0)
_YES = ir.Constant(ir.IntType(1), 1)
_OK = Status(
    code=ir.Constant(ir.IntType(32), 0), is_ok=_YES, is_none=_NO, is_error=_NO, is_stop_iteration=_NO,
    is_python_exc=_NO, is_user_exc=_NO, excinfoptr=None,
)


class _NoExceptions:
    """What Numba calls the call helper: it would collect exceptions."""


class RawConvention(BaseCallConv):  # type: ignore[misc]
    """Values in, value out; `None` results are void."""

    def _make_call_helper(self, builder: Any) -> _NoExceptions:
        return _NoExceptions()

    def get_function_type(self, restype: Any, argtypes: Any) -> ir.FunctionType:
        arguments = list(self._get_arg_packer(argtypes).argument_types)
        if restype == types.none:
            return ir.FunctionType(ir.VoidType(), arguments)
        return ir.FunctionType(self.context.data_model_manager[restype].get_return_type(), arguments)

    def decorate_function(self, fn: Any, args: Any, fe_argtypes: Any, noalias: bool = False) -> None:
        self._get_arg_packer(fe_argtypes).assign_names(self.get_arguments(fn), list(args))

    def get_arguments(self, func: Any) -> Any:
        return func.args

    def return_value(self, builder: Any, retval: Any) -> None:
        if isinstance(builder.function.function_type.return_type, ir.VoidType):
            builder.ret_void()
        else:
            builder.ret(retval)

    def return_native_none(self, builder: Any) -> None:
        builder.ret_void()

    def return_status_propagate(self, builder: Any, status: Any) -> None:
        builder.unreachable()

    def return_user_exc(
        self, builder: Any, exc: Any, exc_args: Any = None, loc: Any = None, func_name: Any = None
    ) -> None:
        """Reached only from Numba's own guards (a range with step 0); `lower` refuses kernels that raise."""
        builder.unreachable()

    def call_function(self, builder: Any, callee: Any, resty: Any, argtys: Any, args: Any) -> tuple[Any, Any]:
        arguments = self._get_arg_packer(argtys).as_arguments(builder, args)
        result = builder.call(callee, list(arguments))
        if resty == types.none:
            return _OK, self.context.get_dummy_value()
        return _OK, self.context.get_returned_value(builder, resty, result)
