"""Expressions: assignment, conditional, binary and unary operators. (`primary` has what they are made of.)

`assignment` is where an expression between commas begins, so it is there that arrow functions are recognised: by the
token behind the closing parenthesis, which `closing` knows; only `(...) :` needs a try.
"""
from __future__ import annotations

from tsrun.syntax.ast import (
    ArrowFunctionExpression,
    AssignmentExpression,
    AwaitExpression,
    BinaryExpression,
    ConditionalExpression,
    Expression,
    Identifier,
    LogicalExpression,
    MemberExpression,
    Node,
    PrivateIdentifier,
    SequenceExpression,
    TSAsExpression,
    TSNonNullExpression,
    TSSatisfiesExpression,
    TSTypeAssertion,
    TSTypeReference,
    UnaryExpression,
    UpdateExpression,
    YieldExpression,
)
from tsrun.syntax.parser.operators import (
    ASSIGNS,
    ENDS,
    JOINED,
    LOGICAL,
    POWER_LEVEL,
    PRECEDENCE,
    PREFIX,
    RELATIONAL,
    SPECIAL,
    STARTS_EXPRESSION,
)
from tsrun.syntax.parser.primary import Primary
from tsrun.syntax.tokens import (
    ARROW,
    AS,
    ASSIGN,
    ASYNC,
    AT,
    AWAIT,
    COLON,
    COMMA,
    CONST,
    DECREMENT,
    DELETE,
    ELLIPSIS,
    ESCAPED,
    FIRST_CONTEXTUAL,
    FIRST_WORD,
    GREATER,
    IN,
    INCREMENT,
    LBRACE,
    LBRACKET,
    LESS,
    LPAREN,
    MODE_DIVISION,
    NAME,
    NEWLINE_BEFORE,
    NULLISH,
    NUMBER,
    POWER,
    PRIVATE_NAME,
    QUESTION,
    REGEXP,
    RPAREN,
    STAR,
    TEMPLATE_MIDDLE,
    TEMPLATE_TAIL,
    TEXTS,
    THIS,
    YIELD,
)


