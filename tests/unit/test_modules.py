"""The graph of imports, on modules that need no compiler: a line each says what one imports and exports."""

from __future__ import annotations

import pytest

from tsrun.errors import JSSyntaxError, ModuleError
from tsrun.modules import Graph, read_source
from tsrun.resolution import resolve_file


def compile_lines(source, name, goal):
    """`import x from ./a`, `import * from ./a`, `export x`, `export x=y from ./a`, `export * from ./a`."""
    metadata = {"requests": [], "imports": [], "import_names": [], "exports": {}, "env_size": 1}
    metadata |= {"indirect_exports": {}, "star_exports": []}
    for number, line in enumerate(source.decode().splitlines(), 1):
        words = line.split()
        if "from" in words:
            metadata["requests"].append((words[-1], {}, (number, 1)))
            request = len(metadata["requests"]) - 1
            if words[:2] == ["export", "*"]:
                metadata["star_exports"].append(request)
            elif words[0] == "export":
                exported, _, imported = words[1].partition("=")
                name_there = None if imported == "*" else imported or exported
                metadata["indirect_exports"][exported] = (request, name_there)
            else:
                metadata["imports"].append((request, None if words[1] == "*" else words[1]))
        elif words and words[0] == "export":
            metadata["exports"][words[1]] = len(metadata["exports"]) + 1
    return b"", metadata


def load(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.ts").write_text(text)
    graph = Graph(compile_lines)
    entry = str(tmp_path / "main.ts")
    return graph, graph.load(read_source(entry), entry, entry)


def names(graph):
    return [module.key.rpartition("/")[2] for module in graph.order]


def test_post_order(tmp_path):
    graph, _ = load(
        tmp_path,
        main="import x from ./a\nimport y from ./b",
        a="import z from ./c\nexport x",
        b="export y",
        c="export z",
    )
    assert names(graph) == ["c.ts", "a.ts", "b.ts", "main.ts"]
    graph.check()


def test_cycles(tmp_path):
    graph, _ = load(tmp_path, main="import x from ./a\nexport m", a="import m from ./main\nexport x")
    assert names(graph) == ["a.ts", "main.ts"]
    graph.check()


def test_long_chains(tmp_path):
    files = {f"m{i}": f"export x from ./m{i + 1}" for i in range(2000)}
    graph, entry = load(tmp_path, main="export x from ./m0", **files, m2000="export x")
    assert graph.resolve(entry, "x")[0].key.endswith("m2000.ts")


def test_a_module_is_loaded_once(tmp_path):
    main = "import x from ./a\nimport x from ./a.js\nimport x from ./b/../a.ts"
    graph, entry = load(tmp_path, main=main, a="export x")
    (tmp_path / "b").mkdir()
    assert len(graph.order) == 2
    assert entry.requested[0] is entry.requested[1] is entry.requested[2]


def test_stars_and_renaming(tmp_path):
    graph, entry = load(
        tmp_path,
        main="export * from ./a\nexport * from ./b\nexport q=x from ./a\nexport all=* from ./b",
        a="export x\nexport both\nexport default",
        b="export y\nexport both",
    )
    assert graph.exported_names(entry) == ["all", "q", "x", "y"]
    assert graph.resolve(entry, "both") == "ambiguous"
    assert graph.resolve(entry, "default") == "missing"
    assert graph.resolve(entry, "q")[1] == "x"
    assert graph.resolve(entry, "all")[1] is None


def test_the_same_binding_by_two_ways_is_not_ambiguous(tmp_path):
    graph, entry = load(
        tmp_path,
        main="export * from ./a\nexport * from ./b",
        a="export x from ./c",
        b="export x from ./c",
        c="export x",
    )
    assert graph.resolve(entry, "x")[0].key.endswith("c.ts")


def test_star_cycles_end(tmp_path):
    graph, entry = load(tmp_path, main="export * from ./a\nexport m", a="export * from ./main\nexport x")
    assert graph.exported_names(entry) == ["m", "x"]
    assert graph.resolve(entry, "nothing") == "missing"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"main": "import x from ./a", "a": "export y"}, "does not provide an export named 'x'"),
        ({"main": "export x from ./a", "a": "export y"}, "does not provide an export named 'x'"),
        (
            {
                "main": "import x from ./a",
                "a": "export * from ./b\nexport * from ./c",
                "b": "export x",
                "c": "export x",
            },
            "conflicting star exports for name 'x'",
        ),
    ],
)
def test_imports_without_a_target(tmp_path, files, message):
    with pytest.raises(JSSyntaxError, match=message) as caught:
        load(tmp_path, **files)
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "main.ts"), 1)


def test_a_missing_file_names_the_chain(tmp_path):
    with pytest.raises(ModuleError) as caught:
        load(tmp_path, main="\nimport x from ./a", a="import y from ./gone.js")
    assert str(caught.value) == (
        f"Cannot find module './gone.js', imported by {tmp_path / 'a.ts'}:1:1, imported by {tmp_path / 'main.ts'}:2:1"
    )


def test_a_package_is_not_found(tmp_path):
    with pytest.raises(ModuleError, match="Cannot find module 'lodash', imported by"):
        load(tmp_path, main="import x from lodash")


@pytest.mark.parametrize(
    ("there", "specifier"),
    [
        ("a.ts", "./a.ts"), ("a.ts", "./a"), ("a.ts", "./a.js"), ("a.mts", "./a.mjs"), ("a.js", "./a"),
        ("a/index.ts", "./a"), ("a/index.js", "./a/"), ("a.b.ts", "./a.b"), ("index.ts", "."),
    ],
)  # fmt: skip
def test_files_are_found(tmp_path, there, specifier):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("")
    assert resolve_file(specifier, str(tmp_path / "main.ts")) == str(tmp_path / there)


def test_the_file_itself_wins(tmp_path):
    (tmp_path / "a.js").write_text("")
    (tmp_path / "a.ts").write_text("")
    assert resolve_file("./a.js", str(tmp_path / "main.ts")) == str(tmp_path / "a.js")
    assert resolve_file("./nothing", str(tmp_path / "main.ts")) is None


def test_mapped_modules(tmp_path):
    mapping = {"lib": "export x from ./inner", "inner.ts": "export x", "dir/a": "export y from ./b"}
    mapping["dir/b"] = "export y"
    graph = Graph(compile_lines, mapping)
    entry = graph.load(b"import x from lib\nimport y from dir/a", str(tmp_path / "main.ts"), "main")
    graph.check()
    assert [module.name for module in graph.order] == ["inner.ts", "lib", "dir/b", "dir/a", "main"]
    assert graph.resolve(entry.requested[0], "x")[0].name == "inner.ts"


def test_unreadable_sources_have_one_clear_line(tmp_path):
    with pytest.raises(ModuleError, match="there is no such file"):
        read_source(str(tmp_path / "none.ts"))
    with pytest.raises(ModuleError, match="this is a folder"):
        read_source(str(tmp_path))
    (tmp_path / "latin.ts").write_bytes(b"a\n\xe4")
    with pytest.raises(ModuleError, match="not UTF-8 \\(line 2, byte 2\\)"):
        read_source(str(tmp_path / "latin.ts"))
