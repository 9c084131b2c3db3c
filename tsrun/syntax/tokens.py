"""The kinds of tokens, each declared once with its text, in an order that makes questions about a kind a comparison.

    END ERROR | literals | punctuators | reserved words | words reserved in strict code | contextual words | NAME
                                       FIRST_WORD ...                                     FIRST_CONTEXTUAL ...

`kind >= FIRST_WORD` is what may stand after a dot, `kind >= FIRST_CONTEXTUAL` is what may name a variable (`await` is
decided by the parser). A word written with an escape is a NAME whatever it spells; the parser looks at its text.
"""
from __future__ import annotations

TEXTS: list[str] = []
"""What each kind looks like in the source, or its name in angle brackets."""


def _kind(text: str) -> int:
    TEXTS.append(text)
    return len(TEXTS) - 1


END = _kind("<end>")
ERROR = _kind("<error>")

# ---- literals
NUMBER = _kind("<number>")
BIGINT = _kind("<bigint>")
STRING = _kind("<string>")
REGEXP = _kind("<regexp>")
TEMPLATE = _kind("<template>")              # `...`
TEMPLATE_HEAD = _kind("<template head>")    # `...${
TEMPLATE_MIDDLE = _kind("<template middle>")  # }...${
TEMPLATE_TAIL = _kind("<template tail>")    # }...`
PRIVATE_NAME = _kind("<private name>")

# ---- punctuators
LBRACE = _kind("{")
RBRACE = _kind("}")
LPAREN = _kind("(")
RPAREN = _kind(")")
LBRACKET = _kind("[")
RBRACKET = _kind("]")
SEMICOLON = _kind(";")
COMMA = _kind(",")
DOT = _kind(".")
ELLIPSIS = _kind("...")
QUESTION = _kind("?")
QUESTION_DOT = _kind("?.")
NULLISH = _kind("??")
COLON = _kind(":")
ARROW = _kind("=>")
AT = _kind("@")
TILDE = _kind("~")
BANG = _kind("!")
INCREMENT = _kind("++")
DECREMENT = _kind("--")
LESS = _kind("<")
LESS_EQUAL = _kind("<=")
SHIFT_LEFT = _kind("<<")
GREATER = _kind(">")                        # the lexer makes `>` alone: what follows it is for the parser to join
EQUAL = _kind("==")
NOT_EQUAL = _kind("!=")
STRICT_EQUAL = _kind("===")
STRICT_NOT_EQUAL = _kind("!==")
PLUS = _kind("+")
MINUS = _kind("-")
STAR = _kind("*")
POWER = _kind("**")
SLASH = _kind("/")
PERCENT = _kind("%")
AMPERSAND = _kind("&")
BAR = _kind("|")
CARET = _kind("^")
AND = _kind("&&")
OR = _kind("||")
ASSIGN = _kind("=")
PLUS_ASSIGN = _kind("+=")
MINUS_ASSIGN = _kind("-=")
STAR_ASSIGN = _kind("*=")
POWER_ASSIGN = _kind("**=")
SLASH_ASSIGN = _kind("/=")
PERCENT_ASSIGN = _kind("%=")
SHIFT_LEFT_ASSIGN = _kind("<<=")
AMPERSAND_ASSIGN = _kind("&=")
BAR_ASSIGN = _kind("|=")
CARET_ASSIGN = _kind("^=")
AND_ASSIGN = _kind("&&=")
OR_ASSIGN = _kind("||=")
NULLISH_ASSIGN = _kind("??=")
# Joined by the parser from adjacent `>` and `=`.
SHIFT_RIGHT_ASSIGN = _kind(">>=")
SHIFT_RIGHT_ZERO_ASSIGN = _kind(">>>=")
GREATER_EQUAL = _kind(">=")
SHIFT_RIGHT = _kind(">>")
SHIFT_RIGHT_ZERO = _kind(">>>")

