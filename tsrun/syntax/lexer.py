"""The lexer: a kernel that turns UTF-8 bytes into token columns.

`lex_tokens` is one loop with a case for each class of first byte; what is rare (escapes, numbers that are not plain
digits, characters beyond ASCII, comments, templates, regular expressions) is a scanner of its own (syntax/lex_scan). A
scanner takes the place where it begins and returns the place behind what it scanned, with `| SEEN_ESCAPE` where that
had a backslash, or `-1 - (message << 32 | place)` for an error.

Whether a slash begins a regular expression is guessed from the token before it and from a stack with an entry for
each open parenthesis, brace and template hole. A guess that turns out to be unterminated on its line is a division
after all; what is still wrong the parser puts right by calling again with MODE_REGEXP or MODE_DIVISION from that token.
An error ends the columns with an ERROR token: the parser reports it if it gets there.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.syntax import regions
from tsrun.syntax import tokens as t
from tsrun.syntax.lex_scan import (
    lex_block_comment, lex_code_point, lex_error, lex_is_space, lex_line_comment, lex_number, lex_number_kind,
    lex_operator, lex_regexp, lex_slow_word, lex_string, lex_template, lex_word_kind, PLACE_MASK, SEEN_ESCAPE,
)
from tsrun.syntax.lex_tables import (
    CLASS_BACKTICK, CLASS_BAD, CLASS_CR, CLASS_DIGIT, CLASS_DOT, CLASS_FOREIGN, CLASS_HASH, CLASS_LF, CLASS_OPERATOR,
    CLASS_QUOTE, CLASS_RBRACE, CLASS_SINGLE, CLASS_SLASH, CLASS_SLOW_WORD, CLASS_SPACE, CLASS_WORD, EFFECT_ENDS_OPERAND,
    EFFECT_LBRACE, EFFECT_LPAREN, EFFECT_POSTFIX, EFFECT_TEMPLATE_HEAD, EFFECT_TEMPLATE_TAIL, LONGEST_WORD,
)

MODE_GUESS = t.MODE_GUESS
MODE_REGEXP = t.MODE_REGEXP

SKIPPED = 1 << 16
"""Above all kinds of tokens."""

# What is open, on lex_stack; the lowest bit says that the closing bracket ends an operand.
OPEN_HEAD = 0           # the parenthesis of if, while, for: a statement follows
OPEN_PAREN = 1
OPEN_BLOCK = 2
OPEN_OBJECT = 3
OPEN_TEMPLATE = 4

LEX_DEPTH = regions.LEX_DEPTH
LEX_COUNT = regions.LEX_COUNT
LEX_KIND = regions.LEX_KIND

END = t.END
ERROR = t.ERROR
NUMBER = t.NUMBER
STRING = t.STRING
REGEXP = t.REGEXP
TEMPLATE = t.TEMPLATE
TEMPLATE_HEAD = t.TEMPLATE_HEAD
TEMPLATE_MIDDLE = t.TEMPLATE_MIDDLE
TEMPLATE_TAIL = t.TEMPLATE_TAIL
PRIVATE_NAME = t.PRIVATE_NAME
RBRACE = t.RBRACE
DOT = t.DOT
ELLIPSIS = t.ELLIPSIS
NAME = t.NAME
NEWLINE_BEFORE = t.NEWLINE_BEFORE
ESCAPED = t.ESCAPED
ERROR_SHIFT = t.ERROR_SHIFT
BAD_TOKEN = t.BAD_TOKEN
NAME_AFTER_NUMBER = t.NAME_AFTER_NUMBER
KIND_SLASH = t.SLASH
KIND_SLASH_ASSIGN = t.SLASH_ASSIGN


# ---- the guess


@kernel
def lex_effect_of(h, kind, previous, operand, newline):
    """What a token leaves behind: 1 if it ends an operand. Keeps the stack of open brackets."""
    effect = h.lex_effect[kind]
    if effect <= EFFECT_ENDS_OPERAND:
        return effect
    if effect == EFFECT_POSTFIX:
        return 1 if operand == 1 and newline == 0 else 0
    depth = h.lex_state[LEX_DEPTH]
    if effect == EFFECT_LPAREN:
        h.lex_stack[depth] = OPEN_HEAD if h.lex_before_head[previous] == 1 else OPEN_PAREN
        h.lex_state[LEX_DEPTH] = depth + 1
        return 0
    if effect == EFFECT_LBRACE:
        block = operand == 1 or h.lex_before_block[previous] == 1
        h.lex_stack[depth] = OPEN_BLOCK if block else OPEN_OBJECT
        h.lex_state[LEX_DEPTH] = depth + 1
        return 0
    if effect == EFFECT_TEMPLATE_HEAD:
        h.lex_stack[depth] = OPEN_TEMPLATE
        h.lex_state[LEX_DEPTH] = depth + 1
        return 0
    if depth == 0:
        return 1
    h.lex_state[LEX_DEPTH] = depth - 1
    return 1 if effect == EFFECT_TEMPLATE_TAIL else h.lex_stack[depth - 1] & 1


@kernel
def lex_replay(h, count):
    """Bring the stack to where it was behind the first `count` tokens; 1 if an operand ended there."""
    h.lex_state[LEX_DEPTH] = 0
    operand = 0
    previous = END
    for token in range(count):
        kind = h.tok_kind[token]
        operand = lex_effect_of(h, kind, previous, operand, h.tok_flags[token] & NEWLINE_BEFORE)
        previous = kind
    return operand


@kernel
def lex_fail(h, count, error, start, newline):
    """End the columns with an ERROR token; returns the number of tokens."""
    place = (-1 - error) & PLACE_MASK
    h.tok_kind[count] = ERROR
    h.tok_flags[count] = (-1 - error) >> 32 << ERROR_SHIFT | newline
    h.tok_start[count] = start if place < start else place
    h.tok_end[count] = h.tok_start[count] + 1
    h.lex_state[LEX_COUNT] = count + 1
    return count + 1


@kernel
def lex_skip_start(h, n):
    """The place behind a byte order mark and a `#!` line at the start of the source."""
    pos = 0
    if h.src[0] == 0xEF and h.src[1] == 0xBB and h.src[2] == 0xBF:
        pos = 3
    return lex_line_comment(h, pos, n) if h.src[pos] == 35 and h.src[pos + 1] == 33 else pos


@kernel
def lex_brace(h, pos, n):
    """A closing brace: of a block, or of a template's hole."""
    depth = h.lex_state[LEX_DEPTH]
    if depth > 0 and h.lex_stack[depth - 1] == OPEN_TEMPLATE:
        h.lex_state[LEX_KIND] = TEMPLATE_TAIL
        return lex_template(h, pos, n)
    h.lex_state[LEX_KIND] = RBRACE
    return pos + 1


