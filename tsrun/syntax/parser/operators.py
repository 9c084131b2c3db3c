"""Tables over token kinds that expressions are parsed by."""
from __future__ import annotations

from tsrun.syntax import tokens as t

SPECIAL = 100
"""In PRECEDENCE: an operator (or not) that needs a closer look."""

_LEVELS = (
    (t.NULLISH,), (t.OR,), (t.AND,), (t.BAR,), (t.CARET,), (t.AMPERSAND,),
    (t.EQUAL, t.NOT_EQUAL, t.STRICT_EQUAL, t.STRICT_NOT_EQUAL),
    (t.LESS, t.LESS_EQUAL, t.GREATER_EQUAL, t.IN, t.INSTANCEOF),
    (t.SHIFT_LEFT, t.SHIFT_RIGHT, t.SHIFT_RIGHT_ZERO),
    (t.PLUS, t.MINUS), (t.STAR, t.SLASH, t.PERCENT), (t.POWER,),
)
PRECEDENCE = [0] * t.KIND_COUNT
"""How tightly a binary operator binds, 0 for what is none."""
for _level, _kinds in enumerate(_LEVELS, 1):
    for _kind in _kinds:
        PRECEDENCE[_kind] = _level
RELATIONAL = PRECEDENCE[t.LESS]
POWER_LEVEL = PRECEDENCE[t.POWER]
for _kind in (t.GREATER, t.AS, t.SATISFIES, t.REGEXP):
    PRECEDENCE[_kind] = SPECIAL


def _table(*kinds: int) -> list[bool]:
    return [kind in kinds for kind in range(t.KIND_COUNT)]


LOGICAL = _table(t.NULLISH, t.OR, t.AND)
ASSIGNS = _table(*range(t.ASSIGN, t.SHIFT_RIGHT_ZERO_ASSIGN + 1))
LOGICAL_ASSIGNS = _table(t.AND_ASSIGN, t.OR_ASSIGN, t.NULLISH_ASSIGN)
PREFIX = _table(t.BANG, t.TILDE, t.PLUS, t.MINUS, t.TYPEOF, t.VOID, t.DELETE, t.INCREMENT, t.DECREMENT, t.AWAIT, t.LESS)

# Behind an operand these end the whole assignment expression.
ENDS = _table(t.COMMA, t.RPAREN, t.SEMICOLON, t.RBRACKET, t.RBRACE, t.END)

# What can go on with a member or call expression.
SUFFIX = _table(t.DOT, t.LPAREN, t.LBRACKET, t.QUESTION_DOT, t.BANG, t.TEMPLATE, t.TEMPLATE_HEAD, t.LESS, t.SHIFT_LEFT)

# What an expression can begin with.
STARTS_EXPRESSION = _table(
    *range(t.FIRST_CONTEXTUAL, t.KIND_COUNT), t.NUMBER, t.BIGINT, t.STRING, t.REGEXP, t.TEMPLATE, t.TEMPLATE_HEAD,
    t.PRIVATE_NAME, t.LBRACE, t.LPAREN, t.LBRACKET, t.AT, t.TILDE, t.BANG, t.INCREMENT, t.DECREMENT, t.LESS, t.PLUS,
    t.MINUS, t.SLASH, t.SLASH_ASSIGN, t.CLASS, t.DELETE, t.FALSE, t.FUNCTION, t.IMPORT, t.NEW, t.NULL, t.SUPER, t.THIS,
    t.TRUE, t.TYPEOF, t.VOID, t.YIELD,
)

# Behind the type arguments of an expression these say that it was a comparison after all (TypeScript's rule).
NOT_AFTER_TYPE_ARGUMENTS = _table(t.LESS, t.GREATER, t.PLUS, t.MINUS)
# What stands behind the first name in a list of type arguments.
_in_types = (t.GREATER, t.COMMA, t.LESS, t.LBRACKET, t.BAR, t.AMPERSAND, t.EXTENDS, t.IS)
IN_TYPE_ARGUMENTS = _table(*_in_types)

JOINED = {
    (t.ASSIGN,): t.GREATER_EQUAL,
    (t.GREATER,): t.SHIFT_RIGHT,
    (t.GREATER, t.ASSIGN): t.SHIFT_RIGHT_ASSIGN,
    (t.GREATER, t.GREATER): t.SHIFT_RIGHT_ZERO,
    (t.GREATER, t.GREATER, t.ASSIGN): t.SHIFT_RIGHT_ZERO_ASSIGN,
}
"""What a `>` is together with the tokens that stand right behind it."""
