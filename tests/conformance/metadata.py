"""The frontmatter of a test: the subset of YAML that test262 uses, between `/*---` and `---*/`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRONTMATTER = re.compile(r"/\*---(.*?)---\*/", re.DOTALL)
_LINES = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(r"([A-Za-z0-9_-]+)[ \t]*:(.*)")


@dataclass(frozen=True)
class Metadata:
    """What a test says of itself."""

    flags: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()
    negative: tuple[str, str] | None = None
    """Phase and name of the error's constructor."""


def _uncommented(value: str) -> str:
    return re.split(r"(?:^|\s)#", value, maxsplit=1)[0].strip()


def _entries(text: str) -> dict[str, list[str]]:
    """The lines of each top-level key; what stands beside the key comes first."""
    lines = [line for line in _LINES.split(text) if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        key = None if line[indent:indent + 1] in {" ", "\t", "-", "#"} else _KEY.match(line, indent)
        if key:
            current = found.setdefault(key[1], [])
            current.append(_uncommented(key[2]))
        else:
            current.append(_uncommented(line))
    return found


def _items(lines: list[str]) -> list[str]:
    """A list, in brackets (over any number of lines) or with dashes."""
    words = " ".join(lines).strip()
    if words.startswith("["):
        items = words[1:].partition("]")[0].split(",")
    elif len(lines) > 1 and not lines[0]:
        items = [line.removeprefix("-") for line in lines[1:]]
    else:
        items = [words]
    return [item.strip().strip("'\"") for item in items if item.strip()]


def read(text: str) -> Metadata:
    """The metadata of a test's source; none at all is as good as an empty one."""
    block = _FRONTMATTER.search(text)
    if not block:
        return Metadata()
    entries = _entries(block[1])
    negative = dict(_KEY.match(line).groups() for line in entries.get("negative", ()) if _KEY.match(line))
    return Metadata(
        frozenset(_items(entries.get("flags", []))),
        frozenset(_items(entries.get("features", []))),
        tuple(_items(entries.get("includes", []))),
        (negative["phase"].strip(), negative["type"].strip()) if negative else None,
    )