@kernel
def lex_dot(h, pos):
    """A dot, three of them, or a number that begins with one."""
    if h.lex_class[h.src[pos + 1]] == CLASS_DIGIT:
        h.lex_state[LEX_KIND] = NUMBER
        return lex_number(h, pos)
    three = h.src[pos + 1] == 46 and h.src[pos + 2] == 46
    h.lex_state[LEX_KIND] = ELLIPSIS if three else DOT
    return pos + 3 if three else pos + 1


@kernel
def lex_slash(h, pos, n, mode, operand):
    """A comment, a division or a regular expression."""
    second = h.src[pos + 1]
    if second == 47 and mode == MODE_GUESS:
        h.lex_state[LEX_KIND] = SKIPPED
        return lex_line_comment(h, pos, n)
    if second == 42 and mode == MODE_GUESS:
        end = lex_block_comment(h, pos, n)
        if end >= 0:
            h.lex_state[LEX_KIND] = SKIPPED | end >> 32
            end &= PLACE_MASK
        return end
    if mode == MODE_REGEXP or (mode == MODE_GUESS and operand == 0):
        end = lex_regexp(h, pos, n)
        if end >= 0 or mode == MODE_REGEXP:
            h.lex_state[LEX_KIND] = REGEXP
            return end
    h.lex_state[LEX_KIND] = KIND_SLASH_ASSIGN if second == 61 else KIND_SLASH
    return pos + 2 if second == 61 else pos + 1


@kernel
def lex_foreign(h, pos):
    """A character beyond ASCII: white space, or a name that begins with it."""
    character = lex_code_point(h, pos)
    space = lex_is_space(h, character & PLACE_MASK)
    if space > 0:
        h.lex_state[LEX_KIND] = SKIPPED | (NEWLINE_BEFORE if space == 2 else 0)
        return pos + (character >> 32)
    return lex_slow_word(h, pos, pos)


