"""The VM: compiled scripts in a realm that is there already."""

from __future__ import annotations

import pytest

from profiling.engines import Script
from profiling.operations import COPIES, EMPTY, OPERATIONS, loop

LOOPS = 2_000
SCRIPTS = {
    "fib(20)": """
        function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
        export function run() { return fib(20); }""",
    "sieve of 20,000": """
        export function run() {
          const N = 20000, marks: boolean[] = [];
          for (let i = 0; i <= N; i++) marks.push(true);
          let count = 0;
          for (let i = 2; i <= N; i++) if (marks[i]) { count++; for (let j = 2 * i; j <= N; j += i) marks[j] = false; }
          return count;
        }""",
    "methods": """
        class Counter { n = 0; constructor(public step: number) {} inc() { this.n += this.step; return this.n; } }
        class Double extends Counter { inc() { this.n += 2 * this.step; return this.n; } }
        const all = [new Counter(1), new Double(2), new Counter(3)];
        export function run() { let t = 0; for (let i = 0; i < 9000; i++) t += all[i % 3].inc(); return t; }""",
    "array callbacks": """
        const xs = Array.from({ length: 3000 }, (_, i) => i);
        export function run() { return xs.map(x => x * 2).filter(x => x % 3 === 0).reduce((p, c) => p + c, 0); }""",
    "sort by a function": """
        let seed = 42;
        const xs = Array.from({ length: 2000 }, () => seed = seed * 16807 % 2147483647);
        export function run() { return [...xs].sort((a, b) => a - b)[7]; }""",
    "strings": """
        export function run() {
          let s = "";
          for (let i = 0; i < 3000; i++) s += "k" + i % 97 + ",";
          let h = 0;
          for (let i = 0; i < s.length; i += 7) h = (h * 31 + s.charCodeAt(i)) % 1000000007;
          return h + s.split(",").length;
        }""",
    "destructuring": """
        export function run() {
          let acc = { a: 0, b: 0 }, sum = 0;
          for (let i = 0; i < 1000; i++) {
            const { a, ...rest } = acc, [h, ...t] = [i, a, 1];
            acc = { ...rest, a: h % 100 };
            sum += t.length;
          }
          return sum;
        }""",
    "exceptions": """
        export function run() {
          let n = 0;
          for (let i = 0; i < 1000; i++) try { if (i % 2) throw new Error("odd"); n += i; } catch (e) { n++; }
          return n;
        }""",
    "map and set": """
        export function run() {
          const m = new Map<number, number>(), s = new Set<number>();
          for (let i = 0; i < 3000; i++) { m.set(i * 7, i); s.add(i * 13 % 1009); }
          let sum = 0;
          for (let i = 0; i < 3000; i++) if (s.has(i)) sum += m.get(i * 7)!;
          return sum;
        }""",
    "JSON": """
        const value = { list: Array.from({ length: 200 }, (_, i) => ({ id: i, name: "item " + i, tags: ["a", "b"] })) };
        export function run() { return JSON.stringify(JSON.parse(JSON.stringify(value))).length; }""",
}


@pytest.mark.benchmark(group="vm/operations")
@pytest.mark.parametrize("name", [EMPTY, *OPERATIONS])
def test_operations(benchmark, kernel, name):
    """Many of one operation in a loop; `python -m profiling.operations` makes nanoseconds of them."""
    benchmark.extra_info.update(operations=LOOPS * COPIES)
    benchmark(Script(loop(OPERATIONS.get(name, "")), profile=kernel).function("run"), LOOPS)


@pytest.mark.benchmark(group="vm/scripts")
@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts(benchmark, kernel, name):
    benchmark(Script(SCRIPTS[name], profile=kernel).function("run"))


@pytest.mark.benchmark(group="vm/entry")
def test_call_from_python(benchmark, kernel):
    """Into the kernel, through an empty function, and back."""
    benchmark(Script("export function run() {}", profile=kernel).function("run"))
