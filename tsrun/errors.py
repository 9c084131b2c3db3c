"""What running a script can raise.

    Exception
        TsrunError
            JSError             an error that the script threw and nothing caught
                JSSyntaxError   source text that is no program, or uses what tsrun does not run yet
            PendingError        a promise was asked for, and nothing is left that could settle it
                UnsettledError  the top level of a module awaits it
            LimitError          a limit of the run
                TimeLimitError
                MemoryLimitError
            ModuleError         a file or an import that can't be read
            ConfigError         a tsconfig.json that can't be read or asks for what there is not
            KernelError         tsrun itself: no kernel, or a fault in it
"""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TsrunError(Exception):
    """Anything that tsrun raises of its own. Errors can be pickled; functions within them come out as their names."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The constructors of subclasses take other arguments than the message.
        return _unpickled, (type(self), self.args), self.__dict__ | ({"thrown": None} if "thrown" in vars(self) else {})


def _unpickled(kind: type[TsrunError], arguments: tuple[Any, ...]) -> TsrunError:
    error = kind.__new__(kind)
    error.args = arguments
    return error


class JSError(TsrunError):
    """A value that a script threw.

    name, message and stack are those of an Error object; for any other value name is "" and message its text. `value`
    is the thrown value converted to Python (the JSError itself for an Error object without properties of its own).
    file, line and column (from 1, in UTF-16 units) say where it was thrown, None where that is not known.
    """

    def __init__(
        self, name: str, message: str, *, stack: str = "", value: Any = None, file: str | None = None,
        line: int | None = None, column: int | None = None, report: str = "",
    ) -> None:
        super().__init__(f"{name}: {message}" if name and message else name or message)
        self.name, self.message, self.stack, self.value = name, message, stack, value
        self.file, self.line, self.column = file, line, column
        self.report = report
        """The whole text as the command line prints it."""
        self.thrown: object = None
        """What keeps the thrown value alive, for a script that this error may come back to."""


class JSSyntaxError(JSError):
    """Source text that can't be run. `report` shows the place in the source line."""

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, column: int | None = None,
        report: str = "",
    ) -> None:
        super().__init__(
            "SyntaxError", message, stack=report, file=file, line=line, column=column, report=report)
        self.value = self


class PendingError(TsrunError):
    """A promise that was to give a value is pending, and nothing is left that could settle it."""


class UnsettledError(PendingError):
    """A module's top-level `await`. The text is a warning of one line, then the place."""


class LimitError(TsrunError):
    """A limit that was set for the run has been reached."""


class TimeLimitError(LimitError):
    """The time limit."""


class MemoryLimitError(LimitError):
    """The memory limit; the message says how large the heap was and what filled it."""

    def __init__(self, message: str, *, heap_size: int = 0, by_kind: dict[str, int] | None = None) -> None:
        super().__init__(message)
        self.heap_size = heap_size
        self.by_kind = by_kind or {}


NOT_FOUND = "ERR_MODULE_NOT_FOUND"


class ModuleError(TsrunError):
    """A module that can't be had: missing, unreadable, not UTF-8, or an import without a target.

    code: what Node calls it ("ERR_MODULE_NOT_FOUND"), which scripts find in the error of an import().
    """

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class ConfigError(TsrunError):
    """A tsconfig.json that can't be read, or that asks for what tsrun does not do."""


class KernelError(TsrunError):
    """tsrun's own trouble: the kernel can't be built, or the checked build found a fault in it."""
