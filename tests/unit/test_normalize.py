"""Normalization in pieces gives what normalization of the whole gives, and ends with the time."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest

import tsrun
from tsrun.library import normalize

CHARACTERS = "aé\u0301\u0323\u0327\u1100\u1161\u11a8각\u09c7\u09be\ufb01Å\u212b漢\U0001d15e\U000110a5"
CHARACTERS += "\U000110ba \ud800\u0f71\u0f72"


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("piece", [1, 2, 3, 50])
def test_pieces_make_the_whole(monkeypatch, form, piece):
    monkeypatch.setattr(normalize, "PIECE", piece)
    chosen = random.Random(piece)
    for _ in range(300):
        text = "".join(chosen.choices(CHARACTERS, k=chosen.randrange(30)))
        assert normalize.normalized(form, text, int, 1000) == unicodedata.normalize(form, text)


def test_it_ends_with_the_time():
    start = time.monotonic()
    with pytest.raises(tsrun.TimeLimitError):
        tsrun.run("'é'.repeat(2 ** 25).normalize('NFD').length", timeout=0.3)
    assert time.monotonic() - start < 2


def test_it_ends_with_the_memory():
    with pytest.raises(tsrun.MemoryLimitError):
        tsrun.run("'\\ufdfa'.repeat(2 ** 20).normalize('NFKD').length", max_memory=16 << 20)
