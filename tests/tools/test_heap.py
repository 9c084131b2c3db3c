"""`tsrun heap`: its figures, its files, and that a script runs under it as it would without."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from gone_readers import run_without_reader
from tsrun.cli.options import UsageError
from tsrun.heap.layout import FIRST_OBJECT_KIND, KIND_NAMES, S_LIVE_CELLS
from tsrun.realm import Realm
from tsrun.tools.heap.command import read
from tsrun.tools.heap.figures import figures, growth, peak_shares, survival
from tsrun.tools.heap.held import _in_two_walks, _one_by_one, held
from tsrun.tools.heap.leaks import Reach, leaks
from tsrun.tools.heap.recording import Recording, heap_after, heap_before
from tsrun.tools.heap.report import report, site_shares
from tsrun.tools.heap.variables import Variables, global_keys

EXAMPLES = Path(__file__).parents[2] / "examples" / "memory-management"
CHURN = "let s = 0; for (let i = 0; i < 40000; i++) { const o = { a: i, b: [i] }; s += o.b.length; } console.log(s);"


@pytest.fixture(autouse=True)
def no_stress(monkeypatch):
    """A collection at each point would be another heap profile."""
    monkeypatch.delenv("TSRUN_GC_STRESS", raising=False)


class Recorded:
    """A script that ran under the recorder."""

    def __init__(self, source, name="/script.ts", frames=0, *, script=False, **options):
        self.output = []
        self.realm = Realm(sink=lambda _, text: self.output.append(text), **options)
        self.realm.completion = False
        self.keys = global_keys(self.realm.heap)
        self.recording = Recording(self.realm, frames)
        self.error = None
        try:
            run = self.realm.run_either if script else self.realm.run_module
            run(source.encode(), name, name, **({"script": True} if script else {}))
            self.realm.finish()
        except Exception as error:  # noqa: BLE001 whatever ended it
            self.error = error
        self.recording.finish()
        self.columns = figures(self.recording)

    def reach(self):
        return Reach(self.recording)

    def held(self):
        return held(self.reach(), Variables(self.recording, self.keys).all())

    def report(self):
        return "\n".join(report(self.recording, leaks(self.reach()), self.held(), "time", "script.ts"))


def example(name, **options):
    path = EXAMPLES / name
    return Recorded(path.read_text(encoding="utf-8"), str(path), **options)


# Figures


@pytest.mark.parametrize("name", ["gc-no-cycles.ts", "gc-scale-test.ts"])
def test_churn_is_flat(name):
    run = example(name)
    made = run.recording.made_cells
    assert made[FIRST_OBJECT_KIND:].sum() >= 150_000
    assert made[KIND_NAMES.index("object")] == 150_000
    empty = heap_after(run.recording.empty)
    assert heap_before(run.recording.peak) < empty + (1 << 20)
    assert heap_after(run.recording.peak_live) < 1.1 * empty
    found = leaks(run.reach())
    assert found.leaked == []
    assert found.live == found.library + found.script
    assert growth(run.columns)[1] < 0.001
    assert "live heap:    flat" in run.report()
    assert "leaked: 0 cells" in run.report()


def test_a_leak_is_seen_by_name():
    run = example("leak.ts")
    assert growth(run.columns)[1] > 0.5
    first = run.held()[0]
    assert (first.name, first.kind, first.cells) == ("cache", "map", 60_002)
    assert first.bytes > 0.9 * (heap_after(run.recording.last) - heap_after(run.recording.empty))
    text = run.report()
    assert "live heap:    grows" in text
    assert "cache (map, leak.ts)" in text
    assert "leaked: 0 cells" in text  # what a variable holds is the script's own business
    if run.recording.notes is not None:
        shares = site_shares(run.recording.peak_sites, run.recording.places)
        assert any("profileOf leak.ts:15" in share.name and share.cells >= 19_000 for share in shares)


def test_bytes_by_kind_add_up_to_the_heap():
    run = Recorded(
        "const keep: any[] = []; for (let i = 0; i < 9000; i++) { keep.push({ i, s: 'x'.repeat(i % 50) });"
        "if (i % 1000 === 999) keep.splice(0, 500); } console.log(keep.length); export { keep };",
        collector={"trigger": 64 << 10},
    )
    columns = run.columns
    assert (columns.kind_cells.sum(1) == columns.cells_after).all()
    assert (columns.kind_cells_before.sum(1) == columns.cells_before).all()
    assert (columns.unused >= 0).all()
    assert (columns.kind_bytes.sum(1) + columns.unused == columns.after).all()
    assert int(columns.cells_after[-1]) == run.realm.engine.state[S_LIVE_CELLS]
    # The same counted by numpy, cell by cell.
    reach = run.reach()
    assert int(reach.sizes.sum()) == int(columns.kind_bytes[-1].sum())
    assert sum(share.bytes for share in peak_shares(run.recording)) <= heap_after(run.recording.peak_live)


def test_what_a_memory_limit_says_of_the_heap_is_exact():
    run = Recorded(
        "const keep: any[] = []; for (let i = 0; i < 9000; i++) keep.push({ i, s: 'x'.repeat(i % 50), m: new Map() });"
        "export { keep };"
    )
    size, kinds = run.realm.engine.usage()
    assert size == heap_after(run.recording.last)
    by_kind = run.columns.kind_bytes[-1]
    assert kinds == {KIND_NAMES[kind]: by_kind[kind] for kind in range(len(KIND_NAMES)) if by_kind[kind]}


def test_a_full_heap_is_counted_faster_than_python_counts():
    run = Recorded("export const keep: any[] = []; for (let i = 0; i < 400000; i++) keep.push({ i });")
    meta, ratios = run.realm.engine.heap.meta, []
    for _ in range(5):
        start = time.process_time()
        run.realm.engine.usage()
        middle = time.process_time()
        assert sum(meta[cell] != 0 for cell in range(400_000)) > 300_000
        ratios.append((middle - start) / (time.process_time() - middle))
    assert min(ratios) < 0.7


def test_what_was_made_by_kind_is_what_was_allocated():
    run = Recorded(CHURN)
    assert int(run.recording.made_cells.sum()) == int(
        run.columns.allocated_cells[-1] - run.columns.allocated_cells[0]
    )
    if run.recording.notes is not None:
        assert sum(each.cells for each in run.recording.notes.allocations()) == int(run.recording.made_cells.sum())


def test_of_many_collections_some_rows_are_kept_and_all_are_counted(monkeypatch):
    monkeypatch.setattr("tsrun.tools.heap.recording.MOST_ROWS", 8)
    run = Recorded(CHURN, collector={"trigger": 32 << 10})
    assert run.recording.pauses > 50
    assert len(run.columns.number) <= 11
    assert run.columns.number[-1] == run.recording.taken
    assert int(run.recording.made_cells.sum()) == int(run.columns.allocated_cells[-1] - run.columns.allocated_cells[0])
    assert heap_before(run.recording.peak) == run.columns.before.max()


def test_survival_by_age():
    run = Recorded(
        "let ring: any[] = []; for (let i = 0; i < 30000; i++) { ring[i % 1000] = { i }; }"
        "console.log(ring.length); export { ring };",
        collector={"trigger": 64 << 10, "growth": 0},
    )
    found = survival(run.recording)
    assert 0 < found[0] < 1
    assert found[15] > 0.99  # the realm's own


def test_what_is_live_through_the_host_alone_is_leaked():
    run = Recorded("console.log(1)")
    run.realm.engine.keep(run.realm.engine.string("forgotten"))
    run.realm.engine.collect()
    found = leaks(run.reach())
    assert len(found.leaked) == 1
    assert found.examples == ["string 'forgotten'"]


ENDS = {
    "import": "const own = await import('./dep.js'); await null; console.log(own.a); export { own };",
    "eval": "const f = eval('(function named() { return [1]; })'); f(); export { f };",
    "error": "const list: any[] = []; for (let i = 0; i < 9; i++) list.push({ i }); throw new TypeError('no');",
    "rejected": "await Promise.reject(new RangeError('late'));",
    "unhandled": "Promise.reject({ odd: [1] }); await new Promise(done => setTimeout(done, 1));",
    "pending": "export const never = new Promise(() => {}); setTimeout(() => {}, 1); await never;",
}


@pytest.mark.parametrize("end", ENDS)
def test_nothing_is_leaked_however_a_script_ends(end, tmp_path):
    (tmp_path / "dep.ts").write_text("export const a = [{ b: 1 }];")
    path = tmp_path / "script.ts"
    path.write_text(ENDS[end])
    done = tsrun("heap", path)
    assert "leaked: 0 cells" in done.stderr, done.stderr


HOLDERS = """
export const inArray: object[] = [];
const inMap = new Map<string, object>(), inSet = new Set<object>(), byObject = new WeakMap<object, object>();
function counter() { const inClosure: object[] = []; return () => inClosure.push({ v: inClosure.length }); }
export const hidden = counter();
function* steps() { const own: object[] = []; for (;;) { own.push({ at: own.length }); yield own.length; } }
export const paused = steps();
export const proxied = new Proxy({ list: [] as object[] }, {});
export const waiting: Promise<any>[] = [];
for (let i = 0; i < 300; i++) {
  inArray.push({ i }); inMap.set("key" + i, { i }); inSet.add({ i }); hidden(); paused.next(); proxied.list.push({ i });
  waiting.push(new Promise<any>(() => {}).then(() => i)); byObject.set(inArray[i], { meta: i });
}
(globalThis as any).left = Array.from({ length: 300 }, (_, i) => [i]);
export { inMap, inSet, byObject };
"""


def test_each_holder_is_named():
    run = Recorded(HOLDERS)
    found = {each.name: each for each in run.held()}
    kinds = {"inMap": "map", "inSet": "set", "hidden": "function", "paused": "generator", "proxied": "proxy",
             "waiting": "array", "left": "array", "byObject": "weak map"}  # fmt: skip
    assert {name: found[name].kind for name in kinds} == kinds
    assert all(found[name].cells > 300 for name in kinds)
    assert "left (array, globalThis)" in run.report()
    assert leaks(run.reach()).leaked == []


def test_odd_names_are_printable():
    run = Recorded('(globalThis as any)["a\\n\\x1b[31m\\ud800"] = [1, { "b\\0": 1 }];')
    assert "a\\n\\x1b[31m\\ud800 (array, globalThis)" in run.report()


def test_every_kind_can_have_a_colour():
    pytest.importorskip("matplotlib")
    from tsrun.tools.heap.pictures import KIND_COLORS, LAYERS, colors_of

    for kind in range(1, len(KIND_NAMES)):
        sizes = np.ones(32, np.int64)
        sizes[kind] = 1000
        colors = colors_of(sizes)
        assert next(iter(colors)) == kind
        assert len(set(colors.values())) == len(colors) == LAYERS
        assert colors[kind] == KIND_COLORS.get(KIND_NAMES[kind], colors[kind])


def test_what_filled_the_memory_is_still_there_at_the_limit():
    run = Recorded(
        "function fill() { const kept: any[] = []; for (;;) kept.push({ a: kept.length }); } fill();",
        max_memory=20 << 20,
    )
    assert "memory limit" in str(run.error)
    assert heap_after(run.recording.last) > 10 << 20
    found = leaks(run.reach())
    assert found.leaked == []
    assert found.script > 100_000
    kinds = {share.name: share.cells for share in peak_shares(run.recording)}
    assert kinds["object"] > 100_000
    if run.recording.notes is not None:
        shares = site_shares(run.recording.peak_sites, run.recording.places)
        assert shares[0].name.startswith("object  fill script.ts:1")


def test_asking_what_is_reached_changes_nothing():
    run = example("leak.ts")
    bits = bytes(run.realm.engine.memory.view("mark_bits")[:2000])
    run.held()
    assert bytes(run.realm.engine.memory.view("mark_bits")[:2000]) == bits
    before = run.realm.engine.state[S_LIVE_CELLS]
    for each in run.recording.locals:
        run.realm.engine.keep(each.value)
    run.realm.engine.collect()
    assert run.realm.engine.state[S_LIVE_CELLS] == before


def test_a_property_of_the_global_object_is_a_variable():
    run = Recorded("const g = globalThis as any; g.store = []; for (let i = 0; i < 5000; i++) g.store.push([i]);")
    assert [(each.variables[0].owner, each.name) for each in run.held()] == [("globalThis", "store")]


LOCALS = """
function fill(where: object[], rounds: number) {
  const own: any[] = [];
  for (let i = 0; i < rounds; i++) { where.push({ i }); own.push([i]); }
  for (;;) where.push({ more: own.length });
}
function main() {
  const store: object[] = [], captured: object[] = [];
  const add = (n: number) => captured.push({ n });
  for (let i = 0; i < 500; i++) add(i);
  { const gone = new Array(900).fill(0).map(() => [1]); gone.length = 0; }
  try { throw { big: captured.map(n => [n]) }; } catch (caught) { fill(store, 700); }
}
main();
"""


def test_locals_of_calls_under_way_are_named():
    run = Recorded(LOCALS, max_memory=8 << 20)
    assert "memory limit" in str(run.error)
    found = {each.name: each for each in run.held()}
    assert found["store, where"].cells > 10_000  # two names of one array
    assert found["own"].cells == 1 + 700
    assert found["captured"].cells == 1
    assert found["caught"].cells == 1 + 1 + 500
    assert "gone" not in "".join(found)
    assert [each.function for each in found["store, where"].variables] == ["main", "fill"]
    assert "own (array, fill script.ts)" in run.report()
    assert leaks(run.reach()).leaked == []


def test_locals_of_very_many_calls_are_named_by_the_outermost_first():
    run = Recorded(
        "function down(n: number, list: number[]): number { const own = [n]; if (n > 20000) for (;;) own.push(n);"
        "return down(n + 1, own) + list.length; }"
        "function main() { const top = [[1]]; down(0, []); top.pop(); } main();",
        max_memory=16 << 20,
        max_depth=30000,
    )
    assert "memory limit" in str(run.error)
    found = run.held()
    assert "top" in {each.name for each in found}
    assert "own" in {each.name for each in found}
    assert max(each.bytes for each in found) > 2 << 20
    assert run.report().count("own, list (array, down script.ts)") == 1  # those of all calls together


@pytest.mark.parametrize("cut", ["main();", "const main2 = main; main2();"])
def test_locals_of_functions_that_wait_are_named(cut):
    run = Recorded(
        "async function main() { const store: object[] = []; for (let i = 0; i < 900; i++) store.push({ i });"
        "await new Promise(done => setTimeout(done, 60000)); store.length = 0; }"
        "setTimeout(() => { for (;;); }, 5);" + cut,
        timeout=0.3,
    )
    assert "time limit" in str(run.error)
    found = {each.name: each for each in run.held()}
    assert (found["store"].cells, found["store"].variables[0].function) == (901, "main")


@pytest.mark.parametrize(
    "end", ["", "throw new Error('end');", "null!.x;", "[1].map(n => { throw n; });", "fail();", "JSON.parse('{');"]
)
@pytest.mark.parametrize("script", [False, True])
def test_variables_that_only_the_top_level_uses_are_named(end, script):
    run = Recorded(
        "function fail() { const inner = [1]; throw inner; }"
        "const cache = new Map<number, object>(); for (let i = 0; i < 900; i++) cache.set(i, { i });"
        f"const again = cache; {{ const gone = [cache]; gone.pop(); }} {end} const later = [1]; later.pop();",
        script=script,
    )
    assert bool(run.error) == bool(end)
    found = {each.name: each for each in run.held()}
    assert (found["cache, again"].cells, found["cache, again"].kind) == (902, "map")
    assert "gone" not in found
    assert ("later" in found) == (not end)
    assert leaks(run.reach()).leaked == []


def test_what_a_body_left_is_gone_after_a_collection():
    run = Recorded(
        "const cache = [1, 2]; cache.pop(); setTimeout(() => { for (let i = 0; i < 99999; i++) [i]; });",
        collector={"trigger": 32 << 10},
    )
    assert "cache" not in {each.name for each in run.held()}


def test_what_a_variable_inside_another_ones_cells_holds_is_counted_once():
    """The promise holds the coroutine in which `store` is, so `store` is no variable by itself."""
    run = Recorded(
        "async function main(gate: Promise<void>) { const store = Array.from({ length: 500 }, () => ({})); await gate;"
        "return store; } export const gate = new Promise<void>(() => {}); main(gate);"
    )
    found = {each.name: each.cells for each in run.held()}
    assert found["gate"] > 501
    assert "store" not in found


SHARED = """
export const a: any[] = [], b: any[] = [], same = a, empty: any[] = [], ring: any = { };
for (let i = 0; i < 50; i++) { const both = { i }; a.push([i], both); b.push({ i }, both, [both]); }
ring.self = ring; const local = [b, [1]], function_ = () => local;
(globalThis as any).outer = { ring: [ring] };
"""


def test_both_ways_of_asking_who_holds_what_agree():
    """Two walks over all variables, and one for each where weak maps live."""
    run = Recorded(SHARED)
    reach = run.reach()
    groups = {}
    for variable in Variables(run.recording, run.keys).all():
        groups.setdefault(variable.value, []).append(variable)
    chosen = list(groups.items())
    for once, each in zip(_in_two_walks(reach, chosen), _one_by_one(reach, chosen), strict=True):
        assert once.tolist() == each.tolist()
    found = {each.name: each.cells for each in run.held()}
    assert found == {"a, same": 51, "local": 2, "empty": 1, "function_": 1, "outer": 2}


# Endings


def tsrun(*arguments, **environment):
    command = [sys.executable, "-m", "tsrun", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=200, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )  # fmt: skip


def test_output_and_status_are_those_of_a_plain_run(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text(CHURN + "console.error('e'); console.log(scriptArgs.join());")
    plain, recorded = tsrun(path, "a", "b"), tsrun("heap", path, "a", "b")
    assert (recorded.returncode, recorded.stdout) == (plain.returncode, plain.stdout)
    assert recorded.stderr.startswith("e\nheap of script.ts")


@pytest.mark.parametrize(
    ("source", "options", "status", "message"),
    [
        ("throw new TypeError('no')", [], 1, "TypeError: no"),
        ("const kept: any[] = []; while (true) kept[kept.length % 9] = [1];", ["--timeout", "300"], 124, "time limit"),
        ("const kept: any[] = []; while (true) kept.push([1]);", ["--max-memory", "20M"], 1, "memory limit"),
    ],
)
def test_a_script_that_does_not_end_well_is_reported(tmp_path, source, options, status, message):
    path = tmp_path / "script.ts"
    path.write_text(source)
    done = tsrun("heap", "--csv", tmp_path / "out.csv", *options, path)
    assert done.returncode == status
    assert message in done.stderr
    assert "peak heap:" in done.stderr
    assert (tmp_path / "out.csv").stat().st_size > 100


def test_what_is_pending_runs_before_the_report(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text(
        "setTimeout(() => { const a: any[] = []; for (let i = 0; i < 5000; i++) a[i] = { i };"
        "console.log('late'); }, 5);"
        "Promise.resolve(1).then(value => console.log('job', value)); export {};"
    )
    done = tsrun("heap", path)
    assert (done.returncode, done.stdout) == (0, "job 1\nlate\n")
    assert "leaked: 0 cells" in done.stderr
    assert "5,0" in next(line for line in done.stderr.split("\n") if line.startswith("allocated:"))


def test_an_interrupted_script_is_reported(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text("console.log('begun'); for (;;) { const o = { a: [1] }; }")
    command = [sys.executable, "-m", "tsrun", "heap", str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as run:
        assert run.stdout.readline() == "begun\n"
        time.sleep(0.3)
        run.send_signal(signal.SIGINT)
        err = run.communicate(timeout=100)[1]
    assert run.returncode == 130
    assert "peak heap:" in err
    assert "live heap:    flat" in err


def test_a_syntax_error_needs_no_report(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text("let let = 1")
    done = tsrun("heap", path)
    assert done.returncode == 1
    assert "SyntaxError" in done.stderr
    assert "heap of" not in done.stderr


@pytest.mark.parametrize("source", ["", "1", "export {}"])
def test_a_script_that_does_nothing_is_reported(tmp_path, source):
    pytest.importorskip("matplotlib")
    path = tmp_path / "$e$ \u65e5.ts"
    path.write_text(source)
    files = {name: tmp_path / f"out.{name}" for name in ("csv", "npz", "heapsnapshot")}
    options = ["--csv", files["csv"], "--npz", files["npz"], "--snapshot", files["heapsnapshot"],
               "--plot", tmp_path / "a.png", "--map", tmp_path / "b.png"]  # fmt: skip
    done = tsrun("heap", *options, path)
    assert done.returncode == 0
    assert "collections:  0" in done.stderr
    assert "leaked: 0 cells" in done.stderr
    assert "Warning" not in done.stderr
    assert all(file.stat().st_size > 100 for file in files.values())


def test_the_time_limit_is_the_scripts_alone(tmp_path, monkeypatch, capfd):
    """What the recorder takes before and after the script does not count."""
    from tsrun.cli.output import Output
    from tsrun.tools.heap import recording
    from tsrun.tools.heap.command import heap_command

    class Slow(recording.Recording):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            time.sleep(3.2)

        def finish(self):
            if not self.finished:
                time.sleep(3.2)
            super().finish()

    monkeypatch.setattr(recording, "Recording", Slow)
    path = tmp_path / "script.ts"
    path.write_text(CHURN + "const kept = [[1], [2]]; export { kept };")
    assert heap_command(["--timeout", "3000", str(path)], Output()) == 0
    err = capfd.readouterr().err
    assert "leaked: 0 cells" in err
    assert "kept (array, script.ts)" in err


@pytest.mark.parametrize("gone", ["stdout", "stderr"])
def test_readers_that_go_away_leave_the_files(tmp_path, gone):
    run_without_reader(["heap", "--csv"], tmp_path, gone)


def test_wrong_usage(tmp_path):
    for wrong in (["--over", "years", "f"], ["--plot", "x.bmp", "f"], ["--frames", "0", "f"], ["--plot"],
                  ["--tokens", "f"], ["--csv", str(tmp_path / "none" / "x.csv"), "f"], ["--nothing", "f"]):  # fmt: skip
        with pytest.raises(UsageError):
            read(wrong)
    wanted, options = read(["--over", "allocated", "--gc", "growth=2", "--frames=3", "f.ts", "--plot", "x"])
    assert (wanted.over, wanted.frames, wanted.plot) == ("allocated", 3, "")
    assert (options.file, options.arguments, options.collector) == ("f.ts", ["--plot", "x"], {"growth": 2.0})
    done = tsrun("heap", "--over", "years", "f")
    assert done.returncode == 2
    assert done.stderr.startswith("tsrun: --over: there is no 'years'")
    assert tsrun("heap", "--help").stdout.startswith("Usage: tsrun heap")


# Files


def test_the_numbers_as_files(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text(CHURN)
    done = tsrun("heap", "--quiet", "--csv", tmp_path / "a.csv", "--npz", tmp_path / "a.npz", path)
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    with np.load(tmp_path / "a.npz") as arrays:
        assert len(rows) == len(arrays["time_ms"]) > 3
        assert [int(row["bytes_after"]) for row in rows] == arrays["bytes_after"].tolist()
        assert arrays["kind_cells_after"].sum(1).tolist() == arrays["cells_after"].tolist()
        assert int(arrays["made_cells"][arrays["kinds"].tolist().index("array")]) == 40_000
        sums = arrays["kind_bytes_after"].sum(1) + arrays["unused_bytes_after"]
        assert sums.tolist() == arrays["bytes_after"].tolist()
        guide = (Path(__file__).parents[2] / "docs" / "heap.md").read_text(encoding="utf-8")
        assert [name for name in (*rows[0], *arrays.files) if f"`{name}`" not in guide and not name.endswith(
            ("_cells", "_bytes"))] == []  # fmt: skip
    for row in rows[1:]:
        sizes = [int(value) for name, value in row.items()
                 if name.removesuffix("_bytes") in KIND_NAMES or name == "unused_bytes_after"]  # fmt: skip
        assert sum(sizes) == int(row["bytes_after"])
        kinds = [int(value) for name, value in row.items() if name.endswith("_cells") and name != "allocated_cells"]
        assert sum(kinds) == int(row["cells_after"])
        place = row["place"]
        assert not place or place.startswith(str(path))


@pytest.mark.parametrize("over", ["time", "allocated", "instructions"])
def test_pictures(tmp_path, over):
    pytest.importorskip("matplotlib")
    if over == "instructions" and os.environ["TSRUN_KERNEL"] == "release":
        pytest.skip("the release kernel counts no instructions")
    target = tmp_path / "plot.svg"
    options = ["--plot", target, "--map", tmp_path / "map.png", "--over", over, "--frames", 4]
    done = tsrun("heap", "--quiet", *options, EXAMPLES / "leak.ts")
    assert (done.returncode, done.stderr) == (0, "")
    text = target.read_text(encoding="utf-8")
    axis = {"time": "time (ms)"}.get(over, over)
    for wanted in ("Heap of leak.ts", "one variable alone:", "cache", "string", "whole heap", "limit", "pause", axis):
        assert wanted in text
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


def test_frames_show_what_lives():
    run = Recorded(CHURN + "const kept = [1]; export { kept };", frames=4)
    frames = run.recording.frames
    assert len(frames) == 4
    assert frames[-1].last
    last = frames[-1]
    assert int((last.used * last.step).sum()) == run.realm.engine.state[S_LIVE_CELLS]
    assert last.died.sum() > 0


def test_the_release_kernel_says_what_it_does_not_know(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text("1")
    done = tsrun("heap", "--over", "instructions", "--kernel", "release", path)
    assert done.returncode == 1
    assert "--kernel profiling" in done.stderr


def test_the_report_fits_a_terminal():
    assert max(map(len, Recorded(CHURN).report().split("\n"))) <= 100
