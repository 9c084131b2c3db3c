"""Which file a specifier means: packages, conditions, patterns, `paths` of tsconfig.json."""

from __future__ import annotations

import json

import pytest

from tsrun.errors import ModuleError
from tsrun.resolution import Resolver
from tsrun.tsconfig import Config


@pytest.fixture
def project(tmp_path):
    """Files with empty text, package.json files from dicts; a function that resolves from main.ts."""

    def make(files, packages=(), config=None):
        for name in files:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
        for folder, content in dict(packages).items():
            path = tmp_path / folder / "package.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content))
        resolver = Resolver(config or Config())

        def resolve(specifier, importer="main.ts"):
            found = resolver.resolve(specifier, str(tmp_path / importer))
            return None if found is None else found.removeprefix(f"{tmp_path}/")

        return resolve

    return make


def test_nearest_node_modules(project):
    resolve = project(["node_modules/p/index.js", "a/node_modules/p/index.ts"])
    assert resolve("p") == "node_modules/p/index.js"
    assert resolve("p", "a/b/c.ts") == "a/node_modules/p/index.ts"
    assert resolve("q") is None


@pytest.mark.parametrize(
    ("exports", "specifier", "found"),
    [
        ("./x.js", "p", "x.js"),
        ({"require": "./no.js", "node": "./x.js", "default": "./y.js"}, "p", "x.js"),
        ({".": {"types": "./x.d.ts", "import": {"default": "./y.js"}}}, "p", "y.js"),
        ({".": ["./x.js", "./y.js"]}, "p", "x.js"),
        ({"./x": "./y.js"}, "p/x", "y.js"),
        ({"./*": "./lib/*.js", "./a*": "./*.js"}, "p/ax", "x.js"),
        ({"./*": "./lib/*.js"}, "p/deep/z", "lib/deep/z.js"),
    ],
)
def test_exports(project, exports, specifier, found):
    files = [f"node_modules/p/{name}" for name in ("x.js", "y.js", "lib/ax.js", "lib/deep/z.js")]
    assert project(files, {"node_modules/p": {"exports": exports}})(specifier) == f"node_modules/p/{found}"


@pytest.mark.parametrize(
    ("exports", "specifier", "message"),
    [
        ({"./x": "./x.js"}, "p", "main defined"),
        ({".": "./x.js"}, "p/x.js", "not defined by"),
        ({".": "./x.js", "./x": None}, "p/x", "not defined by"),
        ({".": "../x.js"}, "p", "Invalid target"),
        ({".": "./node_modules/x.js"}, "p", "Invalid target"),
        ({".": "./none.js"}, "p", "no such file"),
    ],
)
def test_exports_that_lead_nowhere(project, exports, specifier, message):
    resolve = project(["node_modules/p/x.js"], {"node_modules/p": {"exports": exports}})
    with pytest.raises(ModuleError, match=message):
        resolve(specifier)


def test_imports_and_the_own_name(project):
    manifest = {"name": "me", "exports": {"./a": "./a.ts"}, "imports": {"#a": "./a.ts", "#p": "p", "#d/*": "./d/*.ts"}}
    resolve = project(["a.ts", "d/e.ts", "node_modules/p/index.js"], {"": manifest})
    assert [resolve(each) for each in ("me/a", "#a", "#p", "#d/e")] == [
        "a.ts", "a.ts", "node_modules/p/index.js", "d/e.ts"]
    with pytest.raises(ModuleError, match="is not defined"):
        resolve("#none")


def test_main_and_subpaths_without_exports(project):
    resolve = project(
        ["node_modules/@s/p/m.ts", "node_modules/@s/p/sub/x.js"], {"node_modules/@s/p": {"main": "m"}})
    assert (resolve("@s/p"), resolve("@s/p/sub/x")) == ("node_modules/@s/p/m.ts", "node_modules/@s/p/sub/x.js")


def test_instead_of_commonjs(project, tmp_path):
    packages = {
        "node_modules/a": {"main": "c.js", "module": "m.js"},
        "node_modules/b": {"exports": {"node": "./c.js", "default": "./m.js"}},
        "node_modules/c": {"main": "c.js"},
    }
    resolve = project([f"node_modules/{name}/{file}" for name in "abc" for file in ("c.js", "m.js")], packages)
    for name in "abc":
        (tmp_path / "node_modules" / name / "c.js").write_text("exports.x = require('y');")
        (tmp_path / "node_modules" / name / "m.js").write_text("export const x = 1;")
    assert (resolve("a"), resolve("b")) == ("node_modules/a/m.js", "node_modules/b/m.js")
    with pytest.raises(ModuleError, match="CommonJS"):
        resolve("c")


def test_paths_of_the_configuration(project, tmp_path):
    config = Config(str(tmp_path / "tsconfig.json"))
    config.paths = {"@lib/*": ["none/*", "src/lib/*"], "exact": ["src/one.ts"], "@lib/special/*": ["src/*"]}
    resolve = project(["src/lib/a.ts", "src/one.ts", "node_modules/exact/index.js"], (), config)
    assert [resolve(each) for each in ("@lib/a", "exact", "@lib/special/one")] == [
        "src/lib/a.ts", "src/one.ts", "src/one.ts"]
    # Packages have their own configuration.
    assert resolve("exact", "node_modules/other/index.js") == "node_modules/exact/index.js"


def test_dots_mean_folders(project, tmp_path):
    (tmp_path.parent / f"{tmp_path.name}.ts").write_text("")
    resolve = project(["a.ts", "a/index.ts", "b.ts"])
    assert [resolve(each) for each in (".", "./", "./a/", "./b/", "./a/.")] == [
        None, None, "a/index.ts", None, "a/index.ts"]
    assert [resolve(each, "a/main.ts") for each in ("..", ".")] == [None, "a/index.ts"]


def test_what_is_not_there(project, tmp_path):
    resolve = project(["a b.ts"])
    assert resolve((tmp_path / "a b.ts").as_uri()) == "a b.ts"
    with pytest.raises(ModuleError, match="node:fs"):
        resolve("node:fs")
    with pytest.raises(ModuleError, match="no valid name"):
        resolve("@scope")


def test_null_ends_the_search_of_conditions(project):
    exports = {".": {"node": None, "default": "./a.js"}, "./b": {"none": "./b.js", "default": "./b.js"},
               "./c": [None, "./b.js"], "./d": {"node": [None], "default": "./b.js"}}
    resolve = project(["node_modules/p/a.js", "node_modules/p/b.js"], {"node_modules/p": {"exports": exports}})
    assert resolve("p/b") == resolve("p/c") == "node_modules/p/b.js"
    for specifier in ("p", "p/d"):
        with pytest.raises(ModuleError, match="exports"):
            resolve(specifier)


def test_of_patterns_that_begin_alike_the_longer_counts(project):
    exports = {"./f/*": "./all/*.ts", "./f/*.css": "./css/*.ts", "./f/x*": None}
    files = ["node_modules/p/all/a.ts", "node_modules/p/css/a.ts", "node_modules/p/all/xa.ts"]
    resolve = project(files, {"node_modules/p": {"exports": exports}})
    assert resolve("p/f/a") == "node_modules/p/all/a.ts"
    assert resolve("p/f/a.css") == "node_modules/p/css/a.ts"
    with pytest.raises(ModuleError, match="exports"):
        resolve("p/f/xa")
