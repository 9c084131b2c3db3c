"""Size and depth: nothing blows Python's stack, nothing is quadratic, and what is too large says so."""

from __future__ import annotations

import time

import pytest
from compiling import compiled

from tsrun.syntax.errors import SourceError

LARGE = {
    "a+a+...": "let a = 1; let b = " + "+".join(["a"] * 100_000),
    "a&&a&&...": "let a = 1; let b = " + "&&".join(["a"] * 100_000),
    "a,a,...": "let a = 1; let b = (" + ",".join(["a"] * 100_000) + ")",
    "parentheses": "let a = " + "(" * 5000 + "1" + ")" * 5000,
    "right operands": "let a = 1, b = " + "a+(" * 5000 + "1" + ")" * 5000,
    "calls in calls": "f(" * 5000 + "1" + ")" * 5000,
    "arrays in arrays": "let a = " + "[" * 5000 + "]" * 5000,
    "objects in objects": "let a = " + "{a:" * 5000 + "1" + "}" * 5000,
    "functions in functions": "let a = " + "() =>" * 3000 + "1",
    "conditionals": "let a, b = " + "a ? 1 : " * 5000 + "2",
    "unary operators": "let a = " + "!" * 5000 + "f",
    "assignments": "let a; " + "a = " * 5000 + "1",
    "a chain": "f" + ".a()" * 5000,
    "else if": "if (a) b;" + "else if (a) b;" * 10_000,
    "blocks": "{ let a; " * 3000 + "}" * 3000,
    "try": "try {" * 2000 + "} finally { f() }" * 2000,
    "classes": "".join(f"class C{i} {{ m() {{ return C{i}; }} }}" for i in range(3000)),
    "an array": "f([" + "1," * 100_000 + "])",
    "a template": "f(`" + "${a}b" * 10_000 + "`)",
    "one long line": ";".join(f"é{i % 100} = f({i})" for i in range(20_000)),
}


@pytest.mark.parametrize("source", LARGE.values(), ids=LARGE)
def test_large_programs_compile_in_reasonable_time(source):
    started = time.process_time()
    compiled(source, "script").encode()
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "source",
    ["f(" + "1," * 66_000 + "1)", "function f() {" + "".join(f"let a{i} = {i};" for i in range(66_000)) + "}"],
    ids=["arguments", "variables"],
)
def test_too_many_registers(source):
    with pytest.raises(SourceError, match="Too many variables and temporaries in one function"):
        compiled(source, "script")


NESTED = {"loops": "for (const x of []) " * 300 + ";", "patterns": "const " + "[" * 300 + "x" + "]" * 300 + " = a"}


@pytest.mark.parametrize("name", NESTED)
def test_nested_iterations_take_handlers_in_proportion(name):
    """One stretch for the code itself, one for the handlers of all that is inside."""
    assert 300 <= len(compiled(NESTED[name]).handlers) <= 600


@pytest.mark.parametrize("opening", ["a+(", "1<(", "-(1+"])
def test_operators_in_operands_take_time_in_proportion(opening):
    def seconds(depth):
        source = opening * depth + "a" + ")" * depth
        took = []
        for _ in range(3):
            start = time.process_time()
            compiled(source)
            took.append(time.process_time() - start)
        return min(took)

    assert seconds(4000) < 24 * seconds(500)  # 8 where it is linear, 64 where it is quadratic
