"""The lexer kernel: tokens of every kind, guesses and their correction, errors; uncompiled and compiled."""

from __future__ import annotations

import pytest
from compiled_kernels import kernels_of

from tsrun.syntax import lexer
from tsrun.syntax import tokens as t
from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.dump import token_lines
from tsrun.syntax.lex_tables import word_slot
from tsrun.syntax.regions import LEX_COUNT, SOURCE_PADDING


def compiled_lexer():
    h = kernels_of(lexer)

    def lex(source, first, pos, mode):
        if first == 0:
            h.src[: len(source) + SOURCE_PADDING] = source + bytes(SOURCE_PADDING)
        count = h.lex_tokens(len(source), first, pos, mode)
        assert h.faults == 0
        assert h.lex_state[LEX_COUNT] == count
        return tuple(column[first:count] for column in (h.tok_kind, h.tok_start, h.tok_end, h.tok_flags))

    return lex


@pytest.fixture(scope="module", params=["plain", "compiled"])
def lex(request):
    return plain_lexer() if request.param == "plain" else compiled_lexer()


def words(lex, source):
    """`kind text` of each token, the kind only where the text does not say it."""
    data = source.encode()
    kinds, starts, ends, _ = lex(data, 0, 0, t.MODE_GUESS)
    assert kinds[-1] == t.END
    found = []
    for kind, start, end in zip(kinds[:-1], starts, ends, strict=False):
        text = data[start:end].decode()
        found.append(text if t.TEXTS[kind] == text else f"{t.TEXTS[kind][1:-1]} {text}")
    return found


PUNCTUATORS = [text for kind, text in enumerate(t.TEXTS) if t.LBRACE <= kind < t.SHIFT_RIGHT_ASSIGN]


def test_every_punctuator(lex):
    # A slash would begin a regular expression here.
    source = " ".join(text for text in PUNCTUATORS if text not in {"/", "/=", "}"})
    assert words(lex, source) == source.split(" ")


def test_every_word(lex):
    texts = [text for kind, text in enumerate(t.TEXTS) if t.FIRST_WORD <= kind < t.NAME]
    assert words(lex, " ".join(texts)) == texts
    assert words(lex, " ".join(text + "s" for text in texts if text + "s" != "asserts" and text != "a")) == [
        f"name {text}s" if text + "s" not in texts else text + "s" for text in texts if text + "s" != "asserts"
    ]
    assert words(lex, " ".join(text[:-1] for text in texts)) == [
        text[:-1] if text[:-1] in texts else f"name {text[:-1]}" for text in texts
    ]


def test_keyword_slots_are_distinct():
    texts = [text for kind, text in enumerate(t.TEXTS) if t.FIRST_WORD <= kind < t.NAME]
    assert len({word_slot(text) for text in texts}) == len(texts)


def test_longest_match(lex):
    assert words(lex, "a>>>=b") == ["name a", ">", ">", ">", "=", "name b"]
    assert words(lex, "a=>b==c===d=e") == [
        "name a", "=>", "name b", "==", "name c", "===", "name d", "=", "name e"
    ]  # fmt: skip
    assert words(lex, "a?.b?.5:c??=d?e") == [
        "name a", "?.", "name b", "?", "number .5", ":", "name c", "??=", "name d", "?", "name e"
    ]  # fmt: skip
    assert words(lex, "...a..b") == ["...", "name a", ".", ".", "name b"]
    assert words(lex, "a**=b**c*=d&&=e||=f<<=g<<h") == [
        "name a", "**=", "name b", "**", "name c", "*=", "name d", "&&=", "name e", "||=", "name f", "<<=", "name g",
        "<<", "name h",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "number", ["0", "7", "10", "1.5", "1.", ".5", "1e3", "1E-3", "1.5e+3", "0x1fF", "0B11", "0o17", "1_000", "0xF_F",
               "1_0.0_1e1_0", "0.0", "0e0"]
)  # fmt: skip
def test_numbers(lex, number):
    assert words(lex, number) == [f"number {number}"]
    assert words(lex, f"-{number};") == ["-", f"number {number}", ";"]


@pytest.mark.parametrize("number", ["0n", "10n", "1_0n", "0xFFn", "0b1n", "0O7n", "0xen"])
def test_big_integers(lex, number):
    assert words(lex, number) == [f"bigint {number}"]


def test_strings(lex):
    assert words(lex, r""" 'a' "b'" 'c\'' "\\" 'é' """) == [
        "string 'a'", 'string "b\'"', r"string 'c\''", r'string "\\"', "string 'é'"
    ]  # fmt: skip
    assert words(lex, "'a\\\nb\\\r\nc\u2028d'") == ["string 'a\\\nb\\\r\nc\u2028d'"]


