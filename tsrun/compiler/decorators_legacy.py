"""Decorators as the option experimentalDecorators has them: applied when the class is complete, parameters included.

Each list is evaluated and applied where TypeScript writes its call: members of instances in order, then static ones,
then the class with the parameters of its constructor.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.declarations import parameter_decorators
from tsrun.compiler.decorators import decorator_list
from tsrun.compiler.metadata import add_metadata
from tsrun.compiler.opcodes import O
from tsrun.compiler.patterns import property_name
from tsrun.compiler.scope_classes import is_bare_field, is_decorated
from tsrun.heap.layout import R_DECORATE_LEGACY, R_DECORATE_PARAMETERS
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.compiler.generator import Generator

CLASS, FIELD, METHOD = range(3)
"""As in the prelude's decorate_legacy."""


def parameters_of(member: Any) -> Any:
    """The parameters that may have decorators: those of a method, accessor or constructor."""
    value = getattr(member, "value", None)
    if member.__class__ is ast.MethodDefinition and value.__class__ is ast.FunctionExpression:
        return [item for item in value.params
                if not (item.__class__ is ast.Identifier and item.name == "this")]
    return ()


def same_accessor(one: Any, other: Any) -> bool:
    """Whether two members are getter and setter of one property, by the text of its name."""
    return one.__class__ is ast.MethodDefinition and {one.kind, other.kind} == {"get", "set"} \
        and one.static == other.static and not one.computed and not other.computed \
        and one.key.__class__ is not ast.PrivateIdentifier and property_name(one.key) == property_name(other.key)


def type_parameters(node: Any) -> frozenset[str]:
    """The names of a class's or function's type parameters."""
    declared = getattr(node, "typeParameters", None)
    return frozenset(item.name.name for item in declared.params) if declared is not None else frozenset()


def decorated_parameters(member: Any) -> Iterator[tuple[int, Any]]:
    """Place and decorators of the parameters that have some."""
    for index, item in enumerate(parameters_of(member)):
        decorators = parameter_decorators(item)
        if decorators:
            yield index, decorators


class LegacyDecorators:
    """The decorators of one class while it is evaluated; the same face as `Decorators`."""

    def __init__(self, g: Generator, node: Any) -> None:
        self.node = node
        self.keys: dict[Any, int] = {}
        self.constructor: Any = None
        self.with_body: Any = None
        """The constructor, decorated or not."""
        self.members: list[Any] = []
        self.setters: dict[Any, Any] = {}
        """The setter whose parameter's decorators belong to those of an accessor."""
        for member in node.body.body:
            decorated = is_decorated(member) or any(True for _ in decorated_parameters(member)) or (
                is_bare_field(member) and bool(member.decorators))
            if getattr(member, "kind", "") in ("get", "set"):
                decorated = self._accessor(member)
            if getattr(member, "kind", "") == "constructor":
                if member.value.__class__ is ast.FunctionExpression:
                    self.with_body = member
                self.constructor = member if decorated else self.constructor
            elif decorated:
                self._check(member)
                self.members.append(member)
                if member.computed:
                    self.keys[member] = g.f.temporary(node.start)

    @staticmethod
    def _check(member: Any) -> None:
        if member.key.__class__ is ast.PrivateIdentifier:
            raise SourceError("Decorators are not valid here", member.start, member.end)

    def _accessor(self, member: Any) -> bool:
        """Whether a getter or setter is decorated: the first that has decorators is, with the setter's parameter."""
        other = next((item for item in self.node.body.body if same_accessor(item, member)), None)
        if other is not None:
            self.setters[member] = member if member.kind == "set" else other
            return is_decorated(member) and other not in self.members
        return is_decorated(member)

    @property
    def replaces(self) -> bool:
        """Whether the class may become another one after its static fields have run."""
        return bool(self.node.decorators) or self.constructor is not None

    def begin(self, g: Generator, heritage: int) -> None:
        """Nothing is evaluated before the members."""

    def member(self, g: Generator, member: Any) -> None:
        """Nothing is evaluated beside a member but its key."""

    def key(self, g: Generator, member: Any, key: int) -> None:
        """The key of a member, once it is evaluated."""
        if member in self.keys:
            g.f.move(self.keys[member], key, member.start)

    def apply(self, g: Generator, base: int, proto: int, name: str | None) -> None:
        """Not before static fields have their values."""

    def run_static(self, g: Generator, base: int) -> None:
        """There is no addInitializer."""

    def run_class(self, g: Generator, base: int) -> None:
        """There is no addInitializer."""

    def finish(self, g: Generator, base: int, proto: int) -> None:
        """Apply all decorators; the class that is left of it is in r[base]."""
        for static in (False, True):
            for member in self.members:
                if member.static == static:
                    kind = FIELD if member.__class__ is ast.PropertyDefinition or is_bare_field(member) else METHOD
                    self._apply(g, member, member.decorators, kind, base if static else proto)
        if self.replaces:
            result = self._apply(g, self.constructor, self.node.decorators, CLASS, base)
            g.f.move(base, result, self.node.start)

    def _apply(self, g: Generator, member: Any, decorators: Any, kind: int, target: int) -> int:
        """One call; the register of its result, which is free again."""
        f = g.f
        top = f.top
        at = decorators[0].start if decorators else self.node.start
        base = f.temporary(at)
        f.temporary(at)
        functions, kind_register, holder, name = (f.temporary(at) for _ in range(4))
        if decorators:
            decorator_list(g, decorators, functions)
        else:
            g.emit(O.new_array, functions, 0, 0, at=at)
        if member is not None:
            self._parameters(g, self.setters.get(member, member), functions)
        if g.types is not None and (member is not None or self.with_body is not None):
            noted = member if member is not None else self.with_body
            hidden = type_parameters(self.node) | type_parameters(getattr(noted, "value", None))
            add_metadata(g, noted, parameters_of(noted), self.node.body.body, hidden, functions)
        g.load_number(kind_register, kind, at)
        f.move(holder, target, at)
        if kind == CLASS:
            g.emit(O.load_undefined, name, at=at)
        elif member in self.keys and is_bare_field(member):
            g.expr(member.key, name)
        elif member in self.keys:
            f.move(name, self.keys[member], at)
        else:
            g.load_string(name, property_name(member.key), at)
        g.emit(O.call_prelude, base, 4, R_DECORATE_LEGACY, at=at)
        f.top = top
        return base

    @staticmethod
    def _parameters(g: Generator, member: Any, functions: int) -> None:
        f = g.f
        for index, decorators in decorated_parameters(member):
            for decorator in decorators:
                top = f.top
                at = decorator.start
                base = f.temporary(at)
                f.temporary(at)
                g.load_number(f.temporary(at), index, at)
                value = f.temporary(at)
                g.expr(decorator.expression, value)
                g.emit(O.call_prelude, base, 2, R_DECORATE_PARAMETERS, at=at)
                g.emit(O.array_append, functions, base, at=at)
                g.emit(O.load_undefined, base, at=at)
                g.emit(O.array_append, functions, base, at=at)
                f.top = top


def refuse_parameters(node: Any) -> None:
    """The standard has no decorators of parameters."""
    for member in node.body.body:
        for _, decorators in decorated_parameters(member):
            first = decorators[0]
            message = "Decorators of parameters need the option experimentalDecorators in tsconfig.json"
            raise SourceError(message, first.start, first.end)
