"""What the parser knows while it runs: the token columns and its place in them, and the surrounding function.

The current token is number `i`, its kind is `kind` (always `kinds[i]`). Nothing is made per token: productions look at
the columns. Behind the END token stand two more, so that looking ahead needs no test.
"""
from __future__ import annotations

from abc import ABC, abstractmethod

from tsrun.syntax.ast import Expression, Identifier, Node, PrivateIdentifier, Statement, TypeNode
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser.scopes import Scopes
from tsrun.syntax.parser.text import cook_name
from tsrun.syntax.tokens import (
    AWAIT,
    BIGINT,
    END,
    ERROR,
    ERROR_SHIFT,
    ESCAPED,
    FIRST_CONTEXTUAL,
    FIRST_STRICT,
    FIRST_WORD,
    KIND_COUNT,
    LBRACE,
    LBRACKET,
    LPAREN,
    MESSAGES,
    MODE_GUESS,
    NAME,
    NEWLINE_BEFORE,
    NUMBER,
    PRIVATE_NAME,
    RBRACE,
    RBRACKET,
    REGEXP,
    RPAREN,
    SEMICOLON,
    STRING,
    TEMPLATE,
    TEMPLATE_HEAD,
    TEMPLATE_MIDDLE,
    TEMPLATE_TAIL,
    TEXTS,
    YIELD,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TypeVar
    from collections.abc import Callable

    from tsrun.syntax.ast_ts import TSTypeAnnotation, TSTypeParameterDeclaration, TSTypeParameterInstantiation
    from tsrun.syntax.columns import Columns, Lex

    Result = TypeVar("Result")

RESERVED = {text: kind for kind, text in enumerate(TEXTS) if FIRST_WORD <= kind < FIRST_CONTEXTUAL}
"""Words that can't name anything in strict code; one that is written with an escape is found here by its text."""

# What opens (1) and closes (2) a bracket, for finding the other end.
_BRACKETS = [0] * KIND_COUNT
for _kind in (LPAREN, LBRACKET, LBRACE, TEMPLATE_HEAD):
    _BRACKETS[_kind] = 1
for _kind in (RPAREN, RBRACKET, RBRACE, TEMPLATE_TAIL):
    _BRACKETS[_kind] = 2

_UNEXPECTED = {
    END: "Unexpected end of input",
    NUMBER: "Unexpected number",
    BIGINT: "Unexpected number",
    STRING: "Unexpected string",
    TEMPLATE: "Unexpected template string",
    TEMPLATE_HEAD: "Unexpected template string",
    TEMPLATE_MIDDLE: "Unexpected template string",
    TEMPLATE_TAIL: "Unexpected template string",
    REGEXP: "Unexpected regular expression",
}


class FunctionContext:
    """What depends on the function (or class field, or static block) around the current token."""

    __slots__ = ("arguments", "asynchronous", "await_banned", "body", "breakable", "generator", "labels", "loops",
                 "new_target", "parameters", "returns", "super_call", "super_property")

    def __init__(self) -> None:
        self.asynchronous = False       # await is an expression
        self.generator = False          # yield is an expression
        self.parameters = False         # inside a parameter list: neither may be used
        self.returns = False
        self.await_banned = False       # `await` may not even name something: in static blocks
        self.body = False               # inside a function's braces or expression, not at the program's top
        self.super_call = False
        self.super_property = False
        self.new_target = False
        self.arguments = True           # `arguments` may be named: not in class fields and static blocks
        self.labels: dict[str, bool] = {}           # name, whether of a loop
        self.loops = 0                  # loops around, for continue
        self.breakable = 0              # loops and switches around, for break


class ParserState(ABC):
    """The token columns, the place in them, and what every production uses."""

    def __init__(self, source: bytes, lex: Lex, goal: str) -> None:
        self.source = source
        self.lex = lex
        self.module = goal == "module"
        self.text = source.decode("latin-1")    # a character a byte: byte offsets index it
        self.ascii = self.text.isascii()
        self.kinds: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.flags: list[int] = []
        self._take(lex(source, 0, 0, MODE_GUESS))
        self.i = 0
        self.kind = self.kinds[0]
        self.context = FunctionContext()
        self.context.asynchronous = self.module
        self.scopes = Scopes(self.module)
        self.sloppy = False             # names that strict code forbids are fine
        self.ambient = False            # under `declare`, where nothing runs
        self.namespaces = 0             # namespaces around
        self.no_conditional_type = False
        self.consequent_start = 0       # first token between the `?` and `:` around, 0 outside
        # Expressions that stood in parentheses, as far as a later decision may depend on that.
        self.parenthesized: set[Node] = set()
        # Array and object literals with a comma behind a spread: fine as literals, not as patterns.
        self.comma_after_rest: set[Node] = set()
        # What is only right if it becomes a pattern: node -> message. Empty at the end of a correct program.
        self.only_patterns: dict[Node, str] = {}
        self.erased: set[Node] = set()              # namespaces with nothing but types in them
        self.only_pattern_places: dict[Node, int] = {}  # where the error is, if not at the start
        self.not_arrows: set[int] = set()           # tokens where an arrow function was tried in vain
        self.not_type_arguments: set[int] = set()   # likewise type arguments
        self.open_type_arguments: list[int] = []    # where those begin that are being read
        self.splits: list[int] = []                 # tokens `<<` of which the first half is taken
        self.exports: set[str] = set()              # names that the module exports
        self.undeclared: list[Node] = []            # names in `export { }` that must turn out to be declared
        self._closing: dict[int, int] = {}

    # ---- tokens

    def _take(self, columns: Columns) -> None:
        kinds, starts, ends, flags = columns
        end = len(self.source)
        self.kinds += [*kinds, END, END]
        self.starts += [*starts, end, end]
        self.ends += [*ends, end, end]
        self.flags += [*flags, 0, 0]

    def relex(self, mode: int) -> None:
        """Read the current token again as a regular expression or as an operator, and all that follows it."""
        i = self.i
        columns = self.lex(self.source, i, self.starts[i], mode)
        for column in (self.kinds, self.starts, self.ends, self.flags):
            del column[i:]
        self._take(columns)
        self.kind = self.kinds[i]
        # What was found out about later tokens was about other tokens.
        self._closing.clear()
        self.not_arrows = {token for token in self.not_arrows if token < i}
        self.not_type_arguments = {token for token in self.not_type_arguments if token < i}

    def advance(self) -> None:
        self.i = i = self.i + 1
        self.kind = self.kinds[i]

    def go_to(self, i: int) -> None:
        self.i = i
        self.kind = self.kinds[i]

    def eat(self, kind: int) -> bool:
        if self.kind == kind:
            self.i = i = self.i + 1
            self.kind = self.kinds[i]
            return True
        return False

    def expect(self, kind: int) -> None:
        if self.kind != kind:
            self.unexpected()
        self.i = i = self.i + 1
        self.kind = self.kinds[i]

    def newline_before(self) -> bool:
        return bool(self.flags[self.i] & NEWLINE_BEFORE)

    def next_on_line(self, kind: int) -> bool:
        """Whether the next token has this kind and stands on the same line as the current one."""
        return self.kinds[self.i + 1] == kind and not self.flags[self.i + 1] & NEWLINE_BEFORE

    def semicolon(self) -> None:
        """The end of a statement, by hand or by automatic insertion."""
        if self.kind == SEMICOLON:
            self.i = i = self.i + 1
            self.kind = self.kinds[i]
        elif self.kind != RBRACE and self.kind != END and not self.flags[self.i] & NEWLINE_BEFORE:
            self.unexpected()

    def closing(self, opening: int) -> int:
        """The token that closes the bracket at token `opening`; the END token if none does.

        One pass finds the ends of all brackets inside too, so that asking for each of them is linear in all.
        """
        found = self._closing.get(opening)
        if found is not None:
            return found
        kinds, known, stack = self.kinds, self._closing, [opening]
        at = opening
        while stack:
            at += 1
            kind = kinds[at]
            role = _BRACKETS[kind]
            if role == 1:
                end = known.get(at)
                if end is None:
                    stack.append(at)
                else:
                    at = end
            elif role == 2:
                known[stack.pop()] = at
            elif kind <= ERROR:
                for unclosed in stack:
                    known[unclosed] = at
                break
        return known[opening]

    def speculate(self, parse: Callable[[], Result | None]) -> Result | None:
        """What `parse` returns, or None and the parser as before if it fails or returns None."""
        i, depth, splits, patterns = self.i, self.scopes.depth(), len(self.splits), len(self.only_patterns)
        open_arguments = len(self.open_type_arguments)
        context, consequent, no_conditional = self.context, self.consequent_start, self.no_conditional_type
        try:
            result = parse()
        except SourceError:
            result = None
            # Whoever tries again at one of these fails at the same place.
            self.not_type_arguments.update(self.open_type_arguments[open_arguments:])
            del self.open_type_arguments[open_arguments:]
        if result is None:
            while len(self.splits) > splits:
                token = self.splits.pop()
                self.kinds[token] = self.splits.pop()
                self.starts[token] -= 1
            self.i, self.kind = i, self.kinds[i]
            self.scopes.cut(depth)
            while len(self.only_patterns) > patterns:
                self.only_patterns.popitem()
            self.context, self.consequent_start, self.no_conditional_type = context, consequent, no_conditional
        return result

    # ---- errors

    def error(self, message: str, start: int, end: int) -> NoReturn:
        raise SourceError(message, start, end)

    def error_at(self, node: Node, message: str) -> NoReturn:
        raise SourceError(message, node.start, node.end)

    def error_here(self, message: str) -> NoReturn:
        raise SourceError(message, self.starts[self.i], self.ends[self.i])

    def unexpected(self) -> NoReturn:
        """Raise the error for the current token."""
        kind = self.kind
        if kind == ERROR:
            message = MESSAGES[self.flags[self.i] >> ERROR_SHIFT]
        elif kind in _UNEXPECTED:
            message = _UNEXPECTED[kind]
        elif kind >= FIRST_CONTEXTUAL or kind == PRIVATE_NAME:
            message = f"Unexpected identifier '{self.word()}'"
        elif kind >= FIRST_STRICT:
            message = "Unexpected strict mode reserved word"
        else:
            message = f"Unexpected token '{TEXTS[kind]}'"
        self.error_here(message)

    # ---- names

    def source_text(self, start: int, end: int) -> str:
        piece = self.text[start:end]
        return piece if self.ascii or piece.isascii() else piece.encode("latin-1").decode("utf-8", "surrogatepass")

    def word(self) -> str:
        """The text of the current word, its escapes resolved."""
        i = self.i
        text = self.source_text(self.starts[i], self.ends[i])
        return cook_name(text) if self.flags[i] & ESCAPED else text

    def at_word(self, text: str) -> bool:
        """Whether the current token is this word, written without escapes."""
        return self.kind >= FIRST_WORD and self.text[self.starts[self.i] : self.ends[self.i]] == text

    def identifier_name(self) -> Identifier:
        """Any word, as the name of a property."""
        if self.kind < FIRST_WORD:
            self.unexpected()
        node = Identifier(self.starts[self.i], self.ends[self.i], self.word())
        self.advance()
        return node

    def private_name(self) -> PrivateIdentifier:
        i = self.i
        text = self.source_text(self.starts[i] + 1, self.ends[i])
        node = PrivateIdentifier(self.starts[i], self.ends[i], cook_name(text) if self.flags[i] & ESCAPED else text)
        self.advance()
        return node

    def is_identifier(self) -> bool:
        """Whether the current token can name a variable here (an escaped reserved word is found later)."""
        return self.kind >= FIRST_CONTEXTUAL and (self.kind != AWAIT or not self.await_reserved())

    def await_reserved(self) -> bool:
        return self.module or self.context.asynchronous or self.context.await_banned

    def identifier(self) -> Identifier:
        """A name that refers to a variable."""
        i = self.i
        kind = self.kind
        if kind == NAME and self.ascii and not self.flags[i] & ESCAPED:
            start, end = self.starts[i], self.ends[i]
            self.i = i + 1
            self.kind = self.kinds[i + 1]
            return Identifier(start, end, self.text[start:end])
        if kind < FIRST_CONTEXTUAL:
            self.reserved_or_unexpected()
        name = self.word()
        if self.flags[i] & ESCAPED and (name in RESERVED or (name == "await" and self.await_reserved())):
            self.error_here("Keyword must not contain escaped characters")
        if kind == AWAIT and self.await_reserved() and not self.ambient:
            self.error_here("Unexpected reserved word")
        if name == "arguments" and not self.context.arguments:
            self.error_here("'arguments' is not allowed in class field initializer or static initialization block")
        self.advance()
        return Identifier(self.starts[i], self.ends[i], name)

    def reserved_or_unexpected(self) -> NoReturn:
        if self.kind == YIELD and self.context.generator and self.context.parameters:
            self.error_here("Yield expression not allowed in formal parameter")
        self.unexpected()

    def binding_identifier(self) -> Identifier:
        """A name that declares a variable."""
        node = self.identifier()
        if node.name in {"eval", "arguments"} and not self.ambient and not self.sloppy:
            self.error_at(node, "Unexpected eval or arguments in strict mode")
        return node

    # ---- productions of other files, for those that come before them

    @abstractmethod
    def expression(self) -> Expression:
        """An expression, commas included."""

    @abstractmethod
    def assignment(self) -> Expression:
        """An assignment expression."""

    @abstractmethod
    def left_hand_side(self) -> Expression:
        """A left-hand side expression."""

    @abstractmethod
    def unary(self) -> Expression:
        """A unary expression."""

    @abstractmethod
    def statement_list_item(self) -> Statement:
        """A statement or declaration."""

    @abstractmethod
    def type_(self) -> TypeNode:
        """A type."""

    @abstractmethod
    def type_annotation(self) -> TSTypeAnnotation | None:
        """A colon and a type, if there is one."""

    @abstractmethod
    def type_parameters(self) -> TSTypeParameterDeclaration | None:
        """Type parameters in angle brackets, if there are any."""

    @abstractmethod
    def type_arguments(self) -> TSTypeParameterInstantiation:
        """Type arguments in angle brackets."""