def test_templates_nest(lex):
    assert words(lex, "`a` `b${c}d${ {e: `f${g}`} }h` }".rstrip("}")) == [
        "template `a`", "template head `b${", "name c", "template middle }d${", "{", "name e", ":",
        "template head `f${", "name g", "template tail }`", "}", "template tail }h`",
    ]  # fmt: skip
    assert words(lex, r"`\`\${$` `$$$`") == [r"template `\`\${$`", "template `$$$`"]


def test_names(lex):
    assert words(lex, "a $ _ a1 é ünï 日本 𠮷 a\u200d \\u0061b c\\u{64} #p #\\u0061 \u2118") == [
        "name a", "name $", "name _", "name a1", "name é", "name ünï", "name 日本", "name 𠮷", "name a\u200d",
        "name \\u0061b", "name c\\u{64}", "private name #p", "private name #\\u0061", "name \u2118",
    ]  # fmt: skip


def test_space_comments_and_line_ends(lex):
    source = "\ufeff#! hash\na\t\v\f \u00a0\u3000b//c\u2028c/*d*/d/*\r*/e\u2029f\r\ng<!--h"
    kinds, _, _, flags = lex(source.encode(), 0, 0, 0)
    assert words(lex, source) == [
        "name a", "name b", "name c", "name d", "name e", "name f", "name g", "<", "!", "--", "name h"
    ]  # fmt: skip
    assert [bool(flag & t.NEWLINE_BEFORE) for flag in flags] == [
        True, False, True, False, True, True, True, False, False, False, False, False
    ]  # fmt: skip
    assert len(kinds) == 12


def test_escapes_are_flagged(lex):
    _, _, _, flags = lex(rb"a \u0061 'b' '\b' `c` `\c` /d\/d/", 0, 0, 0)
    assert [bool(flag & t.ESCAPED) for flag in flags] == [False, True, False, True, False, True, False, False]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("/a/g", "regexp"), ("x = /a/", "regexp"), ("(/a/)", "regexp"), ("[/a/]", "regexp"), ("return /a/", "regexp"),
        ("a / b / c", "/"), (") / b / c", "/"), ("] / b /c", "/"), ("1 / b / c", "/"), ("'s' / b / c", "/"),
        ("this / b / c", "/"), ("`t` / b / c", "/"), ("if (x) /a/.b", "regexp"), ("while (f(x)) /a/.b", "regexp"),
        ("f(x) / b / c", "/"), ("{} /a/g", "regexp"), ("x = {} / b / c", "/"), ("f({}) / b / c", "/"),
        ("a++ / b / c", "/"), ("a! / b / c", "/"), ("! /a/", "regexp"), ("++/a/.b", "regexp"),
        ("x => {} /a/g", "regexp"),
        ("`${ /a/ }`", "regexp"), ("`${ {} / b / c }`", "/"), ("typeof /a/", "regexp"), ("get / b / c", "/"),
        ("/[/]/", "regexp"), (r"/\//", "regexp"), ("x = /a", "/"), ("a\n/b/g", "/"), ("yield /a/", "regexp"),
        ("a /= b / c", "/="),
    ],
)  # fmt: skip
def test_regexp_or_division(lex, source, expected):
    kinds, starts, _, _ = lex(source.encode(), 0, 0, 0)
    assert t.TEXTS[kinds[starts.index(source.index("/"))]].strip("<>") == expected


def test_a_wrong_guess_is_read_again(lex):
    source = b"a = function () {} / b; `${c}` / d"
    kinds, starts, _, _ = lex(source, 0, 0, 0)
    at = starts.index(source.index(b"/"))
    assert kinds[at] == t.REGEXP
    kinds, starts, ends, _ = lex(source, at, starts[at], t.MODE_DIVISION)
    assert [source[start:end] for start, end in zip(starts, ends, strict=True)] == [
        b"/", b"b", b";", b"`${", b"c", b"}`", b"/", b"d", b""
    ]  # fmt: skip
    kinds, starts, ends, _ = lex(source, 1, 19, t.MODE_REGEXP)
    assert (kinds[0], starts[0], source[starts[0] : ends[0]]) == (t.REGEXP, 19, b"/ b; `${c}` /")


def test_reading_again_keeps_open_templates(lex):
    source = b"`${ x = function () {} / 2 }` / 3"
    _, starts, _, _ = lex(source, 0, 0, 0)
    at = starts.index(source.index(b"/"))
    kinds, _, _, _ = lex(source, at, starts[at], t.MODE_DIVISION)
    assert list(kinds) == [t.SLASH, t.NUMBER, t.TEMPLATE_TAIL, t.SLASH, t.NUMBER, t.END]


