"""Random programs, every second one with a collection at every possible point: no fault, no finding of the verifier.

`python -m tests.fuzz` runs many more of them. A seed that fails is run again by
`python -m tests.fuzz --kind K --seed N`.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import mutated_programs
import odd_host
import odd_programs
import pytest

import tsrun

COUNT = int(os.environ.get("TSRUN_ODD_PROGRAMS", "40"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_odd_program(seed, monkeypatch):
    unharmed(monkeypatch, odd_programs.program(seed), seed % 2)


@pytest.mark.parametrize("seed", range(COUNT // 4))
def test_odd_calls(seed, monkeypatch):
    source = (Path(__file__).parent / "odd_calls.ts").read_text(encoding="utf-8")
    unharmed(monkeypatch, source, seed % 2 * 7, seed=seed, rounds=200, host=odd_host.host(seed))


@pytest.mark.parametrize("seed", range(COUNT))
def test_mutated_program(seed, monkeypatch):
    unharmed(monkeypatch, mutated_programs.program(seed), seed % 2 * 3)


def unharmed(monkeypatch, source, stress, **values):
    """Run a program: it may fail, tsrun must not."""
    monkeypatch.setenv("TSRUN_VERIFY", "1")
    monkeypatch.setenv("TSRUN_GC_STRESS", str(stress))
    # A loop over 2 ** 53 elements, or that many of them: that is what the limits are for. A JSError is a rejection
    # that nobody handles.
    with contextlib.suppress(tsrun.LimitError, tsrun.JSError, tsrun.PendingError, tsrun.ModuleError):
        tsrun.run(source, globals=values, timeout=2, max_memory=64 << 20, console=lambda *_: None)


def test_a_seed_gives_one_program():
    assert odd_programs.program(5) == odd_programs.program(5) != odd_programs.program(6)
