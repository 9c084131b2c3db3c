"""The churn experiments: scripts, runs, keeping and resuming, executors, the page."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest

from profiling.churn import tables
from profiling.churn.__main__ import main
from profiling.churn.points import PAYLOADS, SURVIVALS, SWEEPS, Point, from_row, points
from profiling.churn.results import Journal, load
from profiling.churn.run import TOOK, run_point
from profiling.churn.script import script
from profiling.churn.sweep import run_all

ROOT = Path(__file__).parents[2]
KERNEL = os.environ.get("TSRUN_KERNEL", "dev")
SMALL = Point("live", size=2, live=100, count=20_000, kernel=KERNEL, repeats=1)


@pytest.fixture(autouse=True)
def no_stress(monkeypatch):
    monkeypatch.delenv("TSRUN_GC_STRESS", raising=False)


def small(count):
    return [dataclasses.replace(SMALL, count=2000 + i) for i in range(count)]


def threads():
    return ThreadPoolExecutor(1)


# Points


def test_points_are_what_their_rows_say():
    wanted = points(list(SWEEPS), "release", 1.0)
    assert len({point.key for point in wanted}) == len(wanted) > 200
    for point in wanted:
        again = from_row(point.row())
        assert (again, again.policy, again.key) == (point, point.policy, point.key)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("survival", SURVIVALS)
def test_scripts_allocate_what_they_should(payload, survival):
    live = 0 if survival == "none" else 3000 if survival == "all" else 50
    count = 3000
    result = run_point(
        dataclasses.replace(SMALL, payload=payload, survival=survival, live=live, count=count, work=2).row())
    assert result["failed"] == ""
    cells = {"object": 1, "array": 1, "closure": 2, "cycle": 2}[payload]
    assert cells * count <= result["allocated_cells"] <= cells * count + 60
    assert "3000" in script(from_row(result["point"]))


# Runs


def test_a_run_keeps_the_collectors_columns():
    result = run_point(SMALL.row())
    events = result["events"]
    assert len(events) == result["collections"] > 0
    found = tables.collections([result])
    assert (found.cells_after < found.cells_before).all()
    assert (found.took > 0).all()
    assert (found.top >= found.cells_after).all()
    assert 0 < result["live_cells"] < result["peak_cells"] < result["allocated_cells"]
    lived, died = result["survival"][:16], result["survival"][16:]
    assert lived.sum() == (events[:, 3] & tables.LOW).sum()
    assert died.sum() == (found.cells_before - found.cells_after).sum()


def test_survival_is_what_the_script_does():
    kept = run_point(dataclasses.replace(SMALL, survival="all", live=20_000).row())
    dropped = run_point(dataclasses.replace(SMALL, survival="none").row())
    parts = [result["survival"][16:].sum() / 20_000 for result in (kept, dropped)]
    assert parts[0] < 0.01
    assert parts[1] > 0.5


def test_policies_and_limits_reach_the_collector():
    often, seldom = (run_point(dataclasses.replace(SMALL, policy={"trigger": trigger}).row())
                     for trigger in (32 << 10, 1 << 20))  # fmt: skip
    assert often["collections"] > 4 * max(1, seldom["collections"])
    tight = dataclasses.replace(SMALL, survival="all", live=400_000, count=400_000, max_memory=16 << 20)
    result = run_point(tight.row())
    assert "memory limit" in result["failed"]
    assert len(result["events"]) > 0


def test_the_cost_model_finds_what_is_there():
    rng = np.random.default_rng(1)
    cells, words, freed = (rng.integers(1000, 100_000, 400) for _ in range(3))
    took = 20 + 0.01 * cells + 0.002 * words + 0.0001 * freed
    found = tables.Collections(took, cells + freed, cells, words, words, cells)
    model = tables.fit(found)
    assert (model.base, model.cell, model.word) == pytest.approx((20, 0.01, 0.002), rel=1e-3)
    assert model.determination > 0.999
    assert tables.exponent(cells, 3.0 * cells**1.5) == pytest.approx(1.5)


# Keeping and resuming


def test_results_come_back_from_a_file(tmp_path):
    journal = Journal(tmp_path / "out.npz")
    results = run_all(small(3), journal, threads)
    assert len(list(journal.folder.iterdir())) == 3
    journal.finish(results)
    assert not journal.folder.exists()
    for before, after in zip(results, load(tmp_path / "out.npz"), strict=True):
        assert before["point"] == after["point"]
        assert (before["events"] == after["events"]).all()
        assert (before["survival"] == after["survival"]).all()
        assert before["cpu_s"] == after["cpu_s"]


class Counting(Executor):
    """Runs at once, and gives up after some."""

    def __init__(self, most):
        self.most = most
        self.done = 0

    def submit(self, function, *arguments):
        future = Future()
        if self.done < self.most:
            self.done += 1
            future.set_result(function(*arguments))
        else:
            future.set_exception(KeyboardInterrupt())
        return future


def test_an_interrupted_sweep_goes_on_where_it_stopped(tmp_path):
    journal = Journal(tmp_path / "out.npz")
    wanted = small(5)
    first = Counting(2)
    with pytest.raises(KeyboardInterrupt):
        run_all(wanted, journal, lambda: nullcontext(first))
    assert len(journal.known()) == 2
    (journal.folder / "broken.npz").write_bytes(b"half a file")
    (journal.folder / "half.npz").write_bytes(next(journal.folder.glob("*.npz")).read_bytes()[:200])
    (journal.folder / "killed.tmp").write_bytes(b"")
    second = Counting(9)
    seen = []
    results = run_all(wanted, journal, lambda: nullcontext(second), lambda *how: seen.append(how))
    assert (second.done, len(results), seen[0], seen[-1]) == (3, 5, (2, 5), (5, 5))
    journal.finish(results)
    third = Counting(9)
    assert len(run_all(wanted, journal, lambda: nullcontext(third))) == 5
    assert third.done == 0


def test_another_build_of_the_kernel_has_results_of_its_own(tmp_path):
    path = tmp_path / "out.npz"
    build = run_all(small(1), Journal(path), threads)[0]["build"]
    assert KERNEL in build
    assert len(Journal(path, build).known()) == 1
    assert len(Journal(path, "release-of-yesterday").known()) == 0
    journal = Journal(path, build)
    journal.finish(journal.known().values())
    assert len(Journal(path, build).known()) == 1
    assert len(Journal(path, "release-of-yesterday").known()) == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_real_interruption_loses_nothing(tmp_path, how):
    out = tmp_path / "out.npz"
    command = [sys.executable, "-m", "profiling.churn", "--out", str(out), "--sweep", "rate", "--scale", "0.2",
               "--kernel", KERNEL, "--workers", "1", "--rounds", "1", "--no-report"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parts = out.with_suffix(".parts")
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as run:  # fmt: skip
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and len(list(parts.glob("*.npz")) if parts.exists() else []) < 2:
            time.sleep(0.05)
        run.send_signal(how)
        run.communicate(timeout=120)
    kept = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.npz")}
    assert run.returncode == (130 if how == signal.SIGINT else -signal.SIGKILL)
    assert len(kept) >= 2
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=250, check=True)
    assert "18 results" in done.stdout
    assert len(load(out)) == 18
    assert not parts.exists()


# Executors


def test_processes(tmp_path):
    results = run_all(small(2), Journal(tmp_path / "out.npz"), workers=1)
    assert [result["point"]["count"] for result in results] == [2000, 2001]


def test_a_dask_cluster(tmp_path, monkeypatch):
    """On a real cluster, of processes on this machine."""
    distributed = pytest.importorskip("distributed", reason="Dask is missing: pip install 'tsrun[dask]'")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
    ):
        results = run_all(small(3), Journal(tmp_path / "out.npz"), dask=cluster.scheduler_address)
    assert [result["point"]["count"] for result in results] == [2000, 2001, 2002]
    assert all(len(result["survival"]) == 32 for result in results)


def test_rounds_give_the_least_times():
    wanted = points(["ages"], KERNEL, 0.01, 1, 3)
    assert [point.round for point in wanted] == [0] * 4 + [1] * 4 + [2] * 4
    results = [run_point(dataclasses.replace(SMALL, round=number).row()) for number in range(3)]
    results += [run_point(dataclasses.replace(SMALL, size=3).row())]
    one, other = tables.merged(results)
    assert (one["rounds"], other["rounds"], other["point"]["size"]) == (3, 1, 3)
    assert one["cpu_s"] == min(each["cpu_s"] for each in results[:3])
    took = [each["events"][:, TOOK] for each in results[:3]]
    assert one["events"][:, TOOK].tolist() == np.min(took, axis=0).tolist()
    assert one["collect_s"] == one["events"][:, TOOK].sum() / 1e9 <= results[0]["collect_s"]
    assert results[0]["events"][:, TOOK].tolist() == took[0].tolist()


# The page


def test_one_command_makes_the_page(tmp_path, monkeypatch, capsys):
    pytest.importorskip("matplotlib")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    page = tmp_path / "churn.md"
    kernel = [] if KERNEL == "release" else ["--kernel", KERNEL]
    words = ["--scale", "0.02", "--repeats", "1", "--rounds", "2", "--workers", "2", "--out", str(tmp_path / "out.npz")]
    words += ["--report", str(page), "--pictures", str(tmp_path / "pictures")]
    assert main([*words, *kernel]) == 0
    text = page.read_text(encoding="utf-8")
    for name in ("sawtooth", "pauses", "cost", "throughput", "shares", "survival", "tight"):
        assert f"(pictures/{name}.png)" in text
        assert (tmp_path / "pictures" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    assert "{" not in text.replace("{ p0", "").split("```")[0]
    assert " results in " in capsys.readouterr().out


def test_a_page_is_not_made_of_some_sweeps(tmp_path, capsys):
    page = tmp_path / "churn.md"
    words = ["--sweep", "ages", "--scale", "0.01", "--repeats", "1", "--rounds", "1", "--workers", "1"]
    assert main([*words, "--kernel", KERNEL, "--out", str(tmp_path / "out.npz"), "--report", str(page)]) == 0
    assert "those are of all sweeps" in capsys.readouterr().out
    assert not page.exists()


def failing(capsys, *words):
    """What the command says when it can't begin."""
    assert main(["--sweep", "ages", "--scale", "0.01", "--kernel", KERNEL, "--workers", "1", *words]) == 2
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("python -m profiling.churn: ")]
    assert len(lines) == 1
    return lines[0]


@pytest.mark.parametrize("content", [b"junk", b"", b"PK\x03\x04 half a file"])
def test_a_file_that_has_no_results(content, tmp_path, capsys):
    out = tmp_path / "out.npz"
    out.write_bytes(content)
    assert "can't be read as results of churn" in failing(capsys, "--out", str(out))
    assert out.read_bytes() == content


def test_a_folder_that_cannot_be_made(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert "file" in failing(capsys, "--out", str(tmp_path / "file" / "out.npz"))


def test_a_cluster_that_is_not_there(tmp_path, capsys, monkeypatch):
    out = str(tmp_path / "out.npz")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "Dask is missing" in failing(capsys, "--out", out, "--dask", "tcp://127.0.0.1:1")
    monkeypatch.undo()
    dask = pytest.importorskip("dask", reason="Dask is missing: pip install 'tsrun[dask]'")
    with dask.config.set({"distributed.comm.timeouts.connect": "300ms"}):
        assert "no scheduler answers at tcp://127.0.0.1:1" in failing(
            capsys, "--out", out, "--dask", "tcp://127.0.0.1:1")
