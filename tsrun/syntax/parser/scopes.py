"""Which names are declared where: the early errors about declarations, and nothing else.

Types live in a space of their own and are only noted for `export { T }`. What TypeScript lets merge (namespaces with
classes, functions, enums and each other, enums with enums) is no conflict. The compiler makes its own scopes later,
from a tree that is known to be right.
"""
from __future__ import annotations

from tsrun.syntax.ast import (
    ArrayPattern,
    AssignmentPattern,
    Identifier,
    Node,
    ObjectPattern,
    PrivateIdentifier,
    Property,
    RestElement,
    TSParameterProperty,
)
from tsrun.syntax.errors import SourceError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

# Kinds of declaration.
VAR, LEXICAL, FUNCTION, CLASS, ENUM, NAMESPACE, PARAMETER, CATCH, IMPORT = range(9)

# Pairs of declarations in one scope that TypeScript merges, whichever comes first.
_MERGE = {(NAMESPACE, NAMESPACE), (NAMESPACE, CLASS), (NAMESPACE, FUNCTION), (NAMESPACE, ENUM), (ENUM, ENUM)}
_MERGE |= {(second, first) for first, second in _MERGE}

# What a scope is.
BLOCK, FUNCTION_BODY, SCRIPT, MODULE, CATCH_BLOCK = range(5)


class Scope:
    """Names declared in one block or function."""

    __slots__ = ("hoisted", "kind", "names", "types")

    def __init__(self, kind: int) -> None:
        self.kind = kind
        self.names: dict[str, int] = {}
        self.hoisted: set[str] = set()      # of `var` declarations in here or in blocks inside
        self.types: set[str] = set()


class ClassScope:
    """Private names of one class body."""

    __slots__ = ("declared", "used")

    def __init__(self) -> None:
        self.declared: dict[str, str] = {}  # name -> "get", "set", "static get", ... or "" for what can't pair
        self.used: dict[str, PrivateIdentifier] = {}


class Scopes:
    """The stack of scopes around the current token."""

    def __init__(self, module: bool) -> None:
        self.stack = [Scope(MODULE if module else SCRIPT)]
        self.classes: list[ClassScope] = []
        self.private_around: Collection[str] = ()   # declared around the code of a direct eval
        self.top = self.stack[0]

    # ---- entering and leaving

    def enter(self, kind: int) -> Scope:
        scope = Scope(kind)
        self.stack.append(scope)
        self.top = scope
        return scope

    def leave(self) -> None:
        self.stack.pop()
        self.top = self.stack[-1]

    def depth(self) -> tuple[int, int]:
        return len(self.stack), len(self.classes)

    def cut(self, depth: tuple[int, int]) -> None:
        """Forget what a speculation that failed had entered."""
        del self.stack[depth[0] :]
        del self.classes[depth[1] :]
        self.top = self.stack[-1]

    # ---- declaring

    def declare(self, node: Identifier, kind: int) -> None:
        name = node.name
        if kind == VAR:
            self._declare_var(node)
            return
        top = self.top
        known = top.names.get(name)
        if known is not None and not self._may_stand_together(top, known, kind):
            self._conflict(node)
        if name in top.hoisted and not (kind == FUNCTION and top.kind in {FUNCTION_BODY, SCRIPT}):
            self._conflict(node)
        if known is None or known == NAMESPACE:
            top.names[name] = kind

    @staticmethod
    def _may_stand_together(scope: Scope, known: int, kind: int) -> bool:
        if kind == FUNCTION and known in {FUNCTION, PARAMETER}:
            return scope.kind in {FUNCTION_BODY, SCRIPT}
        return (known, kind) in _MERGE or (known == IMPORT and kind == NAMESPACE)

    def _declare_var(self, node: Identifier) -> None:
        name = node.name
        for scope in reversed(self.stack):
            known = scope.names.get(name)
            if known is not None and known != PARAMETER and not (
                known == CATCH or (known == FUNCTION and scope.kind in {FUNCTION_BODY, SCRIPT})
            ):
                self._conflict(node)
            scope.hoisted.add(name)
            if scope.kind != BLOCK and scope.kind != CATCH_BLOCK:
                return

    def declare_parameters(self, params: list[Node], unique: str) -> None:
        """Declare what parameters bind; a name that comes twice is an error with the message `unique`."""
        names = self.top.names
        for param in params:
            for node in bound_names(param):
                if node.name in names:
                    raise SourceError(unique, node.start, node.end)
                names[node.name] = PARAMETER

    def declare_type(self, name: str) -> None:
        self.top.types.add(name)

    def declares(self, name: str) -> bool:
        """Whether the outermost scope has a value or type of this name."""
        scope = self.stack[0]
        return name in scope.names or name in scope.hoisted or name in scope.types

    @staticmethod
    def _conflict(node: Identifier) -> None:
        raise SourceError(f"Identifier '{node.name}' has already been declared", node.start, node.end)

    # ---- private names

    def enter_class(self) -> None:
        self.classes.append(ClassScope())

    def leave_class(self) -> None:
        scope = self.classes.pop()
        for name, node in scope.used.items():
            if name not in scope.declared:
                self.use_private(node)

    def declare_private(self, node: PrivateIdentifier, role: str) -> None:
        """`role` is "get", "set", "static get" or "static set" for an accessor, which may come as a pair; else ""."""
        declared = self.classes[-1].declared
        known = declared.get(node.name)
        if known is None:
            declared[node.name] = role
            return
        pair = {known, role} in ({"get", "set"}, {"static get", "static set"})
        if not pair:
            raise SourceError(f"Identifier '#{node.name}' has already been declared", node.start, node.end)
        declared[node.name] = ""

    def use_private(self, node: PrivateIdentifier) -> None:
        if not self.classes:
            if node.name in self.private_around:
                return
            message = f"Private field '#{node.name}' must be declared in an enclosing class"
            raise SourceError(message, node.start, node.end)
        self.classes[-1].used.setdefault(node.name, node)


def bound_names(pattern: Node | None) -> list[Identifier]:
    """The identifiers that a binding pattern declares, in order."""
    if pattern.__class__ is Identifier:
        return [pattern]
    names: list[Identifier] = []
    stack: list[Node | None] = [pattern]
    while stack:
        node = stack.pop()
        if isinstance(node, Identifier):
            names.append(node)
        elif isinstance(node, ArrayPattern):
            stack.extend(reversed(node.elements))
        elif isinstance(node, ObjectPattern):
            stack.extend(reversed(node.properties))
        elif isinstance(node, Property):
            stack.append(node.value)
        elif isinstance(node, AssignmentPattern):
            stack.append(node.left)
        elif isinstance(node, RestElement):
            stack.append(node.argument)
        elif isinstance(node, TSParameterProperty):
            stack.append(node.parameter)
    return names
