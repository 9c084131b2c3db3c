"""Is this machine fit for benchmarks, and if not, what disturbs: `python -m profiling.machine`.

Looks at what the system tells (governor, turbo, processors, load, pressure, memory, virtual machine) and then measures:
the same fixed loop again and again, alone and beside a second one. `--strict` ends with status 1 if anything disturbs.
Nothing is changed; each finding says how to.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median

from profiling.baselines import work

SYSTEM = pathlib.Path("/sys")
PROC = pathlib.Path("/proc")
GOOD, BAD, UNKNOWN = "ok", "DISTURBS", "unknown"
ROUNDS = 150
LOUD = 1.15
"""How far above the median the slowest tenth may be before it counts as noise."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, what was seen, and what to do about it."""

    topic: str
    state: str
    seen: str
    advice: str = ""


def read(path: pathlib.Path) -> str:
    """The text of a file of the system, or nothing."""
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def governor() -> Finding:
    files = sorted(SYSTEM.glob("devices/system/cpu/cpu[0-9]*/cpufreq/scaling_governor"))
    found = {read(path) for path in files}
    if not found:
        return Finding("governor", UNKNOWN, "the system does not show one: a virtual machine's host decides",
                       "interleave what you compare (profiling.compare); single times mean little")  # fmt: skip
    if found == {"performance"}:
        return Finding("governor", GOOD, "performance")
    return Finding("governor", BAD, ", ".join(sorted(found)), "sudo cpupower frequency-set -g performance")


def turbo() -> Finding:
    intel = read(SYSTEM / "devices/system/cpu/intel_pstate/no_turbo")
    other = read(SYSTEM / "devices/system/cpu/cpufreq/boost")
    if not intel and not other:
        return Finding("turbo", UNKNOWN, "the system does not tell", "compare only what ran side by side")
    if intel == "1" or other == "0":
        return Finding("turbo", GOOD, "off")
    way = "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo"
    return Finding("turbo", BAD, "on: the clock depends on temperature and on the other processors",
                   way if intel else "echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost")  # fmt: skip


def threads() -> Finding:
    """Processors that share a core."""
    path = SYSTEM / "devices/system/cpu/smt/active"
    pairs = {read(each) for each in SYSTEM.glob("devices/system/cpu/cpu[0-9]*/topology/thread_siblings_list")}
    shared = sorted(each for each in pairs if re.search(r"[,-]", each))
    if read(path) == "1" or shared:
        return Finding("SMT", BAD, f"processors share cores: {' '.join(shared) or 'on'}",
                       "echo off | sudo tee /sys/devices/system/cpu/smt/control, or keep the sibling idle")  # fmt: skip
    return Finding("SMT", GOOD if pairs else UNKNOWN, "no processors share a core, as far as this machine can see")


def pinning() -> Finding:
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    isolated = read(SYSTEM / "devices/system/cpu/isolated")
    if len(usable) == 1:
        return Finding("pinning", GOOD, f"this process stays on processor {usable[0]}")
    seen = f"this process may move between {len(usable) or os.cpu_count()} processors"
    if isolated:
        return Finding("pinning", BAD, f"{seen}; {isolated} are set apart", f"taskset -c {isolated.split('-')[0]} ...")
    return Finding("pinning", BAD, seen, "taskset -c 1 python ..., or profiling.compare --pin 1")


def load() -> Finding:
    one = os.getloadavg()[0]
    busy = _busiest()
    seen = f"{one:.2f} over the last minute on {os.cpu_count()} processors" + (f"; busy now: {busy}" if busy else "")
    if one < 0.3 and not busy:
        return Finding("load", GOOD, seen)
    return Finding("load", BAD, seen, "end what runs beside, or wait")


def _processor_ticks() -> dict[str, tuple[str, int]]:
    """Name and CPU ticks of each process but this one."""
    found = {}
    for folder in PROC.glob("[0-9]*"):
        text = read(folder / "stat")
        match = re.match(r"\d+ \((.*)\) (.*)", text)
        if match and folder.name != str(os.getpid()):
            fields = match[2].split()
            found[folder.name] = (match[1], int(fields[11]) + int(fields[12]))
    return found


def _busiest(seconds: float = 0.5) -> str:
    """Other processes that take more than a twentieth of a processor just now."""
    before = _processor_ticks()
    time.sleep(seconds)
    ticks = os.sysconf("SC_CLK_TCK") * seconds
    shares = [(count - before[pid][1], name) for pid, (name, count) in _processor_ticks().items() if pid in before]
    return ", ".join(f"{name} ({share / ticks:.0%})" for share, name in sorted(shares, reverse=True)[:4]
                     if share / ticks > 0.05)  # fmt: skip


