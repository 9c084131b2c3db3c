"""What the benchmarks measure with works: front end, functions of scripts, counts; and the report is whole."""

from __future__ import annotations

import re
import struct

import pytest

from profiling.baselines import Case, Run
from profiling.engines import FrontEnd, Script, figures
from profiling.operations import OPERATIONS, loop
from profiling.sources import program


def number(value):
    return struct.unpack("<d", struct.pack("<q", value))[0]


def test_each_stage_of_the_front_end():
    front = FrontEnd()
    source = program(5_000, "plain")
    assert front.tokens(source) > 1_000
    assert len(front.tree(source).body) > 5
    assert len(front.unit(source)) > 10_000


def test_functions_of_a_script_are_called_from_python():
    script = Script("let n = 0;\nexport function add(x: number) { return n += x; }\nexport function get() { return n }")
    add, get = script.function("add"), script.function("get")
    add(40)
    script.engine.collect()
    assert number(add(2)) == 42
    assert number(get()) == 42
    assert figures(script.realm)["cells"]["allocated"] > 0


def test_every_operation_compiles_and_runs():
    for body in OPERATIONS.values():
        Script(loop(body, 3)).function("run")(2)


def test_the_report_needs_nothing_else(tmp_path):
    pytest.importorskip("matplotlib")
    from profiling.report import write_report

    def run(name, factor):
        cases = {
            f"lexer/throughput: {size} KB": Case(
                f"{size} KB", "lexer/throughput", [factor * size * 1e-6 * (1 + i / 50) for i in range(9)],
                {"bytes": size * 1000}) for size in (1, 10, 100)}  # fmt: skip
        return Run(name, f"2026-01-01T00:0{factor}", "abc", [each / factor for each in (1e-3, 1.1e-3)], cases)

    path = tmp_path / "report.html"
    write_report(run("now", 2), [run("before", 1)], path)
    text = path.read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="(?!data:)', text) == []
    assert text.count("<img") == 3
    assert "throughput by size" in text
    assert "<td>4.00" in text  # twice as long, on a machine that is twice as fast
