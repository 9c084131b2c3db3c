"""Patterns of regular expressions: what is an early error, under which flags."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser import parse
from tsrun.syntax.parser.regexp import PatternError, check_pattern

GOOD = [
    ("", "a|b", "(a)(?:b)(?=c)(?!d)(?<=e)(?<!f)", "a*b+?c{1}d{2,}?e{3,4}", "[abc-f]", "[^]", "[]"),
    (r"\d\D\s\S\w\W\b\B", r"\f\n\r\t\v\0\cA\x41\u0041", r"[\b\d]", r"\1(a)", r"(?<a>b)\k<a>", r"\k<a>(?<a>b)"),
    (r"\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/", "(?i:a)(?-s:b)(?m-i:c)", r"(?<\u0061>b)\k<a>", "(?<a>b)|(?<a>c)"),
    ("(?<𠮷>a)", "(?<$_é>a)"),
]
LOOSE = ["a{", "a{1", "{", "}", "]", "a{b}", r"\a", r"\k", r"\k<a>", r"\8", r"\01", r"\x", r"\u", r"\u{1}", r"\c",
         r"[\c]", r"[\c1]", r"[\d-z]", "(?=a)*", r"\p{x}", r"\-", "(?!a){2}"]  # fmt: skip
STRICT = [r"\u{1F600}", r"\p{L}\P{Script=Greek}", r"[\-a]", r"\ud83d\ude00", "[😀-😃]", r"[\ud83d\ude00-\ud83d\ude03]"]
SETS = [r"[a--b]", r"[a&&b&&c]", r"[[a-z]--[aeiou]]", r"[\q{abc|d}a]", r"[\p{L}--\p{Lu}]", r"[\p{RGI_Emoji}]",
        "[a-z0-9]", r"[\&\-]", r"[^\q{a|b}]", "[[a]b[^c]]", r"[\q{ab}--a]", r"[a&&\q{b}]"]  # fmt: skip

BAD = [
    ("*", "", "Nothing to repeat"),
    ("a**", "", "Nothing to repeat"),
    ("^*", "", "Nothing to repeat"),
    (r"\b+", "", "Nothing to repeat"),
    ("(?<=a)*", "", "Nothing to repeat"),
    ("{1}", "", "Nothing to repeat"),
    ("a{2,1}", "", "numbers out of order in {} quantifier"),
    ("(", "", "Unterminated group"),
    (")", "", "Unmatched ')'"),
    ("(?a)", "", "Invalid group"),
    ("(?ii:a)", "", "Invalid flags in a group"),
    ("(?-:a)", "", "Invalid flags in a group"),
    ("(?g:a)", "", "Invalid flags in a group"),
    ("[", "", "Unterminated character class"),
    ("[b-a]", "", "Range out of order in character class"),
    ("\\", "", "\\ at end of pattern"),
    ("(?<a>b)(?<a>c)", "", "Duplicate capture group name"),
    ("((?<a>b)|c)(?<a>d)", "", "Duplicate capture group name"),
    ("(?<1>a)", "", "Invalid capture group name"),
    ("(?<>a)", "", "Invalid capture group name"),
    ("(?<a", "", "Invalid capture group name"),
    (r"(?<\u{110000}>a)", "u", "Invalid capture group name"),
    (r"(?<a>b)\k<c>", "", "Invalid named capture referenced"),
    (r"(?<a>b)\k", "", "Invalid named reference"),
    ("{", "u", "Lone quantifier brackets"),
    ("}", "u", "Lone quantifier brackets"),
    ("]", "u", "Lone quantifier brackets"),
    (r"\a", "u", "Invalid escape"),
    (r"\-", "u", "Invalid escape"),
    (r"\1", "u", "Invalid escape"),
    (r"\01", "u", "Invalid escape"),
    (r"\x1", "u", "Invalid escape"),
    (r"\u1", "u", "Invalid Unicode escape"),
    (r"\u{110000}", "u", "Invalid Unicode escape"),
    (r"\p", "u", "Invalid property name"),
    (r"\p{RGI_Emoji}", "u", "Invalid property name"),
    (r"\P{RGI_Emoji}", "v", "Invalid property name"),
    (r"[\d-z]", "u", "Invalid character class"),
    ("(?=a)*", "u", "Nothing to repeat"),
    ("[(]", "v", "Invalid character in character class"),
    ("[a&&&b]", "v", "Invalid character in character class"),
    ("[a!!b]", "v", "Invalid character in character class"),
    ("[a--b&&c]", "v", "Invalid set operation in character class"),
    ("[ab--c]", "v", "Invalid set operation in character class"),
    ("[a--b-c]", "v", "Invalid set operation in character class"),
    (r"[^\q{ab}]", "v", "Negated character class may contain strings"),
    (r"[^\p{RGI_Emoji}]", "v", "Negated character class may contain strings"),
]


@pytest.mark.parametrize("flags", ["", "u", "v"])
@pytest.mark.parametrize("pattern", [pattern for row in GOOD for pattern in row])
def test_good_under_any_flags(pattern, flags):
    check_pattern(pattern, flags)


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [(p, "") for p in LOOSE] + [(p, f) for p in STRICT for f in "uv"] + [(p, "v") for p in SETS],
)
def test_good_under_some_flags(pattern, flags):
    check_pattern(pattern, flags)


@pytest.mark.parametrize(("pattern", "flags", "message"), BAD)
def test_bad(pattern, flags, message):
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern, flags)
    assert str(caught.value) == message


def test_the_parser_reports_it_at_the_literal():
    with pytest.raises(SourceError) as caught:
        parse(b"a = /(b/g;", lex=plain_lexer())
    assert (caught.value.message, caught.value.start, caught.value.end) == (
        "Invalid regular expression: /(b/g: Unterminated group", 4, 9
    )  # fmt: skip


flag_sets = st.sampled_from(["", "u", "v"])


@settings(max_examples=800, deadline=None)
@given(st.text(st.sampled_from("ab01-^$.*+?()[]{}|\\/<>=!:kpuxcdDbBqi&,é😀\ud800"), max_size=14), flag_sets)
def test_any_pattern_is_good_or_a_pattern_error(pattern, flags):
    try:
        check_pattern(pattern, flags)
    except PatternError as error:
        assert str(error)  # noqa: PT017 most of these are no patterns
