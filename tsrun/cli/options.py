"""The options of the command line, read by hand: argparse would take as long to import as a script takes to run."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

HELP = """\
Usage: tsrun [options] FILE [ARGS...]
       tsrun [options] -e CODE [ARGS...]
       tsrun heap [options] FILE [ARGS...]     how it fills the heap: tsrun heap --help
       tsrun profile [options] FILE [ARGS...]  where its time goes: tsrun profile --help
       tsrun kernel build|info|clear [--profile P]

Runs TypeScript and JavaScript. FILE is a module; "-" is standard input.

  -e, --eval CODE      run CODE
  -p, --print [CODE]   print the completion value of CODE or FILE
      --script         run as a strict script instead of a module
      --timeout MS     stop after that many milliseconds (exit status 124)
      --max-memory N   limit of the heap in bytes; 64K, 64M, 2G
      --max-depth N    limit of nested calls
      --gc POLICY      when the collector runs, as in trigger=1M,growth=2 (docs/collector.md)
      --kernel P       kernel profile: release, dev (every index checked), profiling
      --stats[=json]   print time by phase, memory and counters to standard error
      --tokens         print the tokens of FILE instead of running it
      --ast            print its syntax tree
      --bytecode       print its bytecode
  -h, --help           print this
  -V, --version        print the version

Words after FILE are the script's: scriptArgs.

Exit status: 0; 1 after an uncaught error or a syntax error; 2 for wrong usage; 13 after an
`await` at the top that nothing is left to settle; 124 after a time-out;
130 after Ctrl-C."""

SUFFIXES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
PROFILES = ("release", "dev", "profiling")


class UsageError(Exception):
    """The command line makes no sense; the message says why."""


class Options:
    """What the command line says."""

    def __init__(self) -> None:
        self.action = "run"
        """run, help, version, tokens, ast or bytecode."""
        self.file: str | None = None
        self.code: str | None = None
        self.arguments: list[str] = []
        self.print = False
        self.script = False
        self.timeout: float | None = None
        """Milliseconds."""
        self.max_memory: int | None = None
        self.max_depth: int | None = None
        self.kernel: str | None = None
        self.collector: dict[str, float] = {}
        """The collector's policy as far as it is given (heap/policy)."""
        self.stats = ""
        """"text", "json" or ""."""


def parse_size(text: str, name: str = "--max-memory") -> int:
    """Bytes of "64M". Raises UsageError."""
    number = text.upper().removesuffix("B").removesuffix("I")
    suffix = number[-1:] if number[-1:] in SUFFIXES and number[-1:] else ""
    digits = number.removesuffix(suffix)
    try:
        size = int(float(digits) * SUFFIXES[suffix])
    except (ValueError, OverflowError):
        raise UsageError(f"{name}: {text!r} is not a size; write 64M or 2G") from None
    if size <= 0:
        raise UsageError(f"{name}: wants more than nothing")
    return size


def parse_policy(text: str) -> dict[str, float]:
    """The collector's policy of "trigger=1M,growth=2". Raises UsageError."""
    from tsrun.heap.policy import checked

    policy: dict[str, float] = {}
    for part in text.split(","):
        name, _, value = part.partition("=")
        try:
            policy[name] = float(parse_size(value, name)) if name == "trigger" else float(value)
            checked(policy)
        except (UsageError, ValueError) as error:
            raise UsageError(f"--gc: {part!r} makes no sense: {error}") from None
    return policy


def _number(name: str, text: str, convert: Callable[[str], float]) -> float:
    try:
        number = convert(text)
    except ValueError:
        number = 0
    if not 0 < number < 1e15:
        raise UsageError(f"{name}: {text!r} is not a number above 0")
    return number


def _set(options: Options, name: str, value: str) -> None:
    """Take an option with a value."""
    if name == "--eval":
        options.code = value
    elif name == "--timeout":
        options.timeout = _number(name, value, float)
    elif name == "--max-memory":
        options.max_memory = parse_size(value)
    elif name == "--max-depth":
        options.max_depth = int(_number(name, value, int))
    elif name == "--gc":
        options.collector |= parse_policy(value)
    elif value in PROFILES:
        options.kernel = value
    else:
        raise UsageError(f"--kernel: there is no profile {value!r}; there are {', '.join(PROFILES)}")


SHORT = {"-e": "--eval", "-p": "--print", "-h": "--help", "-V": "--version"}
WITH_VALUE = ("--eval", "--timeout", "--max-memory", "--max-depth", "--kernel", "--gc")


def read_options(arguments: list[str]) -> Options:
    """Read the arguments after the program's name. Raises UsageError."""
    options = Options()
    rest = arguments[::-1]
    while rest:
        word = rest.pop()
        if word == "--":
            break
        if word == "-" or not word.startswith("-"):
            rest.append(word)
            break
        name, equals, value = word.partition("=")
        name = SHORT.get(name, name)
        if word == "-pe":
            options.print, name = True, "--eval"
        if name in WITH_VALUE:
            if not equals:
                if not rest:
                    raise UsageError(f"{name}: a value is missing")
                value = rest.pop()
            _set(options, name, value)
        elif name == "--stats" and (not equals or value in {"text", "json"}):
            options.stats = value or "text"
        elif equals:
            raise UsageError(f"{name}: there is no such option, or it takes no value")
        elif name == "--print":
            options.print = True
        elif name == "--script":
            options.script = True
        elif name in {"--help", "--version", "--tokens", "--ast", "--bytecode"}:
            options.action = name[2:]
            if name in {"--help", "--version"}:
                return options
        else:
            raise UsageError(f"there is no option {word!r}")
    return _with_input(options, rest[::-1])


def _with_input(options: Options, rest: list[str]) -> Options:
    """FILE and its arguments. After -e CODE all words are arguments; -p takes code where no file has that name."""
    if options.code is None:
        if not rest:
            raise UsageError("a FILE is missing")
        first, *rest = rest
        if options.print and first != "-" and not _is_file(first):
            options.code = first
        else:
            options.file = first
    options.arguments = rest
    return options


def _is_file(name: str) -> bool:
    import os

    return os.path.exists(name)
