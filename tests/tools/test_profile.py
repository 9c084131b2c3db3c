"""tsrun profile: sums, determinism, formats, and that a run stays what it is."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from gone_readers import run_without_reader
from other_readers import by_chromium
from tsrun.realm import Realm
from tsrun.tools.cpuprofile import collapsed, cpuprofile
from tsrun.tools.flamegraph import Colours, Writer, boxes_of, flamegraph, tree_of
from tsrun.tools.frames import COLLECTOR, HOST, NATIVE
from tsrun.tools.places import LIBRARY, Function, Places
from tsrun.tools.profile import Profile
from tsrun.tools.sampler import BY_FUEL, BY_TIME, Sampler

SOURCE = """\
function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
function objects(n: number) {
  let last: object = {};
  for (let i = 0; i < n; i++) {
    last = { i, last: [i] };
  }
  return last;
}
function sorted(n: number) {
  const a = Array.from({ length: n }, (_, i) => (i * 7919) % 10007);
  a.sort((x, y) => x - y);
  return a.map((x) => x + 1).length;
}
class Counter {
  count = 0;
  add(n: number) { for (let i = 0; i < n; i++) this.count += i % 3; }
}
function* numbers(n: number) { for (let i = 0; i < n; i++) yield i; }
let sum = 0, round = ROUNDS; do {
for (const n of numbers(20000)) sum += n;
const counter = new Counter();
counter.add(100000);
console.log(fib(21), objects(60000), sorted(5000), counter.count, sum);
for (let i = 0; i < 20; i++) console.log("line", i);
} while (--round > 0);
"""
ENOUGH = 0.25e9
"""Nanoseconds that a script has to run for, on a machine however fast, to have samples of all that it does."""


def source(rounds=1):
    return SOURCE.replace("ROUNDS", str(rounds))


def profiled(text, by, interval, profile=None):
    printed = []
    realm = Realm(profile=profile, sink=lambda _level, text: printed.append(text))
    sampler = Sampler(realm, by=by, interval=interval)
    realm.on_slice = sampler.drain
    with sampler:
        realm.run_module(text.encode(), "/profiled.ts", "/profiled.ts")
        realm.finish()
    return Profile(sampler.recording), printed


def profiled_long(text, interval):
    """By time, with as many ROUNDS as make it last; the profile and the text."""
    rounds = 1
    while True:
        lasting = text.replace("ROUNDS", str(rounds))
        profile, _ = profiled(lasting, BY_TIME, interval)
        if profile.total > ENOUGH:
            return profile, lasting
        rounds *= 2


@pytest.fixture(scope="module")
def by_time():
    return profiled_long(SOURCE, 0.0002)


@pytest.fixture(scope="module")
def by_fuel():
    return profiled(source(), BY_FUEL, 100)


@pytest.fixture(params=["time", "fuel"])
def either(request, by_time, by_fuel):
    return (by_time if request.param == "time" else by_fuel)[0]


def test_lines_and_functions_add_up_to_the_whole(either):
    assert either.total > 0
    assert sum(row.own for row in either.by_line()) == either.total
    assert sum(row.own for row in either.by_function()) == either.total
    assert max(row.total for row in either.by_function()) <= either.total
    assert all(row.own <= row.total for row in [*either.by_line(), *either.by_function()])


def test_functions_and_lines_are_the_script_s(by_fuel):
    functions = {(row.name, row.line) for row in by_fuel[0].by_function() if row.file == "/profiled.ts"}
    assert {("fib", 1), ("objects", 4), ("sorted", 11), ("add", 18), ("numbers", 20)} <= functions
    lines = {row.line for row in by_fuel[0].by_line() if row.file == "/profiled.ts"}
    assert {2, 6, 13, 18, 20, 22} <= lines


def test_collector_and_host_calls_are_frames(either):
    files = {frame.function.file for frames, _ in either.stacks() for frame in frames}
    assert {COLLECTOR, HOST, LIBRARY} <= files
    names = {row.name for row in either.by_function()}
    assert {"(garbage collector)", "console.log"} <= names


def test_a_line_inside_a_loop_is_seen_by_time():
    text = "let s = '';\nfor (let i = 0; i < 1e5 * ROUNDS; i++) {\n  s = 'a' + i;\n  i += 0;\n}\nconsole.log(s);"
    profile, _ = profiled_long(text, 0.0005)
    assert profile.by_line()[0].line == 3


def test_builtins_are_frames_by_time():
    text = """\
