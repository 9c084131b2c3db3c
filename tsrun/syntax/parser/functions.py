"""Functions of every kind: parameters, bodies, arrows, methods."""
from __future__ import annotations

from abc import abstractmethod

from tsrun.syntax.ast import (
    ArrowFunctionExpression,
    BlockStatement,
    ClassDeclaration,
    Decorator,
    Expression,
    ExpressionStatement,
    FunctionDeclaration,
    FunctionExpression,
    Identifier,
    Node,
    RestElement,
    Statement,
    StringLiteral,
    TSDeclareFunction,
    TSEmptyBodyFunctionExpression,
    TSParameterProperty,
)
from tsrun.syntax.parser.patterns import Patterns
from tsrun.syntax.parser.scopes import FUNCTION, FUNCTION_BODY
from tsrun.syntax.parser.state import FunctionContext
from tsrun.syntax.tokens import (
    ARROW,
    ASSIGN,
    ASYNC,
    AT,
    COLON,
    COMMA,
    ELLIPSIS,
    END,
    FIRST_WORD,
    LBRACE,
    LBRACKET,
    LPAREN,
    NEWLINE_BEFORE,
    OVERRIDE,
    PRIVATE,
    PROTECTED,
    PUBLIC,
    QUESTION,
    RBRACE,
    READONLY,
    RPAREN,
    STAR,
    STRING,
    TEXTS,
    THIS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PARAMETER_MODIFIERS = {PUBLIC, PRIVATE, PROTECTED, READONLY, OVERRIDE}
_ACCESSIBILITY = {PUBLIC, PRIVATE, PROTECTED}
# What says that a word before it was a parameter's name and no modifier.
_ENDS_PARAMETER_NAME = {COMMA, RPAREN, ASSIGN, COLON, QUESTION}


def rename_repeated(params: list[Node]) -> None:
    """Give all but the last of parameters of the same name names that nothing can refer to (in sloppy code)."""
    seen: set[str] = set()
    if all(isinstance(param, Identifier) for param in params):
        for place, param in reversed(list(enumerate(params))):
            assert isinstance(param, Identifier)
            if param.name in seen:
                param.name = f"{param.name} {place}"
            seen.add(param.name)


class Functions(Patterns):
    # ---- contexts

    def enter_function(self, *, asynchronous: bool, generator: bool) -> FunctionContext:
        """Go into an ordinary function; returns the context to come back to."""
        outer = self.context
        inner = FunctionContext()
        inner.asynchronous = asynchronous
        inner.generator = generator
        inner.returns = True
        inner.new_target = True
        self.context = inner
        return outer

    # ---- parameters

    def parameters(self, *, properties: bool = False) -> list[Node]:
        """`(...)`; with `properties` those of a constructor, which may be properties too."""
        self.expect(LPAREN)
        params: list[Node] = []
        self.context.parameters = True
        while self.kind != RPAREN:
            if self.kind == THIS and params:
                self.error_here("A 'this' parameter must be the first parameter")
            params.append(self.parameter(properties=properties))
            if self.kind == COMMA:
                if params[-1].__class__ is RestElement:
                    self.error_here("Rest parameter must be last formal parameter")
                self.i = i = self.i + 1
                self.kind = self.kinds[i]
            elif self.kind != RPAREN:
                if self.kind == END or self.kind >= FIRST_WORD:
                    self.error_here("missing ) after formal parameters") if self.kind != END else self.unexpected()
                self.unexpected()
        self.i = i = self.i + 1
        self.kind = self.kinds[i]
        self.context.parameters = False
        return params

    def parameter(self, *, properties: bool) -> Node:
        start = self.starts[self.i]
        decorators = self.decorators() if self.kind == AT else ()
        if self.kind not in _PARAMETER_MODIFIERS or self.kinds[self.i + 1] in _ENDS_PARAMETER_NAME:
            return self.parameter_target(decorators)
        accessibility: str | None = None
        readonly = override = False
        if not properties:
            self.error_here("A parameter property is only allowed in a constructor implementation")
        while self.kind in _PARAMETER_MODIFIERS and self.kinds[self.i + 1] not in _ENDS_PARAMETER_NAME:
            if self.kind in _ACCESSIBILITY:
                if accessibility is not None:
                    self.error_here("Accessibility modifier already seen")
                accessibility = TEXTS[self.kind]
            elif self.kind == READONLY:
                readonly = True
            else:
                override = True
            self.advance()
        if self.kind in {LBRACE, LBRACKET}:
            self.error_here("A parameter property may not be declared using a binding pattern")
        if self.kind == ELLIPSIS:
            self.error_here("A parameter property cannot be declared using a rest parameter")
        parameter = self.parameter_target()
        end = self.ends[self.i - 1]
        return TSParameterProperty(start, end, parameter, accessibility, readonly, override, decorators)

    # ---- bodies

    def function_body(self, params: list[Node]) -> BlockStatement:
        """`{ ... }` of a function whose parameters are declared."""
        start = self.starts[self.i]
        self.expect(LBRACE)
        self.context.body = True
        statements = self.directives_and_statements(params)
        self.expect(RBRACE)
        return BlockStatement(start, self.ends[self.i - 1], statements)

    def directives_and_statements(self, params: Sequence[Node] = ()) -> list[Statement]:
        """Statements to a closing brace or the end, those at the beginning possibly directives."""
        statements: list[Statement] = []
        while self.kind == STRING:
            i = self.i
            statement = self.statement_list_item()
            statements.append(statement)
            if not isinstance(statement, ExpressionStatement) or not isinstance(statement.expression, StringLiteral):
                break
            if statement.expression.start != statement.start:
                break
            raw = self.source_text(self.starts[i] + 1, self.ends[i] - 1)
            statement.directive = raw
            if raw == "use strict" and not all(param.__class__ is Identifier for param in params):
                self.error(message="Illegal 'use strict' directive in function with non-simple parameter list",
                           start=statement.start, end=statement.end)
        while self.kind != RBRACE and self.kind != END:
            statements.append(self.statement_list_item())
        return statements

    def function_rest(
        self, start: int, name: Identifier | None, *, generator: bool, asynchronous: bool
    ) -> FunctionExpression:
        """From the type parameters to the body, in the context and scope of the function."""
        types = self.type_parameters()
        params = self.parameters()
        returns = self.return_type()
        self.declare_parameters(params, plain=True)
        body = self.function_body(params)
        return FunctionExpression(start, body.end, name, params, body, generator, asynchronous, types, returns)

    def declare_parameters(self, params: list[Node], *, plain: bool = False) -> None:
        """plain: of a function that is neither a method nor an arrow function."""
        if params:
            named_this = params[0].__class__ is Identifier and params[0].name == "this"
            if self.sloppy and plain:
                rename_repeated(params)
            self.scopes.declare_parameters(
                params[1:] if named_this else params, "Duplicate parameter name not allowed in this context")

    # ---- declarations

    def function_declaration(self, *, anonymous: bool = False, declare: bool = False) -> Statement:
        """`[async] function [*] name(...) { }`, or an overload without a body."""
        start = self.starts[self.i]
        asynchronous = self.eat(ASYNC)
        self.advance()
        generator = self.eat(STAR)
        name = None
        if self.kind == LPAREN and not anonymous:
            self.error_here("Function statements require a function name")
        if self.kind != LPAREN:
            name = self.binding_identifier()
        outer = self.enter_function(asynchronous=asynchronous, generator=generator)
        self.scopes.enter(FUNCTION_BODY)
        types = self.type_parameters()
        params = self.parameters()
        returns = self.return_type()
        if self.kind != LBRACE:
            self.scopes.leave()
            self.context = outer
            self.semicolon()
            if name is not None:
                self.scopes.declare_type(name.name)
            return TSDeclareFunction(
                start, self.ends[self.i - 1], name, params, generator, asynchronous, types, returns, declare)
        if self.ambient:
            self.error_here("An implementation cannot be declared in ambient contexts")
        self.declare_parameters(params, plain=True)
        body = self.function_body(params)
        self.scopes.leave()
        self.context = outer
        if name is not None:
            self.scopes.declare(name, FUNCTION)
        return FunctionDeclaration(start, body.end, name, params, body, generator, asynchronous, types, returns)

    # ---- methods

    def method_function(
        self, *, kind: str, generator: bool, asynchronous: bool, derived: bool = False
    ) -> FunctionExpression:
        """A method from its parameters on. `kind` is method, get, set or constructor."""
        result = self.method_or_signature(kind=kind, generator=generator, asynchronous=asynchronous, derived=derived)
        if isinstance(result, FunctionExpression):
            return result
        self.unexpected()

    def method_or_signature(
        self, *, kind: str, generator: bool, asynchronous: bool, derived: bool = False
    ) -> FunctionExpression | TSEmptyBodyFunctionExpression:
        start = self.starts[self.i]
        outer = self.enter_function(asynchronous=asynchronous, generator=generator)
        context = self.context
        context.super_property = True
        context.super_call = derived and kind == "constructor"
        self.scopes.enter(FUNCTION_BODY)
        types = self.type_parameters()
        at = self.i
        params = self.parameters(properties=kind == "constructor")
        if kind == "get" or kind == "set":
            self.check_accessor(kind, params, self.starts[at], self.ends[self.i - 1])
        returns = self.return_type()
        result: FunctionExpression | TSEmptyBodyFunctionExpression
        if self.kind == LBRACE and not self.ambient:
            self.declare_parameters(params)
            body = self.function_body(params)
            result = FunctionExpression(start, body.end, None, params, body, generator, asynchronous, types, returns)
        else:
            if self.kind == LBRACE:
                self.error_here("An implementation cannot be declared in ambient contexts")
            end = self.ends[self.i - 1]
            result = TSEmptyBodyFunctionExpression(start, end, params, generator, asynchronous, types, returns)
        self.scopes.leave()
        self.context = outer
        return result

    def check_accessor(self, kind: str, params: list[Node], start: int, end: int) -> None:
        count = len(params)
        if params and params[0].__class__ is Identifier and params[0].name == "this":
            count -= 1
        if kind == "get" and count:
            self.error("Getter must not have any formal parameters.", start, end)
        if kind == "set" and count != 1:
            self.error("Setter must have exactly one formal parameter.", start, end)
        if kind == "set" and params[-1].__class__ is RestElement:
            self.error("Setter function argument must not be a rest parameter", start, end)

    # ---- arrow functions

    def enter_arrow(self, *, asynchronous: bool) -> FunctionContext:
        """Go into an arrow function's parameters; what `this` brings with it stays as it is outside."""
        outer = self.context
        inner = FunctionContext()
        inner.asynchronous = outer.asynchronous or asynchronous
        inner.generator = outer.generator
        inner.super_call = outer.super_call
        inner.super_property = outer.super_property
        inner.new_target = outer.new_target
        inner.arguments = outer.arguments
        inner.await_banned = outer.await_banned
        self.context = inner
        return outer

    def arrow(self, start: int, *, asynchronous: bool) -> ArrowFunctionExpression:
        """An arrow function from its type parameters or its parenthesis on."""
        outer = self.enter_arrow(asynchronous=asynchronous)
        self.scopes.enter(FUNCTION_BODY)
        types = self.type_parameters()
        params = self.parameters()
        returns = self.return_type()
        self.declare_parameters(params)
        body, expression = self.arrow_body(params, asynchronous=asynchronous)
        self.scopes.leave()
        self.context = outer
        end = self.ends[self.i - 1]
        return ArrowFunctionExpression(start, end, params, body, expression, asynchronous, types, returns)

    def arrow_of_name(self, start: int, *, asynchronous: bool) -> ArrowFunctionExpression:
        """`x => ...` at the `x`."""
        outer = self.enter_arrow(asynchronous=asynchronous)
        self.scopes.enter(FUNCTION_BODY)
        params: list[Node] = [self.binding_identifier()]
        self.scopes.declare_parameters(params, "")
        body, expression = self.arrow_body(params, asynchronous=asynchronous)
        self.scopes.leave()
        self.context = outer
        return ArrowFunctionExpression(start, self.ends[self.i - 1], params, body, expression, asynchronous)

    def arrow_body(self, params: list[Node], *, asynchronous: bool) -> tuple[Node, bool]:
        if self.flags[self.i] & NEWLINE_BEFORE:
            self.unexpected()
        self.expect(ARROW)
        context = self.context
        context.asynchronous = asynchronous
        context.generator = context.await_banned = False
        context.body = True
        if self.kind == LBRACE:
            context.returns = True
            return self.function_body(params), False
        body: Expression = self.assignment()
        return body, True

    # ---- productions of other files

    @abstractmethod
    def decorators(self) -> list[Decorator]:
        """Decorators, if there are any."""

    @abstractmethod
    def class_declaration(self) -> ClassDeclaration:
        """A class declaration."""
