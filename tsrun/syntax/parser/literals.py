"""Literals, templates, and the keys of properties."""
from __future__ import annotations


from tsrun.syntax.ast import (
    BigIntLiteral,
    BooleanLiteral,
    Expression,
    Identifier,
    NullLiteral,
    NumericLiteral,
    RegExpLiteral,
    StringLiteral,
    TemplateElement,
    TemplateLiteral,
)
from tsrun.syntax.parser.state import ParserState
from tsrun.syntax.parser.text import EscapeError, bigint_value, cook, number_value
from tsrun.syntax.tokens import (
    BIGINT,
    ERROR,
    ESCAPED,
    FIRST_WORD,
    LBRACKET,
    NAME,
    NUMBER,
    PRIVATE_NAME,
    RBRACKET,
    STRING,
    TEMPLATE,
    TEMPLATE_MIDDLE,
    TEMPLATE_TAIL,
    TRUE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


class Literals(ParserState):
    def bad_escape(self, error: EscapeError, text: str, start: int) -> NoReturn:
        place = start + len(text[: error.place].encode("utf-8", "surrogatepass"))
        self.error(error.message, place, place + 2)

    def string_literal(self) -> StringLiteral:
        i = self.i
        start, end = self.starts[i], self.ends[i]
        if self.kind != STRING:
            self.unexpected()
        text = self.text[start + 1 : end - 1]
        if not self.ascii and not text.isascii():
            text = text.encode("latin-1").decode("utf-8", "surrogatepass")
        if self.flags[i] & ESCAPED:
            try:
                text = cook(text)
            except EscapeError as error:
                self.bad_escape(error, text, start + 1)
        self.i = i + 1
        self.kind = self.kinds[i + 1]
        return StringLiteral(start, end, text)

    def numeric_literal(self) -> NumericLiteral:
        i = self.i
        start, end = self.starts[i], self.ends[i]
        node = NumericLiteral(start, end, number_value(self.text[start:end]))
        self.i = i + 1
        self.kind = self.kinds[i + 1]
        return node

    def bigint_literal(self) -> BigIntLiteral:
        start, end = self.starts[self.i], self.ends[self.i]
        node = BigIntLiteral(start, end, bigint_value(self.text[start : end - 1]))
        self.advance()
        return node

    def boolean_literal(self) -> BooleanLiteral:
        node = BooleanLiteral(self.starts[self.i], self.ends[self.i], self.kind == TRUE)
        self.advance()
        return node

    def null_literal(self) -> NullLiteral:
        node = NullLiteral(self.starts[self.i], self.ends[self.i])
        self.advance()
        return node

    def regexp_literal(self) -> RegExpLiteral:
        i = self.i
        start, end = self.starts[i], self.ends[i]
        text = self.source_text(start, end)
        pattern, flags = text[1:].rsplit("/", 1)
        if self.flags[i] & ESCAPED or len(set(flags)) != len(flags) or not set(flags) <= set("dgimsuvy"):
            self.error_here("Invalid regular expression flags")
        if "u" in flags and "v" in flags:
            self.error_here("Invalid regular expression flags")
        from tsrun.syntax.parser.regexp import PatternError, check_pattern

        try:
            check_pattern(pattern, flags)
        except PatternError as error:
            self.error_here(f"Invalid regular expression: /{pattern}/{flags}: {error}")
        self.advance()
        return RegExpLiteral(start, end, pattern, flags)

    def template_element(self, *, tagged: bool) -> TemplateElement:
        """One piece of a template: the current token."""
        i = self.i
        tail = self.kind in {TEMPLATE, TEMPLATE_TAIL}
        start, end = self.starts[i] + 1, self.ends[i] - (1 if tail else 2)
        raw = self.source_text(start, end)
        if "\r" in raw:
            raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        cooked: str | None = raw
        if self.flags[i] & ESCAPED:
            try:
                cooked = cook(raw)
            except EscapeError as error:
                cooked = None
                if not tagged:
                    error.message = error.message.replace("strict mode.", "template strings")
                    self.bad_escape(error, raw, start)
        self.advance()
        return TemplateElement(start, end, cooked, raw, tail)

    def template_literal(self, *, tagged: bool = False) -> TemplateLiteral:
        start = self.starts[self.i]
        quasis = [self.template_element(tagged=tagged)]
        expressions: list[Expression] = []
        while not quasis[-1].tail:
            expressions.append(self.expression())
            if self.kind == ERROR:
                self.unexpected()
            if self.kind != TEMPLATE_MIDDLE and self.kind != TEMPLATE_TAIL:
                self.error_here("Missing } in template expression")
            quasis.append(self.template_element(tagged=tagged))
        return TemplateLiteral(start, self.ends[self.i - 1], quasis, expressions)

    def property_key(self) -> tuple[Expression, bool]:
        """The key of a property and whether it is computed."""
        kind = self.kind
        if kind == NAME or kind >= FIRST_WORD:
            i = self.i
            start, end = self.starts[i], self.ends[i]
            if self.ascii and not self.flags[i] & ESCAPED:
                name = self.text[start:end]
            else:
                name = self.word()
            self.i = i + 1
            self.kind = self.kinds[i + 1]
            return Identifier(start, end, name), False
        if kind == STRING:
            return self.string_literal(), False
        if kind == LBRACKET:
            self.advance()
            key = self.assignment()
            self.expect(RBRACKET)
            return key, True
        if kind == NUMBER:
            return self.numeric_literal(), False
        if kind == BIGINT:
            return self.bigint_literal(), False
        if kind == PRIVATE_NAME:
            return self.private_name(), False
        self.unexpected()
