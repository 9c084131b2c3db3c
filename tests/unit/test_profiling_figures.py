"""The figures of the documentation: where they are written, and what the profilers' cost is taken from."""

from __future__ import annotations

import pathlib
import random
import re

import pytest

from profiling import figures, overhead
from profiling.intervals import Interval

SCRIPT = "let sum = 0;\nfor (let i = 0; i < 20000; i++) sum += i;\nclass Own {}\nconst own = new Own();\n"


def test_figures_are_written_between_their_comments():
    text = "a\n<!-- figures: x -->\nold\nolder\n<!-- end of figures -->\nb\n"
    assert figures.replaced(text, "x", "new \\1") == "a\n<!-- figures: x -->\nnew \\1\n<!-- end of figures -->\nb\n"
    with pytest.raises(ValueError, match="0 times"):
        figures.replaced(text, "y", "new")


def test_the_documents_have_a_place_for_each():
    found = {name for path in (figures.GUIDE, figures.PROFILE)
             for name in re.findall(r"<!-- figures: ([\w-]+) -->", path.read_text(encoding="utf-8"))}  # fmt: skip
    assert found == {*figures.PARTS} - {"pictures", "churn"}


def test_tables():
    assert figures.table([("", "a"), ("---", "---"), ("b", "1")]) == "| | a |\n| --- | --- |\n| b | 1 |"


def test_what_a_profiler_adds():
    rounds = [[1.0, 1.0, 1.02, 1.01]] * 5 + [[2.0, 2.2, 2.142, 2.121]] * 4
    assert overhead.ratio(overhead.AGAIN)(rounds) == pytest.approx(0)
    assert overhead.ratio(overhead.TIME)(rounds) == pytest.approx(0.02)
    one = Interval(0.02, 0.01, 0.03)
    assert overhead.mean([[one, one, one]] * 3, 1) == pytest.approx(0.02)


def test_a_script_is_run_in_every_way(tmp_path):
    path = pathlib.Path(tmp_path / "script.js")
    path.write_text(SCRIPT)
    work = overhead.Workload(path, 0.002, 500)
    rounds = work.rounds(3, random.Random(1))
    assert len(rounds) == 3
    assert all(len(times) == 4 and min(times) > 0 for times in rounds)
