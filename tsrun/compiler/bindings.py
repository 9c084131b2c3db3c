"""Scopes and the names bound in them, as the analysis (`scope`) leaves them for the code generator.

A binding that a closure captures lives in a slot of its scope's environment; any other in a register of its function.
A scope has an environment only if one of its bindings is captured.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tsrun.syntax.ast import FunctionDeclaration, Node

# Kinds of bindings.
VAR, LET, CONST, CLASS, FUNCTION, PARAMETER, CATCH, IMPORT, SELF, INNER, PSEUDO, GLOBAL, PROPERTY, MERGED = range(14)
"""SELF: the name of a function expression inside it. INNER: the name of a class inside it. PSEUDO: `this` and what
else an arrow function takes from around it. GLOBAL: a script's var or function, a property of the global object.
PROPERTY: an exported variable of a namespace or a member of an enum, a property of the object in `holder`. MERGED: an
enum's or namespace's name."""
IMMUTABLE = frozenset({CONST, IMPORT, SELF, INNER})
DEAD_ZONE = frozenset({LET, CONST, CLASS, INNER})
"""Kinds whose bindings start uninitialised. (A parameter does too, where defaults could see that.)"""

# Kinds of scopes.
(
    BLOCK, FUNCTION_SCOPE, BODY, CLASS_SCOPE, FIELDS, STATICS, STATIC_BLOCK, LOOP, SWITCH, CATCH_SCOPE, NAMESPACE, ENUM,
    SCRIPT, MODULE, EVAL,
) = range(15)
"""BODY: of a function whose parameters have expressions. FIELDS: the initialisers of a class's instance fields, which
are a function of their own to the language. STATICS: likewise for its static fields and blocks."""

# Names of what an arrow function takes from around it. No identifier can be spelled like them, but for `arguments`.
THIS, NEW_TARGET, HOME, ACTIVE, ARGUMENTS = "this", "new.target", "%home", "%function", "arguments"
PSEUDO_NAMES = (THIS, NEW_TARGET, HOME, ACTIVE, ARGUMENTS)


class Reference:
    """All uses of one name that the scope they are collected in did not resolve (yet)."""

    __slots__ = ("assigns", "captured", "first", "opaque")

    def __init__(self, first: int) -> None:
        self.first = first
        self.captured = False
        self.assigns: list[int] | None = None       # where in the source, ascending
        self.opaque = False                         # assigned something that may be an object

    def absorb(self, other: Reference) -> None:
        self.first = min(self.first, other.first)
        self.captured |= other.captured
        self.opaque |= other.opaque
        if other.assigns:
            if self.assigns is None:
                self.assigns = other.assigns
            else:
                self.assigns += other.assigns


class Binding:
    """A name in a scope.

    first: where it is first used. declared_end: where its declaration ends; a use before that may come too early.
    initialized: whether code generated from here on may rely on the binding being initialised. inert: closures may rely
    on it wherever they stand. register, slot: where it lives, -1 until that is decided.
    """

    __slots__ = (
        "alias", "assigns", "captured", "constants", "declared_end", "exported", "first", "holder", "import_index",
        "inert", "initialized", "kind", "members", "name", "node", "opaque", "register", "scope", "slot", "used",
    )

    def __init__(self, name: str, kind: int, scope: Scope, declared_end: int, node: Node | None = None) -> None:
        self.name = name
        self.kind = kind
        self.scope = scope
        self.declared_end = declared_end
        self.node = node
        self.captured = False
        self.used = False
        self.exported = False
        self.first = 1 << 60
        self.assigns: list[int] = []
        self.opaque = kind in {PARAMETER, CATCH, IMPORT, CLASS, FUNCTION}
        self.alias: Binding | None = None
        self.holder: Binding | None = None
        self.members: dict[str, float | str] | None = None      # of a const enum
        self.constants: dict[str, float | str] | None = None    # of any enum
        self.initialized = kind not in DEAD_ZONE
        self.inert = False
        self.register = -1
        self.slot = -1
        self.import_index = -1

    def absorb(self, reference: Reference) -> None:
        self.used = True
        self.captured |= reference.captured
        self.first = min(self.first, reference.first)
        self.opaque |= reference.opaque
        if reference.assigns:
            self.assigns += reference.assigns
        holder = self.holder
        if holder is not None:
            holder.used = True
            holder.captured |= reference.captured
            holder.first = min(holder.first, reference.first)

    def assigned_within(self, start: int, end: int) -> bool:
        """Whether the source between these places assigns the binding."""
        assigns = self.assigns
        if not assigns or assigns[-1] < start or assigns[0] >= end:
            return False
        low, high = 0, len(assigns)
        while low < high:
            middle = (low + high) >> 1
            if assigns[middle] < start:
                low = middle + 1
            else:
                high = middle
        return low < len(assigns) and assigns[low] < end

    @property
    def early(self) -> bool:
        """Whether something in the source before the end of the declaration uses the name."""
        return self.first < self.declared_end


class PrivateBinding(Binding):
    """A private name of a class.

    FIELD, BRAND: a key that objects have, which is a constant if the class is evaluated once, else a variable of the
    class. METHOD: a variable that holds the function. ACCESSOR: no variable itself, but getter and setter are. `brand`
    is what an object must have for the last two.
    """

    __slots__ = ("brand", "constant", "getter", "once", "role", "setter", "static", "text")

    def __init__(
        self, name: str, scope: Scope, role: int, *, once: bool = False, static: bool = False, text: str = "",
    ) -> None:
        super().__init__(name, PSEUDO, scope, 0)
        self.role = role
        self.once = once and role in {FIELD_ROLE, BRAND_ROLE}
        self.static = static
        self.text = text or name
        self.constant = -1
        self.captured = role != ACCESSOR_ROLE and not self.once
        self.brand: PrivateBinding | None = None
        self.getter: Binding | None = None
        self.setter: Binding | None = None

    def absorb(self, _reference: Reference) -> None:
        """Where it lives does not depend on who uses it."""
        self.used = True


FIELD_ROLE, METHOD_ROLE, ACCESSOR_ROLE, BRAND_ROLE = range(4)
BRAND, STATIC_BRAND = "%brand", "%static brand"


class Merge:
    """What all declarations of one namespace or enum export together."""

    __slots__ = ("names", "nested")

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.nested: dict[str, Merge] = {}


class Scope:
    """A region of the source with names of its own."""

    __slots__ = (
        "aliases", "env_depth", "env_register", "evaluates", "function", "hoisted", "kind", "merge", "merges", "names",
        "node", "parent", "refs", "var_scope",
    )

    def __init__(self, kind: int, parent: Scope | None, node: Node) -> None:
        self.kind = kind
        self.parent = parent
        self.node = node
        self.names: dict[str, Binding] = {}
        self.refs: dict[str, Reference] = {}
        self.hoisted: list[FunctionDeclaration] = []
        self.merge: Merge | None = None             # of the namespace or enum whose body this is
        self.merges: dict[str, Merge] = {}          # of namespaces and enums declared in this scope
        self.function: FunctionScope = self if isinstance(self, FunctionScope) else parent.function  # type: ignore[union-attr]
        self.var_scope: Scope = self if kind in _VAR_SCOPES or parent is None else parent.var_scope
        self.aliases: list[tuple[Binding, Binding]] = []
        """Class names inside their class, and the declared names they may share a place with."""
        self.env_register = -1
        self.env_depth = 0
        self.evaluates = False
        """Whether a direct eval is in it."""

    def captured(self) -> list[Binding]:
        """The bindings that need slots of an environment."""
        return [b for b in self.names.values() if b.captured and b.alias is None and b.kind not in _ELSEWHERE]


_VAR_SCOPES = frozenset({FUNCTION_SCOPE, BODY, FIELDS, STATICS, STATIC_BLOCK, NAMESPACE, SCRIPT, MODULE, EVAL})
_ELSEWHERE = frozenset({GLOBAL, PROPERTY, IMPORT})


class FunctionScope(Scope):
    """A function, or what the language treats as one.

    body: the scope of its statements: itself, or another if parameters have expressions. closures_in_parameters:
    whether those expressions make closures, which must not see the body's variables. home: what of `super` its code may
    use (NO_SUPER ...).
    """

    __slots__ = ("arrow", "body", "closures_in_parameters", "expressions_in_parameters", "home")

    def __init__(self, kind: int, parent: Scope | None, node: Node, arrow: bool = False) -> None:
        super().__init__(kind, parent, node)
        self.arrow = arrow
        self.body: Scope = self
        self.closures_in_parameters = False
        self.expressions_in_parameters = False
        self.home = SUPER_PROPERTY if kind in {FIELDS, STATICS} else NO_SUPER


NO_SUPER, SUPER_PROPERTY, SUPER_CALL = range(3)


def keep_everything(scope: Scope) -> None:
    """A direct eval is inside: every variable may be read and written by code that nobody knows yet."""
    for binding in scope.names.values():
        binding.used = binding.captured = binding.opaque = True
        binding.first = 0
        if binding.kind not in IMMUTABLE:
            binding.assigns = sorted([*binding.assigns, 0, 1 << 60])
        if isinstance(binding, PrivateBinding):
            binding.once = False
            binding.captured = binding.role != ACCESSOR_ROLE
