"""The runner of test262, on a made-up suite of a few tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conformance import book, metadata, pool, selection

REPOSITORY = Path(__file__).parent.parent
HARNESS = {
    "assert.js": "function check(ok) { if (!ok) throw new Test262Error('wrong'); }",
    "sta.js": "function Test262Error(message) { this.message = message; }",
    "doneprintHandle.js": "function $DONE(e) { print('Test262:Async' + (e ? 'TestFailure:' + e : 'TestComplete')); }",
    "extra.js": "var extra = 42;",
}
TESTS = {
    "language/good/plain.js": ("", "check(absent()); function absent() { return typeof extra === 'undefined'; }"),
    "language/good/includes.js": ("includes: [extra.js]", "check(extra === 42);"),
    "language/good/includes_lines.js": ("includes:\n  - extra.js\nflags: [onlyStrict]", "check(extra === 42);"),
    "language/good/this.js": ("", "check(this === globalThis);"),
    "language/good/parse.js": ("negative:\n  phase: parse\n  type: SyntaxError", "let a, a;"),
    "language/good/runtime.js": ("negative:\n  phase: runtime\n  type: Test262Error", "throw new Test262Error('');"),
    "language/good/resolution.js": (
        "flags: [module]\nnegative:\n  phase: resolution\n  type: SyntaxError",
        "import { absent } from './values_FIXTURE.js';"),
    "language/good/module.js": ("flags: [module]", "import { one } from './values_FIXTURE.js'; check(one === 1);"),
    "language/good/raw.js": ("flags: [raw]", "if (typeof check !== 'undefined') throw 1;"),
    "language/good/async.js": ("flags: [generated, async]", "$DONE();"),
    "language/good/script.js": ("", "$262.evalScript('var seen = 1'); check(seen === 1); $262.gc();"),
    "language/good/syntax_error.js": (
        "", "let e; try { $262.evalScript('let a, a') } catch (x) { e = x; } check(e.constructor === SyntaxError);"),
    "language/bad/throws.js": ("", "check(false);"),
    "language/bad/no_error.js": ("negative:\n  phase: parse\n  type: SyntaxError", "let a;"),
    "language/bad/phase.js": ("negative:\n  phase: parse\n  type: SyntaxError", "throw new SyntaxError();"),
    "language/bad/type.js": ("negative:\n  phase: runtime\n  type: RangeError", "throw new TypeError();"),
    "language/bad/async.js": ("flags: [async]", "$DONE('no');"),
    "language/bad/never_done.js": ("flags: [async]", ";"),
    "language/bad/endless.js": ("", "for (;;);"),
    "language/bad/greedy.js": ("", "const all = []; for (;;) all.push(Array(100000).fill(0));"),
    "language/out/sloppy.js": ("flags: [noStrict]", "throw 1;"),
    "annexB/old.js": ("", "throw 1;"),
    "built-ins/RegExp/one.js": ("features: [regexp-lookbehind]", "check(false);"),
}


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    for name, text in HARNESS.items():
        path = tmp_path / "harness" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    for name, (about, body) in TESTS.items():
        path = tmp_path / "test" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"/*---\ndescription: >\n  what it: shows\n{about}\n---*/\n{body}\n")
    (tmp_path / "test/language/good/values_FIXTURE.js").write_text("export const one = 1;")
    return tmp_path


def conformance(suite: Path, *words: str) -> tuple[int, dict[str, dict], str]:
    report = suite / "report.json"
    command = [sys.executable, "-m", "tests.conformance", "--test262", str(suite), "--jobs", "1", "--seconds", "1",
               "--megabytes", "64", "--failed", str(suite / "failed.txt"), "--results", str(suite / "results.md"),
               "--report", str(report), *words]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode, json.loads(report.read_text()), done.stdout


def test_verdicts(suite: Path):
    code, results, output = conformance(suite)
    assert code == 1
    assert len(results) == len(TESTS)
    verdicts = {path.removeprefix("test/"): result["verdict"] for path, result in results.items()}
    assert {path for path, verdict in verdicts.items() if verdict == "pass"} == {
        path for path in TESTS if "/good/" in path}
    assert verdicts["language/bad/endless.js"] == "timeout"
    assert verdicts["language/bad/greedy.js"] == "memory"
    assert verdicts["language/out/sloppy.js"] == verdicts["annexB/old.js"] == "excluded"
    assert "sloppy mode" in output
    assert "language/bad/throws.js: fail: runtime: Test262Error: wrong" in output


def test_what_is_left_out_can_be_run_for_what_it_breaks(suite: Path):
    code, results, output = conformance(suite, "--excluded", "test/language/out", "test/annexB")
    assert code == 0
    assert {result["verdict"] for result in results.values()} == {"excluded"}
    assert "2 tests in" in output
    (suite / "test/annexB/old.js").write_text("for (;;);")
    code, results, _ = conformance(suite, "--excluded", "test/annexB")
    assert (code, results["test/annexB/old.js"]["verdict"]) == (1, "timeout")


def test_forced_collections_are_counted(suite: Path, monkeypatch):
    monkeypatch.setenv("TSRUN_GC_STRESS", "1")
    monkeypatch.setenv("TSRUN_VERIFY", "1")
    _, results, output = conformance(suite, "test/language/good")
    assert {result["verdict"] for result in results.values()} == {"pass"}
    assert sum(result["collections"] for result in results.values()) > len(results)
    assert " collections" in output


def test_the_list_only_shrinks(suite: Path):
    failed = suite / "failed.txt"
    assert conformance(suite, "--update", "--accept")[0] == 0
    listed = book.read_failed(failed)
    assert "test/language/bad/throws.js" in listed
    assert conformance(suite)[0] == 0
    (suite / "test/language/bad/throws.js").write_text("check(true);")
    (suite / "test/language/good/plain.js").write_text("check(false);")
    assert conformance(suite, "--update", "test/language/good", "test/language/bad/throws.js")[0] == 1
    assert book.read_failed(failed) == listed - {"test/language/bad/throws.js"}
    rows = book.read_table(suite / "results.md")
    assert rows["test/language/good"].failed == 1
    assert rows["test/language/bad"].failed == 8, "a folder that was run in part keeps its row"
    assert rows["test/built-ins/RegExp"].needs == {"RegExp": 1}, "and so does one that was not run"


def test_a_worker_that_dies_costs_one_test(suite: Path):
    worker = pool._Worker(suite, os.environ["TSRUN_KERNEL"], pool.Limits(30.0, 64))
    try:
        assert worker.run("test/language/good/plain.js").verdict == "pass"
        threading.Thread(target=lambda: (time.sleep(0.2), worker.process.kill())).start()
        result = worker.run("test/language/bad/endless.js")
        assert (result.verdict, result.detail) == ("crash", "the worker died: SIGKILL")
        assert not worker.is_alive
    finally:
        worker.stop()
    found = {}
    pool.run_all(suite, ["test/language/good/plain.js", "test/language/good/async.js"], os.environ["TSRUN_KERNEL"], 2,
                 pool.Limits(5.0, 64), found.__setitem__)
    assert [found[path].verdict for path in sorted(found)] == ["pass", "pass"]


def test_frontmatter():
    read = metadata.read
    assert read("no block") == metadata.Metadata()
    assert read("/*---\rflags: [module, async] # both\rfeatures: [a,\r  b]\r---*/").features == {"a", "b"}
    negative = "negative:\n  phase: parse # early\n  type: SyntaxError"
    about = read(f"/*---\n{negative}\nincludes: [x.js, y.js]\nflags: []\n---*/")
    assert about == metadata.Metadata(frozenset(), frozenset(), ("x.js", "y.js"), ("parse", "SyntaxError"))
    assert read("/*---\nfeatures:\n  - one\n  - two\ninfo: |\n  flags: [noStrict]\n---*/").flags == frozenset()


def test_missing_objects():
    lacking = selection.missing(["Object", "Date"])

    def needs(source: str, **about) -> str:
        return selection.needs(metadata.Metadata(**about), source, lacking)

    assert needs("x = /a[/]b/.test(s)") == "RegExp"
    assert needs("x = a / b / c // d /") == ""
    assert needs("x = 10n") == "BigInt"
    assert needs("new Uint8Array(2)") == "Uint8Array"
    assert needs("Date.now()") == ""
    assert needs("/(/", negative=("parse", "SyntaxError")) == ""
    assert needs("", includes=("testTypedArray.js",)) == "TypedArray"


def test_what_counts_as_failing():
    assert book.failed(book.Result("fail"))
    assert not book.failed(book.Result("fail", needs="RegExp"))
    assert book.failed(book.Result("crash", needs="RegExp"))
    assert not book.failed(book.Result("excluded", needs="annex B"))
