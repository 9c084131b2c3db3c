"""The embedding face: running scripts from Python. A run has a realm of its own; nothing is left behind."""
from __future__ import annotations

import os


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from tsrun.modules import Loader
    from tsrun.realm import Realm


MOST_SECONDS = 1e9
"""A limit beyond these is none."""


def _print(level: str, text: str) -> None:
    """The console of a run that was given none: Python's own streams."""
    import sys

    print(text, file=sys.stderr if level in {"error", "warn", "trace"} else sys.stdout)


def _realm(
    values: Mapping[str, Any] | None, console: Callable[[str, str], object] | None, timeout: float | None,
    max_memory: int | None, max_depth: int | None, kernel: str | None, collector: Mapping[str, float] | None,
    loader: Loader | None,
) -> Realm:
    from tsrun.realm import Realm

    for name, limit, kind in (("timeout", timeout, int | float), ("max_memory", max_memory, int),
                              ("max_depth", max_depth, int)):
        if limit is None:
            continue
        if not isinstance(limit, kind):
            raise TypeError(f"{name} must be a number{'' if kind is not int else ' without a fraction'}, not {limit!r}")
        if not limit > 0:
            raise ValueError(f"{name} must be above 0, not {limit}")
    if timeout is not None and timeout > MOST_SECONDS:
        timeout = None
    if not all(isinstance(name, str) for name in values or ()):
        raise TypeError("the names of global variables are of type str")
    realm = Realm(
        profile=kernel, max_memory=max_memory, max_depth=max_depth, timeout=timeout, sink=console or _print,
        collector=collector)
    realm.loader = loader
    realm.define_globals(values or {})
    return realm


def run(
    source: str, *, path: str | os.PathLike[str] | None = None, modules: Mapping[str, str] | None = None,
    globals: Mapping[str, Any] | None = None, console: Callable[[str, str], object] | None = None,
    timeout: float | None = None, max_memory: int | None = None, max_depth: int | None = None,
    kernel: str | None = None, collector: Mapping[str, float] | None = None, loader: Loader | None = None,
) -> Any:
    """Run a strict script, or a module if it has imports or exports, and return its completion value.

    path: the name in messages, and where relative imports start. modules: sources by specifier; they come before files.
    globals: values for the script (see tsrun.convert for what can be given). console: called as console(level, text)
    for each message; without it they are printed. timeout: seconds; a function of the script that Python calls later
    has as many again. max_memory: bytes of heap. max_depth: nested calls. kernel: "release", "dev" or "profiling".
    collector: when the garbage collector runs (tsrun.heap.policy), as in
    {"trigger": 1 << 20, "growth": 2}: bytes allocated before a collection, and how much as a multiple of what lives.
    loader: asked first for every import, as loader(specifier, importer), with the importer's path or name; gives the
    name and the text of a module, or None where the usual ways (`modules`, files, packages) are to be tried. If it
    raises ModuleError, there is no such module, and import() is rejected; any other exception ends the run and comes
    out of it as it is, from import() too. So does what `console` raises.

    Raises JSError for what the script throws and doesn't catch, JSSyntaxError for text that is no program, ModuleError
    for an import that leads nowhere, ConfigError for a tsconfig.json (of the folder of `path` or above) that makes no
    sense, and a LimitError.
    """
    if not isinstance(source, str):
        raise TypeError(f"the source is a str, not a {type(source).__name__}")
    realm = _realm(globals, console, timeout, max_memory, max_depth, kernel, collector, loader)
    name = os.fspath(path) if path is not None else "<script>"
    key = os.path.realpath(name) if path is not None else os.path.join(os.getcwd(), name)
    if path is not None:
        from tsrun.tsconfig import config_for

        realm.config = config_for(key)
    with realm.turn:
        return realm.settled(realm.run_either(source.encode("utf-8", "surrogatepass"), key, name, mapping=modules))


def run_file(
    path: str | os.PathLike[str], *, modules: Mapping[str, str] | None = None, globals: Mapping[str, Any] | None = None,
    console: Callable[[str, str], object] | None = None, timeout: float | None = None, max_memory: int | None = None,
    max_depth: int | None = None, kernel: str | None = None, collector: Mapping[str, float] | None = None,
    loader: Loader | None = None,
) -> dict[str, Any]:
    """Run a file as a module, as the command line does, and return its exports. The keywords are those of `run`."""
    from tsrun.modules import read_source
    from tsrun.tsconfig import config_for

    name = os.path.abspath(os.fspath(path))
    source = read_source(name)
    realm = _realm(globals, console, timeout, max_memory, max_depth, kernel, collector, loader)
    realm.config = config_for(os.path.realpath(name))
    with realm.turn:
        evaluated = realm.run_module(source, os.path.realpath(name), name, mapping=modules)
        realm.finish()
        return realm.exports(evaluated)


