"""The command line. What a plain run of a script needs is here; the rest is imported when asked for."""
from __future__ import annotations

import os
import sys

from tsrun.cli.options import HELP, Options, UsageError, read_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _thread import LockType
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tsrun.cli.output import Output
    from tsrun.errors import TsrunError
    from tsrun.realm import Realm

    Around = Callable[[Realm], AbstractContextManager[object]]

EXIT_ERROR, EXIT_USAGE, EXIT_UNSETTLED, EXIT_TIMEOUT, EXIT_INTERRUPTED = 1, 2, 13, 124, 130


def main() -> None:
    """The console script: run what the command line says, and end the process with its status."""
    status = run(sys.argv[1:])
    # Everything is written. What the interpreter would still tear down, the system frees faster.
    os._exit(status)


def run(arguments: list[str]) -> int:
    """Do what the arguments say; the exit status."""
    from tsrun.cli.output import Output

    output = Output()
    try:
        status = _run(arguments, output)
        output.flush()
    except KeyboardInterrupt:
        output.flush_quietly()
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return 0
    except OSError as error:  # a full disk, say
        try:
            output.error(f"tsrun: the output can't be written: {error.strerror or error}")
        except OSError:
            return EXIT_ERROR
        return EXIT_ERROR
    return status


def _run(arguments: list[str], output: Output) -> int:
    if (arguments == ["kernel"] and not os.path.exists("kernel")) or \
            (arguments[:1] == ["kernel"] and len(arguments) > 1 and arguments[1] in {"build", "info", "clear"}):
        from tsrun.cli.kernel import kernel_command

        return kernel_command(arguments[1:], output)
    if arguments[:1] == ["heap"] and len(arguments) > 1:
        from tsrun.tools.heap.command import heap_command

        return heap_command(arguments[1:], output)
    if arguments[:1] == ["profile"] and len(arguments) > 1:
        from tsrun.cli.profile import profile_command

        return profile_command(arguments[1:], output)
    try:
        options = read_options(arguments)
    except UsageError as error:
        output.error(f"tsrun: {error}\nTry 'tsrun --help'.")
        return EXIT_USAGE
    if options.action == "help":
        output.line(HELP)
    elif options.action == "version":
        from tsrun import __version__

        output.line(f"tsrun {__version__}")
    else:
        return with_errors(options, output)
    return 0


def with_errors(options: Options, output: Output, around: Around | None = None) -> int:
    """Do what the options say; what goes wrong is reported. `around`: entered while the script runs."""
    from tsrun.errors import TsrunError

    try:
        if options.action == "run":
            return _execute(options, output, around)
        from tsrun.cli.stages import show_stage

        show_stage(options, output)
    except TsrunError as error:
        return failure(error, output)
    return 0


def failure(error: TsrunError, output: Output) -> int:
    """Say what ended a run; the exit status."""
    from tsrun.errors import JSError, TimeLimitError, UnsettledError

    if isinstance(error, UnsettledError):
        output.error(str(error))
        return EXIT_UNSETTLED
    output.error(error.report if isinstance(error, JSError) else f"tsrun: {error}")
    return EXIT_TIMEOUT if isinstance(error, TimeLimitError) else EXIT_ERROR


def read_input(options: Options) -> tuple[bytes, str, str]:
    """Source, key (absolute path or where relative imports start) and name in messages."""
    from tsrun.errors import ModuleError
    from tsrun.modules import check_utf8, read_source

    if options.code is not None:
        return options.code.encode("utf-8", "surrogateescape"), os.path.abspath("[eval]"), "[eval]"
    assert options.file is not None
    if options.file == "-":
        if sys.stdin is None:  # the process was started with it closed
            raise ModuleError("[stdin]: standard input is closed")
        try:
            source = sys.stdin.buffer.read()
        except OSError as error:
            raise ModuleError(f"[stdin]: can't be read: {error.strerror or error}") from None
        check_utf8(source, "[stdin]")
        return source, os.path.abspath("[stdin]"), "[stdin]"
    path = os.path.abspath(options.file)
    return read_source(path), os.path.realpath(path), path


def _execute(options: Options, output: Output, around: Around | None) -> int:
    from tsrun.realm import Realm
    from tsrun.stats import Stats
    from tsrun.tsconfig import config_for

    stats = Stats()
    source, key, name = read_input(options)
    stats.phase("read")
    realm = Realm(
        profile=options.kernel, max_memory=options.max_memory, max_depth=options.max_depth,
        timeout=None if options.timeout is None else options.timeout / 1000, sink=output.message,
        arguments=options.arguments, stats=stats, collector=options.collector)
    realm.config = config_for(key)
    realm.on_slice = output.flush
    realm.completion = options.print
    watch = _watch_interrupts(realm)
    try:
        if around is None:
            _evaluate(realm, options, output, source, key, name)
        else:
            with around(realm):
                _evaluate(realm, options, output, source, key, name)
    finally:
        if options.stats:
            _print_stats(realm, options, output)
        if watch is not None:
            watch.release()
    return 0


def _evaluate(realm: Realm, options: Options, output: Output, source: bytes, key: str, name: str) -> None:
    if options.script or options.print:
        value = realm.run_either(source, key, name, script=options.script)
    else:
        value = realm.run_module(source, key, name).value
    if options.print:
        output.line(realm.shown(value))
    realm.finish()


def _print_stats(realm: Realm, options: Options, output: Output) -> None:
    from tsrun.stats import report

    output.flush()
    output.error(report(realm, as_json=options.stats == "json"))


def _watch_interrupts(realm: Realm) -> LockType | None:
    """Ctrl-C at once, also in the middle of a long builtin.

    Python's own handler runs when the kernel returns, which is every few milliseconds. A builtin that takes longer
    looks at the deadline now and then: a thread that waits for the signal moves it to the past. The lock that is
    returned is to be released when the run is over.
    """
    import _signal  # type: ignore[import-not-found]  # what the signal module wraps in enums
    import _thread

    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        _signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    except ValueError:  # not the main thread: whoever runs us deals with signals
        os.close(reading)
        os.close(writing)
        return None
    interrupt = int(_signal.SIGINT)
    over = _thread.allocate_lock()
    over.acquire()

    def wait() -> None:
        while True:
            received = os.read(reading, 64)
            if not received:
                return
            if interrupt in received:
                realm.interrupt(over)
                over.release()

    _thread.start_new_thread(wait, ())
    return over
