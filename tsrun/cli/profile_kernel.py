"""`tsrun profile` with --opcodes, --counters, --perf, --perf-record: by the profiling kernel or the machine."""
from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from tsrun.cli import EXIT_ERROR, EXIT_INTERRUPTED, with_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tsrun.cli.options import Options
    from tsrun.cli.output import Output
    from tsrun.realm import Realm
    from tsrun.tools.opcodes import Counts


def run_to_the_end(
    options: Options, output: Output, around: Callable[[Realm], contextlib.AbstractContextManager[object]]
) -> int:
    """Run the script; Ctrl-C or a reader that goes away ends it and no more. The exit status."""
    try:
        status = with_errors(options, output, around)
        output.flush()
    except KeyboardInterrupt:
        status = EXIT_INTERRUPTED
        output.flush_quietly()
    except BrokenPipeError:
        status = 0
        output.flush_quietly()
    return status


def _on_profiling_kernel(options: Options) -> None:
    """Unless the command line or the environment name another."""
    if options.kernel is None and os.environ.get("TSRUN_KERNEL") in {None, "", "release"}:
        options.kernel = "profiling"


def _run_counted(options: Options, output: Output) -> tuple[int, Counts | None]:
    from tsrun.tools.opcodes import Counts

    _on_profiling_kernel(options)
    found: list[Counts] = []

    @contextlib.contextmanager
    def around(realm: Realm) -> Iterator[None]:
        counts = Counts(realm)
        found.append(counts)
        realm.engine.begin_time()
        try:
            yield
        finally:
            counts.finish()

    return run_to_the_end(options, output, around), found[0] if found else None


def counted(options: Options, output: Output, top: int) -> int:
    """--opcodes: run on a kernel that counts, and report, however the run ends."""
    status, counts = _run_counted(options, output)
    if counts is not None:
        from tsrun.tools.opcode_tables import print_counts

        print_counts(counts, top)
    return status


def measured(options: Options, output: Output) -> int:
    """--counters: by the processor's counters, or where there are none by the VM's own."""
    from tsrun.tools.counter_tables import print_hardware, print_instead
    from tsrun.tools.hardware import Counters

    counters = Counters()
    if not counters.available:
        status, counts = _run_counted(options, output)
        if counts is not None:
            print_instead(counters.missing, counts)
        return status
    status = run_to_the_end(options, output, lambda _realm: counters)
    if counters.counts:
        print_hardware(counters)
    return status


def named(options: Options, output: Output) -> int:
    """--perf: run so that perf can name the kernel's functions."""
    from tsrun.tools.perf import sampled, write_map

    _on_profiling_kernel(options)

    @contextlib.contextmanager
    def around(realm: Realm) -> Iterator[None]:
        write_map(realm.kernel)
        with sampled():
            yield

    return run_to_the_end(options, output, around)


def recorded(target: str, words: Sequence[str], output: Output) -> int:
    """--perf-record: run under perf and print its report; the script's exit status."""
    from tsrun.tools.perf import perf_program, record, report

    perf = perf_program()
    if perf is None:
        output.error("tsrun: --perf-record: there is no perf here that works (on Debian: apt install linux-perf)")
        return EXIT_ERROR
    status, event = record(perf, target, words)
    if os.path.exists(target):
        output.error(f"\nBy function, sampled by {event} (perf report -i {target} shows callers, too):\n"
                     f"{report(perf, target)}")
    return status