const a = [];
for (let i = 0; i < 2000; i++) a.push(i);
let n = 0;
for (let i = 0; i < 1000 * ROUNDS; i++) n += a.indexOf(-1);
"""
    profile, _ = profiled_long(text, 0.0005)
    first = profile.by_function()[0]
    assert (first.name, first.file) == ("Array.prototype.indexOf", NATIVE)
    assert profile.by_line()[0].line == 4


def test_stacks_have_the_callers_in_order(by_fuel):
    chains = [[frame.function.name for frame in frames if frame.is_script] for frames, _ in by_fuel[0].stacks()]
    assert ["(top level)", "fib", "fib", "fib", "fib"] in [chain[:5] for chain in chains]
    assert all(chain[0] == "(top level)" for chain in chains if chain)


def test_by_fuel_is_the_same_in_every_run(by_fuel):
    again, _ = profiled(source(), BY_FUEL, 100)
    assert cpuprofile(again) == cpuprofile(by_fuel[0])
    assert list(again.stacks()) == list(by_fuel[0].stacks())


def test_nothing_is_changed():
    printed = []
    realm = Realm(sink=lambda _level, text: printed.append(text))
    realm.run_module(source(3).encode(), "/profiled.ts", "/profiled.ts")
    assert profiled(source(3), BY_TIME, 0.0001)[1] == profiled(source(3), BY_FUEL, 100)[1] == printed


def test_code_is_put_back():
    realm = Realm(sink=lambda _level, _text: None)
    sampler = Sampler(realm, by=BY_TIME, interval=0.00005)
    with sampler:
        realm.run_module(source(3).encode(), "/profiled.ts", "/profiled.ts")
    code, point = realm.engine.memory.view("code"), [name for name, _ in realm.kernel.opcodes].index("sample_point")
    from tsrun.heap.layout import S_CODE_TOP

    assert point not in {word & 0xFF for word in code[1 : realm.engine.state[S_CODE_TOP]]}
    realm.run_module(source().encode(), "/profiled.ts", "/profiled.ts")


def test_deep_recursion_is_cut():
    source = "function down(n: number): number { return n === 0 ? 0 : 1 + down(n - 1); }\nconsole.log(down(5000));"
    profile, printed = profiled(source, BY_FUEL, 20)
    assert printed == ["5000"]
    assert any(row.name == "(frames left out)" for row in profile.by_function())
    assert sum(row.own for row in profile.by_line()) == profile.total


# Files


def microseconds(profile, rows):
    """A row's own weight by key, as the format has it: a unit of fuel is a microsecond."""
    return {key: own / 1000 if profile.by_time else own for key, own in rows}


def check_cpuprofile(document):
    """What every reader of the format relies on; the nodes by id."""
    nodes = {node["id"]: node for node in document["nodes"]}
    assert list(nodes) == list(range(1, len(document["nodes"]) + 1))
    assert nodes[1]["callFrame"]["functionName"] == "(root)"
    children = [child for node in nodes.values() for child in node.get("children", ())]
    assert sorted(children) == list(range(2, len(nodes) + 1))  # a tree: everyone has one parent
    assert len(document["samples"]) == len(document["timeDeltas"])
    assert set(document["samples"]) <= set(nodes)
    assert min(document["timeDeltas"]) >= 0
    assert document["startTime"] + sum(document["timeDeltas"]) == document["endTime"]
    spent = Counter()
    for node, lasted in zip(document["samples"], [*document["timeDeltas"][1:], 0], strict=True):
        spent[node] += lasted
    for number, node in nodes.items():
        frame = node["callFrame"]
        assert isinstance(frame["scriptId"], str)
        assert frame["lineNumber"] >= -1  # from 0; -1 is what has no source
        assert frame["columnNumber"] >= -1
        assert (frame["url"], frame["scriptId"]) == ("", "0") or frame["scriptId"] != "0"
        assert node["hitCount"] == spent[number]
        ticks = node.get("positionTicks", ())
        assert sum(tick["ticks"] for tick in ticks) == (node["hitCount"] if frame["lineNumber"] >= 0 else 0)
        assert all(tick["line"] > frame["lineNumber"] for tick in ticks)  # from 1: a function's lines are not above it
    scripts = {(node["callFrame"]["scriptId"], node["callFrame"]["url"]) for node in nodes.values()}
    assert len(scripts) == len({number for number, _ in scripts}) == len({url for _, url in scripts})
    return nodes


