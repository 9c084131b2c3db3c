"""profiling/README.md: every command in its sh blocks runs, in a folder of its own and with smaller sizes."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from profiling.sampling import perf_works

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "profiling" / "README.md"
SCRIPT = "let sum = 0;\nfor (let i = 0; i < 20000; i++) { const o = { i }; sum += o.i; }\nconsole.log(sum);\n"
SMALLER = (
    (r"500000 \d+", "20000 2"),
    (r"-n \d+", "-n 5"),
    (r"(profiling\.operations)$", r'\1 add "property read" -n 5'),
    (r"(profiling\.startup)", r"\1 -n 5"),
    (r"(profiling\.overhead)", r"\1 -n 5 --seconds 0.01 profiling/scripts/calls.js"),
    (r"(profiling\.bench) --quick$", r"\1 --quick --group vm/entry"),
    (r"(profiling\.bench) --group", r"\1 --quick --group"),
    (r"(profiling\.red_flags)$", r"\1 start_imports lexer_linear leaks"),
    (r"compare HEAD ", "compare release "),
    (r"counts --(check|update)", r"counts --kept counts.json --\1"),
    (r" --times", ""),
)
"""What is written for people, and what is enough to see that it works."""
NEEDED = (
    ("profile_lexer 500000 50 --", "perf"),
    ("--perf", "perf"),
    ("profiling.bench", "pytest_benchmark"),
    ("profiling/benchmarks", "pytest_benchmark"),
    ("--report", "matplotlib"),
    ("--plot", "matplotlib"),
    ("profiling.churn", "matplotlib"),
)
"""Programs and modules that `pip install -e '.[dev]'` or the system may have, by what is in a command."""


def blocks():
    """Title of the section and commands of each block."""
    found, title, inside = [], "", False
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") and not inside:
            title = line.strip("# ")
        elif line.startswith("```"):
            inside = line == "```sh"
            if inside:
                found.append((title, []))
        elif inside and line.strip():
            found[-1][1].append(line.partition("   #")[0].strip())
    return [pytest.param(commands, id=f"{title} {i}") for i, (title, commands) in enumerate(found)]


def words_of(command):
    """The command as it is run here."""
    for pattern, replacement in SMALLER:
        command = re.sub(pattern, replacement, command)
    words = shlex.split(command)
    if words[0] == "tsrun":
        return [sys.executable, "-m", *words]
    assert words[0] == "python"
    return [sys.executable, *words[1:]]


def there(name):
    return shutil.which(name) is not None or importlib.util.find_spec(name) is not None


@pytest.fixture
def folder(tmp_path):
    """A folder that looks like the root of the repository, but for what is written there."""
    for name in ("tsrun", "profiling", "tests", "examples", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "script.ts").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "counts.json").write_bytes((ROOT / "profiling" / "counts.json").read_bytes())
    return tmp_path


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("commands", blocks())
def test_every_command_of_the_guide_runs(commands, folder):
    # Benchmarks refuse to run in a worker of pytest-xdist, which tells what it starts by these.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}
    environment = {**inherited, "PYTHONPATH": str(folder)}
    for name in ("TSRUN_KERNEL", "TSRUN_GC_STRESS", "TSRUN_VERIFY"):
        environment.pop(name, None)
    for command in commands:
        if not all(there(needed) for part, needed in NEEDED if part in command):
            continue
        words = words_of(command)
        done = subprocess.run(words, capture_output=True, text=True, cwd=folder, env=environment, check=False)
        # Counts may differ while someone works on the VM: CI's own step is where that counts. So few rounds say little.
        allowed = {0, 1} if "--check" in command or "overhead" in command else {0}
        assert done.returncode in allowed, f"{shlex.join(words)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_graph_of_the_lexer_has_the_callers_inside_the_kernel(tmp_path):
    if reason := perf_works():
        pytest.skip(reason)
    path = tmp_path / "lexer.svg"
    command = [sys.executable, "-m", "profiling.profile_lexer", "100000", "3", "--flamegraph", path]
    subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    svg = "{http://www.w3.org/2000/svg}"
    frames = [each for each in ET.parse(path).iter(f"{svg}g") if each.get("class") == "f"]  # noqa: S314 our own file
    whole = next(each for each in frames if each.get("data-n") == "lex_tokens")
    assert (whole.get("data-w"), whole.get("data-d")) == ("1.0000000", "1")
    assert {each.get("data-d") for each in frames if each.get("data-n") in {"lex_word", "lex_put"}} == {"2"}
    assert {each.get("data-d") for each in frames if each.get("data-n") in {"lex_regexp", "lex_line_comment"}} <= {"4"}
    assert max(int(each.get("data-d")) for each in frames) >= 3


def test_the_commands_print_what_they_promise():
    for module, unit in (("lexer", "tokens"), ("parser", "statements")):
        command = [sys.executable, "-m", f"profiling.profile_{module}", "20000", "3", "--kernel", "dev"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True, timeout=120)
        lines = done.stdout.splitlines()
        assert lines[0] == "Generating 20KB source..."
        assert lines[1] == "Source size: 20000 bytes"
        assert lines[2] == f"Running 3 iterations of {module}..."
        assert re.fullmatch(r"Done in \d+\.\d\dms", lines[3])
        assert re.fullmatch(rf"Total {unit}: \d+", lines[4])
        assert re.fullmatch(r"Throughput: \d+\.\d\d MB/s", lines[5])
        assert len(lines) == 6
