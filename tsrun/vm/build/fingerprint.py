"""What a kernel's machine code depends on, as a hash: its own code and the values of every name it uses."""
from __future__ import annotations

import functools
import hashlib
import pathlib
import types
from typing import Any

from tsrun.heap import arena
from tsrun.heap.arena import Kernel
from tsrun.heap.machine import Instruction
from tsrun.vm.tables import Switch


def _code(code: types.CodeType) -> str:
    constants = [_code(c) if isinstance(c, types.CodeType) else repr(c) for c in code.co_consts]
    return repr((code.co_code, constants, code.co_names, code.co_varnames, code.co_exceptiontable))


def _signature(target: Kernel | Switch | Instruction) -> str:
    return repr((target.name, target.parameters, target.result))


@functools.cache
def _constant(name: str) -> str:
    declared = arena.CONSTANTS[name]
    return hashlib.sha256(repr((declared.dtype, list(declared.values()))).encode()).hexdigest()


def _named(value: Any, name: str) -> str:
    if isinstance(value, Kernel):
        return f"{value.symbol} {_signature(value)}"
    if isinstance(value, Switch):
        return repr([(number, case.symbol, _signature(case)) for number, case in value.cases()])
    if isinstance(value, Instruction):
        return _signature(value)
    if isinstance(value, int | float):
        return repr(value)
    return f"{type(value).__name__} {name}"


def _attribute(name: str) -> str:
    if name in arena.REGIONS:
        return repr(arena.REGIONS[name])
    return _constant(name) if name in arena.CONSTANTS else ""


@functools.cache
def builder_hash() -> str:
    """Hash of the package that compiles, and of what it stands on."""
    import llvmlite
    import numba

    hashed = hashlib.sha256(f"{numba.__version__} {llvmlite.__version__}".encode())
    here = pathlib.Path(__file__).parent
    for file in [*sorted(here.glob("*.py")), here.parent / "tables.py", here.parents[1] / "heap" / "arena.py",
                 here.parents[1] / "heap" / "machine.py"]:
        hashed.update(file.read_bytes())
    return hashed.hexdigest()


def fingerprint(target: Kernel, checked: bool) -> str:
    """Hash of everything that the kernel's IR is made from."""
    code = target.function.__code__
    scope = target.function.__globals__
    parts = [builder_hash(), str(checked), target.symbol, _signature(target), str(target.inline), _code(code)]
    # A name may be both: a region that is read as `h.name`, and a function of the module.
    parts += [f"{name}={_named(scope[name], name)}" for name in code.co_names if name in scope]
    parts += [f".{name}={_attribute(name)}" for name in code.co_names]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
