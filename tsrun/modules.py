"""Modules: finding files, the graph of static imports, and which binding an import means.

Loading runs nothing. `Graph` reads and compiles the entry and everything it imports (sections 16.2.1.5 and 16.2.1.6 of
ECMAScript); `Graph.resolve` finds the module and slot behind an exported name, through `export from` and `export *`;
the order of evaluation is the order in which a depth-first walk leaves the modules. The driver makes the environments.
"""
from __future__ import annotations

import os

from tsrun import tsconfig
from tsrun.errors import NOT_FOUND, JSSyntaxError, ModuleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from tsrun.compiler.unit import Registers
    from tsrun.resolution import Resolver

    Compile = Callable[[bytes, str, str], tuple[bytes, dict[str, Any]]]
    """Source, file name and goal to a unit in binary form and its metadata."""
    Loader = Callable[[str, str], "tuple[str, str] | None"]
    """Specifier and importer to the name and the text of a module, or None for one that is found as usual."""

MAPPED = "mapped:"
"""Begins the key of a module of `modules=`; files have absolute paths."""
NAMESPACE = None
"""In place of an exported name: the whole namespace."""

EXPORT_ASSIGNED = "module.exports"
"""The name of what `export =` exports. Asking a module that has none for it gives its namespace."""

Binding = tuple["Module", "str | None"]
"""A module and the local name of an export in it, or None for its namespace."""


JSON = "json"
"""The `type` of an import attribute."""

LINKED, EVALUATING, WAITING, EVALUATED = range(4)
"""States of a module (section 16.2.1.6); WAITING is evaluating-async."""


class Module:
    """One module: its compiled unit, what links it, and how far its evaluation is."""

    __slots__ = (
        "ancestor", "error", "exports", "first_import", "handle", "import_names", "imports", "index", "indirect",
        "is_async", "json", "key", "name", "namespace", "order", "parents", "pending", "promise", "registers",
        "requested", "requests", "result", "root", "slots", "stars", "state", "template", "types", "unit", "variables",
    )

    def __init__(self, key: str, name: str, unit: bytes, metadata: dict[str, Any]) -> None:
        self.key, self.name, self.unit = key, name, unit
        self.requests: list[tuple[str, dict[str, str], tuple[int, int]]] = metadata["requests"]
        self.imports: list[tuple[int, str | None]] = metadata["imports"]
        self.import_names: list[str] = metadata["import_names"]
        self.exports: dict[str, int] = metadata["exports"]
        self.indirect: dict[str, tuple[int, str | None]] = metadata["indirect_exports"]
        self.stars: list[int] = metadata["star_exports"]
        self.types: list[str] = metadata.get("types", [])
        self.slots: int = metadata["env_size"]
        self.variables: dict[int, list[list[str]]] = metadata.get("variables", {})
        self.registers: dict[int, Registers] = metadata.get("registers", {})
        self.json: str | None = None
        """The text of a JSON module, which has no unit."""
        self.requested: list[Module] = []
        self.template = 0
        self.first_import = 0
        self.handle = 0
        """Of the environment."""
        self.namespace = 0
        """Handle of the environment that holds the namespace object; 0 as long as nobody asked."""
        # What section 16.2.1.6 calls [[DFSAncestorIndex]] and so on; order is None while the module is not async.
        self.state = LINKED
        self.index = self.ancestor = self.pending = 0
        self.order: int | None = None
        self.is_async = False
        self.root = self
        self.parents: list[Module] = []
        self.error: int | None = None
        """Handle of what its evaluation threw."""
        self.promise: int | None = None
        """Handle of the promise for its evaluation, once there is one."""
        self.result: int | None = None
        """Handle of the completion value of an entry."""


_NO_UNIT: dict[str, Any] = {
    "requests": [], "imports": [], "import_names": [], "exports": {"default": 1}, "indirect_exports": {},
    "star_exports": [], "env_size": 2,
}


