"""Classes: heads, members with their modifiers, decorators."""
from __future__ import annotations

from abc import abstractmethod

from tsrun.syntax.ast import (
    AccessorProperty,
    CallExpression,
    ClassBody,
    ClassDeclaration,
    ClassExpression,
    Decorator,
    Expression,
    FunctionExpression,
    Identifier,
    MemberExpression,
    MethodDefinition,
    Node,
    PrivateIdentifier,
    PropertyDefinition,
    SpreadElement,
    StaticBlock,
    StringLiteral,
    TSAbstractAccessorProperty,
    TSAbstractMethodDefinition,
    TSAbstractPropertyDefinition,
    TSClassImplements,
    TSEmptyBodyFunctionExpression,
    TSIndexSignature,
    TSInstantiationExpression,
    TSNonNullExpression,
    TSTypeParameterDeclaration,
    TSTypeParameterInstantiation,
)
from tsrun.syntax.parser.members import Members
from tsrun.syntax.parser.scopes import CLASS as CLASS_NAME
from tsrun.syntax.parser.scopes import FUNCTION_BODY
from tsrun.syntax.parser.state import FunctionContext
from tsrun.syntax.tokens import (
    ABSTRACT,
    ACCESSOR,
    ASSIGN,
    ASYNC,
    AT,
    BANG,
    BIGINT,
    CLASS,
    COLON,
    COMMA,
    DECLARE,
    DOT,
    EXTENDS,
    FIRST_WORD,
    GET,
    IMPLEMENTS,
    LBRACE,
    LBRACKET,
    LESS,
    LPAREN,
    NEWLINE_BEFORE,
    NUMBER,
    OVERRIDE,
    PRIVATE,
    PRIVATE_NAME,
    PROTECTED,
    PUBLIC,
    QUESTION,
    RBRACE,
    READONLY,
    SEMICOLON,
    SET,
    SHIFT_LEFT,
    STAR,
    STATIC,
    STRING,
    TEXTS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MODIFIERS = {PUBLIC, PRIVATE, PROTECTED, STATIC, ABSTRACT, OVERRIDE, READONLY, DECLARE, ACCESSOR, ASYNC, GET, SET}
# These may stand on a line before the member's name.
_ACROSS_LINES = {STATIC, GET, SET, PUBLIC, PRIVATE, PROTECTED}
_BEGINS_KEY = {STRING, NUMBER, BIGINT, LBRACKET, PRIVATE_NAME}


class Member:
    """The modifiers of one class member."""

    __slots__ = ("decorators", "modifiers", "start")

    def __init__(self, start: int, decorators: Sequence[Decorator]) -> None:
        self.start = start
        self.decorators = decorators
        self.modifiers: set[int] = set()

    def has(self, modifier: int) -> bool:
        return modifier in self.modifiers

    @property
    def accessibility(self) -> str | None:
        for modifier in (PUBLIC, PROTECTED, PRIVATE):
            if modifier in self.modifiers:
                return TEXTS[modifier]
        return None


class Classes(Members):
    # ---- decorators

    def decorators(self) -> list[Decorator]:
        found: list[Decorator] = []
        while self.kind == AT:
            start = self.starts[self.i]
            self.advance()
            expression = self.decorator_expression()
            found.append(Decorator(start, self.ends[self.i - 1], expression))
        return found

    def decorator_expression(self) -> Expression:
        """`(any)`, or a name with members and calls; no `[`, which begins the member that is decorated."""
        start = self.starts[self.i]
        if self.kind == LPAREN:
            return self.parenthesized_expression()
        left: Expression = self.identifier()
        while True:
            types: TSTypeParameterInstantiation | None = None
            if self.kind == DOT:
                self.advance()
                if self.kind == PRIVATE_NAME:
                    private = self.private_name()
                    self.scopes.use_private(private)
                    left = MemberExpression(start, private.end, left, private, False, False)
                else:
                    name = self.identifier_name()
                    left = MemberExpression(start, name.end, left, name, False, False)
                continue
            if self.kind == BANG and not self.flags[self.i] & NEWLINE_BEFORE:
                self.advance()
                left = TSNonNullExpression(start, self.ends[self.i - 1], left)
                continue
            if self.kind == LESS:
                types = self.speculate(self.type_arguments)
                if types is None:
                    return left
            if self.kind != LPAREN:
                return left if types is None else TSInstantiationExpression(start, types.end, left, types)
            arguments = self.arguments()
            left = CallExpression(start, self.ends[self.i - 1], left, arguments, False, types)

    # ---- heads

    def class_declaration(
        self, decorators: Sequence[Decorator] = (), *, anonymous: bool = False, start: int = -1,
        abstract: bool = False, declare: bool = False,
    ) -> ClassDeclaration:
        """At `class`."""
        start = self.starts[self.i] if start < 0 else start
        self.advance()
        name = None
        if not anonymous or (self.kind >= FIRST_WORD and self.kind not in {EXTENDS, IMPLEMENTS}):
            name = self.binding_identifier()
            self.scopes.declare(name, CLASS_NAME) if not self.ambient else self.scopes.declare_type(name.name)
        types, superclass, super_types, implements = self.heritage()
        body = self.class_body(derived=superclass is not None)
        return ClassDeclaration(start, body.end, name, superclass, body, decorators, abstract, declare, implements,
                                types, super_types)

    def class_expression(self) -> ClassExpression:
        start = self.starts[self.i]
        decorators = self.decorators() if self.kind == AT else ()
        self.expect(CLASS)
        name = None
        if self.kind >= FIRST_WORD and self.kind not in {EXTENDS, IMPLEMENTS}:
            name = self.binding_identifier()
        types, superclass, super_types, implements = self.heritage()
        body = self.class_body(derived=superclass is not None)
        return ClassExpression(start, body.end, name, superclass, body, decorators, False, False, implements, types,
                               super_types)

    def heritage(self) -> tuple[
        TSTypeParameterDeclaration | None, Expression | None, TSTypeParameterInstantiation | None,
        Sequence[TSClassImplements],
    ]:
        """Type parameters, `extends` and `implements`."""
        types = self.type_parameters()
        superclass, super_types = None, None
        implements: list[TSClassImplements] = []
        if self.kind == EXTENDS:
            self.advance()
            superclass = self.left_hand_side()
            if isinstance(superclass, TSInstantiationExpression) and superclass not in self.parenthesized:
                super_types, superclass = superclass.typeArguments, superclass.expression
            elif self.kind == LESS or self.kind == SHIFT_LEFT:
                super_types = self.type_arguments()
        if self.kind == IMPLEMENTS:
            self.advance()
            while True:
                implements.append(self.implemented_interface())
                if not self.eat(COMMA):
                    break
        return types, superclass, super_types, implements

    def implemented_interface(self) -> TSClassImplements:
        start = self.starts[self.i]
        name: Expression = self.identifier_name()
        while self.eat(DOT):
            right = self.identifier_name()
            name = MemberExpression(start, right.end, name, right, False, False)
        arguments = self.type_arguments() if self.kind == LESS or self.kind == SHIFT_LEFT else None
        return TSClassImplements(start, self.ends[self.i - 1], name, arguments)

    # ---- bodies

    def class_body(self, *, derived: bool) -> ClassBody:
        start = self.starts[self.i]
        self.expect(LBRACE)
        self.scopes.enter_class()
        members: list[Node] = []
        constructed = False
        while self.kind != RBRACE:
            if self.kind == SEMICOLON:
                self.advance()
                continue
            member = self.class_member(derived=derived)
            if (isinstance(member, MethodDefinition) and member.kind == "constructor"
                    and isinstance(member.value, FunctionExpression)):
                if constructed:
                    self.error_at(member.key, "A class may only have one constructor")
                constructed = True
            members.append(member)
        self.advance()
        self.scopes.leave_class()
        return ClassBody(start, self.ends[self.i - 1], members)

    def is_modifier(self) -> bool:
        """Whether the current word says something about the member whose name follows."""
        kind = self.kind
        if kind not in _MODIFIERS:
            return False
        follow = self.kinds[self.i + 1]
        if self.flags[self.i + 1] & NEWLINE_BEFORE and kind not in _ACROSS_LINES:
            return False
        if follow >= FIRST_WORD or follow in _BEGINS_KEY:
            return True
        return (follow == STAR and kind not in {GET, SET}) or (follow == LBRACE and kind == STATIC)

    def class_member(self, *, derived: bool) -> Node:
        start = self.starts[self.i]
        member = Member(start, self.decorators() if self.kind == AT else ())
        modifiers = member.modifiers
        while self.is_modifier():
            kind = self.kind
            if kind in modifiers:
                self.error_here(f"'{TEXTS[kind]}' modifier already seen")
            if kind in {PUBLIC, PRIVATE, PROTECTED} and member.accessibility:
                self.error_here("Accessibility modifier already seen")
            if kind == STATIC and self.kinds[self.i + 1] == LBRACE:
                return self.static_block(start)
            modifiers.add(kind)
            self.advance()
            if kind in {GET, SET}:
                return self.method(member, "get" if kind == GET else "set", derived=derived)
            if kind == ASYNC:
                break
        if self.kind == LBRACKET and self.kinds[self.i + 1] >= FIRST_WORD and self.kinds[self.i + 2] == COLON:
            return self.class_index_signature(member)
        if self.kind == STAR or ASYNC in modifiers:
            return self.method(member, "method", generator=self.eat(STAR), derived=derived)
        follow = self.kinds[self.i + 1]
        if (follow == LPAREN or follow == LESS) and self.kind != LBRACKET:
            return self.method(member, "method", derived=derived)
        return self.field_or_method(member, derived=derived)

    def static_block(self, start: int) -> StaticBlock:
        self.advance()
        self.advance()
        outer = self.enter_field()
        self.scopes.enter(FUNCTION_BODY)
        self.context.body = self.context.await_banned = True
        statements = []
        while self.kind != RBRACE:
            statements.append(self.statement_list_item())
        self.advance()
        self.scopes.leave()
        self.context = outer
        return StaticBlock(start, self.ends[self.i - 1], statements)

    def class_index_signature(self, member: Member) -> TSIndexSignature:
        signature = self.index_signature(member.start, readonly=member.has(READONLY))
        signature.static = member.has(STATIC)
        signature.accessibility = member.accessibility
        return signature

    # ---- methods

    def member_key(self, member: Member) -> tuple[Expression, bool]:
        key, computed = self.property_key()
        if isinstance(key, PrivateIdentifier):
            if key.name == "constructor":
                self.error_at(key, "Classes may not have a private field named '#constructor'")
            if member.accessibility or ABSTRACT in member.modifiers or DECLARE in member.modifiers:
                self.error_at(key, "A modifier cannot be used with a private identifier")
        return key, computed

    def method(self, member: Member, kind: str, *, generator: bool = False, derived: bool) -> Node:
        key, computed = self.member_key(member)
        return self.method_of(member, kind, key, computed, generator=generator, derived=derived)

    def method_of(
        self, member: Member, kind: str, key: Expression, computed: bool, *, generator: bool = False,
        derived: bool, optional: bool = False,
    ) -> Node:
        """A method whose key is read."""
        static, asynchronous = member.has(STATIC), member.has(ASYNC)
        if isinstance(key, PrivateIdentifier):
            role = "" if kind == "method" else f"static {kind}" if static else kind
            self.scopes.declare_private(key, role)
        name = "" if computed else getattr(key, "name", None) or getattr(key, "value", None)
        if static and name == "prototype" and not isinstance(key, PrivateIdentifier):
            self.error_at(key, "Classes may not have a static property named 'prototype'")
        if not static and name == "constructor" and isinstance(key, Identifier | StringLiteral):
            if kind != "method":
                self.error_at(key, "Class constructor may not be an accessor")
            if generator or asynchronous:
                self.error_at(key, f"Class constructor may not be {'a generator' if generator else 'an async method'}")
            kind = "constructor"
        for modifier in (READONLY, ACCESSOR, DECLARE):
            if member.has(modifier):
                self.error_at(key, f"'{TEXTS[modifier]}' modifier cannot be used with a method")
        if self.kind != LPAREN and self.kind != LESS:
            self.unexpected()
        value = self.method_or_signature(kind=kind, generator=generator, asynchronous=asynchronous, derived=derived)
        end = value.end
        if isinstance(value, TSEmptyBodyFunctionExpression):
            self.semicolon()
            if member.has(ABSTRACT):
                return TSAbstractMethodDefinition(
                    member.start, end, key, value, kind, computed, static, member.decorators, member.accessibility,
                    optional, member.has(OVERRIDE))
        elif member.has(ABSTRACT):
            self.error_at(key, "An abstract method cannot have an implementation")
        return MethodDefinition(
            member.start, end, key, value, kind, computed, static, member.decorators, member.accessibility, optional,
            member.has(OVERRIDE))

    # ---- fields

    def enter_field(self) -> FunctionContext:
        """Go into a field's initializer or a static block; returns the context to come back to."""
        outer = self.context
        self.context = inner = FunctionContext()
        inner.super_property = True
        inner.new_target = True
        inner.arguments = False
        return outer

    def field_or_method(self, member: Member, *, derived: bool) -> Node:
        key, computed = self.member_key(member)
        optional = self.eat(QUESTION)
        if self.kind == LPAREN or self.kind == LESS:
            return self.method_of(member, "method", key, computed, derived=derived, optional=optional)
        definite = False
        if self.kind == BANG and not optional:
            definite = True
            self.advance()
        static = member.has(STATIC)
        name = "" if computed else getattr(key, "name", None) or getattr(key, "value", None)
        if isinstance(key, PrivateIdentifier):
            self.scopes.declare_private(key, "")
        elif name == "constructor" or (static and name == "prototype"):
            what = "static property" if static and name == "prototype" else "field"
            self.error_at(key, f"Classes may not have a {what} named '{name}'")
        annotation = self.type_annotation()
        value: Expression | None = None
        if self.kind == ASSIGN:
            value = self.initializer()
        self.semicolon()
        end = self.ends[self.i - 1]
        accessor, abstract, declare = member.has(ACCESSOR), member.has(ABSTRACT), member.has(DECLARE)
        if abstract:
            if value is not None:
                self.error_at(key, "An abstract property cannot have an initializer")
            make_abstract = TSAbstractAccessorProperty if accessor else TSAbstractPropertyDefinition
            return make_abstract(member.start, end, key, computed, static, member.decorators, annotation,
                                 member.accessibility, optional, member.has(OVERRIDE), member.has(READONLY))
        make = AccessorProperty if accessor else PropertyDefinition
        return make(member.start, end, key, value, computed, static, member.decorators, annotation,
                    member.accessibility, declare, definite, optional, member.has(OVERRIDE), member.has(READONLY))

    def initializer(self) -> Expression:
        """`= value` of a field."""
        self.advance()
        outer = self.enter_field()
        self.scopes.enter(FUNCTION_BODY)
        value = self.assignment()
        self.scopes.leave()
        self.context = outer
        return value

    # ---- productions of other files

    @abstractmethod
    def parenthesized_expression(self) -> Expression:
        """An expression in parentheses, or the parameters of an arrow function."""

    @abstractmethod
    def arguments(self) -> list[Expression | SpreadElement]:
        """Arguments in parentheses."""
