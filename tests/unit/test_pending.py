"""What is pending when a script ends: jobs, timers, promises as Python's values."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

import tsrun


def printed(source, **options):
    lines = []
    tsrun.run(source, console=lambda _, text: lines.append(text), **options)
    return lines


def test_run_returns_when_nothing_is_pending():
    assert printed("setTimeout(() => console.log('timer'), 5); Promise.resolve().then(() => console.log('job'))") == [
        "job",
        "timer",
    ]


def test_a_fulfilled_promise_is_its_value():
    assert tsrun.run("Promise.resolve({ a: [1] })") == {"a": [1]}
    assert tsrun.run("new Promise((resolve) => setTimeout(() => resolve(6 * 7), 5))") == 42
    assert tsrun.run("[Promise.resolve(1), 2]") == [1, 2]


def test_a_rejected_promise_raises_its_reason():
    with pytest.raises(tsrun.JSError, match="RangeError: no") as caught:
        tsrun.run("Promise.reject(new RangeError('no'))", path="given.ts")
    assert caught.value.line == 1
    with pytest.raises(tsrun.JSError) as caught:
        tsrun.run("const p = Promise.reject(3); p.catch(() => {}); p")
    assert caught.value.value == 3


def test_a_pending_promise_raises():
    with pytest.raises(tsrun.PendingError):
        tsrun.run("new Promise(() => {})")


def test_promises_within_values():
    pending, rejected = tsrun.run("const r = Promise.reject(4); r.catch(() => {}); [new Promise(() => {}), r]")
    assert isinstance(pending, tsrun.JSPromise)
    assert (pending.state, rejected.state) == ("pending", "rejected")
    assert repr(pending) == "<JSPromise pending>"
    with pytest.raises(tsrun.JSError):
        rejected.result()


def test_exports_after_the_last_job(tmp_path):
    path = tmp_path / "late.ts"
    path.write_text("export let value = 1; setTimeout(() => { value = 2 }); export const soon = Promise.resolve(3)")
    assert tsrun.run_file(path) == {"value": 2, "soon": 3}


def test_a_function_called_from_python_runs_what_it_leaves_pending():
    function = tsrun.run("(n: number) => new Promise((resolve) => setTimeout(() => resolve(n + 1), 1))")
    assert function(1) == 2


def test_a_host_function_that_calls_back_waits_for_nothing():
    seen = []
    source = """
        const log: string[] = [];
        call(() => { Promise.resolve().then(() => log.push('job')); return 1 });
        log.push('after');
        log"""
    assert tsrun.run(source, globals={"call": lambda function: seen.append(function())}) == ["after", "job"]
    assert seen == [1]


def test_errors_of_jobs_and_timers_are_uncaught():
    with pytest.raises(tsrun.JSError, match="TypeError: job"):
        tsrun.run("queueMicrotask(() => { throw new TypeError('job') })")
    with pytest.raises(tsrun.JSError, match="TypeError: timer"):
        tsrun.run("setTimeout(() => { throw new TypeError('timer') })")


def test_the_time_limit_holds_while_waiting():
    started = time.monotonic()
    with pytest.raises(tsrun.TimeLimitError):
        tsrun.run("setTimeout(() => {}, 60000)", timeout=0.2)
    assert time.monotonic() - started < 5


def test_the_time_limit_holds_while_jobs_make_jobs():
    with pytest.raises(tsrun.TimeLimitError):
        tsrun.run("const f = () => queueMicrotask(f); f()", timeout=0.2)
    with pytest.raises(tsrun.TimeLimitError):
        tsrun.run("const f = () => Promise.resolve().then(f); f()", timeout=0.2)


def test_the_memory_limit_counts_jobs():
    with pytest.raises(tsrun.MemoryLimitError):
        tsrun.run("const f = () => {}; for (;;) queueMicrotask(f)", max_memory=32 << 20)
    with pytest.raises(tsrun.MemoryLimitError):
        tsrun.run("const p = new Promise(() => {}); for (;;) p.then()", max_memory=32 << 20)


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "tsrun", *arguments], capture_output=True, text=True, timeout=120, check=False
    )


def test_rejections_that_nobody_handles_end_the_command(tmp_path):
    path = tmp_path / "rejected.ts"
    path.write_text("Promise.reject(new TypeError('boo'));\nsetTimeout(() => console.log('never'));\n")
    found = command(str(path))
    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr == (
        f"{path}:1\nPromise.reject(new TypeError('boo'));\n               ^\n\nTypeError: boo\n    at {path}:1:16\n"
    )
    found = command("-e", "Promise.reject(3)")
    assert found.returncode == 1
    assert found.stderr.startswith("[UnhandledPromiseRejection: This error originated either by throwing inside of an")
    assert found.stderr.endswith("with the reason \"3\".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}\n")


def test_the_completion_value_is_printed_before_the_loop():
    found = command("-p", "setTimeout(() => console.log('later')); new Promise((r) => setTimeout(r))")
    assert found.stdout == "Promise { <pending> }\nlater\n"


def test_the_command_waits_no_longer_than_its_time_limit():
    started = time.monotonic()
    assert command("--timeout", "300", "-e", "setTimeout(() => {}, 60000)").returncode == 124
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "pending",
    ["setTimeout(() => {}, 60000)", "const f = () => queueMicrotask(f); f()", "const f = () => setImmediate(f); f()"],
)
def test_interrupts_while_something_is_pending(pending):
    source = f"setTimeout(() => console.error('waiting')); setTimeout(() => {{ {pending} }}, 5)"
    process = subprocess.Popen([sys.executable, "-m", "tsrun", "-e", source], stderr=subprocess.PIPE, text=True)
    assert process.stderr.readline() == "waiting\n"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == 130
