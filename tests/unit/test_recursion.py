"""Passes that recurse deeply, in threads and with limits of time: Python's recursion limit is one for all threads."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest

from tsrun import overtime
from tsrun.syntax import recursion
from tsrun.syntax.recursion import with_deep_recursion


def deep(level):
    return 0 if level == 0 else 1 + deep(level - 1)


def in_threads(count, run):
    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture(autouse=True)
def _limit_as_before():
    """Whatever a test does, the limit is the same afterwards."""
    limit = sys.getrecursionlimit()
    yield
    for _ in range(1000):  # a pass that nobody waits for any more puts it back by itself
        if sys.getrecursionlimit() == limit:
            return
        time.sleep(0.01)
    assert sys.getrecursionlimit() == limit


def test_what_is_too_deep_for_python_runs():
    assert with_deep_recursion(lambda: deep(20_000)) == 20_000


def test_what_is_too_deep_for_everything_is_an_error():
    with pytest.raises(RecursionError):
        with_deep_recursion(lambda: deep(10**7))


def test_errors_come_through():
    def fails():
        deep(20_000)
        raise KeyError("inside")

    with pytest.raises(KeyError, match="inside"):
        with_deep_recursion(fails)


def test_a_deep_pass_within_a_deep_pass_runs_in_it():
    def outer():
        return deep(20_000) + with_deep_recursion(lambda: deep(30_000))

    assert with_deep_recursion(outer) == 50_000


def test_a_deep_pass_within_an_ordinary_one_does_not_wait_for_it():
    assert with_deep_recursion(lambda: with_deep_recursion(lambda: deep(20_000))) == 20_000


def test_a_pass_within_an_ordinary_one_that_a_deep_one_waits_for():
    """As in a signal's handler."""
    other = threading.Thread(target=lambda: with_deep_recursion(lambda: deep(5000)))

    def outer():
        other.start()
        while not recursion._turn.lock.locked():
            time.sleep(0.001)
        return with_deep_recursion(lambda: deep(10))

    end = time.monotonic_ns() + 30_000_000_000
    assert overtime.in_time(end, lambda: with_deep_recursion(outer), TimeoutError) == 10
    other.join()


def test_many_threads_take_turns():
    results = []
    in_threads(6, lambda _: results.append(with_deep_recursion(lambda: deep(20_000))))
    assert results == [20_000] * 6


def test_no_ordinary_pass_runs_while_the_limit_is_raised():
    """Else it could go deeper than its stack bears."""
    limit, seen, done = sys.getrecursionlimit(), [], threading.Event()

    def ordinary():
        seen.append(sys.getrecursionlimit())
        time.sleep(0.001)
        seen.append(sys.getrecursionlimit())

    def deep_ones(_):
        for _ in range(5):
            with_deep_recursion(lambda: (deep(5000), time.sleep(0.005)))
        done.set()

    def work(number):
        if number == 0:
            deep_ones(number)
        while not done.is_set():
            with_deep_recursion(ordinary)

    in_threads(4, work)
    with_deep_recursion(ordinary)
    assert set(seen) == {limit}


def test_a_limit_that_the_host_sets_meanwhile_stays():
    before = sys.getrecursionlimit()

    def run():
        deep(5000)
        sys.setrecursionlimit(before + 77)

    with_deep_recursion(run)
    try:
        assert sys.getrecursionlimit() == before + 77
    finally:
        sys.setrecursionlimit(before)


def busy(level):
    deep(level)
    while True:
        pass


def test_a_deep_pass_ends_with_its_time():
    with pytest.raises(TimeoutError):
        overtime.in_time(
            time.monotonic_ns() + 100_000_000, lambda: with_deep_recursion(lambda: busy(5000)), TimeoutError)


@pytest.mark.parametrize("level", [10, 5000])
def test_waiting_for_ones_turn_ends_with_ones_time(level):
    """Another thread's deep pass lasts until this one, ordinary or deep itself, has given up."""
    waited, begun = threading.Event(), threading.Event()

    def long():
        deep(5000)
        begun.set()
        waited.wait(60)

    other = threading.Thread(target=lambda: with_deep_recursion(long))
    other.start()
    try:
        assert begun.wait(60)
        with pytest.raises(TimeoutError):
            overtime.in_time(
                time.monotonic_ns() + 50_000_000, lambda: with_deep_recursion(lambda: deep(level)), TimeoutError)
        assert not waited.is_set()
    finally:
        waited.set()
        other.join()
    assert with_deep_recursion(lambda: deep(level)) == level


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_fork_while_another_thread_is_deep():
    code = """
import os, sys, threading, time, warnings
warnings.simplefilter("ignore")
from tsrun.syntax.recursion import with_deep_recursion
limit, begun, over = sys.getrecursionlimit(), threading.Event(), threading.Event()
def deep(level):
    return 0 if level == 0 else 1 + deep(level - 1)
def long():
    deep(5000)
    begun.set()
    over.wait(60)
threading.Thread(target=lambda: with_deep_recursion(long)).start()
begun.wait(60)
child = os.fork()
if child == 0:
    good = sys.getrecursionlimit() == limit and with_deep_recursion(lambda: deep(5000)) == 5000
    os._exit(0 if good else 1)
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
over.set()
sys.exit(status)
"""
    assert subprocess.run([sys.executable, "-c", code], timeout=100, check=False).returncode == 0


NESTED = """
import sys, threading
import tsrun
from concurrent.futures import ThreadPoolExecutor
limit = sys.getrecursionlimit()
threading.stack_size(512 << 10)  # a thread that goes deep all the same ends the process at once
sources = ["[" * depth + "]" * depth for depth in (60, 2000, 400, 9000)] + ["f(" * 9000, "if (a) " * 3000 + ";"]
def run(number):
    for i in range(4):
        try:
            tsrun.run(sources[(number + i) % len(sources)], timeout=20)
        except tsrun.TsrunError as error:
            pass
with ThreadPoolExecutor(6) as pool:
    list(pool.map(run, range(12)))
threading.stack_size(0)
assert sys.getrecursionlimit() == limit, sys.getrecursionlimit()
print("alive")
"""


def test_nested_sources_in_many_threads_do_not_end_the_process():
    done = subprocess.run([sys.executable, "-c", NESTED], capture_output=True, text=True, timeout=250, check=False)
    assert (done.stdout, done.returncode) == ("alive\n", 0), done.stderr[-2000:]
