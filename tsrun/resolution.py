"""From a specifier to a file: relative files, packages as Node finds them for modules, `paths` of tsconfig.json.

Follows the resolution algorithm of Node's documentation ("ECMAScript modules", PACKAGE_RESOLVE and what it uses), with
TypeScript's additions: a suffix may be left out or name what a compiler would make of the file, folders have an index.
Where a package would give Node a CommonJS module, what it gives bundlers is taken instead (the condition and the field
`module`), since only ECMAScript modules run here.
"""
from __future__ import annotations

import os
import re
from contextlib import suppress

from tsrun.errors import NOT_FOUND, ModuleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tsrun.tsconfig import Config

SUFFIXES = (".ts", ".mts", ".js", ".mjs", ".tsx", ".jsx", ".cts", ".cjs")
WRITTEN_AS = {".js": (".ts", ".tsx"), ".mjs": (".mts",), ".cjs": (".cts",), ".jsx": (".tsx",)}
"""An import may name the file that a compiler would make of the one that is there."""
CONDITIONS = ("import", "node", "module-sync", "default")
OF_BUNDLERS = ("module", "es2015", "import", "module-sync", "default")
"""Of `exports` and `imports`, besides tsconfig's customConditions; the first key that is among them counts."""


def resolve_file(specifier: str, importer: str) -> str | None:
    """The path of the file that a relative or absolute specifier means, or None."""
    return find_file(os.path.join(os.path.dirname(importer), specifier))


def find_file(path: str) -> str | None:
    """The file that a path means: itself, with a suffix, what it is compiled from, or the index of a folder.

    A path that ends in a slash or in dots can only mean a folder.
    """
    named = path.rpartition("/")[2] not in {"", ".", ".."}
    path = os.path.normpath(path)
    candidates = []
    if named:
        if os.path.isfile(path):
            return path
        stem, suffix = os.path.splitext(path)
        candidates += [stem + other for other in WRITTEN_AS.get(suffix, ())]
        candidates += [path + other for other in SUFFIXES]
    candidates += [os.path.join(path, "index" + other) for other in SUFFIXES]
    return next((each for each in candidates if os.path.isfile(each)), None)


_STATEMENT = re.compile(rb"^[ \t]*(?:import|export)\b|[;}][ \t]*(?:import|export)[ \t{*]", re.MULTILINE)


def is_commonjs(path: str) -> bool:
    """Whether a file of a package is a CommonJS module: by its suffix, else because it neither imports nor exports."""
    suffix = os.path.splitext(path)[1]
    if suffix != ".js":
        return suffix in {".cjs", ".cts"}
    try:
        with open(path, "rb") as file:
            text = file.read()
    except OSError:
        return False
    return _STATEMENT.search(text) is None and (b"exports" in text or b"require(" in text)


def _module_of(paths: list[str]) -> str | None:
    """The first of these files that is no CommonJS module; None if there are none at all."""
    found = next((path for path in paths if not is_commonjs(path)), None)
    if found is None and paths:
        raise ModuleError(f"{paths[0]}: this is a CommonJS module; only ECMAScript modules run here")
    return found


