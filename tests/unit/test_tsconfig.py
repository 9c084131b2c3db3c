"""tsconfig.json: comments, `extends`, defaults of the target, errors."""

from __future__ import annotations

from pathlib import Path

import pytest

import tsrun
from tsrun import tsconfig


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('{"a": 1, // c\n}', {"a": 1}),
        ('{/* "x": 2, */ "a": [1, 2, ], }', {"a": [1, 2]}),
        ('{"a": "// no, }", "b": "\\"/*"}', {"a": "// no, }", "b": '"/*'}),
        ("\ufeff{}", {}),
        ("// nothing", {}),
        ("[1]", None),
        ('{"a": /* never ends }', None),
        ('{"a": "never ends }', None),
    ],
)
def test_json_with_comments(tmp_path: Path, text: str, plain: object):
    path = write(tmp_path / "tsconfig.json", text)
    if plain is None:
        with pytest.raises(tsrun.ConfigError, match=r"tsconfig\.json"):
            tsconfig.read(path)
    else:
        assert tsconfig.read(path) == plain


@pytest.mark.parametrize(
    ("options", "defined"),
    [
        ("", False),
        ('"target": "ES2022"', True),
        ('"target": "es2021"', False),
        ('"target": "ESNext"', True),
        ('"target": "ES5", "useDefineForClassFields": true', True),
        ('"target": "ES2023", "useDefineForClassFields": false', False),
        ('"module": "NodeNext"', True),
        ('"module": "commonjs"', False),
    ],
)
def test_fields_are_defined_by_target(tmp_path: Path, options: str, defined: bool):
    config = tsconfig.load(write(tmp_path / "tsconfig.json", f'{{"compilerOptions": {{{options}}}}}'))
    assert config.has("useDefineForClassFields") is defined
    assert ("useDefineForClassFields" in config.semantics("a.ts")) is defined
    assert "useDefineForClassFields" in config.semantics("a.js")


def test_without_a_file():
    assert tsconfig.DEFAULT.target == "esnext"
    assert tsconfig.DEFAULT.semantics("a.ts") == ("useDefineForClassFields",)


def test_extends(tmp_path: Path):
    write(tmp_path / "base.json", '{"compilerOptions": {"target": "es2015", "baseUrl": "src", "jsx": "react"}}')
    package = tmp_path / "node_modules/@tsconfig/own/tsconfig.json"
    write(package, '{"compilerOptions": {"experimentalDecorators": true}}')
    path = write(
        tmp_path / "project" / "tsconfig.json",
        '{"extends": ["../base", "@tsconfig/own"], "compilerOptions": {"target": "es2022", "paths": {"@/*": ["./*"]}}}',
    )
    config = tsconfig.load(path)
    assert (config.target, config.has("experimentalDecorators"), config.options["jsx"]) == ("es2022", True, "react")
    assert config.base_url == config.paths_base == str(tmp_path / "src")
    assert config.paths == {"@/*": ["./*"]}
    assert tsconfig.find(str(tmp_path / "project" / "deep" / "er")) == path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"extends": "./tsconfig.json"}', "extends itself"),
        ('{"extends": "./none"}', "there is no file"),
        ('{"extends": "none"}', "no package file 'none'"),
        ('{"extends": [1]}', "not 1"),
        ('{"compilerOptions": []}', "no object"),
        ('{"compilerOptions": {"target": "es1999"}}', "target 'es1999'"),
        ('{"compilerOptions": {"experimentalDecorators": "yes"}}', "true or false, not 'yes'"),
    ],
)
def test_errors(tmp_path: Path, text: str, message: str):
    path = write(tmp_path / "tsconfig.json", text)
    with pytest.raises(tsrun.ConfigError, match=message):
        tsconfig.load(path)


def test_runs_use_it(tmp_path: Path):
    """The same text is compiled anew when the options change."""
    source = "class A { set x(v) { this.seen = v } seen: any } class B extends A { x = 1 } new B().seen ?? 'defined'"
    path = tmp_path / "main.ts"
    assert tsrun.run(source, path=path) == "defined"
    write(tmp_path / "tsconfig.json", "{}")
    assert tsrun.run(source, path=path) == 1
    write(tmp_path / "tsconfig.json", '{"compilerOptions": {"useDefineForClassFields": true}}')
    assert tsrun.run(source, path=path) == "defined"
    assert tsrun.run(source) == "defined"
    write(tmp_path / "tsconfig.json", "{")
    with pytest.raises(tsrun.ConfigError):
        tsrun.run(source, path=path)
    with pytest.raises(tsrun.ConfigError):
        tsrun.run_file(write(path, source))


def test_jsx_is_refused(tmp_path: Path):
    with pytest.raises(tsrun.ConfigError, match="JSX"):
        tsrun.run_file(write(tmp_path / "main.tsx", "1"))
