"""Generated sources: always the same, of the size asked for, and what the stages take."""

from __future__ import annotations

import hashlib

import pytest
from compiling import compiled
from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.parser import parse

from profiling.sources import LANGUAGES, program


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [1, 1_000, 20_000])
def test_the_size_is_what_was_asked_for(language, size):
    assert len(program(size, language)) == size
    assert program(size, language) == program(size, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_of_it_parses(language):
    source = program(20_000, language)
    assert len(parse(source, lex=plain_lexer(), goal="module").body) > 20


def test_the_plain_language_compiles():
    assert compiled(program(10_000, "plain").decode()).code


def test_it_is_the_same_everywhere():
    """Committed counts of tokens depend on it."""
    texts = b"".join(program(5_000, language) for language in LANGUAGES)
    assert hashlib.sha256(texts).hexdigest().startswith("2ab90fe0836c")
