"""Modules: finding files, the graph of static imports, and which binding an import means.

Loading runs nothing. `Graph` reads and compiles the entry and everything it imports (sections 16.2.1.5 and 16.2.1.6 of
ECMAScript); `Graph.resolve` finds the module and slot behind an exported name, through `export from` and `export *`;
the order of evaluation is the order in which a depth-first walk leaves the modules. The driver makes the environments.
"""
from __future__ import annotations

import os

from tsrun.errors import JSSyntaxError, ModuleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    Compile = Callable[[bytes, str, str], tuple[bytes, dict[str, Any]]]
    """Source, file name and goal to a unit in binary form and its metadata."""

SUFFIXES = (".ts", ".mts", ".js", ".mjs", ".tsx", ".jsx", ".cts", ".cjs")
WRITTEN_AS = {".js": (".ts", ".tsx"), ".mjs": (".mts",), ".cjs": (".cts",), ".jsx": (".tsx",)}
"""An import may name the file that a compiler would make of the one that is there."""
MAPPED = "mapped:"
"""Begins the key of a module of `modules=`; files have absolute paths."""
NAMESPACE = None
"""In place of an exported name: the whole namespace."""

EXPORT_ASSIGNED = "module.exports"
"""The name of what `export =` exports. Asking a module that has none for it gives its namespace."""

Binding = tuple["Module", "str | None"]
"""A module and the local name of an export in it, or None for its namespace."""


class Module:
    """One module: its compiled unit, and what the driver fills in when it links."""

    __slots__ = (
        "exports", "first_import", "handle", "import_names", "imports", "indirect", "key", "name", "namespace",
        "requested", "requests", "slots", "stars", "template", "unit", "variables",
    )

    def __init__(self, key: str, name: str, unit: bytes, metadata: dict[str, Any]) -> None:
        self.key, self.name, self.unit = key, name, unit
        self.requests: list[tuple[str, dict[str, str], tuple[int, int]]] = metadata["requests"]
        self.imports: list[tuple[int, str | None]] = metadata["imports"]
        self.import_names: list[str] = metadata["import_names"]
        self.exports: dict[str, int] = metadata["exports"]
        self.indirect: dict[str, tuple[int, str | None]] = metadata["indirect_exports"]
        self.stars: list[int] = metadata["star_exports"]
        self.slots: int = metadata["env_size"]
        self.variables: dict[int, list[list[str]]] = metadata.get("variables", {})
        self.requested: list[Module] = []
        self.template = 0
        self.first_import = 0
        self.handle = 0
        """Of the environment."""
        self.namespace = 0
        """Handle of the environment that holds the namespace object; 0 as long as nobody asked."""


def read_source(path: str, chain: str = "") -> bytes:
    """The bytes of a source file. Raises ModuleError with one clear line."""
    try:
        with open(path, "rb", buffering=0) as file:
            source: bytes = file.read() or b""
    except FileNotFoundError:
        raise ModuleError(f"{path}: there is no such file{chain}") from None
    except IsADirectoryError:
        raise ModuleError(f"{path}: this is a folder, not a file{chain}") from None
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


def resolve_file(specifier: str, importer: str) -> str | None:
    """The path of the file that a relative or absolute specifier means, or None."""
    path = os.path.normpath(os.path.join(os.path.dirname(importer), specifier))
    if os.path.isfile(path) and not specifier.endswith("/"):
        return path
    stem, suffix = os.path.splitext(path)
    candidates = [stem + other for other in WRITTEN_AS.get(suffix, ())]
    candidates += [path + other for other in SUFFIXES]
    candidates += [os.path.join(path, "index" + other) for other in SUFFIXES]
    return next((each for each in candidates if os.path.isfile(each)), None)


