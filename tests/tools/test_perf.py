"""tsrun profile --perf and --counters: names for perf, the processor's counters or what stands for them."""

from __future__ import annotations

import errno
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tsrun.tools.hardware import Counters, counted, reason
from tsrun.tools.perf import CONTROL, functions_of, perf_program, record, report, sampled, write_map
from tsrun.vm import kernel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="perf is Linux' own")
TINY = Path(__file__).parents[1] / "unit" / "tiny_kernel.py"
SOURCE = """\
class A { v = 0; }
let n = 0;
for (let i = 0; i < 400000; i++) { const a = new A(); a.v = i; n += a.v; }
console.log(n);
"""


def tsrun(*arguments, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "tsrun", *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, **environment},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text(SOURCE)
    return path


def test_a_map_names_the_functions_that_llvmlite_loaded(tmp_path, monkeypatch):
    monkeypatch.setenv("TSRUN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TSRUN_LINKER", "none")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, TINY, "profiling", kernel.OBJECT]
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
    loaded = kernel.find("profiling")
    assert [name for name, _, _ in functions_of(Path(loaded.file).read_bytes())] == [kernel.ENTRY]
    path = write_map(loaded)
    try:
        [line] = Path(path).read_text().splitlines()
    finally:
        Path(path).unlink()
    address, size, name = line.split(" ")
    assert int(address, 16) == loaded.entry_address()
    assert int(size, 16) > 0
    assert name == kernel.ENTRY
    assert Path(path).name == f"perf-{os.getpid()}.map"


def test_a_shared_object_needs_no_map():
    class Shared:
        file = f"/somewhere/{kernel.SHARED}"

    assert write_map(Shared()) is None


def test_what_is_no_object_file_has_no_functions():
    assert list(functions_of(b"text")) == []


def test_perf_names_functions_and_phases_of_the_collector(script, tmp_path, monkeypatch):
    perf = perf_program()
    if perf is None:
        pytest.skip("there is no perf here that works")
    monkeypatch.setenv("TSRUN_KERNEL", "dev")  # the checked kernel, which is there; its shared object has symbols, too
    assert tsrun(script)[0] == 0  # and is compiled now
    target = tmp_path / "perf.data"
    # Long enough for samples of all that it does, on a machine however fast.
    script.write_text(SOURCE.replace("400000", "4000000"))
    status, _ = record(perf, str(target), [str(script)])
    if not target.exists():
        pytest.skip("perf may not record here")
    assert status == 0
    text = report(perf, str(target))
    assert "tsrun::vm::" in text
    assert "tsrun::heap::" in text
    assert "tsrun::" in text.splitlines()[0]  # the script was sampled, not the start of Python


def test_what_perf_did_not_start_asks_nothing_of_it(monkeypatch):
    monkeypatch.delenv(CONTROL, raising=False)
    with sampled():
        pass


def test_perf_is_told_when_the_script_begins_and_ends(tmp_path, monkeypatch):
    pipes = [str(tmp_path / name) for name in ("control", "answer")]
    for pipe in pipes:
        os.mkfifo(pipe)
    control, answer = (os.open(pipe, os.O_RDWR) for pipe in pipes)
    monkeypatch.setenv(CONTROL, ",".join(pipes))
    try:
        os.write(answer, b"ack\n")
        with sampled():
            assert os.read(control, 64) == b"enable\n"
            os.write(answer, b"ack\n")
        assert os.read(control, 64) == b"disable\n"
    finally:
        os.close(control)
        os.close(answer)


def test_perf_prints_what_the_script_prints(script):
    assert tsrun("profile", "--perf", script, TSRUN_KERNEL="dev") == (0, "79999800000\n", "")


def test_without_perf_it_says_so(script, tmp_path):
    status, out, err = tsrun("profile", "--perf-record", tmp_path / "perf.data", script, PATH="/nowhere")
    assert (status, out) == (1, "")
    assert "there is no perf" in err


def test_counters_or_what_stands_for_them(script):
    status, out, err = tsrun("profile", "--counters", script, TSRUN_KERNEL="dev")
    assert (status, out) == (0, "79999800000\n")
    if Counters().available:
        assert "The processor's counters" in err
    else:
        assert "gives no counters of the processor" in err
        assert "instructions of the VM" in err
        assert "cells allocated" in err


def test_counters_of_a_script_that_throws(tmp_path):
    path = tmp_path / "script.ts"
    path.write_text("throw new Error('no')")
    status, _, err = tsrun("profile", "--counters", path, TSRUN_KERNEL="dev")
    assert status == 1
    assert "Error: no" in err
    assert "counters" in err


def test_a_counter_that_took_turns_is_taken_as_typical():
    assert counted("cycles", struct.pack("=QQQ", 500, 100, 50)).value == 1000
    assert counted("cycles", struct.pack("=QQQ", 500, 100, 50)).share == 0.5
    assert counted("cycles", struct.pack("=QQQ", 0, 100, 0)).value == 0


def test_reasons():
    assert "virtual machines" in reason(OSError(errno.ENOENT, "No such file"))
    assert "paranoid" in reason(OSError(errno.EACCES, "Permission denied"))
