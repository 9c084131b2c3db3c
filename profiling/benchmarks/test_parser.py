"""The parser: source text to syntax tree, lexing included."""

from __future__ import annotations

import pytest

from profiling.sources import program

SNIPPETS = {
    "expression": "a + b * c - d / (e % f) ** 2 < g && h || (i ?? j);",
    "call chain": "a.b(c)[d](e, ...f).g`text`?.h(i)(j).k;",
    "arrow": "const f = async ({ a, b: [c] }, d = 1, ...e) => a + c;",
    "generic call": "const x = f<A, B<C>>(a < b, c > (d)) as unknown as D<E>;",
    "class": "class A<T> extends B implements C { static #a = 1; get b() { return A.#a; } private async *c(d?: T) {} }",
    "interface": "interface A<T extends B = {}> extends C { a?: T; [key: string]: unknown; m<K>(k: K): T[K]; }",
    "conditional type": "type A<T> = T extends (infer U)[] ? { [K in keyof U]-?: U[K] } : `x-${string & T}`;",
    "destructuring": "const { a = 1, b: { c, ...d }, [e]: f } = g, [h, , ...i] = j;",
    "template": "f`a ${b + `c ${d} e`} f ${{ g: 1 }.g} h`;",
    "switch": "switch (a) { case 1: case 2: b(); break; default: { let c = 1; } }",
    "try": "try { f(); } catch ({ message }) { g(message); } finally { h(); }",
    "module": "import a, { b as c, type D } from 'e'; export { c as default }; export * as f from 'g';",
    "enum": "declare const enum A { B = 1, C = B << 1, D = 'd' }",
}
SIZES = {"1 KB": 1_000, "10 KB": 10_000, "100 KB": 100_000, "500 KB": 500_000}
STATEMENTS = {
    "1,000 lets": "".join(f"let name{i}: number = {i};\n" for i in range(1000)),
    "100 functions": "".join(
        f"function f{i}(a: number, b = {i}) {{ if (a > b) return a; for (const c of [a, b]) g(c); return b; }}\n"
        for i in range(100)),
    "50 classes": "".join(
        f"class C{i} extends B {{ x = {i}; constructor(public y: number) {{ super(); }} get z() {{ return this.x; }}"
        f" m(a: string) {{ return `${{a}} ${{this.y}}`; }} static s = new C{i}(1); }}\n" for i in range(50)),
}  # fmt: skip
STRINGS = {
    "repeated": "".join(f"f(word{i % 10}, 'text {i % 10}');\n" for i in range(1000)),
    "unique": "".join(f"f(word{i}, 'text {i}');\n" for i in range(1000)),
}
DEPTHS = (5, 10, 15, 20)


def nested(kind: str, depth: int) -> str:
    if kind == "parentheses":
        return "x = " + "(1 + " * depth + "2" + ")" * depth + ";"
    if kind == "calls":
        return "x = " + "f(a, " * depth + "b" + ")" * depth + ";"
    if kind == "objects":
        return "x = " + "{ a: [" * depth + "1" + "] }" * depth + ";"
    return "x = " + "(a) => (b: number) => [" * depth + "1" + "]" * depth + ";"


def measure(benchmark, front, source: bytes) -> None:
    benchmark.extra_info.update(bytes=len(source), tokens=front.tokens(source))
    benchmark(front.tree, source)


@pytest.mark.benchmark(group="parser/individual")
@pytest.mark.parametrize("name", SNIPPETS)
def test_individual(benchmark, front, name):
    measure(benchmark, front, SNIPPETS[name].encode())


@pytest.mark.benchmark(group="parser/throughput")
@pytest.mark.parametrize("size", SIZES)
def test_throughput(benchmark, front, size):
    measure(benchmark, front, program(SIZES[size]))


@pytest.mark.benchmark(group="parser/expression_depth")
@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("kind", ["parentheses", "calls", "objects", "arrows"])
def test_expression_depth(benchmark, front, kind, depth):
    """Time should be proportional to the depth: each level is parsed once."""
    measure(benchmark, front, nested(kind, depth).encode())


@pytest.mark.benchmark(group="parser/statements")
@pytest.mark.parametrize("kind", STATEMENTS)
def test_statements(benchmark, front, kind):
    measure(benchmark, front, STATEMENTS[kind].encode())


@pytest.mark.benchmark(group="parser/string_interning")
@pytest.mark.parametrize("kind", STRINGS)
def test_string_interning(benchmark, front, kind):
    measure(benchmark, front, STRINGS[kind].encode())