# ---- reserved words
FIRST_WORD = len(TEXTS)
BREAK = _kind("break")
CASE = _kind("case")
CATCH = _kind("catch")
CLASS = _kind("class")
CONST = _kind("const")
CONTINUE = _kind("continue")
DEBUGGER = _kind("debugger")
DEFAULT = _kind("default")
DELETE = _kind("delete")
DO = _kind("do")
ELSE = _kind("else")
ENUM = _kind("enum")
EXPORT = _kind("export")
EXTENDS = _kind("extends")
FALSE = _kind("false")
FINALLY = _kind("finally")
FOR = _kind("for")
FUNCTION = _kind("function")
IF = _kind("if")
IMPORT = _kind("import")
IN = _kind("in")
INSTANCEOF = _kind("instanceof")
NEW = _kind("new")
NULL = _kind("null")
RETURN = _kind("return")
SUPER = _kind("super")
SWITCH = _kind("switch")
THIS = _kind("this")
THROW = _kind("throw")
TRUE = _kind("true")
TRY = _kind("try")
TYPEOF = _kind("typeof")
VAR = _kind("var")
VOID = _kind("void")
WHILE = _kind("while")
WITH = _kind("with")

# ---- words that strict code reserves
FIRST_STRICT = len(TEXTS)
IMPLEMENTS = _kind("implements")
INTERFACE = _kind("interface")
LET = _kind("let")
PACKAGE = _kind("package")
PRIVATE = _kind("private")
PROTECTED = _kind("protected")
PUBLIC = _kind("public")
STATIC = _kind("static")
YIELD = _kind("yield")

# ---- words that mean something in places
FIRST_CONTEXTUAL = len(TEXTS)
ABSTRACT = _kind("abstract")
ACCESSOR = _kind("accessor")
ARGUMENTS = _kind("arguments")
AS = _kind("as")
ASSERTS = _kind("asserts")
ASYNC = _kind("async")
AWAIT = _kind("await")
DECLARE = _kind("declare")
EVAL = _kind("eval")
FROM = _kind("from")
GET = _kind("get")
GLOBAL = _kind("global")
INFER = _kind("infer")
IS = _kind("is")
KEYOF = _kind("keyof")
MODULE = _kind("module")
NAMESPACE = _kind("namespace")
OF = _kind("of")
OUT = _kind("out")
OVERRIDE = _kind("override")
READONLY = _kind("readonly")
SATISFIES = _kind("satisfies")
SET = _kind("set")
TYPE = _kind("type")
UNIQUE = _kind("unique")
USING = _kind("using")
NAME = _kind("<name>")
KIND_COUNT = len(TEXTS)

# ---- how the lexer begins
MODE_GUESS = 0
MODE_REGEXP = 1                             # the first token is a regular expression
MODE_DIVISION = 2                           # the first token is an operator

# ---- flags of a token
NEWLINE_BEFORE = 1
ESCAPED = 2                                 # the word, string or template has a backslash
ERROR_SHIFT = 2                             # an ERROR token has the number of its message above the flags

MESSAGES: list[str] = []
"""What is wrong with an ERROR token, by its number."""


def _message(text: str) -> int:
    MESSAGES.append(text)
    return len(MESSAGES) - 1


BAD_TOKEN = _message("Invalid or unexpected token")
UNTERMINATED_STRING = _message("Unterminated string literal")
UNTERMINATED_TEMPLATE = _message("Unterminated template literal")
UNTERMINATED_REGEXP = _message("Invalid regular expression: missing /")
UNTERMINATED_COMMENT = _message("Unterminated comment: '*/' expected")
BAD_NUMBER = _message("Invalid number: digits expected")
NAME_AFTER_NUMBER = _message("An identifier or keyword cannot immediately follow a numeric literal")
LEGACY_OCTAL = _message("Octal literals are not allowed in strict mode.")
LEADING_ZERO = _message("Decimals with leading zeros are not allowed in strict mode")
BAD_SEPARATOR = _message("Numeric separators are allowed only between digits")
BAD_UNICODE_ESCAPE = _message("Invalid Unicode escape sequence")
BAD_NAME_ESCAPE = _message("Invalid Unicode escape in an identifier")
BAD_CODE_POINT = _message("Undefined Unicode code-point")


def is_word(kind: int) -> bool:
    """Whether a token of this kind is an IdentifierName."""
    return kind >= FIRST_WORD