class Expressions(Primary):
    # ---- the whole

    def expression(self) -> Expression:
        first = self.assignment()
        if self.kind != COMMA:
            return first
        expressions = [first]
        while self.kind == COMMA:
            self.i = i = self.i + 1
            self.kind = self.kinds[i]
            expressions.append(self.assignment())
        return SequenceExpression(first.start, expressions[-1].end, expressions)

    def assignment(self) -> Expression:
        i = self.i
        kind = self.kind
        follow = self.kinds[i + 1]
        start = self.starts[i]
        if kind == NAME:
            # The shortest expressions, of one token, are the most frequent ones.
            if ENDS[follow] and not self.flags[i] & ESCAPED:
                end = self.ends[i]
                self.i = i + 1
                self.kind = follow
                return Identifier(start, end, self.text[start:end] if self.ascii else self.source_text(start, end))
            if follow == ARROW:
                return self.arrow_of_name(start, asynchronous=False)
        elif kind == NUMBER:
            if ENDS[follow]:
                return self.numeric_literal()
        elif kind == LPAREN:
            arrow = self.arrow_of_parentheses(i, start, asynchronous=False)
            if arrow is not None:
                return arrow
        elif kind == LESS:
            arrow = self.generic_arrow(start, asynchronous=False)
            if arrow is not None:
                return arrow
        elif kind >= FIRST_CONTEXTUAL:
            if follow == ARROW:
                return self.arrow_of_name(start, asynchronous=False)
            if kind == ASYNC:
                arrow = self.async_arrow()
                if arrow is not None:
                    return arrow
        if kind == YIELD and self.context.generator:
            return self.yield_()
        left = self.binary(0)
        kind = self.kind
        if ASSIGNS[kind]:
            return self.assign(left, kind, start, 1)
        if kind == QUESTION:
            return self.conditional(left, start)
        if kind == GREATER:
            joined, width = self.joined_greater()
            if ASSIGNS[joined]:
                return self.assign(left, joined, start, width)
        return left

    def assign(self, left: Expression, kind: int, start: int, width: int) -> AssignmentExpression:
        """An assignment with an operator of `width` tokens."""
        target: Node = left
        if kind == ASSIGN:
            target = self.assignment_target(left, "Invalid left-hand side in assignment")
        else:
            self.check_simple_target(left, "Invalid left-hand side in assignment")
        self.i = i = self.i + width
        self.kind = self.kinds[i]
        right = self.assignment()
        return AssignmentExpression(start, self.ends[self.i - 1], TEXTS[kind], target, right)

    def conditional(self, test: Expression, start: int) -> ConditionalExpression:
        outer = self.consequent_start
        self.advance()
        self.consequent_start = self.i
        consequent = self.assignment()
        self.consequent_start = outer
        self.expect(COLON)
        alternate = self.assignment()
        return ConditionalExpression(start, self.ends[self.i - 1], test, consequent, alternate)

    def yield_(self) -> YieldExpression:
        i = self.i
        if self.context.parameters:
            self.error_here("Yield expression not allowed in formal parameter")
        if self.flags[i] & ESCAPED:
            self.error_here("Keyword must not contain escaped characters")
        self.advance()
        argument: Expression | None = None
        delegate = False
        if not self.flags[self.i] & NEWLINE_BEFORE:
            if self.kind == STAR:
                self.advance()
                delegate = True
                argument = self.assignment()
            elif self.kind in {TEMPLATE_MIDDLE, TEMPLATE_TAIL}:
                pass
            elif STARTS_EXPRESSION[self.kind] or self.kind == REGEXP:
                argument = self.assignment()
        return YieldExpression(self.starts[i], self.ends[self.i - 1], argument, delegate)

    # ---- binary operators

    def binary(self, minimum: int) -> Expression:
        """Operators that bind more tightly than `minimum`; chains of one level take no recursion."""
        start = self.starts[self.i]
        left: Expression = self.private_in(minimum) if self.kind == PRIVATE_NAME else self.unary()
        while True:
            kind = self.kind
            level = PRECEDENCE[kind]
            if level <= minimum:
                return left
            width = 1
            if level == SPECIAL:
                if kind == REGEXP:
                    self.relex(MODE_DIVISION)
                    continue
                if kind == GREATER:
                    kind, width = self.joined_greater()
                    level = RELATIONAL if kind == GREATER else PRECEDENCE[kind]
                else:
                    level = RELATIONAL
                if level <= minimum:
                    return left
                if kind >= FIRST_WORD:
                    if self.flags[self.i] & NEWLINE_BEFORE:
                        return left
                    left = self.as_or_satisfies(left, start)
                    continue
            self.i = i = self.i + width
            self.kind = self.kinds[i]
            right = self.binary(POWER_LEVEL - 1 if kind == POWER else level)
            end = self.ends[self.i - 1]
            if LOGICAL[kind]:
                self.check_mixed_nullish(kind, left, right)
                left = LogicalExpression(start, end, TEXTS[kind], left, right)
            else:
                left = BinaryExpression(start, end, TEXTS[kind], left, right)

    def private_in(self, minimum: int) -> PrivateIdentifier:
        """`#name in object`: the name."""
        name = self.private_name()
        if self.kind != IN or minimum >= RELATIONAL:
            self.error_at(name, f"Unexpected identifier '#{name.name}'")
        self.scopes.use_private(name)
        return name

    def check_mixed_nullish(self, kind: int, left: Expression, right: Expression) -> None:
        """`??` and the other logical operators mix only with parentheses."""
        for side in (left, right):
            if (side.__class__ is LogicalExpression and (side.operator == "??") != (kind == NULLISH)
                    and side not in self.parenthesized):
                self.error_at(side, "Operator '??' cannot be mixed with '&&' or '||' without parentheses")

    def joined_greater(self) -> tuple[int, int]:
        """The operator that the current `>` begins and the number of its tokens."""
        i = self.i
        kinds, starts, ends = self.kinds, self.starts, self.ends
        best = (GREATER, 1)
        seen: tuple[int, ...] = ()
        for at in range(i + 1, i + 4):
            if starts[at] != ends[at - 1]:
                break
            seen += (kinds[at],)
            joined = JOINED.get(seen)
            if joined is None:
                break
            best = (joined, at - i + 1)
        return best

    def as_or_satisfies(self, left: Expression, start: int) -> Expression:
        is_as = self.kind == AS
        self.advance()
        if is_as and self.kind == CONST:
            at, end = self.starts[self.i], self.ends[self.i]
            self.advance()
            return TSAsExpression(start, end, left, TSTypeReference(at, end, Identifier(at, end, "const")))
        kind = self.type_()
        make = TSAsExpression if is_as else TSSatisfiesExpression
        return make(start, self.ends[self.i - 1], left, kind)

    # ---- unary operators

    def unary(self) -> Expression:
        if PREFIX[self.kind]:
            if self.kind != AWAIT or self.await_is_operator():
                return self.prefix()
        i = self.i
        expression = self.left_hand_side()
        kind = self.kind
        if (kind == INCREMENT or kind == DECREMENT) and not self.flags[self.i] & NEWLINE_BEFORE:
            self.check_simple_target(expression, "Invalid left-hand side expression in postfix operation")
            self.advance()
            return UpdateExpression(self.starts[i], self.ends[self.i - 1], TEXTS[kind], False, expression)
        return expression

    def prefix(self) -> Expression:
        kind = self.kind
        start = self.starts[self.i]
        result: Expression
        if kind == LESS:
            result = self.type_assertion(start)
        else:
            self.advance()
            argument = self.unary()
            end = self.ends[self.i - 1]
            if kind == INCREMENT or kind == DECREMENT:
                self.check_simple_target(argument, "Invalid left-hand side expression in prefix operation")
                return UpdateExpression(start, end, TEXTS[kind], True, argument)
            if kind == AWAIT:
                result = AwaitExpression(start, end, argument)
            else:
                if kind == DELETE:
                    self.check_delete(argument)
                result = UnaryExpression(start, end, TEXTS[kind], argument)
        if self.kind == POWER:
            self.error_here("Unary operator used immediately before exponentiation expression. "
                            "Parenthesis must be used to disambiguate operator precedence")
        return result

    def await_is_operator(self) -> bool:
        """Whether the current `await` begins an await expression; complains where one is meant but can't be."""
        context = self.context
        if context.asynchronous:
            if context.parameters:
                self.error_here("Illegal await-expression in formal parameters of async function")
            return True
        follow = self.kinds[self.i + 1]
        begins_operand = follow == THIS or follow == NAME or NUMBER <= follow <= REGEXP
        if begins_operand and not self.flags[self.i + 1] & NEWLINE_BEFORE:
            self.error_here("await is only valid in async functions and the top level bodies of modules")
        return False

    def check_delete(self, argument: Expression) -> None:
        inner = argument
        while isinstance(inner, TSNonNullExpression | TSAsExpression | TSTypeAssertion | TSSatisfiesExpression):
            inner = inner.expression
        if isinstance(inner, Identifier):
            self.error_at(argument, "Delete of an unqualified identifier in strict mode.")
        chain = getattr(inner, "expression", inner)
        if isinstance(chain, MemberExpression) and isinstance(chain.property, PrivateIdentifier):
            self.error_at(argument, "Private fields can not be deleted")

    def type_assertion(self, start: int) -> TSTypeAssertion:
        """`<T>operand`."""
        self.advance()
        if self.kind == CONST and self.kinds[self.i + 1] == GREATER:
            at, end = self.starts[self.i], self.ends[self.i]
            self.advance()
            self.advance()
            constant = TSTypeReference(at, end, Identifier(at, end, "const"))
            operand = self.unary()
            return TSTypeAssertion(start, self.ends[self.i - 1], constant, operand)
        annotation = self.type_()
        self.expect(GREATER)
        operand = self.unary()
        return TSTypeAssertion(start, self.ends[self.i - 1], annotation, operand)

    # ---- where arrow functions begin

    def async_arrow(self) -> ArrowFunctionExpression | None:
        """An async arrow function at `async`, if it is one."""
        i = self.i
        start = self.starts[i]
        follow = self.kinds[i + 1]
        if self.flags[i + 1] & NEWLINE_BEFORE:
            return None
        if follow >= FIRST_CONTEXTUAL and self.kinds[i + 2] == ARROW:
            self.advance()
            return self.arrow_of_name(start, asynchronous=True)
        if follow == LPAREN:
            return self.arrow_of_parentheses(i + 1, start, asynchronous=True)
        if follow == LESS:
            return self.speculate(lambda: self.generic_arrow_after_async(start))
        return None

    def generic_arrow_after_async(self, start: int) -> ArrowFunctionExpression | None:
        self.advance()
        return self.generic_arrow(start, asynchronous=True)

    def arrow_of_parentheses(self, opening: int, start: int, *, asynchronous: bool) -> ArrowFunctionExpression | None:
        """An arrow function whose parameters begin at token `opening`, or None with nothing read."""
        close = self.closing(opening)
        after = self.kinds[close + 1]
        if after == ARROW:
            self.go_to(opening)
            return self.arrow(start, asynchronous=asynchronous)
        if after != COLON or opening in self.not_arrows or not self.looks_like_parameters(opening):
            return None
        found = self.speculate(lambda: self.arrow_with_return_type(opening, start, asynchronous))
        if found is None:
            self.not_arrows.add(opening)
        return found

    def looks_like_parameters(self, opening: int) -> bool:
        first = self.kinds[opening + 1]
        if first in {RPAREN, LBRACE, LBRACKET, ELLIPSIS, AT}:
            return True
        second = self.kinds[opening + 2]
        return first >= FIRST_WORD and second in {COMMA, COLON, QUESTION, ASSIGN, RPAREN}

    def arrow_with_return_type(self, opening: int, start: int, asynchronous: bool) -> ArrowFunctionExpression | None:
        consequent = self.consequent_start
        self.go_to(opening)
        arrow = self.arrow(start, asynchronous=asynchronous)
        # `a ? (b) : c => d` is a conditional; `a ? (b): c => d : e` has an arrow function in it.
        if consequent and self.kind != COLON and self.directly_inside(consequent, opening):
            return None
        return arrow

    def directly_inside(self, first: int, token: int) -> bool:
        """Whether no bracket opens between two tokens that is still open at the second."""
        at = first
        while at < token:
            if self.kinds[at] in {LPAREN, LBRACKET, LBRACE}:
                at = self.closing(at)
            at += 1
        return at == token

    def generic_arrow(self, start: int, *, asynchronous: bool) -> ArrowFunctionExpression | None:
        """`<T>(x) => ...` at the `<`, or None with nothing read: a type assertion."""
        opening = self.i
        if opening in self.not_arrows:
            return None
        parenthesis = self.speculate(self.parenthesis_of_generic_arrow)
        found = None
        if parenthesis is not None:
            self.go_to(opening)
            if self.kinds[self.closing(parenthesis) + 1] == ARROW:
                return self.arrow(start, asynchronous=asynchronous)
            found = self.speculate(lambda: self.arrow(start, asynchronous=asynchronous))
        if found is None:
            self.not_arrows.add(opening)
        return found

    def parenthesis_of_generic_arrow(self) -> int | None:
        """The opening parenthesis behind type parameters, if an arrow or a return type follows its end."""
        self.type_parameters()
        if self.kind != LPAREN or self.kinds[self.closing(self.i) + 1] not in {ARROW, COLON}:
            return None
        return self.i
