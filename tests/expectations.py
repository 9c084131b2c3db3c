"""What a test script expects, read from its own comments, and a way to run it.

The expectation stands on the line that prints:

    console.log(1 + 1); // expect: 2
    throw new TypeError("no"); // expect error: TypeError: no
    let a = 1, a = 2; // expect syntax error: Identifier 'a' has already been declared

A line that prints several lines has the rest below it, a comment each, so that all `// expect:` of a file, from top to
bottom, are its output. The text of a syntax error is the part of the message that matters; it may be empty.
`// args: --script` on the first line runs the file as a strict script instead of a module.
Files and folders whose name starts with an underscore belong to the scripts beside them and are not tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MARK = re.compile(r"// expect( error| syntax error)?:(?: (.*))?$")


@dataclass
class Outcome:
    """What a script printed and how it ended; as expected or as it happened."""

    output: list[str] = field(default_factory=list)
    error: tuple[int, str] | None = None
    """Line and `Name: message` of an uncaught error."""
    syntax_error: tuple[int, str] | None = None
    """Line and message."""


@dataclass
class Script:
    path: Path
    expected: Outcome
    args: list[str]


def scripts_in(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*.ts")
        if not any(part.startswith("_") for part in path.relative_to(folder).parts)
    )


def read(path: Path) -> Script:
    expected = Outcome()
    args: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if number == 1 and line.startswith("// args: "):
            args = line.removeprefix("// args: ").split()
        mark = MARK.search(line)
        if mark is None:
            continue
        kind, text = mark.group(1), mark.group(2) or ""
        if kind is None:
            expected.output.append(text)
        elif kind == " error":
            expected.error = (number, text)
        else:
            expected.syntax_error = (number, text)
    return Script(path, expected, args)


def run(script: Script) -> Outcome:
    """The outcome of running the script in this process, on the kernel that TSRUN_KERNEL names."""
    import tsrun

    happened = Outcome()

    def console(_level: str, text: str) -> None:
        happened.output.extend(text.split("\n"))

    try:
        if "--script" in script.args:
            tsrun.run(script.path.read_text(encoding="utf-8"), path=script.path, console=console)
        else:
            tsrun.run_file(script.path, console=console)
    except tsrun.JSSyntaxError as error:
        happened.syntax_error = (error.line or 0, error.message)
    except tsrun.JSError as error:
        text = f"{error.name}: {error.message}" if error.name else error.message
        happened.error = (error.line or 0, text)
    return happened


def differences(expected: Outcome, happened: Outcome) -> list[str]:
    """One line per difference, the first that counts on top; empty when the script did what it says."""
    found = []
    if (expected.syntax_error is None) != (happened.syntax_error is None) or (
        expected.syntax_error is not None
        and happened.syntax_error is not None
        and (
            expected.syntax_error[0] != happened.syntax_error[0]
            or expected.syntax_error[1] not in happened.syntax_error[1]
        )
    ):
        found.append(f"syntax error: expected {expected.syntax_error}, got {happened.syntax_error}")
    if expected.error != happened.error:
        found.append(f"error: expected {expected.error}, got {happened.error}")
    if expected.output != happened.output:
        for index in range(max(len(expected.output), len(happened.output))):
            wanted = expected.output[index] if index < len(expected.output) else None
            got = happened.output[index] if index < len(happened.output) else None
            if wanted != got:
                found.append(f"output line {index + 1}: expected {wanted!r}, got {got!r}")
                break
    return found