@kernel
def lex_rare(h, cls, pos, n, mode, operand):
    """A token of one of the rarer classes: the place behind it, its kind in state LEX_KIND.

    The kind of white space and comments is SKIPPED, with NEWLINE_BEFORE if they end a line.
    """
    if cls == CLASS_RBRACE:
        return lex_brace(h, pos, n)
    if cls == CLASS_DOT:
        return lex_dot(h, pos)
    if cls == CLASS_SLASH:
        return lex_slash(h, pos, n, mode, operand)
    h.lex_state[LEX_KIND] = TEMPLATE if cls == CLASS_BACKTICK else PRIVATE_NAME if cls == CLASS_HASH else NAME
    if cls == CLASS_BACKTICK:
        return lex_template(h, pos, n)
    if cls == CLASS_FOREIGN:
        return lex_foreign(h, pos)
    if cls == CLASS_SLOW_WORD:
        return lex_slow_word(h, pos, pos)
    if cls == CLASS_HASH:
        end = lex_slow_word(h, pos + 1, pos + 1)
        return lex_error(h, BAD_TOKEN, pos) if end == pos + 1 else end
    return lex_error(h, BAD_TOKEN, pos)


@kernel
def lex_word(h, start):
    """A name or word that begins with a letter of ASCII: the place behind it."""
    pos = start + 1
    while h.lex_word[h.src[pos]] == 1:
        pos += 1
    return lex_slow_word(h, start, pos) if h.lex_word[h.src[pos]] == 2 else pos


@kernel
def lex_plain_number(h, start):
    """A number that begins with a digit: the place behind it."""
    pos = start + 1
    while h.lex_class[h.src[pos]] == CLASS_DIGIT:
        pos += 1
    plain = h.lex_word[h.src[pos]] == 0 and h.src[pos] != 46 and h.src[start] != 48
    return pos if plain else lex_number(h, start)


@kernel
def lex_put(h, count, kind, flags, start, end) -> None:
    """Write a token into the columns."""
    h.tok_kind[count] = kind
    h.tok_flags[count] = flags
    h.tok_start[count] = start
    h.tok_end[count] = end


@kernel
def lex_tokens(h, n, count, pos, mode):
    """Fill the token columns from token `count` on with what is in src from pos to n; returns the number of tokens.

    The columns must have room for n + 2 tokens and the stack for n entries. The last token is END or ERROR.
    """
    operand = lex_replay(h, count)
    previous = h.tok_kind[count - 1] if count > 0 else END
    if pos == 0:
        pos = lex_skip_start(h, n)
    newline = 0 if mode == MODE_GUESS else h.tok_flags[count] & NEWLINE_BEFORE
    while True:
        cls = h.lex_class[h.src[pos]]
        start = pos
        kind = NAME
        if cls == CLASS_SPACE:
            pos += 1
            continue
        elif cls == CLASS_WORD:
            pos = lex_word(h, start)
            if pos - start <= LONGEST_WORD and pos > 0:
                kind = lex_word_kind(h, start, pos)
        elif cls == CLASS_LF or cls == CLASS_CR:
            newline = NEWLINE_BEFORE
            pos += 1
            continue
        elif cls == CLASS_SINGLE:
            kind = h.lex_single[h.src[pos]]
            pos += 1
        elif cls == CLASS_DIGIT:
            kind = NUMBER
            pos = lex_plain_number(h, start)
        elif cls == CLASS_QUOTE:
            kind = STRING
            pos = lex_string(h, pos, n)
        elif cls == CLASS_OPERATOR:
            operator = lex_operator(h, pos)
            kind = operator & PLACE_MASK
            pos += operator >> 32
        elif cls == CLASS_BAD and pos >= n:
            break
        else:
            pos = lex_rare(h, cls, pos, n, mode, operand)
            kind = h.lex_state[LEX_KIND]
            if pos >= 0 and kind >= SKIPPED:
                newline |= kind & NEWLINE_BEFORE
                continue
        if pos < 0:
            return lex_fail(h, count, pos, start, newline)
        flags = newline
        if pos >= SEEN_ESCAPE:
            pos &= PLACE_MASK
            flags |= ESCAPED
        if kind == NUMBER:
            kind = lex_number_kind(h, start, pos)
            pos += kind - NUMBER
            if h.lex_word[h.src[pos]] != 0 and lex_is_space(h, lex_code_point(h, pos) & PLACE_MASK) == 0:
                return lex_fail(h, count, lex_error(h, NAME_AFTER_NUMBER, pos), start, newline)
        elif (kind == TEMPLATE or kind == TEMPLATE_TAIL) and h.src[pos - 1] == 123:
            kind = TEMPLATE_HEAD if kind == TEMPLATE else TEMPLATE_MIDDLE
        lex_put(h, count, kind, flags, start, pos)
        count += 1
        operand = lex_effect_of(h, kind, previous, operand, newline)
        previous = kind
        newline = 0
        mode = MODE_GUESS
    lex_put(h, count, END, newline, n, n)
    h.lex_state[LEX_COUNT] = count + 1
    return count + 1
