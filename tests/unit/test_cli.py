"""The command line: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tsrun.cli.options import Options, UsageError, parse_size, read_options


def start(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "tsrun", *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **options
    )


def tsrun(*arguments, stdin=None, timeout=250):
    process = start(*arguments, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL)
    out, err = process.communicate(stdin, timeout=timeout)
    return process.returncode, out, err


@pytest.fixture
def write(tmp_path):
    def write(text, name="script.ts"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    return write


# Options


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["f.ts", "-x", "--y"], {"file": "f.ts", "arguments": ["-x", "--y"]}),
        (["-e", "1", "a"], {"code": "1", "arguments": ["a"]}),
        (["--eval=1"], {"code": "1"}),
        (["-p", "1 + 1"], {"code": "1 + 1", "print": True}),
        (["-pe", "1"], {"code": "1", "print": True}),
        (["--timeout", "5", "-"], {"file": "-", "timeout": 5.0}),
        (["--max-memory=64M", "--max-depth=10", "f"], {"max_memory": 64 << 20, "max_depth": 10, "file": "f"}),
        (["--stats", "f"], {"stats": "text"}),
        (["--stats=json", "f"], {"stats": "json"}),
        (["--kernel", "dev", "--script", "f"], {"kernel": "dev", "script": True}),
        (["--bytecode", "f"], {"action": "bytecode"}),
        (["--", "-f.ts"], {"file": "-f.ts"}),
        (["-h"], {"action": "help"}),
    ],
)
def test_options(arguments, wanted):
    options = read_options(arguments)
    defaults = vars(Options())
    assert {name: value for name, value in vars(options).items() if name in wanted or value != defaults[name]} == {
        **{name: value for name, value in vars(options).items() if value != defaults[name]},
        **wanted,
    }


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["--nothing", "f"], ["-e"], ["--timeout", "x", "f"], ["--timeout", "-1", "f"], ["--max-memory", "1X", "f"],
        ["--max-memory", "0", "f"], ["--kernel", "fast", "f"], ["--stats=xml", "f"], ["--script=1", "f"],
        ["--max-depth=0", "f"],
    ],
)  # fmt: skip
def test_wrong_options(arguments):
    with pytest.raises(UsageError):
        read_options(arguments)


def test_sizes():
    assert [parse_size(text) for text in ("1", "2k", "1.5M", "2GiB", "3MB")] == [1, 2048, 3 << 19, 2 << 30, 3 << 20]


# Processes


def test_wrong_usage_exits_with_2():
    status, out, err = tsrun("--nothing")
    assert (status, out) == (2, "")
    assert err.startswith("tsrun: there is no option '--nothing'\n")


def test_help_and_version():
    assert tsrun("--help")[:2][0] == 0
    assert "Usage: tsrun" in tsrun("--help")[1]
    status, out, _ = tsrun("--version")
    assert (status, out.split()[0]) == (0, "tsrun")


def test_an_await_that_nothing_settles_exits_with_13(write):
    path = write("console.log(1);\n  await new Promise(() => {});\nconsole.log(2);")
    status, out, err = tsrun(path)
    assert (status, out) == (13, "1\n")
    warning = f"Warning: Detected unsettled top-level await at {path}:2\n"
    assert err.startswith(f"{warning}  await new Promise(() => {{}});\n  ^\n")


def test_a_file_and_its_arguments(write):
    path = write("console.log('hi', scriptArgs); console.error('err')")
    assert tsrun(path, "a", "--b") == (0, "hi [ 'a', '--b' ]\n", "err\n")


def test_code_input_and_printing(write):
    assert tsrun("-e", "console.log(6 * 7)") == (0, "42\n", "")
    assert tsrun("-p", "[1, 2].map((n: number) => n * 2)") == (0, "[ 2, 4 ]\n", "")
    assert tsrun("-p", "'a' + 1") == (0, "a1\n", "")
    assert tsrun("-", stdin="console.log('from', 'stdin')") == (0, "from stdin\n", "")
    assert tsrun("-p", write("let x = 5; x * 2")) == (0, "10\n", "")


def test_script_goal(write):
    path = write("var a = 1; console.log(globalThis.a)")
    assert tsrun("--script", path)[1] == "1\n"
    assert tsrun(path)[1] == "undefined\n"


def test_an_uncaught_error(write):
    path = write("function f() {\n  throw new TypeError('no')\n}\nconsole.log(1)\nf()\n")
    status, out, err = tsrun(path)
    assert (status, out) == (1, "1\n")
    lines = err.split("\n")
    assert lines[0] == f"{path}:2"
    assert lines[1] == "  throw new TypeError('no')"
    assert lines[2].strip() == "^"
    assert lines[4] == "TypeError: no"
    assert lines[5].startswith(f"    at f ({path}:2:")
    assert f"{path}:5:1" in lines[6]


def test_the_caret_is_where_it_was_thrown(write):
    path = write("const e = new Error('made');\nfunction f() {\n    throw e;\n}\nf();\n")
    _, _, err = tsrun(path)
    assert err.startswith(f"{path}:3\n    throw e;\n    ^\n\nError: made\n    at {path}:1:11\n")


@pytest.mark.parametrize(("thrown", "shown"), [("5", "5"), ("'text'", "text"), ("null", "null"), ("[1]", "[ 1 ]")])
def test_an_uncaught_primitive(write, thrown, shown):
    status, _, err = tsrun(write(f"throw {thrown};\n"))
    assert status == 1
    assert err.endswith(f":1\nthrow {thrown};\n^\n{shown}\n")


def test_an_uncaught_value(write):
    status, _, err = tsrun(write("\nthrow { a: 1 }"))
    assert status == 1
    assert err.endswith("^\n{ a: 1 }\n")


def test_a_syntax_error(write):
    path = write("let a = 1;\nlet b = ;\n")
    status, out, err = tsrun(path)
    assert (status, out) == (1, "")
    lines = err.split("\n")
    assert lines[0] == f"{path}:2:9"
    assert lines[1:3] == ["let b = ;", "        ^"]
    assert lines[4].startswith("SyntaxError: ")


def test_unreadable_input(tmp_path, write):
    for path, message in [
        (tmp_path / "none.ts", "there is no such file"),
        (tmp_path, "this is a folder, not a file"),
    ]:
        status, out, err = tsrun(path)
        assert (status, out) == (1, "")
        assert err == f"tsrun: {path}: {message}\n"
    latin = tmp_path / "latin.ts"
    latin.write_bytes(b"// \xe4")
    assert tsrun(latin)[2] == f"tsrun: {latin}: not UTF-8 (line 1, byte 3)\n"
    path = write('\nimport { x } from "./gone";\nx;')
    status, out, err = tsrun(path)
    assert (status, out) == (1, "")
    assert err == f"tsrun: Cannot find module './gone', imported by {path}:2:1\n" or err.startswith(
        f"tsrun: Cannot find module './gone', imported by {path}:2:"
    )


def test_a_timeout(write):
    start_time = time.monotonic()
    status, out, err = tsrun("--timeout", "300", write("console.log('a'); for (;;) {}"))
    assert (status, out) == (124, "a\n")
    assert err == "tsrun: the time limit of 0.3 s was reached\n"
    assert time.monotonic() - start_time < 60


@pytest.mark.parametrize(
    ("name", "value", "most"),
    [("TSRUN_GC_STRESS", "always", 1 << 30), ("TSRUN_GC_STRESS", "-1", 1 << 30), ("TSRUN_VERIFY", "yes", 1),
     ("TSRUN_VERIFY", "2", 1)],
)  # fmt: skip
def test_settings_of_the_environment_that_are_none(name, value, most, monkeypatch):
    monkeypatch.setenv(name, value)
    status, out, err = tsrun("-e", "console.log(1)")
    assert (status, out, err) == (1, "", f"tsrun: {name}: {value!r} is not a number from 0 to {most}\n")


def test_memory_limit(write):
    path = write("const all = []; for (;;) all.push({ a: 1 })")
    status, _, err = tsrun("--max-memory", "32M", path)
    assert status == 1
    assert err.startswith("tsrun: the memory limit of 32 MB was reached: the heap has ")
    assert "object" in err


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_any_script(write):
    tsrun("-e", "0")  # builds what there is to build
    process = start(write("console.log('a'); for (;;) {}"))
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "a\n", "")


def test_a_closed_pipe_ends_quietly(write):
    tsrun("-e", "0")
    process = start(write("for (let i = 0; i < 1e6; i++) console.log(i)"))
    assert process.stdout.readline() == "0\n"
    process.stdout.close()
    with process.stderr as errors:
        assert errors.read() == ""
    assert process.wait(timeout=60) == 0


def test_output_is_in_order_and_large(write):
    path = write("for (let i = 0; i < 50000; i++) console.log(i); console.error('e'); console.log('end')")
    status, out, err = tsrun(path)
    assert status == 0
    assert out == "".join(f"{i}\n" for i in range(50000)) + "end\n"
    assert err == "e\n"


def test_lone_surrogates_are_replaced():
    assert tsrun("-e", r"console.log('a\ud800b')")[1] == "a\ufffdb\n"


def test_stats(write):
    path = write("let a = []; for (let i = 0; i < 1e5; i++) a = [i]; console.log(a)")
    status, out, err = tsrun("--stats=json", path)
    assert (status, out) == (0, "[ 99999 ]\n")
    figures = json.loads(err)
    wanted = "time_ms instructions cells bytes collections cache peak_rss minor_faults opcodes"
    assert set(figures) == set(wanted.split())
    assert figures["cells"]["allocated"] >= 100_000
    if os.environ["TSRUN_KERNEL"] == "release":
        assert (figures["instructions"], figures["cache"]["hits"], figures["opcodes"]) == (None, None, None)
    else:
        assert figures["instructions"] > 300_000
    assert "peak RSS:" in tsrun("--stats", path)[2]


def test_stages(write):
    path = write("const a: number = 1 + x;")
    assert "const" in tsrun("--tokens", path)[1]
    assert "VariableDeclaration" in tsrun("--ast", path)[1]
    assert tsrun("--bytecode", path)[0] == 0


def test_kernel_commands():
    status, out, _ = tsrun("kernel", "info")
    assert status == 0
    assert [line.split(":")[0] for line in out.splitlines()] == ["cache", "linker", "release", "dev", "profiling"]
    assert tsrun("kernel", "info", "--profile", "fast")[0] == 2


@pytest.mark.skipif(not os.path.isfile("/proc/self/maps"), reason="looks at loaded files as Linux shows them")
def test_a_warm_run_imports_little(write):
    path = write("console.log([1, { a: 2 }])")
    tsrun(path)
    code = (
        "import sys, os; from tsrun.cli import run; status = run(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr); os._exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout == "[ 1, { a: 2 } ]\n"
    modules = set(done.stderr.split())
    unwanted = {"numba", "llvmlite", "numpy", "re", "argparse", "dataclasses", "typing", "pathlib", "json", "hashlib",
                "tsrun.syntax", "tsrun.compiler", "tsrun.vm.tables", "subprocess", "tempfile", "enum"}  # fmt: skip
    assert not modules & unwanted


def test_standard_input_may_be_closed(tmp_path):
    code = "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'tsrun', '-'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "tsrun: [stdin]: standard input is closed\n")


def test_kernel_alone_says_how_it_is_used(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tsrun", "kernel"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (
        2,
        "tsrun: usage: tsrun kernel build|info|clear [--profile release|dev|profiling]\n",
    )


def test_ctrl_c_while_it_starts():
    code = (
        "import tsrun.cli, tsrun.__main__ as entry\n"
        "def main(): raise KeyboardInterrupt\n"
        "tsrun.cli.main = main\n"
        "entry.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
