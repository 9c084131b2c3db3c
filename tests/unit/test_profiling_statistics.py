"""The statistics behind the benchmarks: intervals that hold, verdicts only where due, baselines that compare."""

from __future__ import annotations

import random

import pytest

from profiling import baselines
from profiling.baselines import Case, Run
from profiling.counts import differences, slow
from profiling.intervals import Interval, bootstrap, column_medians, ratio_of_medians, verdict


def rounds(ratio, count, seed, noise=0.05):
    """Pairs of times, the second that much longer, both disturbed together and each alone."""
    choose = random.Random(seed)
    result = []
    for _ in range(count):
        together = choose.lognormvariate(0, 0.3)
        result.append([together * choose.lognormvariate(0, noise), ratio * together * choose.lognormvariate(0, noise)])
    return result


def test_an_interval_has_its_estimate_inside_and_is_the_same_each_time():
    rows = rounds(1.3, 15, 7)
    ratio = bootstrap(rows, ratio_of_medians)
    assert ratio.low <= ratio.value <= ratio.high
    assert ratio == bootstrap(rows, ratio_of_medians)
    assert column_medians([[1, 5], [2, 6], [9, 7]]) == [2, 6]


def test_equal_engines_seldom_get_a_verdict():
    found = [bootstrap(rounds(1, 15, seed), ratio_of_medians, resamples=300).excludes(1) for seed in range(100)]
    assert sum(found) <= 12


def test_a_difference_is_found():
    found = [bootstrap(rounds(2, 15, seed), ratio_of_medians, resamples=300) for seed in range(30)]
    assert all(each.low > 1 for each in found)
    assert sum(each.low <= 2 <= each.high for each in found) >= 25


def test_verdicts_say_no_more_than_the_interval():
    assert verdict(Interval(1.2, 0.9, 1.5)) == "no difference shown"
    assert verdict(Interval(2, 1.5, 2.5)) == "B is 2.00 times as slow"
    assert verdict(Interval(0.5, 0.4, 0.6)) == "B is 2.00 times as fast"


def run_of(name, factor, speed=1.0, noise=0.02):
    choose = random.Random(name)
    times = [factor * speed * choose.lognormvariate(0, noise) for _ in range(50)]
    calibration = [speed * choose.lognormvariate(0, noise) for _ in range(50)]
    return Run(name, f"2026-01-0{len(name)}", "", calibration, {"g: case": Case("case", "g", times, {})})


def test_a_slower_machine_is_not_a_slower_program():
    before, after = run_of("a", 1), run_of("bb", 1, speed=1.5)
    lines = baselines.comparison(before, after)
    assert lines[-1].startswith("g: case")
    assert not lines[-1].endswith(("slower", "faster"))
    assert baselines.comparison(before, run_of("cc", 1.5))[-1].endswith("slower")
    assert baselines.comparison(before, run_of("dd", 0.5))[-1].endswith("faster")


def test_names_of_cases_and_baselines():
    assert baselines.case_name("profiling/benchmarks/test_lexer.py::test_throughput[10 KB]") == "10 KB"
    assert baselines.case_name("x.py::test_call_from_python") == "call from python"
    assert baselines.path_of("before-the-change").name == "before-the-change.json"
    for name in ("", "../x", "a b", "last"):
        with pytest.raises(ValueError, match="can't be the name"):
            baselines.path_of(name)


def test_times_are_written_in_the_unit_that_reads_best():
    assert [baselines.seconds(t) for t in (2.5, 0.0042, 3.14e-6, 5e-9)] == ["2.5 s", "4.2 ms", "3.14 us", "5 ns"]


def test_counts_that_differ_are_named():
    before = {"a": {"tokens": 1, "cells": 2}, "gone": {"tokens": 1}}
    now = {"a": {"tokens": 1, "cells": 3}, "made": {"tokens": 2}}
    assert differences(before, now) == [("a: cells", 2, 3), ("gone: tokens", 1, None), ("made: tokens", None, 2)]
    assert differences(before, before) == []


def test_times_may_double_before_anybody_is_told():
    assert slow({"a": 0.9, "b": 1.1, "new": 5.0}, {"a": 0.5, "b": 0.5}) == ["b"]