class Graph:
    """The modules reachable from an entry."""

    def __init__(self, compile_source: Compile, mapping: Mapping[str, str] | None = None) -> None:
        self._compile = compile_source
        self._mapping = mapping or {}
        self._modules: dict[str, Module] = {}
        self.order: list[Module] = []
        """In the order in which they are evaluated."""

    def load(self, source: bytes, key: str, name: str) -> Module:
        """Load the entry and all that it imports."""
        entry = self._add(source, key, name)
        waiting: list[tuple[Module, tuple[str, ...]]] = [(entry, ())]
        # A list instead of recursion: chains of imports may be long.
        while waiting:
            module, chain = waiting.pop()
            for specifier, attributes, (line, column) in module.requests:
                here = (f"{module.name}:{line}:{column}", *chain)
                if attributes:
                    raise ModuleError(f"{here[0]}: import attributes are not supported ({next(iter(attributes))})")
                target, is_new = self._request(module, specifier, here)
                if is_new:
                    waiting.append((target, here))
                module.requested.append(target)
        self._sort(entry)
        return entry

    def _add(self, source: bytes, key: str, name: str) -> Module:
        unit, metadata = self._compile(source, name, "module")
        module = self._modules[key] = Module(key, name, unit, metadata)
        return module

    def _request(self, importer: Module, specifier: str, chain: tuple[str, ...]) -> tuple[Module, bool]:
        """The module that a specifier means, and whether it is new. chain: where it is imported, nearest first."""
        mapped = self._mapped(importer, specifier)
        if mapped is not None:
            key = MAPPED + mapped
            known = self._modules.get(key)
            if known is not None:
                return known, False
            return self._add(self._mapping[mapped].encode("utf-8", "surrogatepass"), key, mapped), True
        found = None
        if specifier.startswith(("./", "../", "/")) or specifier in {".", ".."}:
            found = resolve_file(specifier, importer.key)
        if found is None:
            raise ModuleError(f"Cannot find module '{specifier}'{imported_by(chain)}")
        key = os.path.realpath(found)
        known = self._modules.get(key)
        if known is not None:
            return known, False
        return self._add(read_source(found, imported_by(chain)), key, found), True

    def _mapped(self, importer: Module, specifier: str) -> str | None:
        """The specifier of `modules=` that is meant; among mapped modules relative ones work as among files."""
        if specifier in self._mapping:
            return specifier
        if not importer.key.startswith(MAPPED) or not specifier.startswith("."):
            return None
        path = os.path.normpath(os.path.join(os.path.dirname(importer.key.removeprefix(MAPPED)), specifier))
        stem, suffix = os.path.splitext(path)
        candidates = [path, *(stem + other for other in WRITTEN_AS.get(suffix, ()))]
        candidates += [path + other for other in SUFFIXES]
        return next((each for plain in candidates for each in (plain, "./" + plain) if each in self._mapping), None)

    def _sort(self, entry: Module) -> None:
        """Post-order: what a module imports comes before it, cycles apart."""
        seen = {entry.key}
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
        """Every import and indirect export has a target. Raises JSSyntaxError, as linking does."""
        for module in self.order:
            wanted = [(request, name) for request, name in module.imports if name is not NAMESPACE]
            wanted += [(request, name) for request, name in module.indirect.values() if name is not NAMESPACE]
            for request, name in wanted:
                assert name is not None
                found = self.resolve(module.requested[request], name)
                if isinstance(found, str):
                    raise _unresolved(module, request, name, found)


def imported_by(chain: tuple[str, ...]) -> str:
    """How one got to a module, for messages: the nearest import first."""
    return "".join(f", imported by {place}" for place in chain)


def _unresolved(module: Module, request: int, name: str, why: str) -> JSSyntaxError:
    specifier, _, (line, column) = module.requests[request]
    if why == "ambiguous":
        message = f"The requested module '{specifier}' contains conflicting star exports for name '{name}'"
    else:
        message = f"The requested module '{specifier}' does not provide an export named '{name}'"
    place = f"{module.name}:{line}:{column}"
    report = f"{place}\n\nSyntaxError: {message}"
    return JSSyntaxError(message, file=module.name, line=line, column=column, report=report)
