"""The options of TypeScript that change what a program does."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """As in compilerOptions of tsconfig.json, in the names of this language."""

    experimental_decorators: bool = False
    """Decorators as they were before the standard's."""
    emit_decorator_metadata: bool = False
    define_fields: bool = True
    """Fields are defined, not assigned."""
    strict_null: bool = False
    """Whether null is a type beside others, for the metadata."""
    verbatim_modules: bool = False
    """Imports stay unless they say that they are about types."""

    @classmethod
    def of(cls, names: tuple[str, ...]) -> Options:
        """The options from the names of those that are on."""
        return cls(
            "experimentalDecorators" in names, "emitDecoratorMetadata" in names, "useDefineForClassFields" in names,
            "strictNullChecks" in names, "verbatimModuleSyntax" in names)


DEFAULT = Options()
