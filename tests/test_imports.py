"""Each package imports only those below it, and starting tsrun imports little."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tsrun"

BELOW = {
    "errors": set[str](),
    "overtime": set[str](),
    "heap": {"errors"},
    "syntax": {"errors", "heap", "overtime"},
    "vm": {"errors", "heap", "overtime"},
    "compiler": {"errors", "heap", "syntax", "vm"},
    "library": {"errors", "heap", "vm"},
}
"""What the packages of the pipeline may import. The host beside them (runtime, modules, cli ...) stands above."""

ENTRY = {"tsrun.vm.loop": {"tsrun.library.host", "tsrun.syntax.lexer"}}
"""The kernel's one entry also carries out the host's commands, and so calls kernels from above."""

FILES = sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_type_checking(node: ast.If) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "TYPE_CHECKING" for part in ast.walk(node.test))


def imports(path: Path, *, at_import: bool) -> set[str]:
    """The modules of tsrun that a file imports; with `at_import`, only when it is itself imported."""
    found: set[str] = set()

    def visit(body: list[ast.stmt]) -> None:
        for node in body:
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: imports are absolute"
                module = node.module or ""
                found.add(module)
                found.update(f"{module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.If) and is_type_checking(node):
                visit(node.orelse)
            elif not (at_import and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
                for _, value in ast.iter_fields(node):
                    if isinstance(value, list):
                        visit([item for item in value if isinstance(item, ast.stmt)])
                        for item in value:
                            if isinstance(item, ast.ExceptHandler | ast.match_case):
                                visit(item.body)

    visit(ast.parse(path.read_text(encoding="utf-8")).body)
    return {name for name in found if name == "tsrun" or name.startswith("tsrun.")}


@pytest.mark.parametrize("package", BELOW)
def test_packages_import_only_what_is_below(package: str):
    files = [path for path in FILES if path.relative_to(PACKAGE).with_suffix("").parts[0] == package]
    wrong = [
        f"{module_name(path)} imports {name}"
        for path in files
        for name in sorted(imports(path, at_import=False))
        if name.count(".")
        and name.split(".")[1] not in BELOW[package] | {package}
        and not any(name.startswith(entry) for entry in ENTRY.get(module_name(path), ()))
    ]
    assert wrong == []


def test_no_module_imports_itself_in_a_circle():
    modules = {module_name(path): path for path in FILES}
    edges = {name: imports(path, at_import=True) & modules.keys() - {name} for name, path in modules.items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name not in done:
            for target in sorted(edges[name]):
                # A package's __init__ that gathers its own modules is no circle for them.
                if not name.startswith(target + "."):
                    visit(target, (*way, name))
            done.add(name)

    for name in modules:
        visit(name, ())


def test_no_room_for_leftovers():
    assert [path for path in FILES if path.stem in {"utils", "util", "helpers", "misc", "common"}] == []


@pytest.mark.parametrize("module", ["tsrun", "tsrun.cli", "tsrun.errors"])
def test_start_is_light(module: str):
    """What is slow to import is imported where it is needed."""
    heavy = ["numba", "llvmlite", "numpy", "rich", "matplotlib", "platformdirs", "tsrun.syntax", "tsrun.compiler"]
    code = f"import sys, {module}; print(*(name for name in {heavy!r} if name in sys.modules))"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (process.stdout.strip(), process.stderr) == ("", "")
