"""What the look at the machine makes of what the system tells, on machines that are made up."""

from __future__ import annotations

import pytest

from profiling import machine
from profiling.machine import BAD, GOOD, UNKNOWN


@pytest.fixture
def system(tmp_path, monkeypatch):
    """A function that writes files of a made-up system."""
    monkeypatch.setattr(machine, "SYSTEM", tmp_path / "sys")
    monkeypatch.setattr(machine, "PROC", tmp_path / "proc")

    def write(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    return write


CPU = "sys/devices/system/cpu"


def test_a_system_that_tells_nothing_is_unknown_not_good(system):
    system({})
    assert machine.governor().state == UNKNOWN
    assert machine.turbo().state == UNKNOWN
    assert machine.threads().state == UNKNOWN
    assert machine.pressure().state == UNKNOWN
    assert machine.memory().state == UNKNOWN


@pytest.mark.parametrize(
    ("look", "files", "state"),
    [
        ("governor", {f"{CPU}/cpu0/cpufreq/scaling_governor": "performance\n"}, GOOD),
        ("governor", {f"{CPU}/cpu0/cpufreq/scaling_governor": "powersave\n"}, BAD),
        ("turbo", {f"{CPU}/intel_pstate/no_turbo": "0\n"}, BAD),
        ("turbo", {f"{CPU}/intel_pstate/no_turbo": "1\n"}, GOOD),
        ("turbo", {f"{CPU}/cpufreq/boost": "1\n"}, BAD),
        ("threads", {f"{CPU}/cpu0/topology/thread_siblings_list": "0,4\n"}, BAD),
        ("threads", {f"{CPU}/cpu0/topology/thread_siblings_list": "0\n"}, GOOD),
        ("pressure", {"proc/pressure/cpu": "some avg10=12.00 avg60=3.10 avg300=0.00 total=1\n"}, BAD),
        ("pressure", {"proc/pressure/cpu": "some avg10=0.00 avg60=0.10 avg300=0.00 total=1\n"}, GOOD),
        ("steal", {"proc/stat": "cpu  100 0 100 800 0 0 0 0 0 0\n", "proc/cpuinfo": "flags : fpu hypervisor\n"}, GOOD),
        ("steal", {"proc/stat": "cpu  100 0 100 700 0 0 0 100 0 0\n", "proc/cpuinfo": "flags : hypervisor\n"}, BAD),
        ("memory", {"proc/meminfo": "MemAvailable: 8000000 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n"}, GOOD),
        ("memory", {"proc/meminfo": "MemAvailable: 8000000 kB\nSwapTotal: 900000 kB\nSwapFree: 0 kB\n"}, BAD),
    ],
)
def test_what_disturbs(look, files, state, system):
    system(files)
    found = getattr(machine, look)()
    assert found.state == state
    assert found.advice or state == GOOD


def test_a_machine_that_is_looked_at_is_not_changed_and_named(capsys, monkeypatch):
    quiet = machine.Finding("noise", GOOD, "quiet")
    loud = machine.Finding("load", BAD, "loud", "end it")
    monkeypatch.setattr(machine, "LOOKS", (lambda: quiet, lambda: loud))
    monkeypatch.setattr("sys.argv", ["machine", "--strict"])
    with pytest.raises(SystemExit) as ended:
        machine.main()
    assert ended.value.code == 1
    out = capsys.readouterr().out
    assert "-> end it" in out
    assert out.endswith("disturbs: load\n")
