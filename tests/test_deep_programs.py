"""Source text nested ever so deeply runs, or ends with a clean error: never with a crash or a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

DEPTH = 50_000
PROGRAMS = {
    "parentheses": "(" * DEPTH + "1" + ")" * DEPTH,
    "arrays": "const a = " + "[" * DEPTH + "]" * DEPTH,
    "objects": "const a = " + "{a:" * DEPTH + "1" + "}" * DEPTH,
    "spread": "let a = [" + "...[" * DEPTH + "]" * DEPTH + "]",
    "blocks": "{" * DEPTH + "}" * DEPTH,
    "operators": "const a = " + "!" * DEPTH + "1",
    "templates": "const a = " + "`${" * DEPTH + "1" + "}`" * DEPTH,
    "powers": "let a = " + "1**" * DEPTH + "1",
    "members": "let a = {}; try { a" + ".b" * DEPTH + " } catch {}",
    "optional members": "let a = null; a" + "?.b" * DEPTH,
    "else if": "let x = 5; " + "if (x == 1) {} else " * DEPTH + "{}",
    "sum": "let a = " + "1+" * DEPTH + "1",
    "assignments": "let a; " + "a=" * DEPTH + "1",
    "parameters": "((" + "[" * DEPTH + "a" + "]" * DEPTH + ") => 1)",
    "patterns": "let " + "{a:" * DEPTH + "a" + "}" * DEPTH + " = {};",
    "namespaces": "namespace A {" * DEPTH + "}" * DEPTH,
    "array types": "let a: number" + "[]" * DEPTH,
    "union": "let a: " + "number|" * DEPTH + "number",
    "conditional types": "let a: " + "A extends B ? C : " * DEPTH + "number",
    "type arguments": "let a: " + "Array<" * DEPTH + "number" + ">" * DEPTH,
    "labels": "".join([f"a{i}:" for i in range(3000)]) + ";",
    "nothing closed": "[" * DEPTH,
    "no call closed": "f(" * DEPTH,
    "no template closed": "`${" * DEPTH,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_deep_program(name, tmp_path):
    path = tmp_path / "deep.ts"
    path.write_text(PROGRAMS[name], encoding="utf-8")
    command = [sys.executable, "-m", "tsrun", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in {0, 1}
    assert "Traceback" not in done.stderr
    assert (done.returncode == 0) == (done.stderr == "")


@pytest.mark.parametrize("stage", ["--tokens", "--ast", "--bytecode"])
def test_stages_of_a_deep_program(stage, tmp_path):
    path = tmp_path / "deep.ts"
    path.write_text("{" * 2000 + "}" * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "tsrun", stage, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