@pytest.mark.parametrize(
    ("source", "message", "place"),
    [
        ("a 'b", t.UNTERMINATED_STRING, 2), ("'a\nb'", t.UNTERMINATED_STRING, 0), ("'a\\", t.UNTERMINATED_STRING, 0),
        ("`a", t.UNTERMINATED_TEMPLATE, 0), ("`a${b", None, 0), ("`${1}x", t.UNTERMINATED_TEMPLATE, 4),
        ("`\\", t.UNTERMINATED_TEMPLATE, 0), ("a /* b", t.UNTERMINATED_COMMENT, 2), ("/*/", t.UNTERMINATED_COMMENT, 0),
        ("01", t.LEGACY_OCTAL, 0), ("09.5", t.LEADING_ZERO, 0), ("1__0", t.BAD_SEPARATOR, 1),
        ("1_", t.BAD_SEPARATOR, 1),
        ("1_.0", t.BAD_SEPARATOR, 1), ("1._0", t.BAD_SEPARATOR, 2), ("1e_0", t.BAD_NUMBER, 0),
        ("0x_1", t.BAD_SEPARATOR, 2),
        ("0_1", t.BAD_SEPARATOR, 1), ("0x", t.BAD_NUMBER, 0), ("0b2", t.BAD_NUMBER, 0), ("1e", t.BAD_NUMBER, 0),
        ("1e+", t.BAD_NUMBER, 0), ("3in", t.NAME_AFTER_NUMBER, 1), ("0b12", t.NAME_AFTER_NUMBER, 3),
        ("1.5n", t.NAME_AFTER_NUMBER, 3), ("1e5n", t.NAME_AFTER_NUMBER, 3), ("5\\u0061", t.NAME_AFTER_NUMBER, 1),
        ("5é", t.NAME_AFTER_NUMBER, 1), ("\\", t.BAD_NAME_ESCAPE, 0), ("\\u12", t.BAD_NAME_ESCAPE, 0),
        ("a\\u{110000}", t.BAD_NAME_ESCAPE, 1), ("a\\u{}", t.BAD_NAME_ESCAPE, 1), ("a\\u0020", t.BAD_NAME_ESCAPE, 1),
        ("\\u0030", t.BAD_NAME_ESCAPE, 0), ("#", t.BAD_TOKEN, 0), ("# a", t.BAD_TOKEN, 0), ("a\0", t.BAD_TOKEN, 1),
        ("\xd7", t.BAD_TOKEN, 0), ("\u2e2f", t.BAD_TOKEN, 0), ("😀", t.BAD_TOKEN, 0),
    ],
)  # fmt: skip
def test_errors(lex, source, message, place):
    kinds, starts, _, flags = lex(source.encode(), 0, 0, 0)
    if message is None:
        assert kinds[-1] == t.END
    else:
        assert kinds[-1] == t.ERROR
        assert t.MESSAGES[flags[-1] >> t.ERROR_SHIFT] == t.MESSAGES[message]
        assert starts[-1] == place


@pytest.mark.parametrize(
    "tail", [b"\xff", b"\xe2", b"\xe2\x80", b"\xf0\x9f", b"'\xf0", b"`\xf0\x9f\x98", b"//\xe2\x80", b"/a\xe2"]
)
def test_broken_utf8_at_the_end_stays_inside(lex, tail):
    kinds, _, ends, _ = lex(b"a " + tail, 0, 0, 0)
    assert kinds[-1] in {t.END, t.ERROR}
    assert all(end <= len(tail) + 2 + SOURCE_PADDING for end in ends)


def test_columns_of_the_compiled_kernel_are_those_of_the_plain_one():
    source = """
        class A<T> extends B { #x = 0x1F; get y(): string { return `a${this.#x / 2}b` } static z = /[/]\\//gu }
        for (const [k, v] of m) if (k >>> 2 >= v ?? 1_000n) throw new Error("é\\n"); // done
    """.encode() * 20
    assert [list(column) for column in compiled_lexer()(source, 0, 0, 0)] == list(plain_lexer()(source, 0, 0, 0))


def test_token_lines():
    source = b"let x\n  = '\\n'\n\x01"
    assert list(token_lines(source, plain_lexer()(source, 0, 0, 0))) == [
        "1:1\tlet\t'let'",
        "1:5\t<name>\t'x'",
        "2:3\t=\t'='\tnewline before",
        "2:5\t<string>\t\"'\\\\n'\"\tescaped",
        "3:1\t<error>\t'\\x01'\tInvalid or unexpected token",
    ]
