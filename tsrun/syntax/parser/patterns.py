"""Patterns: of bindings, read as such, and of assignments, made from the literals that they looked like."""
from __future__ import annotations


from tsrun.syntax.ast import (
    ArrayExpression,
    ArrayPattern,
    AssignmentExpression,
    AssignmentPattern,
    Decorator,
    Expression,
    Identifier,
    MemberExpression,
    Node,
    ObjectExpression,
    ObjectPattern,
    Property,
    RestElement,
    SpreadElement,
    TSAsExpression,
    TSNonNullExpression,
    TSSatisfiesExpression,
    TSTypeAnnotation,
    TSTypeAssertion,
)
from tsrun.syntax.parser.types import Types
from tsrun.syntax.tokens import (
    ASSIGN,
    COLON,
    COMMA,
    ELLIPSIS,
    FIRST_WORD,
    LBRACE,
    LBRACKET,
    PRIVATE_NAME,
    QUESTION,
    RBRACE,
    RBRACKET,
    THIS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Patterns(Types):
    # ---- bindings

    def binding_target(self) -> Node:
        kind = self.kind
        if kind == LBRACKET:
            return self.array_binding()
        if kind == LBRACE:
            return self.object_binding()
        return self.binding_identifier()

    def binding_element(self) -> Node:
        """A binding with an optional default."""
        start = self.starts[self.i]
        target = self.binding_target()
        if self.kind != ASSIGN:
            return target
        self.advance()
        value = self.assignment()
        return AssignmentPattern(start, self.ends[self.i - 1], target, value)

    def array_binding(self) -> ArrayPattern:
        start = self.starts[self.i]
        self.advance()
        elements: list[Node | None] = []
        while self.kind != RBRACKET:
            if self.kind == COMMA:
                self.advance()
                elements.append(None)
                continue
            if self.kind == ELLIPSIS:
                elements.append(self.rest_binding(RBRACKET))
                break
            elements.append(self.binding_element())
            if self.kind != RBRACKET:
                self.expect(COMMA)
        self.expect(RBRACKET)
        return ArrayPattern(start, self.ends[self.i - 1], elements)

    def rest_binding(self, closing: int) -> RestElement:
        start = self.starts[self.i]
        self.advance()
        target = self.binding_target() if closing == RBRACKET else self.binding_identifier()
        if self.kind != closing:
            self.error_here("Rest element must be last element")
        return RestElement(start, self.ends[self.i - 1], target)

    def object_binding(self) -> ObjectPattern:
        start = self.starts[self.i]
        self.advance()
        properties: list[Property | RestElement] = []
        while self.kind != RBRACE:
            if self.kind == ELLIPSIS:
                properties.append(self.rest_binding(RBRACE))
                break
            properties.append(self.binding_property())
            if self.kind != RBRACE:
                self.expect(COMMA)
        self.expect(RBRACE)
        return ObjectPattern(start, self.ends[self.i - 1], properties)

    def binding_property(self) -> Property:
        start = self.starts[self.i]
        if self.kind >= FIRST_WORD and self.kinds[self.i + 1] != COLON:
            name = self.binding_identifier()
            key = Identifier(name.start, name.end, name.name)
            value: Node = name
            if self.kind == ASSIGN:
                self.advance()
                value = self.default_of(name, self.assignment(), self.ends[self.i - 1])
            return Property(start, value.end, key, value, "init", False, False, True)
        if self.kind == PRIVATE_NAME:
            self.unexpected()
        key_node, computed = self.property_key()
        self.expect(COLON)
        value = self.binding_element()
        return Property(start, value.end, key_node, value, "init", computed, False, False)

    def default_of(self, target: Node, value: Expression, end: int) -> AssignmentPattern:
        return AssignmentPattern(target.start, end, target, value)

    # ---- parameters

    def parameter_target(self, decorators: Sequence[Decorator] = ()) -> Node:
        """A parameter's binding with its `?`, type and default."""
        start = self.starts[self.i]
        if self.kind == ELLIPSIS:
            return self.rest_parameter(decorators)
        if self.kind == THIS:
            target: Node = Identifier(start, self.ends[self.i], "this")
            self.advance()
        else:
            target = self.binding_target()
        assert isinstance(target, Identifier | ArrayPattern | ObjectPattern)
        if self.kind == QUESTION:
            self.advance()
            target.optional = True
            target.end = self.ends[self.i - 1]
        self.annotate(target)
        if decorators:
            target.decorators = decorators
        if self.kind == ASSIGN:
            if target.optional:
                self.error_here("Parameter cannot have question mark and initializer")
            self.advance()
            value = self.assignment()
            return AssignmentPattern(start, self.ends[self.i - 1], target, value)
        return target

    def rest_parameter(self, decorators: Sequence[Decorator]) -> RestElement:
        start = self.starts[self.i]
        self.advance()
        target = self.binding_target()
        node = RestElement(start, self.ends[self.i - 1], target)
        if self.kind == QUESTION:
            self.error_here("A rest parameter cannot be optional")
        self.annotate(node)
        if decorators:
            node.decorators = decorators
        if self.kind == ASSIGN:
            self.error_here("Rest parameter may not have a default initializer")
        return node

    def annotate(self, target: Identifier | ArrayPattern | ObjectPattern | RestElement) -> None:
        """Give a binding the type annotation that follows, if one does."""
        if self.kind == COLON:
            annotation: TSTypeAnnotation | None = self.type_annotation()
            target.typeAnnotation = annotation
            target.end = self.ends[self.i - 1]

    # ---- targets of assignments

    def check_simple_target(self, node: Node, message: str) -> None:
        """A variable or a property, possibly under type operators."""
        inner = node
        while isinstance(inner, TSNonNullExpression | TSAsExpression | TSTypeAssertion | TSSatisfiesExpression):
            inner = inner.expression
        if isinstance(inner, Identifier):
            if inner.name in {"eval", "arguments"} and not self.sloppy:
                self.error_at(inner, "Unexpected eval or arguments in strict mode")
        elif inner.__class__ is not MemberExpression:
            self.error_at(node, message)

    def assignment_target(self, node: Node, message: str) -> Node:
        """The pattern that an expression before `=` (or `of`, `in`) means."""
        if node.__class__ is Identifier or node.__class__ is MemberExpression:
            self.check_simple_target(node, message)
            return node
        if isinstance(node, ArrayExpression | ObjectExpression):
            if node in self.parenthesized:
                self.error_at(node, message)
            return self.array_target(node) if isinstance(node, ArrayExpression) else self.object_target(node)
        self.check_simple_target(node, message)
        return node

    def element_target(self, node: Node) -> Node:
        """An element of an assignment pattern, with its default."""
        message = "Invalid destructuring assignment target"
        if isinstance(node, AssignmentExpression):
            if node.operator != "=" or node in self.parenthesized:
                self.error_at(node, message)
            return AssignmentPattern(node.start, node.end, node.left, node.right)
        return self.assignment_target(node, message)

    def rest_target(self, node: SpreadElement, literal: Node, *, last: bool, nested: bool) -> RestElement:
        if not last or literal in self.comma_after_rest:
            self.error_at(node, "Rest element must be last element")
        if isinstance(node.argument, AssignmentExpression) or (
            not nested and isinstance(node.argument, ArrayExpression | ObjectExpression)
        ):
            self.error_at(node.argument, "`...` must be followed by an assignable reference in assignment contexts")
        argument = self.assignment_target(node.argument, "Invalid destructuring assignment target")
        return RestElement(node.start, node.end, argument)

    def array_target(self, node: ArrayExpression) -> ArrayPattern:
        elements: list[Node | None] = []
        for place, element in enumerate(node.elements):
            if element is None:
                elements.append(None)
            elif isinstance(element, SpreadElement):
                last = place == len(node.elements) - 1
                elements.append(self.rest_target(element, node, last=last, nested=True))
            else:
                elements.append(self.element_target(element))
        return ArrayPattern(node.start, node.end, elements)

    def object_target(self, node: ObjectExpression) -> ObjectPattern:
        properties: list[Property | RestElement] = []
        for place, item in enumerate(node.properties):
            if isinstance(item, SpreadElement):
                last = place == len(node.properties) - 1
                properties.append(self.rest_target(item, node, last=last, nested=False))
                continue
            self.only_patterns.pop(item, None)
            if item.kind != "init" or item.method:
                self.error_at(item, "Invalid destructuring assignment target")
            value = item.value
            if item.shorthand:
                self.check_simple_target(getattr(value, "left", value), "Invalid destructuring assignment target")
            else:
                value = self.element_target(value)
            properties.append(
                Property(item.start, item.end, item.key, value, "init", item.computed, False, item.shorthand))
        return ObjectPattern(node.start, node.end, properties)
