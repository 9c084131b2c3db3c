"""String searching and what is made of it, JSON, and the order of words, against Python's own or a short definition."""

from __future__ import annotations

import json
import random

import tsrun

ALPHABETS = ["ab", "abc", "a", "a\u1234", "a\u00e9"]


def texts(count: int, seed: int) -> list[tuple[str, str, int]]:
    """A text, something to look for in it, where to start: few letters, so that much nearly matches."""
    chance = random.Random(seed)
    cases = []
    for _ in range(count):
        letters = chance.choice(ALPHABETS)
        text = "".join(chance.choice(letters) for _ in range(chance.randrange(80)))
        size = chance.choice([0, 1, 2, 3, 5, 8, 20])
        start = chance.randrange(len(text) + 1)
        wanted = text[start : start + size]
        if chance.random() < 0.5:
            wanted = "".join(chance.choice(letters) for _ in range(size))
        cases.append((text, wanted, chance.randrange(len(text) + 2)))
    return cases


def test_searching_as_python_does():
    cases = texts(1500, 1)
    found = tsrun.run(
        """cases.map(([text, wanted, at]) => [text.indexOf(wanted, at), text.lastIndexOf(wanted, at),
            text.includes(wanted), text.startsWith(wanted, at), text.endsWith(wanted, at),
            text.replaceAll(wanted, "<\u00e9>"), text.replace(wanted, ""), text.split(wanted)])""",
        globals={"cases": [list(case) for case in cases]},
    )
    for (text, wanted, given), got in zip(cases, found, strict=True):
        at = min(given, len(text))
        assert got == [
            text.find(wanted, at),
            text.rfind(wanted, 0, at + len(wanted)),
            wanted in text,
            text.startswith(wanted, at),
            text.endswith(wanted, 0, at),
            text.replace(wanted, "<\u00e9>"),
            text.replace(wanted, "", 1),
            text.split(wanted) if wanted else list(text),
        ], (text, wanted, at)


def test_hard_needles_take_linear_time():
    # Compared one by one these would take 10**11 steps.
    assert tsrun.run(
        """const text = "a".repeat(1_000_000), half = "a".repeat(100_000);
        [text.indexOf(half + "b"), text.indexOf(half + "b" + half), text.lastIndexOf("b" + half),
         text.split(half).length, (text + "b").indexOf(half + "b"), ("b" + text).lastIndexOf("b" + half)]""",
        timeout=5000,
    ) == [-1, -1, -1, 11, 900_000, 0]


def document(chance: random.Random, depth: int):
    """A random value that JSON can hold, the same for Python and JavaScript."""
    if depth == 0 or chance.random() < 0.3:
        plain = [1, -2.5, 1e300, 0.1, 123456789012345, True, False, None]
        return chance.choice([*plain, "", "a", "\u00e9", "h\u1234", 'x\n"\\/\u0001', "\U0001f600"])
    if chance.random() < 0.5:
        return [document(chance, depth - 1) for _ in range(chance.randrange(5))]
    names = ["a", "b", "cc", "\u00e9", "05", "key\u1234", "\n", "", "__proto__", "toString"]
    return {chance.choice(names): document(chance, depth - 1) for _ in range(chance.randrange(6))}


def test_json_there_and_back():
    chance = random.Random(2)
    documents = [document(chance, 4) for _ in range(300)]
    given = [json.dumps(each, ensure_ascii=chance.random() < 0.5) for each in documents]
    written = tsrun.run(
        "texts.map((text) => [JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(text), (k, v) => v),"
        " JSON.stringify(JSON.parse(text, (k, v) => v), null, 2)])",
        globals={"texts": given},
    )
    for each, (compact, replaced, indented) in zip(documents, written, strict=True):
        assert compact == replaced
        for text in (compact, indented):
            assert json.loads(text, parse_int=float) == json.loads(json.dumps(each), parse_int=float)


def test_large_and_odd_json_objects():
    many = {f"k{i}": i for i in range(500)}
    sparse = {str(i * 100_000): i for i in range(50)}
    dense = {str(i): i for i in range(50)}
    mixed = {"b": 1, "2": 2, "a": 3, "1": 4}
    texts_ = [json.dumps(each) for each in (many, sparse, dense, mixed)]
    result = tsrun.run("texts.map((text) => JSON.stringify(JSON.parse(text)))", globals={"texts": texts_})
    assert [json.loads(text) for text in result] == [many, sparse, dense, mixed]
    assert list(json.loads(result[3])) == ["1", "2", "b", "a"]


def test_deep_json():
    assert tsrun.run(
        """const text = "[".repeat(20000) + "]".repeat(20000); let depth = 0;
        for (let each = JSON.parse(text); each.length; each = each[0]) depth++;
        depth"""
    ) == 19_999


def test_words_in_order():
    words = ["\u00e4pfel", "Apfel", "apfel", "zebra", "\u00c4pfel", "_x", "10", "9", "co-op", "coop", "\u00e9t\u00e9",
             "ete", "Ete"]  # fmt: skip
    assert tsrun.run("words.sort((a, b) => a.localeCompare(b))", globals={"words": words}) == [
        "_x", "10", "9", "apfel", "Apfel", "\u00e4pfel", "\u00c4pfel", "co-op", "coop", "ete", "Ete", "\u00e9t\u00e9",
        "zebra",
    ]  # fmt: skip
