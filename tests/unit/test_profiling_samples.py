"""Samples of Python code, and flame graphs of collapsed stacks."""

from __future__ import annotations

import gc
import signal
import time
from collections import Counter
from xml.etree import ElementTree as ET

from profiling.flame import function_of, pruned, write_flamegraph
from profiling.sampling import COLLECTOR, python_samples


def busy(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(100))


def collected(rounds):
    kept = []
    for _ in range(rounds):
        kept.append([kept])
        if len(kept) % 5_000 == 0:
            gc.collect()


def test_samples_add_up_to_the_time_and_name_what_ran():
    stacks = Counter()

    def both():
        busy(0.3)

    with python_samples(stacks, both.__code__, "(both)"):
        before = time.process_time()
        both()
        took = time.process_time() - before
    assert 0.5 * took < stacks.total() / 1e6 < 1.2 * took
    assert stacks.most_common(1)[0][0][0].endswith("test_profiling_samples.py:busy")
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_pythons_collector_has_a_stack_of_its_own():
    stacks = Counter()

    def body():
        collected(100_000)

    with python_samples(stacks, body.__code__, "(body)"):
        body()
    assert stacks[COLLECTOR,] > 0.2 * stacks.total()


def test_frames_too_narrow_to_see_are_part_of_their_callers():
    stacks = Counter({("a", "b", "c"): 1, ("a", "b"): 9, ("a",): 990, ("z",): 0})
    assert pruned(stacks, 0.005) == Counter({("a", "b"): 10, ("a",): 990, ("z",): 0})
    assert pruned(stacks, 0.05) == Counter({("a",): 1000, ("z",): 0})


def test_names_and_files_of_frames():
    found = function_of("tsrun::syntax::lexer::lex_tokens")
    assert (found.name, found.file) == ("lex_tokens", "syntax/lexer.py")
    found = function_of("parser/types.py:Types.union")
    assert (found.name, found.file) == ("union", "parser/types.py")
    assert function_of(COLLECTOR).name == COLLECTOR


def test_a_flame_graph_is_well_formed(tmp_path):
    path = tmp_path / "graph.svg"
    write_flamegraph(Counter({("x.py:f", "x.py:<g>"): 3000, ("x.py:f",): 1000}), path, "a & b", "ms")
    text = path.read_text(encoding="utf-8")
    ET.fromstring(text)  # noqa: S314 our own file
    assert "3.0 ms, 75.00%" in text
    assert "a &amp; b" in text
