"""The compiler: syntax tree to an encoded unit of bytecode; the parsing before it is not counted."""

from __future__ import annotations

import pytest
from tsrun.compiler.compile import compile_unit

from profiling.sources import program

SIZES = {"1 KB": 1_000, "10 KB": 10_000, "100 KB": 100_000}
SNIPPETS = {
    "loops": "for (let i = 0; i < 10; i++) { for (const x of xs) { if (x) continue; while (f(x)) break; } }\n",
    "closures": "{ let a = 1; const f = () => { a++; return () => a + g(); }; f(); }\n",
    "destructuring": "{ const { a = 1, b: { c, ...d }, [e]: g } = h, [i, , ...j] = k; }\n",
    "classes": "{ class A extends B { static s = 1; x = 2; constructor(a) { super(a); } get y() { return x; } } }\n",
    "switches": "switch (a) { case 1: b(); case 2: { let c = d; break; } default: e(c => c); }\n",
    "try": "try { f(); } catch ({ message }) { g(message); } finally { h(); }\n",
    "chains": "a.b[c].d ??= e?.f.g?.[h]?.(i).j ?? `${k}`;\n",
    "enums": "{ enum A { B = 1, C = B << 1, D = 'd' } namespace N { export const a = A.B; } }\n",
}
REPEATED = 20


def measure(benchmark, front, source: bytes) -> None:
    tree = front.tree(source)
    tokens = front.tokens(source)
    unit = compile_unit(tree, source, "<benchmark>", "module", internal=False, completion=False)
    benchmark.extra_info.update(bytes=len(source), tokens=tokens, unit=len(unit.encode()))
    benchmark(lambda: compile_unit(tree, source, "<benchmark>", "module", internal=False, completion=False).encode())


@pytest.mark.benchmark(group="compiler/individual")
@pytest.mark.parametrize("name", SNIPPETS)
def test_individual(benchmark, front, name):
    measure(benchmark, front, (SNIPPETS[name] * REPEATED).encode())


@pytest.mark.benchmark(group="compiler/throughput")
@pytest.mark.parametrize("size", SIZES)
def test_throughput(benchmark, front, size):
    measure(benchmark, front, program(SIZES[size], "plain"))


@pytest.mark.benchmark(group="compiler/whole")
@pytest.mark.parametrize("size", SIZES)
def test_source_to_unit(benchmark, front, size):
    """All of the front end: what the first run of a script pays."""
    source = program(SIZES[size], "plain")
    benchmark.extra_info.update(bytes=len(source), tokens=front.tokens(source))
    benchmark(front.unit, source)