def pressure() -> Finding:
    """How long something had to wait for a processor lately."""
    match = re.search(r"some avg10=([\d.]+) avg60=([\d.]+)", read(PROC / "pressure/cpu"))
    if not match:
        return Finding("pressure", UNKNOWN, "the system keeps no record of waiting for processors")
    seen = f"something waited for a processor {match[1]} % of the last 10 s, {match[2]} % of the last minute"
    if float(match[1]) < 1:
        return Finding("pressure", GOOD, seen)
    return Finding("pressure", BAD, seen, "fewer processes than processors")


def steal() -> Finding:
    """A virtual machine's time that its host gave to others."""
    match = re.search(r"^cpu +(.*)$", read(PROC / "stat"), re.MULTILINE)
    virtual = "hypervisor" in read(PROC / "cpuinfo")
    if not match:
        return Finding("virtual machine", UNKNOWN, "the system does not tell")
    ticks = [int(each) for each in match[1].split()]
    share = ticks[7] / max(1, sum(ticks[:8]))
    if not virtual:
        return Finding("virtual machine", GOOD, "none")
    seen = f"yes; {share:.2%} of its time since it started went to others"
    return Finding("virtual machine", BAD if share > 0.002 else GOOD, seen,
                   "neighbours can't be seen from inside: interleave, take medians, repeat later")  # fmt: skip


def memory() -> Finding:
    fields = dict(re.findall(r"^(\w+): +(\d+) kB", read(PROC / "meminfo"), re.MULTILINE))
    if "MemAvailable" not in fields:
        return Finding("memory", UNKNOWN, "the system does not tell")
    free = int(fields["MemAvailable"]) >> 10
    swapped = (int(fields.get("SwapTotal", 0)) - int(fields.get("SwapFree", 0))) >> 10
    huge = re.search(r"\[(\w+)\]", read(SYSTEM / "kernel/mm/transparent_hugepage/enabled"))
    seen = f"{free:,} MB free, {swapped:,} MB swapped out, transparent huge pages: {huge[1] if huge else 'unknown'}"
    if free < 1024 or swapped > 64:
        return Finding("memory", BAD, seen, "end what fills the memory; swapoff -a")
    return Finding("memory", GOOD, seen)


def counters() -> Finding:
    """Whether perf can count instructions, which vary less than times."""
    try:
        command = ["perf", "stat", "-e", "instructions:u", "true"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return Finding("counters", UNKNOWN, "perf is not installed", "profiling.counts needs none")
    if done.returncode or "not supported" in done.stderr:
        return Finding("counters", UNKNOWN, "no hardware counters here", "profiling.counts and the VM's own counts")
    return Finding("counters", GOOD, "perf counts instructions")


def _loop(rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def noise() -> Finding:
    """The same loop many times: how far the slow rounds are from the others."""
    _loop(20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_nivcsw
    times = sorted(_loop(ROUNDS))
    switched = resource.getrusage(resource.RUSAGE_SELF).ru_nivcsw - before
    middle, late = median(times), times[int(0.9 * len(times))]
    seen = (
        f"a loop of {middle * 1e3:.2f} ms: fastest {times[0] / middle:.2f}, slowest tenth from {late / middle:.2f}, "
        f"slowest {times[-1] / middle:.2f} times that; interrupted {switched} times")  # fmt: skip
    if late / middle < LOUD and times[0] / middle > 1 / LOUD:
        return Finding("noise", GOOD, seen)
    return Finding("noise", BAD, seen, "smaller differences don't show in single runs: interleave, take medians")


def neighbours() -> Finding:
    """The loop alone, and while a second process runs it as well: processors that share something slow each other."""
    if (os.cpu_count() or 1) < 2:
        return Finding("two at once", UNKNOWN, "there is one processor only", "nothing else may run beside")
    alone = median(_loop(ROUNDS))
    code = (
        "import os\nfrom profiling.baselines import work\n"
        "os.sched_setaffinity(0, range(os.cpu_count()))  # not beside a pinned parent on its own processor\n"
        "while True: work()"
    )
    other = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    try:
        time.sleep(0.3)
        beside = median(_loop(ROUNDS))
    finally:
        other.kill()
        other.wait()
    seen = f"the loop takes {beside / alone:.2f} times as long beside another process"
    if beside / alone < 1.05:
        return Finding("two at once", GOOD, seen)
    return Finding("two at once", BAD, seen, "run one benchmark at a time (pytest without -n)")


LOOKS = (governor, turbo, threads, pinning, load, pressure, steal, memory, counters, noise, neighbours)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strict", action="store_true", help="exit status 1 if anything disturbs")
    chosen = parser.parse_args()
    findings = []
    for look in LOOKS:
        found = look()
        findings.append(found)
        print(f"{found.topic:<16}{found.state:<10}{found.seen}", flush=True)
        if found.advice and found.state != GOOD:
            print(f"{'':<26}-> {found.advice}")
    bad = [found.topic for found in findings if found.state == BAD]
    print(f"\ndisturbs: {', '.join(bad)}" if bad else "\nnothing that can be seen disturbs")
    sys.exit(1 if chosen.strict and bad else 0)


if __name__ == "__main__":
    main()
