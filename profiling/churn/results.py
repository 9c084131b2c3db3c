"""What is kept: each point's result at once in a file of its own, all of them in one .npz in the end."""

from __future__ import annotations

import json
import os
import tempfile
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from profiling.churn.run import EVENT, EXTRA, SCALARS

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable

    from profiling.churn.run import Result


class Journal:
    """A folder beside the .npz that holds what is finished. A point that is in it, or in the .npz, is not run again,
    unless that was by another build of the kernel.
    """

    def __init__(self, path: pathlib.Path, build: str = "") -> None:
        self.path, self.build = path, build
        self.folder = path.with_suffix(".parts")

    def known(self) -> dict[str, Result]:
        """Results by the key of their point."""
        found = {result["key"]: result for result in load(self.path)} if self.path.exists() else {}
        for part in sorted(self.folder.glob("*.npz")) if self.folder.exists() else []:
            result = _read_part(part)
            if result is not None:
                found[result["key"]] = result
        return {key: result for key, result in found.items() if not self.build or result["build"] == self.build}

    def keep(self, result: Result) -> None:
        """Write a result, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        plain = {name: value for name, value in result.items() if not isinstance(value, np.ndarray)}
        arrays = {name: value for name, value in result.items() if isinstance(value, np.ndarray)}
        _write(self.folder / f"{result['key']}.npz", {"plain": np.array(json.dumps(plain)), **arrays})

    def forget(self) -> None:
        """Remove what there is."""
        self._remove_parts()
        self.path.unlink(missing_ok=True)

    def finish(self, results: Iterable[Result]) -> None:
        """Write all results as one file, and remove the parts."""
        save(self.path, list(results))
        self._remove_parts()

    def _remove_parts(self) -> None:
        if not self.folder.exists():
            return
        for pattern in ("*.npz", "*.tmp"):  # half a file is left where a process was killed
            for part in self.folder.glob(pattern):
                part.unlink()
        self.folder.rmdir()


def _read_part(part: pathlib.Path) -> Result | None:
    """A part; None for one that can't be read, whose point will be run again."""
    try:
        with part.open("rb") as file, np.load(file) as arrays:
            result: Result = json.loads(str(arrays["plain"]))
            result |= {name: arrays[name] for name in arrays.files if name != "plain"}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    return result


def _write(path: pathlib.Path, arrays: dict[str, Any]) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        np.savez_compressed(file, **arrays)
    os.replace(temporary, path)


def save(path: pathlib.Path, results: list[Result]) -> None:
    """One .npz: a JSON text and the scalars of each point, and the collections of all points one after the other.

    The rows of point i in `events` and `extra` are those from event_start[i] to event_start[i + 1].
    """
    counts = [len(result["events"]) for result in results]
    arrays: dict[str, Any] = {
        "points": np.array([json.dumps(result["point"]) for result in results]),
        "keys": np.array([result["key"] for result in results]),
        "failed": np.array([result["failed"] for result in results]),
        "build": np.array([result["build"] for result in results]),
        "event_start": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        "events": np.concatenate([np.zeros((0, EVENT), np.int64), *(result["events"] for result in results)]),
        "extra": np.concatenate([np.zeros((0, EXTRA), np.int64), *(_padded(result) for result in results)]),
        "survival": np.array([result["survival"] for result in results]),
    }
    arrays |= {name: np.array([result[name] for result in results]) for name in SCALARS}
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, arrays)


def _padded(result: Result) -> Any:
    """`extra` with as many rows as there are events: a counted run that met a limit earlier may lack some."""
    missing = len(result["events"]) - len(result["extra"])
    return np.concatenate([result["extra"], np.full((missing, EXTRA), -1)])


class NoResultsError(Exception):
    """What should have results in it can't be read as such."""


def load(path: pathlib.Path) -> list[Result]:
    """The results in a file. Raises NoResultsError."""
    try:
        return _load(path)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise NoResultsError(f"{path} can't be read as results of churn ({error}); --again begins anew") from None


def _load(path: pathlib.Path) -> list[Result]:
    results = []
    with path.open("rb") as file, np.load(file) as arrays:
        columns = {name: arrays[name] for name in arrays.files}
    for i, text in enumerate(columns["points"].tolist()):
        rows = slice(int(columns["event_start"][i]), int(columns["event_start"][i + 1]))
        result: Result = {name: columns[name][i].item() for name in SCALARS}
        result |= {
            "key": str(columns["keys"][i]), "point": json.loads(text), "failed": str(columns["failed"][i]),
            "build": str(columns["build"][i]) if "build" in columns else "",
            "events": columns["events"][rows], "extra": columns["extra"][rows], "survival": columns["survival"][i],
        }
        results.append(result)
    return results
