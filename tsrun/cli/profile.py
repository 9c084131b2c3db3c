"""`tsrun profile`: where a script's time goes."""
from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tsrun.cli import EXIT_ERROR, EXIT_USAGE, profile_kernel
from tsrun.cli.options import WITH_VALUE, UsageError, read_options
from tsrun.tools.sampler import BY_FUEL, BY_TIME, Sampler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tsrun.cli.options import Options
    from tsrun.cli.output import Output
    from tsrun.realm import Realm
    from tsrun.tools.profile import Profile

HELP = """\
Usage: tsrun profile [profiling options] [options] FILE [ARGS...]

Runs FILE as `tsrun` does and tells where its time went. What the script prints goes to standard output, the profile to
standard error, and to files:

      --flamegraph FILE  write an interactive flame graph (SVG, for a browser)
      --cpuprofile FILE  write a profile for Chrome's developer tools or speedscope
      --collapsed FILE   write a line per stack, for other flame graph tools
      --by time|fuel     take samples by processor time, or by fuel: loop rounds and calls, the same in every run
      --interval N       microseconds (4000) or units of fuel (10000) between two samples
      --top N            rows of the tables (15)
      --opcodes          count instead, on the profiling kernel: instructions, inline caches, shapes, strings,
                         allocation, each by place, and what to change about it
      --counters         count instead what the processor does: instructions, cycles, cache misses
      --perf             run on the profiling kernel, with what Linux' perf needs to name its functions, as in
                         perf record --call-graph dwarf tsrun profile --perf FILE
      --perf-record OUT  do that, and print what perf report says of it
  -h, --help             print this

The other options are those of `tsrun`."""
FILES = ("--flamegraph", "--cpuprofile", "--collapsed")
VALUES = (*FILES, "--by", "--interval", "--top", "--perf-record")
MODES = ("--opcodes", "--counters", "--perf")
USUAL, LEAST = {BY_TIME: 4000, BY_FUEL: 10_000}, {BY_TIME: 50, BY_FUEL: 10}
"""Intervals between samples: with the usual ones a run takes less than 5 % more time."""


@dataclass(slots=True)
class Wanted:
    """What is asked of the profiler."""

    by: int = BY_TIME
    interval: int = 0
    top: int = 15
    help: bool = False
    mode: str = ""
    """opcodes, counters or perf instead of samples."""
    files: dict[str, str] = field(default_factory=dict)
    """Paths by option."""
    given: list[str] = field(default_factory=list)
    """Names of the options."""


def read_wanted(arguments: list[str]) -> tuple[Wanted, list[str]]:
    """The profiling options, and the words that are left. Raises UsageError."""
    wanted, left = Wanted(), []
    rest = arguments[::-1]
    while rest:
        word = rest.pop()
        name, equals, value = word.partition("=")
        if word in {"--", "-"} or not word.startswith("-"):
            rest.append(word)
            break
        if word in {"-h", "--help"}:
            wanted.help = True
        elif word in MODES:
            wanted.given.append(word)
            wanted.mode = word[2:]
        elif name in VALUES:
            if not equals:
                if not rest:
                    raise UsageError(f"{name}: a value is missing")
                value = rest.pop()
            wanted.given.append(name)
            _set(wanted, name, value)
        else:
            left.append(word)
            if (name in WITH_VALUE or word in {"-e", "-pe"}) and not equals and rest:
                left.append(rest.pop())
    _check_modes(wanted)
    usual, least = USUAL[wanted.by], LEAST[wanted.by]
    wanted.interval = wanted.interval or usual
    if wanted.interval < least:
        raise UsageError(f"--interval: not less than {least}")
    return wanted, left + rest[::-1]


def _check_modes(wanted: Wanted) -> None:
    """Refuse what would be ignored: counting takes no samples. Raises UsageError."""
    instead = [name for name in wanted.given if name in MODES or name == "--perf-record"]
    if not instead:
        return
    allowed = {*instead[:1], "--top"} if instead[0] == "--opcodes" else set(instead[:1])
    for name in wanted.given:
        if name not in allowed:
            raise UsageError(f"{name} has no meaning together with {instead[0]}")


