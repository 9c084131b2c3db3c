"""tsrun profile --opcodes: counts that add up, and the checklist for scripts that ask for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tsrun.heap import counters
from tsrun.heap.layout import S_CODE_TOP
from tsrun.realm import Realm
from tsrun.tools.findings import findings
from tsrun.tools.opcodes import Counts

SOURCE = """\
class P { constructor(public x: number) {} get double() { return this.x * 2; } }
const mixed: any[] = [];
for (let i = 0; i < 3000; i++) {
  const makers = [() => ({ a: 1 }), () => ({ b: 1 }), () => ({ c: 1 }), () => ({ d: 1 }), () => ({ e: 1 }), () => ({})];
  const o: any = makers[i % 6]();
  o.v = i;
  mixed.push(o);
}
let t = 0;
for (let k = 0; k < 5; k++) for (const o of mixed) {
  t += o.v;
}
const p = new P(3);
for (let i = 0; i < 3000; i++) {
  t += p.double;
}
const table: any = {};
for (let i = 0; i < 25000; i++) table["key" + (i % 100)] = i;
for (let i = 0; i < 500; i++) {
  const o: any = { a: i, b: 1 };
  delete o.a;
  t += o.b;
}
let s = "";
for (let i = 0; i < 500; i++) {
  s += "some text that is long enough";
  if (s.charCodeAt(i) === 0) t++;
}
const fs: any[] = [];
for (let i = 0; i < 21000; i++) {
  fs[i % 10] = () => i;
}
const sparse: any[] = [];
for (let i = 0; i < 100; i++) {
  const a: any = [];
  a[100000] = 1;
  sparse.push(a);
}
const byName: any = {};
for (let i = 0; i < 300; i++) {
  byName["name" + i] = {};
}
console.log(t > 0, s.length);
"""


def counted(source):
    realm = Realm(profile="dev", sink=lambda _level, _text: None)
    counts = Counts(realm)
    realm.run_module(source.encode(), "/counted.ts", "/counted.ts")
    counts.finish()
    return realm, counts


@pytest.fixture(scope="module")
def run():
    return counted(SOURCE)


def test_instructions_by_opcode_add_up_to_those_by_place(run):
    realm, counts = run
    by_place = sum(realm.engine.memory.view("pc_count")[: realm.engine.state[S_CODE_TOP]].tolist())
    assert counts.instructions == by_place == sum(row.count for row in counts.opcodes)
    assert counts.instruction_ns > 0
    assert counts.opcodes == sorted(counts.opcodes, key=lambda row: (-row.total, row.name))


def test_counts_are_the_same_in_every_run(run):
    _, counts = run
    _, again = counted(SOURCE)
    assert {row.name: row.count for row in again.opcodes} == {row.name: row.count for row in counts.opcodes}
    assert [(site.place, site.asked, site.kinds) for site in again.sites] == [
        (site.place, site.asked, site.kinds) for site in counts.sites]  # fmt: skip


def test_a_loop_is_counted_exactly():
    _, counts = counted("let n = 0;\nfor (let i = 0; i < 1000; i++) n = n * 3;")
    by_name = {row.name: row.count for row in counts.opcodes}
    assert by_name["mul_const"] == 1000


def test_hits_and_misses_add_up_to_the_accesses(run):
    _, counts = run
    for site in counts.sites:
        others = site.kinds.get(counters.CACHE_OTHER, 0)
        assert site.first_hits + others + site.misses == site.asked
    read = next(site for site in counts.sites if site.place.line == 11 and site.key == "v")
    assert read.asked == 15000
    assert read.kinds[counters.CACHE_FULL] > 10000


def test_phases_are_within_the_collector_s_time(run):
    _, counts = run
    number, spent = counts.collections
    assert number > 0
    assert 0 < sum(took for _, took in counts.phases) <= spent


def test_findings_name_the_lines_that_ask_for_it(run):
    _, counts = run
    found = findings(counts)
    for line, words in [
        (11, "more than four layouts"),
        (15, "runs a getter"),
        (18, "short strings are joined"),
        (18, "hashed to be property keys"),
        (21, "become hash tables"),
        (27, "is made flat"),
        (31, "functions are made here"),
        (36, "elements into hash tables"),
    ]:
        assert any(f"counted.ts:{line}: " in each and words in each for each in found), (line, words, found)


def test_nothing_is_found_in_a_plain_script():
    _, counts = counted("let n = 0;\nfor (let i = 0; i < 5000; i++) n += i;\nconsole.log(n);")
    assert findings(counts) == []


def test_command(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text(SOURCE + "throw new Error('at the end');")
    done = subprocess.run(
        [sys.executable, "-m", "tsrun", "profile", "--opcodes", "--top", "5", path],
        capture_output=True, text=True, timeout=120, check=False, env={**os.environ, "TSRUN_KERNEL": "dev"},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "true 14500\n")
    assert "Error: at the end" in done.stderr
    for words in ("Instructions: ", "Collector: ", "Inline caches: ", "Allocation: ", "Ropes made flat: ",
                  "What to look at", "more than four layouts"):  # fmt: skip
        assert words in done.stderr


def test_the_release_kernel_is_refused(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text("1")
    done = subprocess.run(
        [sys.executable, "-m", "tsrun", "profile", "--opcodes", "--kernel", "release", path],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "does not count" in done.stderr