class Resolver:
    """Finds modules for one configuration. Files and package.json are looked at once each."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._packages: dict[str, dict[str, Any] | None] = {}
        custom = config.options.get("customConditions") or ()
        self._custom = tuple(each for each in custom if isinstance(each, str))
        self._conditions: tuple[str, ...] = (*self._custom, *CONDITIONS)

    def resolve(self, specifier: str, importer: str) -> str | None:
        """The path of the file that a specifier in `importer` (an absolute path) means, or None.

        Raises ModuleError where it is clear what is wrong.
        """
        if specifier.startswith("file:"):
            from urllib.parse import unquote, urlsplit

            path = unquote(urlsplit(specifier).path)
            return find_file(path) if os.path.isabs(path) else None
        if specifier.startswith(("./", "../", "/")) or specifier in {".", ".."}:
            return resolve_file(specifier, importer)
        if specifier.startswith("node:"):
            raise ModuleError(f"Node's own module '{specifier}' is not available", "ERR_UNKNOWN_BUILTIN_MODULE")
        if specifier.startswith("#"):
            return self._imported(specifier, importer)
        if f"{os.sep}node_modules{os.sep}" not in importer:
            found = self._mapped(specifier)
            if found is not None:
                return found
        return self._package(specifier, importer)

    # ---- tsconfig.json

    def _mapped(self, specifier: str) -> str | None:
        """By `paths`: the exact name, else the pattern with the longest beginning; then by `baseUrl`."""
        paths = self._config.paths
        targets, rest = paths.get(specifier), ""
        if targets is None:
            best = -1
            for pattern, each in paths.items():
                head, star, tail = pattern.partition("*")
                fits = star and specifier.startswith(head) and specifier.endswith(tail)
                if fits and len(head) > best and len(specifier) >= len(head) + len(tail):
                    best, targets, rest = len(head), each, specifier[len(head) : len(specifier) - len(tail)]
        for target in targets or ():
            found = find_file(os.path.join(self._config.paths_base, target.replace("*", rest, 1)))
            if found is not None:
                return found
        base = self._config.base_url
        return find_file(os.path.join(base, specifier)) if base is not None else None

    # ---- packages

    def _package(self, specifier: str, importer: str) -> str | None:
        parts = specifier.split("/")
        count = 2 if specifier.startswith("@") else 1
        name, subpath = "/".join(parts[:count]), "/".join((".", *parts[count:]))
        if len(parts) < count or "" in parts[:count] or "\\" in name or "%" in name:
            raise ModuleError(f"'{specifier}' is no valid name of a module", "ERR_INVALID_MODULE_SPECIFIER")
        scope = self._scope(importer)
        if scope is not None:
            manifest = self._manifest(scope)
            if manifest and manifest.get("name") == name and manifest.get("exports") is not None:
                return self._exported(scope, subpath, manifest["exports"], name)
        directory = os.path.dirname(importer)
        while True:
            folder = os.path.join(directory, "node_modules", name)
            if os.path.basename(directory) != "node_modules" and os.path.isdir(folder):
                return self._in_package(folder, subpath, name)
            parent = os.path.dirname(directory)
            if parent == directory:
                return None
            directory = parent

    def _in_package(self, folder: str, subpath: str, name: str) -> str | None:
        manifest = self._manifest(folder) or {}
        if manifest.get("exports") is not None:
            return self._exported(folder, subpath, manifest["exports"], name)
        if subpath != ".":
            return find_file(os.path.join(folder, subpath))
        named = [manifest[field] for field in ("main", "module") if isinstance(manifest.get(field), str)]
        found = [find_file(os.path.join(folder, each)) for each in (*named, "index")]
        return _module_of([each for each in found if each is not None])

    def _exported(self, folder: str, subpath: str, exports: Any, name: str) -> str:
        """PACKAGE_EXPORTS_RESOLVE, with Node's conditions, or those of bundlers if that gives a CommonJS module."""
        found = [self._exported_with(CONDITIONS, folder, subpath, exports, name)]
        if is_commonjs(found[0]):
            with suppress(ModuleError):
                found.append(self._exported_with(OF_BUNDLERS, folder, subpath, exports, name))
        path = _module_of(found)
        assert path is not None
        return path

    def _exported_with(
        self, conditions: tuple[str, ...], folder: str, subpath: str, exports: Any, name: str
    ) -> str:
        self._conditions = (*self._custom, *conditions)
        if not isinstance(exports, dict) or not any(key.startswith(".") for key in exports):
            exports = {".": exports}
        target = self._matched(subpath, exports)
        found = None if target is None else self._target(folder, *target)
        if found is None:
            shown = f"Package subpath '{subpath}' is not defined" if subpath != "." else 'No "exports" main defined'
            message = f'{shown} by "exports" of the package {name} in {folder}'
            raise ModuleError(message, "ERR_PACKAGE_PATH_NOT_EXPORTED")
        return self._existing(found)

    def _imported(self, specifier: str, importer: str) -> str | None:
        """PACKAGE_IMPORTS_RESOLVE: names that begin with #, of the package that the importer is in."""
        scope = self._scope(importer)
        imports = (self._manifest(scope) or {}).get("imports") if scope is not None else None
        target = self._matched(specifier, imports) if isinstance(imports, dict) else None
        if target is None or scope is None:
            message = f'Package import specifier "{specifier}" is not defined in "imports" of a package'
            raise ModuleError(message, "ERR_PACKAGE_IMPORT_NOT_DEFINED")
        chosen, rest = target
        found = self._choose(chosen)
        if isinstance(found, str) and not found.startswith("./"):
            return self.resolve(found.replace("*", rest), os.path.join(scope, "package.json"))
        path = self._target(scope, chosen, rest)
        return None if path is None else self._existing(path)

    def _existing(self, path: str) -> str:
        found = find_file(path)
        if found is None:
            raise ModuleError(f"{path}: there is no such file (a package.json names it)", NOT_FOUND)
        return found

    @staticmethod
    def _matched(key: str, table: dict[str, Any]) -> tuple[Any, str] | None:
        """The entry for a key, by itself or by the pattern with the longest beginning; and what * stands for."""
        if key in table and "*" not in key:
            return table[key], ""
        best, found = (-1, 0), None
        for pattern, target in table.items():
            head, star, tail = pattern.partition("*")
            fits = star and key != head and key.startswith(head) and key.endswith(tail)
            if fits and (len(head), len(pattern)) > best and len(key) >= len(pattern):
                best, found = (len(head), len(pattern)), (target, key[len(head) : len(key) - len(tail)])
        return found

    def _choose(self, target: Any) -> str | None:
        """The text that a target comes to by conditions and alternatives; None if there is none."""
        return self._choice(target) or None

    def _choice(self, target: Any) -> str | None:
        """As _choose, but "" if it comes to null, which ends the search; None goes on with the next condition."""
        if isinstance(target, dict):
            target = [each for condition, each in target.items() if condition in self._conditions]
            return next((found for found in map(self._choice, target) if found is not None), None)
        if isinstance(target, list):
            found = [self._choice(each) for each in target]
            return next(filter(None, found), found[-1] if found else "")
        return target if isinstance(target, str) else "" if target is None else None

    def _target(self, folder: str, target: Any, rest: str) -> str | None:
        """PACKAGE_TARGET_RESOLVE for targets inside the package."""
        found = self._choose(target)
        if found is None:
            return None
        path = found.replace("*", rest)
        if not found.startswith("./") or {"..", "node_modules"} & set(path.split("/")[1:]):
            message = f"Invalid target '{found}' in the package.json of {folder}"
            raise ModuleError(message, "ERR_INVALID_PACKAGE_TARGET")
        return os.path.normpath(os.path.join(folder, path))

    def _scope(self, importer: str) -> str | None:
        """The folder of the nearest package.json above a file, up to node_modules."""
        directory = os.path.dirname(importer)
        while os.path.basename(directory) != "node_modules":
            if os.path.isfile(os.path.join(directory, "package.json")):
                return directory
            parent = os.path.dirname(directory)
            if parent == directory:
                return None
            directory = parent
        return None

    def _manifest(self, folder: str) -> dict[str, Any] | None:
        if folder not in self._packages:
            import json

            path = os.path.join(folder, "package.json")
            content = None
            try:
                with open(path, encoding="utf-8-sig") as file:
                    content = json.load(file)
            except FileNotFoundError:
                pass
            except (OSError, ValueError, RecursionError) as error:
                raise ModuleError(f"{path}: can't be read: {error}") from None
            self._packages[folder] = content if isinstance(content, dict) else None
        return self._packages[folder]
