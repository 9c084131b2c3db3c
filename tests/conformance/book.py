"""What is kept of runs: the list of failing tests, and the table of results by folder."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .host import CRASH, EXCLUDED, MEMORY, PASS, TIMEOUT, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEAD = """# Failing tests, one path a line. Only ever gets shorter: `--update` removes what passes, `--accept` adds.
"""
BROKEN = (CRASH, TIMEOUT, MEMORY)
DEPTH = 3
"""Folders of the table: test/language/expressions."""


def failed(result: Result) -> bool:
    """Whether a test counts as failing. One that needs a missing object does only if it broke something."""
    if result.needs and result.verdict not in BROKEN:
        return False
    return result.verdict not in {PASS, EXCLUDED}


def read_failed(path: Path) -> set[str]:
    """The paths listed."""
    if not path.exists():
        return set()
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def write_failed(path: Path, paths: Iterable[str]) -> None:
    path.write_text(HEAD + "".join(f"{each}\n" for each in sorted(paths)), encoding="utf-8")


@dataclass
class Row:
    """Counts of a folder."""

    tests: int = 0
    excluded: int = 0
    passed: int = 0
    failed: int = 0
    broken: int = 0
    needs: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        self.tests += 1
        if result.verdict == EXCLUDED:
            self.excluded += 1
            return
        if result.verdict in BROKEN:
            self.broken += 1
        if result.needs:
            self.needs[result.needs] += 1
        elif result.verdict == PASS:
            self.passed += 1
        else:
            self.failed += 1

    def merge(self, other: Row) -> None:
        self.tests += other.tests
        self.excluded += other.excluded
        self.passed += other.passed
        self.failed += other.failed
        self.broken += other.broken
        self.needs.update(other.needs)

    @property
    def rate(self) -> str:
        counted = self.passed + self.failed
        # Rounded down: 99.99 % is not all.
        return f"{int(10000 * self.passed / counted) / 100:.2f} %" if counted else "-"

    def cells(self) -> list[str]:
        needs = ", ".join(f"{name} {count}" for name, count in self.needs.most_common())
        counts = (self.tests, self.excluded, self.needs.total(), self.passed, self.failed, self.broken)
        return [*map(str, counts), self.rate, needs]


COLUMNS = ("folder", "tests", "excluded", "need an object", "passed", "failed", "broken", "passing", "objects needed")


def folder_of(path: str) -> str:
    return "/".join(path.split("/")[:-1][:DEPTH])


def rows_of(results: Mapping[str, Result]) -> dict[str, Row]:
    """A row for each folder."""
    rows: dict[str, Row] = {}
    for path, result in results.items():
        rows.setdefault(folder_of(path), Row()).add(result)
    return rows


def with_totals(rows: Mapping[str, Row]) -> list[tuple[str, Row]]:
    """The rows in order, each second-level folder's sum before its parts, the whole last."""
    sums: dict[str, Row] = {}
    whole = Row()
    for name, row in rows.items():
        sums.setdefault("/".join(name.split("/")[:2]), Row()).merge(row)
        whole.merge(row)
    listed = dict(sums)
    listed.update((name, row) for name, row in rows.items() if name not in sums)
    return [*sorted(listed.items()), ("all", whole)]


def read_table(path: Path) -> dict[str, Row]:
    """The rows of single folders in a table that was written before."""
    rows: dict[str, Row] = {}
    if not path.exists():
        return rows
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != len(COLUMNS) or not re.fullmatch(r"test/[\w-]+/[\w-]+", cells[0]):
            continue
        tests, excluded, _, passed, failed, broken = map(int, cells[1:7])
        needs = Counter({name: int(count) for name, count in re.findall(r"(\w+) (\d+)", cells[8])})
        rows[cells[0]] = Row(tests, excluded, passed, failed, broken, needs)
    return rows


def write_table(path: Path, rows: Mapping[str, Row], note: str) -> None:
    lines = ["# test262", "", note, "", f"| {' | '.join(COLUMNS)} |", f"| {' | '.join('---' for _ in COLUMNS)} |"]
    for name, row in with_totals(rows):
        shown = name if name.count("/") == DEPTH - 1 else f"**{name}**"
        lines.append(f"| {' | '.join([shown, *row.cells()])} |")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