def read_source(path: str, chain: str = "") -> bytes:
    """The bytes of a source file. Raises ModuleError with one clear line."""
    try:
        with open(path, "rb", buffering=0) as file:
            source: bytes = file.read() or b""
    except FileNotFoundError:
        raise ModuleError(f"{path}: there is no such file{chain}", NOT_FOUND) from None
    except IsADirectoryError:
        raise ModuleError(f"{path}: this is a folder, not a file{chain}", "ERR_UNSUPPORTED_DIR_IMPORT") from None
    except PermissionError:
        raise ModuleError(f"{path}: may not be read{chain}") from None
    except (OSError, ValueError) as error:
        raise ModuleError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}{chain}") from None
    check_utf8(source, path, chain)
    return source


def check_utf8(source: bytes, name: str, chain: str = "") -> None:
    """Raises ModuleError for bytes that are no UTF-8."""
    if source.isascii():
        return
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise ModuleError(f"{name}: not UTF-8 (line {line}, byte {error.start}){chain}") from None


def _checked(given: tuple[str, str]) -> tuple[str, str]:
    """What a loader gave: name and text. Raises TypeError, which ends the run, for anything else."""
    pair = tuple(given) if isinstance(given, tuple | list) else ()
    if len(pair) != 2 or not all(isinstance(part, str) for part in pair):
        raise TypeError(f"a loader gives None or a name and a text, both of type str, not {given!r:.100}")
    name, text = pair
    return name.encode("utf-8", "replace").decode("utf-8"), text