def test_cpuprofile(either):
    document = json.loads(cpuprofile(either))
    nodes = check_cpuprofile(document)
    assert len(document["samples"]) == either.recording.samples + 1
    fib = next(node["callFrame"] for node in nodes.values() if node["callFrame"]["functionName"] == "fib")
    assert (fib["url"], fib["lineNumber"], fib["columnNumber"]) == ("file:///profiled.ts", 0, 0)
    own = Counter()
    for node in nodes.values():
        own[node["callFrame"]["functionName"].replace("(collector)", "(garbage collector)")] += node["hitCount"]
    expected = Counter()
    for row in either.by_function():
        expected[row.name] += row.own
    for name, amount in microseconds(either, expected.items()).items():
        assert own[name] == pytest.approx(amount, abs=either.recording.samples)  # each is rounded


def test_the_devtools_read_a_cpuprofile(either, tmp_path):
    """The Performance panel's own models, in a browser without a window, say what the tables say."""
    path = tmp_path / "script.cpuprofile"
    path.write_text(cpuprofile(either), encoding="utf-8")
    found = by_chromium(str(path))
    document = json.loads(path.read_text(encoding="utf-8"))
    assert found["total"] == pytest.approx(document["endTime"] / 1000)
    assert found["inCalls"] == pytest.approx(found["total"])
    assert found["nodes"] == len(document["nodes"])
    assert found["moved"] == 0
    functions, own = found["functions"], dict.fromkeys(found["functions"], 0.0)
    names = {node["id"]: "{functionName} {url}:{lineNumber}".format(**node["callFrame"]) for node in document["nodes"]}
    for node, lasted in zip(document["samples"], [*document["timeDeltas"][1:], 0], strict=True):
        own[names[node]] += lasted / 1000
    assert {name: row["self"] for name, row in functions.items()} == pytest.approx(own)
    lines = [row for row in either.by_line() if (row.file, row.line) == ("/profiled.ts", 2)]
    seen = functions["fib file:///profiled.ts:0"]["lines"]["2"]
    assert 0 < seen <= microseconds(either, [(2, lines[0].own)])[2] + either.recording.samples
    assert {"fib", "(top level)", "console.log", "(collector)"} <= set(found["calls"])
    starts = [start for _, _, start in found["order"]]
    assert starts == sorted(starts)
    assert found["depth"] >= max(depth for depth, _, _ in found["order"]) > 5


def test_collapsed(by_fuel):
    lines = list(collapsed(by_fuel[0]))
    assert all(re.fullmatch(r"\S.* \d+\n", line) for line in lines)
    assert sum(int(line.rpartition(" ")[2]) for line in lines) == by_fuel[0].total
    assert any("(top level) profiled.ts:1;fib profiled.ts:1;fib profiled.ts:1" in line for line in lines)


def test_flamegraph(either):
    text = flamegraph(either, "a <title> & more")
    tree = ET.fromstring(text)  # noqa: S314 (we wrote it)
    svg = "{http://www.w3.org/2000/svg}"
    frames = [each for each in tree.iter(f"{svg}g") if each.get("class") == "f"]
    by_depth = {}
    for frame in frames:
        depth = by_depth.setdefault(int(frame.get("data-d")), [])
        depth.append((float(frame.get("data-x")), float(frame.get("data-w"))))
    assert by_depth[0] == [(0.0, 1.0)]
    for boxes in by_depth.values():
        boxes.sort()
        for (x, width), (after, _) in pairwise(boxes):
            assert x + width <= after + 1e-5
    assert {"fib", "(garbage collector)"} <= {frame.get("data-n") for frame in frames}
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert len({each.find(f"{svg}rect").get("fill") for each in frames}) > 3


# The command


