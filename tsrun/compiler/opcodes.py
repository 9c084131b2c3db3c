"""The VM's instructions by name, as the compiler writes them: `O.add` is the number of `add`."""
from __future__ import annotations

from types import SimpleNamespace

from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import OPCODES


class _Ops(SimpleNamespace):
    """The numbers as attributes; a name that Python reserves ends in an underscore."""

    def __getattr__(self, name: str) -> int:
        raise AttributeError(f"no instruction {name}")


load_kernel_modules()
NAMES = {opcode.number: name for name, opcode in OPCODES.items()}
O = _Ops(**{"not_" if name == "not" else name: number for number, name in NAMES.items()})  # noqa: E741
