"""Runs TypeScript from Python.

    import tsrun
    tsrun.run("[1, 2, 3].map((n: number) => n * n)")    # [1, 4, 9]

`run` takes source text, `run_file` a file; what they raise is in the tree of `tsrun.errors`.
"""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tsrun.convert import JSFunction, JSPromise
    from tsrun.errors import (
        ConfigError, JSError, JSSyntaxError, KernelError, LimitError, MemoryLimitError, ModuleError, PendingError,
        TimeLimitError, TsrunError, UnsettledError,
    )
    from tsrun.runtime import run, run_file

__version__ = "0.1.0"
__all__ = [
    "ConfigError", "JSError", "JSFunction", "JSPromise", "JSSyntaxError", "KernelError", "LimitError",
    "MemoryLimitError", "ModuleError", "PendingError", "TimeLimitError", "TsrunError", "UnsettledError",
    "run", "run_file",
]

_HOME = {"run": "runtime", "run_file": "runtime", "JSFunction": "convert", "JSPromise": "convert"}


def __getattr__(name: str) -> Any:
    # The command line imports tsrun.cli, and with it this package: nothing that it does without is loaded here.
    if name not in __all__:
        raise AttributeError(f"module 'tsrun' has no attribute {name!r}")
    import importlib

    found = globals()[name] = getattr(importlib.import_module(f"tsrun.{_HOME.get(name, 'errors')}"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
