"""tsconfig.json: the nearest one above a script is read, with what it extends, for the options that change meaning.

Other options (paths, modules, JSX) are kept as they are for whoever needs them. No option makes an error of one that
TypeScript would make: types are nobody's business here.
"""
from __future__ import annotations

import os

from tsrun.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILE_NAME = "tsconfig.json"
JAVASCRIPT = (".js", ".mjs", ".cjs", ".jsx")
TARGETS = (
    "es3", "es5", "es6", "es2015", "es2016", "es2017", "es2018", "es2019", "es2020", "es2021", "es2022", "es2023",
    "es2024", "es2025", "esnext",
)
FIRST_WITH_FIELDS = TARGETS.index("es2022")
"""From this target on class fields are defined, not assigned, unless useDefineForClassFields says otherwise."""
_TARGET_OF_MODULE = {"node16": "es2022", "node18": "es2022", "node20": "es2023", "nodenext": "esnext"}
_BOOLEANS = (
    "experimentalDecorators", "emitDecoratorMetadata", "useDefineForClassFields", "verbatimModuleSyntax",
    "isolatedModules", "preserveConstEnums", "strictNullChecks",
)


class Config:
    """The options of a project: what the file says, and what that means for the compiler."""

    __slots__ = ("base_url", "directory", "options", "path", "paths", "paths_base")

    def __init__(self, path: str | None = None, options: dict[str, Any] | None = None) -> None:
        self.path = path
        """The file; None where there is none."""
        self.options: dict[str, Any] = options or {}
        """compilerOptions, those of the files extended included."""
        self.directory = os.path.dirname(path) if path is not None else os.getcwd()
        self.base_url: str | None = None
        """Absolute; None if not given."""
        self.paths: dict[str, list[str]] = {}
        self.paths_base = self.directory
        """What the targets of `paths` are relative to: baseUrl, or the folder of the file that has them."""

    @property
    def target(self) -> str:
        """The language version in lower case."""
        given = str(self.options.get("target", "")).lower()
        if given:
            return given
        if self.path is None:
            return "esnext"
        return _TARGET_OF_MODULE.get(str(self.options.get("module", "")).lower(), "es5")

    def has(self, name: str) -> bool:
        """Whether an option that is true or false is on, with TypeScript's defaults."""
        given = self.options.get(name)
        if given is not None:
            return bool(given)
        if name == "useDefineForClassFields":
            return TARGETS.index(self.target) >= FIRST_WITH_FIELDS
        if name == "isolatedModules":
            return self.has("verbatimModuleSyntax")
        if name == "strictNullChecks":
            return bool(self.options.get("strict")) and self.has("emitDecoratorMetadata")
        return name == "preserveConstEnums" and self.has("isolatedModules")

    def semantics(self, file_name: str) -> tuple[str, ...]:
        """The options that change what a file is compiled to, those that are on; none for JavaScript."""
        if file_name.endswith(JAVASCRIPT):
            return ("useDefineForClassFields", "verbatimModuleSyntax")
        if file_name.endswith(".tsx"):
            raise ConfigError(f"{file_name}: JSX is not supported (option 'jsx')")
        return tuple(name for name in _BOOLEANS if self.has(name))


DEFAULT = Config()


def find(directory: str) -> str | None:
    """The tsconfig.json in a folder or the nearest one above it."""
    while True:
        path = os.path.join(directory, FILE_NAME)
        if os.path.isfile(path):
            return path
        parent = os.path.dirname(directory)
        if parent == directory:
            return None
        directory = parent


def config_for(key: str) -> Config:
    """The configuration for a script, given its absolute path. Raises ConfigError."""
    path = find(os.path.dirname(key))
    return Config() if path is None else load(path)


def load(path: str) -> Config:
    """Read a configuration file and what it extends. Raises ConfigError."""
    config = Config(path)
    _merge(config, path, ())
    target = config.options.get("target")
    if target is not None and (not isinstance(target, str) or target.lower() not in TARGETS):
        raise ConfigError(f"{path}: the target {target!r} is not known")
    for name in _BOOLEANS:
        if not isinstance(config.options.get(name), bool | None):
            raise ConfigError(f"{path}: the option '{name}' is true or false, not {config.options[name]!r}")
    if config.base_url is not None:
        config.paths_base = config.base_url
    return config


def _merge(config: Config, path: str, chain: tuple[str, ...]) -> None:
    """Add the options of a file to those of the files that extend it, which have the last word."""
    if path in chain:
        raise ConfigError(f"{path}: extends itself by way of {', '.join(chain)}")
    document = read(path)
    extended = document.get("extends", [])
    for each in [extended] if isinstance(extended, str) else extended:
        if not isinstance(each, str):
            raise ConfigError(f"{path}: 'extends' names files, not {each!r}")
        _merge(config, _extended_path(each, path), (*chain, path))
    options = document.get("compilerOptions", {})
    if not isinstance(options, dict):
        raise ConfigError(f"{path}: 'compilerOptions' is no object")
    config.options.update(options)
    directory = os.path.dirname(path)
    if isinstance(options.get("baseUrl"), str):
        config.base_url = os.path.normpath(os.path.join(directory, options["baseUrl"]))
    if isinstance(options.get("paths"), dict):
        config.paths = options["paths"]
        config.paths_base = directory


def _extended_path(name: str, importer: str) -> str:
    """The file that `extends` means: a path, or a file of a package in node_modules."""
    directory = os.path.dirname(importer)
    if name.startswith(("./", "../", "/")) or name in {".", ".."}:
        path = os.path.normpath(os.path.join(directory, name))
        for each in (path, path + ".json", os.path.join(path, FILE_NAME)):
            if os.path.isfile(each):
                return each
        raise ConfigError(f"{importer}: there is no file {path} to extend")
    at = directory
    while True:
        base = os.path.join(at, "node_modules", name)
        for each in (base, base + ".json", os.path.join(base, FILE_NAME)):
            if os.path.isfile(each):
                return each
        if os.path.dirname(at) == at:
            raise ConfigError(f"{importer}: there is no package file '{name}' to extend")
        at = os.path.dirname(at)


def read(path: str) -> dict[str, Any]:
    """A JSON file that may have comments and commas too many. Raises ConfigError."""
    import json

    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        document = json.loads(plain_json(text) or "{}")
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {error}") from None
    if not isinstance(document, dict):
        raise ConfigError(f"{path}: is no object")
    return document


def plain_json(text: str) -> str:
    """JSON without the comments and without commas before a closing bracket, in the same places."""
    out: list[str] = []
    comma = -1
    i, end = 0, len(text)
    while i < end:
        char = text[i]
        if char == '"':
            start = i
            i += 1
            while i < end and text[i] not in '"\n':
                i += 2 if text[i] == "\\" else 1
            i += 1
            out.append(text[start:i])
            comma = -1
            continue
        if text.startswith(("//", "/*"), i):
            stop = text.find("\n", i) if text[i + 1] == "/" else text.find("*/", i + 2) + 2
            stop = stop if stop > i else end
            out.append("".join(each if each == "\n" else " " for each in text[i:stop]))
            i = stop
            continue
        if char in "]}" and comma >= 0:
            out[comma] = " "
        if not char.isspace():
            comma = len(out) if char == "," else -1
        out.append(char)
        i += 1
    return "".join(out).strip()