class Graph:
    """The modules of a realm: those reachable from its entry, and what `import()` adds."""

    def __init__(
        self, compile_source: Compile, mapping: Mapping[str, str] | None = None,
        config: tsconfig.Config = tsconfig.DEFAULT, loader: Loader | None = None,
    ) -> None:
        self._compile = compile_source
        self._mapping = mapping or {}
        self._loader = loader
        self._config = config
        self._resolver: Resolver | None = None
        self.modules: dict[str, Module] = {}
        """By key."""
        self.order: list[Module] = []
        """Those that the last loading added, what a module imports before it."""

    def load(self, source: bytes, key: str, name: str) -> Module:
        """Load an entry and all that it imports. What fails leaves nothing behind."""
        return self._complete(lambda: self._add(source, key, name))

    def load_import(self, specifier: str, attributes: dict[str, str], importer: str) -> Module:
        """What `import()` in the file `importer` (a key) means, with all that it imports."""
        return self._complete(lambda: self._request(importer, specifier, attributes, ())[0])

    def _complete(self, first: Callable[[], Module]) -> Module:
        before = set(self.modules)
        try:
            entry = first()
            new = entry.key not in before
            waiting: list[tuple[Module, tuple[str, ...]]] = [(entry, ())] if new else []
            # A list instead of recursion: chains of imports may be long.
            while waiting:
                module, chain = waiting.pop()
                for specifier, attributes, (line, column) in module.requests:
                    here = (f"{module.name}:{line}:{column}", *chain)
                    target, is_new = self._request(module.key, specifier, attributes, here)
                    if is_new:
                        waiting.append((target, here))
                    module.requested.append(target)
            self.order = []
            if new:
                self._sort(entry, before)
                self.check()
        except BaseException:
            self.modules = {key: module for key, module in self.modules.items() if key in before}
            raise
        return entry

    def _add(self, source: bytes, key: str, name: str) -> Module:
        unit, metadata = self._compile(source, name, "module")
        module = self.modules[key] = Module(key, name, unit, metadata)
        return module

    def _request(
        self, importer: str, specifier: str, attributes: dict[str, str], chain: tuple[str, ...]
    ) -> tuple[Module, bool]:
        """The module that a specifier means, and whether it is new. chain: where it is imported, nearest first."""
        place = f"{chain[0]}: " if chain else ""
        for name, value in attributes.items():
            if name != "type" or value != JSON:
                message = f'Import attribute "{name}" with value "{value}" is not supported'
                if not chain:
                    raise ModuleError(message)
                file, line, column = chain[0].rsplit(":", 2)
                raise JSSyntaxError(message, file=file, line=int(line), column=int(column),
                                    report=f"{chain[0]}\n\nSyntaxError: {message}")
        as_json = bool(attributes)
        key, name, read = self.find(importer, specifier, chain)
        if as_json:
            key = f"json:{key}"
        elif name.endswith(".json"):
            message = f'{place}Module "{name}" needs an import attribute of "type: json"'
            raise ModuleError(message, "ERR_IMPORT_ATTRIBUTE_MISSING")
        known = self.modules.get(key)
        if known is not None:
            return known, False
        if as_json:
            module = self.modules[key] = Module(key, name, b"", _NO_UNIT)
            module.json = read().decode("utf-8-sig", "surrogatepass")
            return module, True
        return self._add(read(), key, name), True

    def find(self, importer: str, specifier: str, chain: tuple[str, ...] = ()) -> tuple[str, str, Callable[[], bytes]]:
        """Key and name of the module that a specifier means, and what gives its text."""
        if self._loader is not None:
            given = self._loader(specifier, importer.removeprefix(MAPPED))
            if given is not None:
                name, text = _checked(given)
                return MAPPED + name, name, lambda: text.encode("utf-8", "surrogatepass")
        mapped = self._mapped(importer, specifier)
        if mapped is not None:
            return MAPPED + mapped, mapped, lambda: self._mapping[mapped].encode("utf-8", "surrogatepass")
        found = None
        try:
            if not importer.startswith(MAPPED) or os.path.isabs(specifier):
                if self._resolver is None:
                    from tsrun.resolution import Resolver

                    self._resolver = Resolver(self._config)
                found = self._resolver.resolve(specifier, importer)
        except ModuleError as error:
            raise ModuleError(f"{error}{imported_by(chain)}", error.code) from None
        if found is None:
            raise ModuleError(f"Cannot find module '{specifier}'{imported_by(chain)}", NOT_FOUND)
        return os.path.realpath(found), found, lambda: read_source(found, imported_by(chain))

    def _mapped(self, importer: str, specifier: str) -> str | None:
        """The specifier of `modules=` that is meant; among mapped modules relative ones work as among files."""
        if specifier in self._mapping:
            return specifier
        if not importer.startswith(MAPPED) or not specifier.startswith("."):
            return None
        from tsrun.resolution import SUFFIXES, WRITTEN_AS

        path = os.path.normpath(os.path.join(os.path.dirname(importer.removeprefix(MAPPED)), specifier))
        stem, suffix = os.path.splitext(path)
        candidates = [path, *(stem + other for other in WRITTEN_AS.get(suffix, ()))]
        candidates += [path + other for other in SUFFIXES]
        return next((each for plain in candidates for each in (plain, "./" + plain) if each in self._mapping), None)

    def _sort(self, entry: Module, known: set[str]) -> None:
        """Post-order: what a module imports comes before it, cycles apart."""
        seen = {entry.key, *known}
        path = [(entry, iter(entry.requested))]
        while path:
            module, rest = path[-1]
            for each in rest:
                if each.key not in seen:
                    seen.add(each.key)
                    path.append((each, iter(each.requested)))
                    break
            else:
                self.order.append(module)
                path.pop()

    def resolve(self, module: Module, name: str) -> Binding | str:
        """The binding that an exported name means, or "missing" or "ambiguous"."""
        found = self._resolve(module, name, set())
        return (module, NAMESPACE) if name == EXPORT_ASSIGNED and found == "missing" else found

    def _resolve(self, module: Module, name: str, seen: set[tuple[str, str]]) -> Binding | str:
        # Section 16.2.1.7.2.2
        while True:
            if (module.key, name) in seen:
                return "missing"
            seen.add((module.key, name))
            if name in module.exports:
                return module, name
            if name not in module.indirect:
                break
            request, imported = module.indirect[name]
            if imported is NAMESPACE:
                return module.requested[request], NAMESPACE
            module, name = module.requested[request], imported
        if name == "default":
            return "missing"
        found: Binding | None = None
        for request in module.stars:
            each = self._resolve(module.requested[request], name, seen)
            if each == "ambiguous":
                return each
            if isinstance(each, str):
                continue
            if found is None:
                found = each
            elif (found[0].key, found[1]) != (each[0].key, each[1]):
                return "ambiguous"
        return found or "missing"

    def exported_names(self, module: Module) -> list[str]:
        """Names of a namespace, in the order that the specification gives them (by UTF-16 units)."""
        names: set[str] = set()
        seen = set()
        waiting = [(module, True)]
        while waiting:
            each, with_default = waiting.pop()
            if each.key in seen:
                continue
            seen.add(each.key)
            names.update(name for name in (*each.exports, *each.indirect) if with_default or name != "default")
            waiting.extend((each.requested[request], False) for request in each.stars)
        usable = [name for name in names - {EXPORT_ASSIGNED} if not isinstance(self.resolve(module, name), str)]
        return sorted(usable, key=lambda name: name.encode("utf-16-be", "surrogatepass"))

    def check(self) -> None:
        """Every import and indirect export has a target. Raises JSSyntaxError, as linking does.

        What a module passes on that turns out to be a type is no export at all.
        """
        for module in self.order:
            passed_on = [(name, *place) for name, place in module.indirect.items()]
            for name, request, imported in passed_on:
                target = module.requested[request]
                if imported is not NAMESPACE and self.resolve(target, imported) == "missing" and \
                        self._is_type(target, imported, set()):
                    del module.indirect[name]
                    module.types.append(name)
        for module in self.order:
            wanted = [(request, name) for request, name in module.imports if name is not NAMESPACE]
            wanted += [(request, name) for request, name in module.indirect.values() if name is not NAMESPACE]
            for request, name in wanted:
                assert name is not None
                found = self.resolve(module.requested[request], name)
                if isinstance(found, str):
                    raise _unresolved(module, request, name, found)


    def _is_type(self, module: Module, name: str, seen: set[tuple[str, str]]) -> bool:
        """Whether a module exports a type of that name, be it another's."""
        if name in module.types:
            return True
        if (module.key, name) in seen:
            return False
        seen.add((module.key, name))
        if name in module.indirect:
            request, imported = module.indirect[name]
            return imported is not NAMESPACE and self._is_type(module.requested[request], imported, seen)
        return any(self._is_type(module.requested[request], name, seen) for request in module.stars)