def tsrun(*arguments, **keywords):
    done = subprocess.run(
        [sys.executable, "-m", "tsrun", *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False,
        **keywords,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def write(tmp_path):
    def make(text, name="script.ts"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.mark.parametrize("by", ["time", "fuel"])
def test_nothing_is_changed_in_the_release_kernel(write, by):
    # Its loop is other code than that of the checked kernel.
    path = write("""
        function step(n: number, o: { x: number }) { o.x = n & 7; return [n, o.x].length + o.x; }
        let sum = 0;
        for (let i = 0; i < 3e6; i++) sum += step(i, { x: i });
        console.log(sum);
    """)
    build = [sys.executable, "-m", "tsrun", "kernel", "build", "--profile", "release"]
    subprocess.run(build, capture_output=True, timeout=900, check=True)
    environment = {**os.environ, "TSRUN_KERNEL": "release"}
    assert tsrun("profile", "--by", by, "--interval=200", path, env=environment)[:2] == (0, "16500000\n")


@pytest.mark.parametrize("by", ["time", "fuel"])
def test_command_prints_what_the_script_prints_and_writes_files(write, tmp_path, by_time, by):
    path = write((source() if by == "fuel" else by_time[1]) + "console.log(scriptArgs);")
    files = {option: tmp_path / option for option in ("flamegraph", "cpuprofile", "collapsed")}
    options = [word for option, file in files.items() for word in (f"--{option}", file)]
    plain = tsrun(path, "a", "--by")
    status, out, err = tsrun("profile", "--by", by, "--interval=500", *options, path, "a", "--by")
    assert plain[:2] == (status, out) == (0, plain[1])
    assert "By function" in err
    assert "By line" in err
    assert "fib" in err
    assert files["flamegraph"].read_text().startswith("<?xml")
    assert json.loads(files["cpuprofile"].read_text())["nodes"]
    assert "(top level) script.ts:1;" in files["collapsed"].read_text()


def test_a_script_that_throws_is_profiled_up_to_there(write):
    loop = "for (let i = 0; i < 300000; i++) n += i;"
    path = write(f"function f() {{ let n = 0; {loop} return n; }}\nf();\nthrow new Error('no');")
    status, out, err = tsrun("profile", path)
    assert (status, out) == (1, "")
    assert "Error: no" in err
    assert re.search(r"^.* f +\S*script.ts:1", err, re.MULTILINE)


def test_a_script_that_times_out_is_profiled_up_to_there(write):
    path = write("function forever() { for (;;) {} }\nconsole.log('begun');\nforever();")
    for by in ("time", "fuel"):
        status, out, err = tsrun("profile", "--by", by, "--timeout", "1500", path)
        assert (status, out) == (124, "begun\n")
        assert "time limit" in err
        assert re.search(r"^.* forever +\S*script.ts:1", err, re.MULTILINE)


def test_a_script_that_is_interrupted_is_profiled_up_to_there(write):
    loop = "for (let i = 0;; i++) if (i % 1e6 === 0) console.log(i);"
    path = write(f"console.log('begun');\nfunction forever() {{ {loop} }}\nforever();")
    process = subprocess.Popen(
        [sys.executable, "-m", "tsrun", "profile", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out.endswith("\n")
    assert re.search(r"^.* forever +\S*script.ts:2", err, re.MULTILINE)


def test_a_script_that_cannot_be_read_or_compiled(write, tmp_path):
    assert tsrun("profile", tmp_path / "none.ts")[0] == 1
    status, _, err = tsrun("profile", write("let a = ;"))
    assert status == 1
    assert "SyntaxError" in err
    assert "samples" not in err


@pytest.mark.parametrize("gone", ["stdout", "stderr"])
def test_readers_that_go_away_leave_the_files(tmp_path, gone):
    run_without_reader(["profile", "--collapsed"], tmp_path, gone)


def test_wrong_usage(write, tmp_path):
    path = write("1")
    for words, message in [
        (["--by", "moon"], "time or fuel"),
        (["--interval", "1"], "not less than"),
        (["--top", "x"], "whole number"),
        (["--flamegraph", tmp_path / "no" / "a.svg"], "can't be written"),
        (["--nonsense"], "there is no option"),
        (["--ast"], "does not run"),
        (["--opcodes", "--flamegraph", tmp_path / "a.svg"], "has no meaning together with --opcodes"),
        (["--by", "fuel", "--counters"], "has no meaning together with --counters"),
        (["--perf", "--opcodes"], "has no meaning together with --perf"),
        (["--perf-record", tmp_path / "a", "--top=3"], "has no meaning together with --perf-record"),
    ]:
        status, _, err = tsrun("profile", *words, path)
        assert status == 2
        assert message in err


def test_a_plain_run_does_not_import_the_tools(write):
    path = write("console.log(1)")
    code = (
        "import sys, os; from tsrun.cli import run; run(sys.argv[1:]);"
        "print(*[m for m in sys.modules if m.startswith(('tsrun.tools', 'rich'))], file=sys.stderr); os._exit(0)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, path]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stderr.split() == []


def test_a_host_function_that_calls_back_is_between_the_frames():
    def twice(function):
        return function(1) + function(2)

    source = """\
function inner(n: number) { let t = 0; for (let i = 0; i < 20000; i++) t += n; return t; }
function outer() { return callTwice(inner); }
console.log(outer());
"""
    for by, interval in ((BY_FUEL, 50), (BY_TIME, 0.0001)):
        printed = []
        realm = Realm(sink=lambda _level, text, printed=printed: printed.append(text))
        realm.define_globals({"callTwice": twice})
        sampler = Sampler(realm, by=by, interval=interval)
        with sampler:
            realm.run_module(source.encode(), "/nested.ts", "/nested.ts")
        assert printed == ["60000"]
        profile = Profile(sampler.recording)
        chains = [[frame.function.name for frame in frames] for frames, _ in profile.stacks()]
        assert ["(top level)", "outer", "(host calls back)", "inner"] in [chain[:4] for chain in chains]
        assert ["(top level)", "outer", "twice"] in chains
        assert sum(row.own for row in profile.by_line()) == profile.total


def test_jobs_and_coroutines_are_profiled():
    source = """\
async function work(n: number) {
  let t = 0;
  for (let i = 0; i < 2000; i++) { t += i; if (i % 500 === 0) await null; }
  return t * n;
}
const results = await Promise.all([work(1), work(2)]);
await new Promise(resolve => setTimeout(resolve, 1));
setTimeout(() => { let t = 0; for (let i = 0; i < 3000; i++) t += i; console.log(t); }, 1);
console.log(results[0] + results[1]);
"""
    profile, printed = profiled(source, BY_FUEL, 20)
    assert printed == ["5997000", "4498500"]
    names = {(row.name, row.line) for row in profile.by_function()}
    assert {("work", 1), ("(anonymous)", 8)} <= names
    assert sum(row.own for row in profile.by_line()) == profile.total
    assert profiled(source, BY_TIME, 0.0001)[1] == printed


def test_code_that_a_run_loads_is_profiled():
    text = """\
const make = new Function("n", "let t = 0; for (let i = 0; i < n; i++) t += i; return t;");
console.log(make(1e6 * ROUNDS));
"""
    profile, _ = profiled_long(text, 0.0005)
    assert profile.by_function()[0].name == "(anonymous)"
    assert "Function" in {row.name for row in profile.by_function() if row.file == HOST}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "// \u0a05\u0100\n", "// \U0001f600\n"])
def test_lines_end_where_the_language_says(end, write):
    loop = " for (let i = 0; i < 1000; i++) t += i;"
    lines = ["let a = 1;", "", "function f() { let t = 0;", loop, " return t; }", "f();"]
    profile, _ = profiled(end.join(lines), BY_FUEL, 20)
    functions = [(row.name, row.line) for row in profile.by_function() if row.file == "/profiled.ts"]
    assert functions == [("f", 3), ("(top level)", 1)]
    assert profile.by_line()[0].line == 4
    _, _, err = tsrun("profile", "--by", "fuel", "--interval", "20", write(end.join(lines)))
    assert re.search(r"script.ts:4 +for \(let i = 0; i < 1000", err)


def test_functions_of_the_library_begin_at_their_first_line():
    places = Places(Realm(sink=lambda *_: None))
    for start, end, template in places._rows:
        lines = [place.line for place in map(places.place, range(start, end)) if place and place.line]
        assert places.function(template).line <= min(lines)


ODD = """\
const o = {
  "a<b>&\\"c\\";d e\\n"(n: number) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; },
  "nul\\0\\u202e[bold]\\x1b[31m"(n: number) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; },
  "\\ud800half"(n: number) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; },
  "LONG"(n: number) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; },
};
class Größe { 計算(n: number) { let t = 0; for (let i = 0; i < n; i++) t += i; return t; } }
for (const key of Object.keys(o)) (o as any)[key](20000);
new Größe().計算(20000);
console.log("done");
""".replace("LONG", "long" * 60)


def test_odd_names_and_places_are_text_everywhere(tmp_path):
    folder = tmp_path / 'a <b> & "c" %20 C:\\x'
    folder.mkdir()
    path = folder / "na\u00efve\u65e5 \n]]>.ts"
    path.write_text(ODD, encoding="utf-8")
    files = {option: tmp_path / option for option in ("flamegraph", "cpuprofile", "collapsed")}
    options = [word for option, file in files.items() for word in (f"--{option}", file)]
    status, out, err = tsrun("profile", "--by", "fuel", "--interval", "100", *options, path)
    assert (status, out) == (0, "done\n")
    assert not re.search("[\0-\x09\x0b-\x1f\u202e]", err)
    names = ['a<b>&"c";d e\\n', "nul\\x00\\u202e[bold]\\x1b[31m", "\\ud800half", "long" * 60, "計算"]
    for name in names:
        assert name[:35] in err
    numbers = [line for line in err.splitlines() if "long" in line]
    assert re.match(r" *[\d,]+ +\d+\.\d +[\d,]+ ", numbers[0])
    shown = {each.get("data-n") for each in ET.parse(files["flamegraph"]).iter()}  # noqa: S314 (we wrote it)
    assert {*names, "(top level)"} <= shown
    document = json.loads(files["cpuprofile"].read_text(encoding="utf-8"))
    check_cpuprofile(document)
    assert path.as_uri() in {node["callFrame"]["url"] for node in document["nodes"]}
    lines = files["collapsed"].read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"\S.* \d+", line) for line in lines)
    assert any("console.log [host]" in line for line in lines)
    status, _, err = tsrun("profile", "--opcodes", "--kernel", "dev", path)
    assert status == 0
    assert not re.search("[\0-\x09\x0b-\x1f\u202e]", err)


@pytest.mark.parametrize("source", ["", "1", "throw 1", "await Promise.reject(1)", "export {}"])
def test_a_script_that_hardly_runs_has_whole_files(write, tmp_path, source):
    path = write(source)
    files = {option: tmp_path / option for option in ("flamegraph", "cpuprofile", "collapsed")}
    options = [word for option, file in files.items() for word in (f"--{option}", file)]
    for by in ("time", "fuel"):
        assert tsrun("profile", "--by", by, *options, path)[0] == int("throw" in source or "reject" in source)
        ET.parse(files["flamegraph"])  # noqa: S314 (we wrote it)
        check_cpuprofile(json.loads(files["cpuprofile"].read_text()))
        assert all(re.fullmatch(r"\S.* \d+", line) for line in files["collapsed"].read_text().splitlines())


def test_many_files_in_a_flame_graph_have_fills_of_their_own():
    files = [Function(f"f{i}", f"/src/<{i}>&.ts", 1, 1, library=False) for i in range(20)]
    top = tree_of([([each], 100 - i) for i, each in enumerate(files)], Function("all", "", 0, 0, library=True))
    colours = Colours(boxes_of(top))
    shown = [fill for fill, _ in colours.legend()]
    assert len(shown) == len(set(shown)) == 17
    assert colours.legend()[-1][1] == "other files"
    assert colours.of(files[19])[0] == "#"

    class Weights:
        unit, total = "ms", 1

        def amount(self, weight):
            return str(weight)

        def share(self, weight):
            return weight / 2000

    text = Writer("many", top, Weights()).text()
    assert text.count('class="legend"') == 17
    defined = {each.get("id") for each in ET.fromstring(text).iter("{http://www.w3.org/2000/svg}pattern")}  # noqa: S314
    assert defined == {f"stripes{i}" for i in range(8)} == set(re.findall(r"url\(#(\w+)\)", text))
