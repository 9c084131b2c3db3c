"""What operators work on: names, literals, brackets, functions, and the chain of calls and members behind them."""
from __future__ import annotations


from tsrun.syntax.ast import (
    ArrayExpression,
    CallExpression,
    ChainExpression,
    Expression,
    FunctionExpression,
    Identifier,
    ImportExpression,
    MemberExpression,
    MetaProperty,
    NewExpression,
    ObjectExpression,
    Property,
    SpreadElement,
    Super,
    TaggedTemplateExpression,
    ThisExpression,
    TSInstantiationExpression,
    TSNonNullExpression,
    TSTypeParameterInstantiation,
)
from tsrun.syntax.parser.classes import Classes
from tsrun.syntax.parser.operators import (
    IN_TYPE_ARGUMENTS,
    NOT_AFTER_TYPE_ARGUMENTS,
    PRECEDENCE,
    STARTS_EXPRESSION,
    SUFFIX,
)
from tsrun.syntax.parser.scopes import FUNCTION_BODY
from tsrun.syntax.tokens import (
    ARROW,
    ASSIGN,
    ASYNC,
    AT,
    BANG,
    BIGINT,
    CLASS,
    COLON,
    COMMA,
    DOT,
    ELLIPSIS,
    END,
    ESCAPED,
    FALSE,
    FIRST_CONTEXTUAL,
    FIRST_WORD,
    FUNCTION,
    GET,
    GREATER,
    IMPORT,
    KIND_COUNT,
    LBRACE,
    LBRACKET,
    LESS,
    LPAREN,
    MODE_REGEXP,
    NAME,
    NEW,
    NEWLINE_BEFORE,
    NULL,
    NUMBER,
    PRIVATE_NAME,
    QUESTION_DOT,
    RBRACE,
    RBRACKET,
    REGEXP,
    RPAREN,
    SET,
    SHIFT_LEFT,
    SLASH,
    SLASH_ASSIGN,
    STAR,
    STRING,
    SUPER,
    TEMPLATE,
    TEMPLATE_HEAD,
    THIS,
    TRUE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
    from collections.abc import Callable


class Primary(Classes):
    # ---- calls and members

    def left_hand_side(self) -> Expression:
        i = self.i
        kind = self.kind
        if kind == NAME:
            expression: Expression = self.identifier()
        else:
            expression = PRIMARY[kind](self)
        if SUFFIX[self.kind]:
            return self.suffixes(expression, self.starts[i], calls=True)
        return expression

    def suffixes(self, left: Expression, start: int, *, calls: bool) -> Expression:
        """Members, calls, templates and `!` behind `left`; without calls for the callee of `new`."""
        chain = False
        while True:
            kind = self.kind
            if kind == DOT:
                self.i = i = self.i + 1
                self.kind = self.kinds[i]
                left = MemberExpression(start, self.ends[i], left, self.member_name(left), False, False)
            elif kind == LPAREN:
                if not calls:
                    break
                arguments = self.arguments()
                left = CallExpression(start, self.ends[self.i - 1], left, arguments, False)
            elif kind == LBRACKET:
                self.advance()
                index = self.expression()
                self.expect(RBRACKET)
                left = MemberExpression(start, self.ends[self.i - 1], left, index, True, False)
            elif kind == QUESTION_DOT:
                if not calls:
                    self.error_here("Invalid optional chain from new expression")
                left = self.optional_suffix(left, start)
                chain = True
            elif kind == BANG:
                if self.flags[self.i] & NEWLINE_BEFORE:
                    break
                self.advance()
                left = TSNonNullExpression(start, self.ends[self.i - 1], left)
            elif kind == TEMPLATE or kind == TEMPLATE_HEAD:
                if chain:
                    self.error_here("Invalid tagged template on optional chain")
                quasi = self.template_literal(tagged=True)
                left = TaggedTemplateExpression(start, quasi.end, left, quasi)
            elif kind == LESS or kind == SHIFT_LEFT:
                found = self.expression_type_arguments()
                if found is None:
                    break
                left = self.with_type_arguments(left, start, found, calls=calls, chain=chain)
            else:
                break
        return ChainExpression(start, left.end, left) if chain else left

    def member_name(self, left: Expression) -> Expression:
        """The name behind a dot."""
        i = self.i
        kind = self.kind
        if kind >= FIRST_WORD:
            start, end = self.starts[i], self.ends[i]
            if self.ascii and not self.flags[i] & ESCAPED:
                name = self.text[start:end]
            else:
                name = self.word()
            self.i = i + 1
            self.kind = self.kinds[i + 1]
            return Identifier(start, end, name)
        if kind == PRIVATE_NAME:
            if left.__class__ is Super:
                self.error_here("Unexpected private field")
            node = self.private_name()
            self.scopes.use_private(node)
            return node
        self.unexpected()

    def optional_suffix(self, left: Expression, start: int) -> Expression:
        if left.__class__ is Super:
            self.unexpected()
        self.advance()
        kind = self.kind
        if kind == LPAREN or kind == LESS or kind == SHIFT_LEFT:
            types = None
            if kind != LPAREN:
                types = self.type_arguments()
                if self.kind != LPAREN:
                    self.unexpected()
            elif left.__class__ is TSInstantiationExpression and left not in self.parenthesized:
                types, left = left.typeArguments, left.expression
            arguments = self.arguments()
            return CallExpression(start, self.ends[self.i - 1], left, arguments, True, types)
        if kind == LBRACKET:
            self.advance()
            index = self.expression()
            self.expect(RBRACKET)
            return MemberExpression(start, self.ends[self.i - 1], left, index, True, True)
        if kind == TEMPLATE or kind == TEMPLATE_HEAD:
            self.error_here("Invalid tagged template on optional chain")
        end = self.ends[self.i]
        return MemberExpression(start, end, left, self.member_name(left), False, True)

    def arguments(self) -> list[Expression | SpreadElement]:
        """`(...)` of a call."""
        self.i = i = self.i + 1
        self.kind = self.kinds[i]
        found: list[Expression | SpreadElement] = []
        if self.kind == RPAREN:
            self.i = i + 1
            self.kind = self.kinds[i + 1]
            return found
        while True:
            found.append(self.spread() if self.kind == ELLIPSIS else self.assignment())
            kind = self.kind
            if kind == COMMA:
                self.i = i = self.i + 1
                self.kind = kind = self.kinds[i]
                if kind != RPAREN:
                    continue
            if kind != RPAREN:
                if kind == END or kind >= FIRST_WORD or NUMBER <= kind <= REGEXP:
                    self.error_here("missing ) after argument list")
                self.unexpected()
            self.i = i = self.i + 1
            self.kind = self.kinds[i]
            return found

    def spread(self) -> SpreadElement:
        start = self.starts[self.i]
        self.advance()
        argument = self.assignment()
        return SpreadElement(start, self.ends[self.i - 1], argument)

    # ---- type arguments in expressions

    def expression_type_arguments(self) -> TSTypeParameterInstantiation | None:
        """Type arguments at a `<`, or None with nothing read where it compares or shifts."""
        i = self.i
        if i in self.not_type_arguments:
            return None
        found = None
        if self.may_be_type_arguments(i):
            found = self.speculate(self.type_arguments_then_no_operand)
        if found is None:
            self.not_type_arguments.add(i)
        return found

    def may_be_type_arguments(self, i: int) -> bool:
        """A look at the next tokens that spares most comparisons the attempt."""
        kinds = self.kinds
        at = i + 1
        if kinds[at] == NUMBER or kinds[at] == STRING:
            return kinds[at + 1] in {GREATER, COMMA} or IN_TYPE_ARGUMENTS[kinds[at + 1]]
        if kinds[at] == NAME:
            while kinds[at + 1] == DOT:
                at += 2
            return IN_TYPE_ARGUMENTS[kinds[at + 1]]
        return True

    def type_arguments_then_no_operand(self) -> TSTypeParameterInstantiation | None:
        found = self.type_arguments()
        kind = self.kind
        if (kind == GREATER or kind == ASSIGN) and self.starts[self.i] == self.ends[self.i - 1]:
            return None                 # a < b >= c, a < b >> c
        if kind == LPAREN or kind == TEMPLATE or kind == TEMPLATE_HEAD:
            return found
        if NOT_AFTER_TYPE_ARGUMENTS[kind]:
            return None
        if self.flags[self.i] & NEWLINE_BEFORE or PRECEDENCE[kind] or not STARTS_EXPRESSION[kind]:
            return found
        return None

    def with_type_arguments(
        self, left: Expression, start: int, types: TSTypeParameterInstantiation, *, calls: bool, chain: bool
    ) -> Expression:
        kind = self.kind
        if kind == LPAREN and calls:
            arguments = self.arguments()
            return CallExpression(start, self.ends[self.i - 1], left, arguments, False, types)
        if kind == TEMPLATE or kind == TEMPLATE_HEAD:
            if chain:
                self.error_here("Invalid tagged template on optional chain")
            quasi = self.template_literal(tagged=True)
            return TaggedTemplateExpression(start, quasi.end, left, quasi, types)
        if kind == DOT:
            self.error_here("An instantiation expression cannot be followed by a property access")
        return TSInstantiationExpression(start, types.end, left, types)

    # ---- brackets

    def parenthesized_expression(self) -> Expression:
        self.i = i = self.i + 1
        self.kind = kind = self.kinds[i]
        if kind == RPAREN or kind == ELLIPSIS:
            # The parameters of an arrow function, had there been an arrow.
            self.go_to(self.closing(i - 1) + 1 if kind == RPAREN else i)
            self.unexpected()
        expression = self.expression()
        self.expect(RPAREN)
        if self.kind == ARROW and not self.flags[self.i] & NEWLINE_BEFORE:
            self.error_at(expression, "Malformed arrow function parameter list")
        if expression.__class__ is Identifier:
            expression.parenthesized = True
        self.parenthesized.add(expression)
        return expression

    def array_literal(self) -> ArrayExpression:
        start = self.starts[self.i]
        self.advance()
        elements: list[Expression | SpreadElement | None] = []
        comma_after_rest = False
        while self.kind != RBRACKET:
            kind = self.kind
            if kind == COMMA:
                self.advance()
                elements.append(None)
                continue
            elements.append(self.spread() if kind == ELLIPSIS else self.assignment())
            if self.kind == COMMA:
                comma_after_rest = comma_after_rest or kind == ELLIPSIS
                self.i = i = self.i + 1
                self.kind = self.kinds[i]
            elif self.kind != RBRACKET:
                self.unexpected()
        self.advance()
        node = ArrayExpression(start, self.ends[self.i - 1], elements)
        if comma_after_rest:
            self.comma_after_rest.add(node)
        return node

    def object_literal(self) -> ObjectExpression:
        start = self.starts[self.i]
        self.advance()
        properties: list[Property | SpreadElement] = []
        prototypes = 0
        comma_after_rest = False
        while self.kind != RBRACE:
            rest = self.kind == ELLIPSIS
            item = self.spread() if rest else self.property_definition()
            properties.append(item)
            if not rest and self.sets_prototype(item):
                prototypes += 1
                if prototypes == 2:
                    self.only_patterns[item] = "Duplicate __proto__ fields are not allowed in object literals"
            if self.kind == COMMA:
                comma_after_rest = comma_after_rest or rest
                self.i = i = self.i + 1
                self.kind = self.kinds[i]
            elif self.kind != RBRACE:
                self.unexpected()
        self.advance()
        node = ObjectExpression(start, self.ends[self.i - 1], properties)
        if comma_after_rest:
            self.comma_after_rest.add(node)
        return node

    @staticmethod
    def sets_prototype(item: Property | SpreadElement) -> bool:
        if item.__class__ is not Property or item.computed or item.shorthand or item.method or item.kind != "init":
            return False
        return getattr(item.key, "name", None) == "__proto__" or getattr(item.key, "value", None) == "__proto__"

    def property_definition(self) -> Property:
        """One property of an object literal that is no spread."""
        i = self.i
        start = self.starts[i]
        kind = self.kind
        follow = self.kinds[i + 1]
        if kind >= FIRST_WORD:
            if follow == COMMA or follow == RBRACE:
                value = self.identifier()
                key = Identifier(value.start, value.end, value.name)
                return Property(start, value.end, key, value, "init", False, False, True)
            if follow == ASSIGN:
                return self.shorthand_with_default(start)
            if follow != COLON and follow != LPAREN and follow != LESS:
                if kind == ASYNC and not self.flags[i + 1] & NEWLINE_BEFORE:
                    self.advance()
                    generator = self.eat(STAR)
                    return self.method_property(start, "init", generator=generator, asynchronous=True)
                if kind == GET or kind == SET:
                    self.advance()
                    return self.method_property(start, "get" if kind == GET else "set")
        elif kind == STAR:
            self.advance()
            return self.method_property(start, "init", generator=True)
        elif kind == PRIVATE_NAME:
            self.unexpected()
        key_node, computed = self.property_key()
        if self.kind == COLON:
            self.i = i = self.i + 1
            self.kind = self.kinds[i]
            value_node = self.assignment()
            return Property(start, self.ends[self.i - 1], key_node, value_node, "init", computed, False, False)
        method = self.method_function(kind="method", generator=False, asynchronous=False)
        return Property(start, method.end, key_node, method, "init", computed, True, False)

    def shorthand_with_default(self, start: int) -> Property:
        """`a = 1` in an object literal: right only if the literal becomes a pattern."""
        name = self.identifier()
        at = self.starts[self.i]
        self.advance()
        value = self.assignment()
        end = self.ends[self.i - 1]
        key = Identifier(name.start, name.end, name.name)
        node = Property(start, end, key, self.default_of(name, value, end), "init", False, False, True)
        self.only_patterns[node] = "Invalid shorthand property initializer"
        self.only_pattern_places[node] = at
        return node

    def method_property(
        self, start: int, kind: str, *, generator: bool = False, asynchronous: bool = False
    ) -> Property:
        if self.kind == PRIVATE_NAME:
            self.unexpected()
        key, computed = self.property_key()
        if self.kind != LPAREN and self.kind != LESS:
            self.unexpected()
        value = self.method_function(kind=kind if kind != "init" else "method", generator=generator,
                                     asynchronous=asynchronous)
        return Property(start, value.end, key, value, kind, computed, kind == "init", False)

    # ---- words

    def name(self) -> Expression:
        """A contextual word: a variable unless it is `async function`."""
        if self.kind == ASYNC and self.next_on_line(FUNCTION):
            return self.function_expression()
        return self.identifier()

    def this(self) -> ThisExpression:
        node = ThisExpression(self.starts[self.i], self.ends[self.i])
        self.advance()
        return node

    def super_(self) -> Super:
        node = Super(self.starts[self.i], self.ends[self.i])
        self.advance()
        allowed = self.context.super_call if self.kind == LPAREN else (
            self.context.super_property and (self.kind == DOT or self.kind == LBRACKET))
        if not allowed:
            self.error_at(node, "'super' keyword unexpected here")
        return node

    def new(self) -> Expression:
        start = self.starts[self.i]
        meta = Identifier(start, self.ends[self.i], "new")
        self.advance()
        if self.kind == DOT:
            self.advance()
            if not self.at_word("target"):
                self.unexpected()
            if not self.context.new_target:
                self.error(message="new.target expression is not allowed here", start=start, end=self.ends[self.i])
            return MetaProperty(start, self.ends[self.i], meta, self.identifier_name())
        at = self.starts[self.i]
        if self.kind == IMPORT and self.kinds[self.i + 1] != DOT:
            self.error_here("Cannot use new with import")
        if self.kind == SUPER and self.kinds[self.i + 1] == LPAREN:
            self.error_here("'super' keyword unexpected here")
        callee = self.new() if self.kind == NEW else PRIMARY[self.kind](self)
        callee = self.suffixes(callee, at, calls=False)
        types = None
        if callee.__class__ is TSInstantiationExpression and callee not in self.parenthesized:
            types, callee = callee.typeArguments, callee.expression
        arguments: list[Expression | SpreadElement] = self.arguments() if self.kind == LPAREN else []
        return NewExpression(start, self.ends[self.i - 1], callee, arguments, types)

    def import_(self) -> Expression:
        """`import(...)` or `import.meta`."""
        start = self.starts[self.i]
        meta = Identifier(start, self.ends[self.i], "import")
        self.advance()
        if self.kind == DOT:
            self.advance()
            if self.at_word("meta"):
                if not self.module:
                    self.error(message="Cannot use 'import.meta' outside a module", start=start, end=self.ends[self.i])
                return MetaProperty(start, self.ends[self.i], meta, self.identifier_name())
            if self.at_word("defer") or self.at_word("source"):
                self.error(message=f"'import.{self.word()}' is not supported", start=start, end=self.ends[self.i])
            self.unexpected()
        if self.kind != LPAREN:
            self.error_at(meta, "Cannot use import statement inside an expression or block")
        arguments = self.arguments()
        if not arguments or len(arguments) > 2 or any(isinstance(item, SpreadElement) for item in arguments):
            self.error(message="import() takes a specifier and optionally an options object, without spread",
                       start=start, end=self.ends[self.i - 1])
        source, options = (*arguments, None)[:2]
        assert isinstance(source, Expression)
        assert options is None or isinstance(options, Expression)
        return ImportExpression(start, self.ends[self.i - 1], source, options)

    def regexp(self) -> Expression:
        if self.kind != REGEXP:
            self.relex(MODE_REGEXP)
            if self.kind != REGEXP:
                self.unexpected()
        return self.regexp_literal()

    def function_expression(self) -> FunctionExpression:
        start = self.starts[self.i]
        asynchronous = self.eat(ASYNC)
        self.advance()
        generator = self.eat(STAR)
        outer = self.enter_function(asynchronous=asynchronous, generator=generator)
        self.scopes.enter(FUNCTION_BODY)
        name = None
        if self.kind >= FIRST_WORD:
            name = self.binding_identifier()
        result = self.function_rest(start, name, generator=generator, asynchronous=asynchronous)
        self.scopes.leave()
        self.context = outer
        return result


def _unexpected(parser: Primary) -> Expression:
    parser.unexpected()


PRIMARY: list[Callable[[Any], Expression]] = [_unexpected] * KIND_COUNT
"""What an expression does that begins with a token of each kind."""
for _kind in range(FIRST_CONTEXTUAL, KIND_COUNT):
    PRIMARY[_kind] = Primary.name
for _kind in (TRUE, FALSE):
    PRIMARY[_kind] = Primary.boolean_literal
for _kind in (TEMPLATE, TEMPLATE_HEAD):
    PRIMARY[_kind] = Primary.template_literal
for _kind in (REGEXP, SLASH, SLASH_ASSIGN):
    PRIMARY[_kind] = Primary.regexp
for _kind in (CLASS, AT):
    PRIMARY[_kind] = Primary.class_expression
PRIMARY[NUMBER] = Primary.numeric_literal
PRIMARY[STRING] = Primary.string_literal
PRIMARY[BIGINT] = Primary.bigint_literal
PRIMARY[NULL] = Primary.null_literal
PRIMARY[THIS] = Primary.this
PRIMARY[SUPER] = Primary.super_
PRIMARY[LPAREN] = Primary.parenthesized_expression
PRIMARY[LBRACKET] = Primary.array_literal
PRIMARY[LBRACE] = Primary.object_literal
PRIMARY[FUNCTION] = Primary.function_expression
PRIMARY[NEW] = Primary.new
PRIMARY[IMPORT] = Primary.import_