def imported_by(chain: tuple[str, ...]) -> str:
    """How one got to a module, for messages: the nearest import first."""
    return "".join(f", imported by {place}" for place in chain)


def _picture(module: Module, line: int, column: int, name: str) -> tuple[str, int]:
    """The line of an import with the name marked, and the column; no line where the text is not at hand any more."""
    import re

    try:
        with open(module.key, "rb") as file:
            text = file.read().decode().splitlines()[line - 1]
    except (OSError, ValueError, IndexError):
        return "", column
    before = text[: column - 1]
    found = [each for each in re.finditer(r"[\w$]+", before) if each[0] == name]
    if not found:
        return f"{text}\n{' ' * (column - 1)}^\n", column
    start = found[0].start()
    return f"{text}\n{' ' * start}{'^' * len(name)}\n", start + 1


def _unresolved(module: Module, request: int, name: str, why: str) -> JSSyntaxError:
    specifier, _, (line, column) = module.requests[request]
    if why == "ambiguous":
        message = f"The requested module '{specifier}' contains conflicting star exports for name '{name}'"
    else:
        from tsrun.resolution import is_commonjs

        message = f"The requested module '{specifier}' does not provide an export named '{name}'"
        if is_commonjs(module.requested[request].key):
            message = f"The requested module '{specifier}' is a CommonJS module; only ECMAScript modules run here"
    picture, column = _picture(module, line, column, name)
    report = f"{module.name}:{line}:{column}\n{picture}\nSyntaxError: {message}"
    return JSSyntaxError(message, file=module.name, line=line, column=column, report=report)
