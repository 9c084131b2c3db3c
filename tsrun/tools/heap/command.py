"""The command `tsrun heap`: run a script, record its heap, report."""
from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tsrun.cli import EXIT_ERROR, failure
from tsrun.cli.options import UsageError, WITH_VALUE, read_options
from tsrun.cli.profile_kernel import run_to_the_end
from tsrun.errors import TsrunError
from tsrun.tools.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.cli.options import Options
    from tsrun.cli.output import Output
    from tsrun.realm import Realm
    from tsrun.tools.heap.held import Held
    from tsrun.tools.heap.leaks import Leaks
    from tsrun.tools.heap.recording import Recording

HELP = """\
Usage: tsrun heap [options] FILE [ARGS...]

Runs FILE and prints to standard error how it filled the heap: occupancy, peak, what lived at the peak by kind and by
place of allocation, pauses, leaks. A script that throws, times out or is interrupted gets its report, too.

      --plot OUT        picture of the heap over the run: OUT.png, .svg or .pdf
      --over AXIS       what chart and picture go along: time, allocated (bytes), instructions
      --map OUT         picture of the cell space after collections, by kind and age
      --frames N        collections that the map shows (8)
      --csv OUT         the numbers, a row for each collection
      --npz OUT         the same as numpy arrays
      --snapshot OUT    the heap at exit for Chrome's DevTools: OUT.heapsnapshot
      --quiet           no report

Options of tsrun that it takes as well: --eval, --script, --timeout, --max-memory, --max-depth, --gc, --kernel
(profiling unless TSRUN_KERNEL says another; release knows neither places of allocation nor instructions)."""
OWN = ("--plot", "--over", "--map", "--frames", "--csv", "--npz", "--snapshot")
AXES = ("time", "allocated", "instructions")


class Wanted:
    """What the command line asks for."""

    def __init__(self) -> None:
        self.plot = self.map = self.csv = self.npz = self.snapshot = ""
        self.over = "time"
        self.frames = 8
        self.quiet = False

    def set(self, name: str, value: str) -> None:
        """Take an option with a value. Raises UsageError."""
        if name == "over":
            if value not in AXES:
                raise UsageError(f"--over: there is no {value!r}; there are {', '.join(AXES)}")
            self.over = value
        elif name == "frames":
            if not value.isdigit() or not 0 < int(value) <= 64:
                raise UsageError(f"--frames: {value!r} is not a number from 1 to 64")
            self.frames = int(value)
        else:
            _check_target(name, value)
            setattr(self, name, value)


SUFFIXES = {"plot": (".png", ".svg", ".pdf"), "map": (".png", ".svg", ".pdf")}


def _check_target(name: str, path: str) -> None:
    """A file that can't be written should be known before the script has run for an hour."""
    suffixes = SUFFIXES.get(name, ())
    if suffixes and not path.endswith(suffixes):
        raise UsageError(f"--{name}: {path!r} should end in {', '.join(suffixes)}")
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        raise UsageError(f"--{name}: {folder} is no folder that can be written to")


def read(arguments: list[str]) -> tuple[Wanted, Options]:
    """The tool's own options, and those that are the run's. Raises UsageError."""
    wanted, passed = Wanted(), []
    rest = arguments[::-1]
    while rest:
        word = rest.pop()
        name, equals, value = word.partition("=")
        if word in {"--", "-"} or not word.startswith("-"):
            rest.append(word)
            break
        if name in OWN:
            if not equals:
                if not rest:
                    raise UsageError(f"{name}: a value is missing")
                value = rest.pop()
            wanted.set(name[2:], value)
        elif word == "--quiet":
            wanted.quiet = True
        else:
            passed.append(word)
            if (name in WITH_VALUE or name == "-e") and not equals and rest:
                passed.append(rest.pop())
    options = read_options([*passed, *rest[::-1]])
    if options.action not in {"run", "help"} or options.stats or options.print:
        raise UsageError("tsrun heap runs a script: no --version, --tokens, --ast, --bytecode, --stats or --print")
    return wanted, options


def heap_command(arguments: list[str], output: Output) -> int:
    """Do what the arguments say; the exit status."""
    try:
        wanted, options = read(arguments)
    except UsageError as error:
        output.error(f"tsrun: {error}\nTry 'tsrun heap --help'.")
        return 2
    if options.action == "help":
        output.line(HELP)
        return 0
    return _Run(wanted, options, output).status()


class _Run:
    """One run under the recorder."""

    def __init__(self, wanted: Wanted, options: Options, output: Output) -> None:
        self.wanted, self.options, self.output = wanted, options, output
        self.recording: Recording | None = None
        self.keys: frozenset[int] = frozenset()

    def status(self) -> int:
        """Run, report, and say how it ended, as a plain run does."""
        options = self.options
        options.kernel = options.kernel or os.environ.get("TSRUN_KERNEL") or "profiling"
        if self.wanted.over == "instructions" and options.kernel == "release":
            self.output.error("tsrun: --over instructions: the release kernel does not count; use --kernel profiling")
            return EXIT_ERROR
        status = run_to_the_end(options, self.output, self._recorded)
        if self.recording is None or (status and not self.recording.started):
            return status  # the script could not even be read or compiled
        try:
            self._finish(self.recording, printable(options.file or "[eval]"))
        except TsrunError as error:
            return failure(error, self.output)
        return status

    @contextmanager
    def _recorded(self, realm: Realm) -> Iterator[None]:
        """Record while the script runs."""
        from tsrun.tools.heap.recording import Recording
        from tsrun.tools.heap.variables import global_keys

        self.keys = global_keys(realm.heap)
        recording = Recording(realm, self.wanted.frames if self.wanted.map else 0)
        realm.engine.begin_time()  # what came before was not the script's
        try:
            yield
        finally:
            recording.finish()
            self.recording = recording

    def _finish(self, recording: Recording, name: str) -> None:
        from tsrun.tools.heap.held import held
        from tsrun.tools.heap.leaks import Reach, leaks
        from tsrun.tools.heap.variables import Variables

        recording.engine.limit_time(None)
        name = os.path.basename(name)
        found: Leaks | None = None
        holders: list[Held] = []
        if not self.wanted.quiet or self.wanted.plot:
            reach = Reach(recording)
            holders = held(reach, Variables(recording, self.keys).all())
            found = leaks(reach)
        try:  # first: who reads the report may go away before its end
            self._files(recording, name, holders)
        finally:
            if not self.wanted.quiet:
                from tsrun.tools.heap.report import report

                for line in report(recording, found, holders, self.wanted.over, name):
                    self.output.error(line)

    def _files(self, recording: Recording, name: str, holders: list[Held]) -> None:
        wanted = self.wanted
        if wanted.csv:
            from tsrun.tools.heap.export import write_csv

            write_csv(recording, wanted.csv)
        if wanted.npz:
            from tsrun.tools.heap.export import write_npz

            write_npz(recording, wanted.npz)
        if wanted.snapshot:
            from tsrun.tools.heap.snapshot import write_snapshot

            write_snapshot(recording, wanted.snapshot)
        if wanted.plot:
            from tsrun.tools.heap.plot import plot

            plot(recording, wanted.plot, wanted.over, name, holders)
        if wanted.map:
            from tsrun.tools.heap.cellmap import cell_map

            cell_map(recording, wanted.map, name)