def _set(wanted: Wanted, name: str, value: str) -> None:
    if name in FILES or name == "--perf-record":
        folder = os.path.dirname(os.path.abspath(value))
        if not os.access(folder, os.W_OK) or os.path.isdir(value):
            raise UsageError(f"{name}: {value!r} can't be written")
        wanted.files[name] = value
    elif name == "--by":
        if value not in {"time", "fuel"}:
            raise UsageError(f"--by: time or fuel, not {value!r}")
        wanted.by = BY_TIME if value == "time" else BY_FUEL
    else:
        if not value.isdecimal():
            raise UsageError(f"{name}: {value!r} is not a whole number")
        if name == "--top":
            wanted.top = int(value)
        else:
            wanted.interval = int(value)


def profile_command(arguments: list[str], output: Output) -> int:
    """Do the command; the exit status, which is the script's."""
    try:
        wanted, words = read_wanted(arguments)
        if wanted.help:
            output.line(HELP)
            return 0
        options = read_options(words)
        if options.action != "run":
            raise UsageError(f"--{options.action} does not run anything that could be profiled")
        if wanted.mode == "opcodes" and options.kernel == "release":
            raise UsageError("--opcodes: the release kernel does not count; leave --kernel out")
    except UsageError as error:
        output.error(f"tsrun: {error}\nTry 'tsrun profile --help'.")
        return EXIT_USAGE
    if "--perf-record" in wanted.files:
        return profile_kernel.recorded(wanted.files["--perf-record"], words, output)
    if not wanted.mode:
        return sampled(wanted, options, output)
    if wanted.mode == "opcodes":
        return profile_kernel.counted(options, output, wanted.top)
    return profile_kernel.measured(options, output) if wanted.mode == "counters" else profile_kernel.named(
        options, output)


def sampled(wanted: Wanted, options: Options, output: Output) -> int:
    """Run with samples taken, and report, however the run ends."""
    session = Sampling(wanted, output)
    status = profile_kernel.run_to_the_end(options, output, session.around)
    if status and not session.samples:
        return status  # the script could not even be read or compiled
    return status if session.report(options.file or "[eval]") else status or EXIT_ERROR


class Sampling:
    """A run with samples taken."""

    def __init__(self, wanted: Wanted, output: Output) -> None:
        self._wanted, self._output = wanted, output
        self._realm: Realm | None = None
        self._sampler: Sampler | None = None

    @contextlib.contextmanager
    def around(self, realm: Realm) -> Iterator[None]:
        """What the script runs in."""
        wanted = self._wanted
        interval = wanted.interval / 1e6 if wanted.by == BY_TIME else wanted.interval
        sampler = Sampler(realm, by=wanted.by, interval=interval, in_order="--cpuprofile" in wanted.files)
        flush = realm.on_slice

        def look_in() -> None:
            if flush:
                flush()
            sampler.drain()

        realm.on_slice = look_in
        self._realm, self._sampler = realm, sampler
        realm.stats.phase("realm")  # what came before was not the script's
        realm.engine.begin_time()
        with sampler:
            yield

    @property
    def samples(self) -> int:
        """How many there are."""
        return self._sampler.recording.samples if self._sampler else 0

    def report(self, script: str) -> bool:
        """Write the files and print the tables; whether they could be written."""
        if self._realm is None or self._sampler is None:
            return True
        from tsrun.tools.profile import Profile
        from tsrun.tools.tables import print_profile

        profile = Profile(self._sampler.recording)
        written = True
        try:  # first: who reads the tables may go away before their end
            for option, path in self._wanted.files.items():
                with open(path, "w", encoding="utf-8", errors="replace") as file:
                    file.writelines(content(option, profile, script))
        except OSError as error:
            self._output.error(f"tsrun: {error.filename} can't be written: {error.strerror}")
            written = False
        print_profile(profile, self._realm, script, self._wanted.top)
        return written


def content(option: str, profile: Profile, script: str) -> Iterable[str]:
    """What goes into the file that an option names, in parts."""
    if option == "--flamegraph":
        from tsrun.tools.flamegraph import flamegraph
        from tsrun.tools.tables import heading

        return [flamegraph(profile, f"{os.path.basename(script)}: {heading(profile)}")]
    from tsrun.tools.cpuprofile import collapsed, cpuprofile

    return [cpuprofile(profile)] if option == "--cpuprofile" else collapsed(profile)
