"""Units: their encoding, positions, and what the linker of modules is told."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from compiling import compiled

from tsrun.compiler.unit import CLASS, DERIVED, HOME, INTERNAL, METHOD, REST, decode
from tsrun.vm.tables import OPCODES

SOURCE = """\
import { x } from "./x";
const text = "\\u00e9\\u4e2d\\ud800", half = 0.5;
export class A extends x { m(...rest: any[]) { return super.m`a${rest}b`; } }
try { text.missing.other(); } catch { console.log({ half, text }); }
"""


def test_encoding_and_back():
    unit = compiled(SOURCE)
    back = decode(unit.encode())
    for column in ("code", "positions", "constants", "sites", "literals", "literal_keys", "templates", "handlers",
                   "env_size", "name_constant", "source_constant", "module", "file_name"):
        assert getattr(back, column) == getattr(unit, column), column
    assert len(unit.encode()) % 8 == 0


def test_only_a_unit_is_decoded():
    with pytest.raises(ValueError, match="not a tsrun unit"):
        decode(bytes(256))


def test_metadata_can_be_marshalled():
    unit = compiled(SOURCE)
    assert marshal.loads(marshal.dumps(unit.metadata)) == unit.metadata  # noqa: S302 it was dumped on this line


VARIABLES = """\
function f(a: any, { b }: any, ...rest: any[]) {
  const first = a;
  for (const [key, value] of rest) { let inner = key; inner += value; }
  try { b(); } catch (error) { return error; }
  const second = first;
  return second;
}
f(1, {}, []);
"""


def named(source, index):
    """The registers of a template that are variables: by name, their register and the lines that it is theirs in."""
    unit = compiled(source)
    start = unit.templates[index].code_start
    return {
        name: (register, {unit.positions[start + at] >> 32 for at in range(first, end)})
        for register, name, first, end in unit.registers.get(index, [])
    }


def test_registers_have_the_names_of_variables_as_long_as_they_live():
    found = named(VARIABLES, 2)
    assert found.keys() == {"a", "b", "rest", "first", "key", "value", "inner", "error", "second"}
    assert found["a"][1] >= {2, 3, 4, 5, 6}
    assert found["inner"][1] == {3}
    assert found["key"][1] == {3}
    assert found["error"][1] == {4}
    assert found["first"][1] >= {3, 4, 5, 6}
    assert found["second"][1] >= {6}
    assert not found["second"][1] & {2, 4, 5}
    assert found["a"][0] == 2


SCRIPTS = sorted((Path(__file__).parents[1] / "bytecode").glob("*.ts"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_no_register_is_two_variables_at_once(script):
    unit = compiled(script.read_text(encoding="utf-8"))
    for index, rows in unit.registers.items():
        template = unit.templates[index]
        taken = set()
        for register, _, first, end in rows:
            assert 0 <= first < end <= template.code_end - template.code_start
            assert 0 < register < template.registers
            cells = {(register, at) for at in range(first, end)}
            assert not taken & cells
            taken |= cells


def test_the_library_keeps_no_names_of_registers():
    assert compiled(VARIABLES, internal=True).registers == {}


def test_strings_are_latin_1_or_utf_16():
    unit = compiled("f('é', '中', '\\ud800', '😀')")
    back = [value for kind, value in decode(unit.encode()).constants if kind == 1]
    assert {"é", "中", "\ud800", "😀"} <= set(back)


def test_numbers_keep_their_bits():
    unit = compiled("f(-0, 1e308 * 10, 0 / 0, 5e-324, 2 ** 53)")
    values = [str(value) for kind, value in decode(unit.encode()).constants if kind == 0]
    assert values == ["-0.0", "inf", "nan", "5e-324", "9007199254740992.0"]


def flags(source, index=2):
    return compiled(source).templates[index].flags


def test_flags_of_functions():
    assert flags("export function f() {}") == 0
    assert flags("export function f(...a) {}") == REST
    assert flags("export function f() { return arguments; }") == REST
    assert flags("export function f() { return () => arguments; }") == REST
    assert flags("export class A {}") == CLASS
    assert flags("export class A extends f { constructor() { super(); } }") == CLASS | DERIVED
    assert flags("f({ m() {} })") == METHOD
    assert flags("f({ m() { super.m(); } })") == METHOD | HOME
    assert flags("f({ get x() { return () => super.x; } })") == METHOD | HOME
    assert compiled("export function f() {}", internal=True).templates[2].flags == INTERNAL


def test_length_and_name():
    unit = compiled("export const f = (a, [b], c = 1, d, ...e) => 1; f(class { static m(this: X, a) {} }, () => 1)")
    found = [(unit.constants[item.name][1], item.length, item.parameters) for item in unit.templates[2:]]
    assert found == [("f", 2, 4), ("", 0, 0), ("m", 1, 1), ("", 0, 0)]


def test_source_text_of_functions():
    source = "\ufeff/* é😀 */ export function f() { return 1 }\nf(class A { m() {} }, { get  x() { return 2 } })"
    unit = compiled(source)
    text = unit.constants[unit.source_constant][1]
    wide = text.encode("utf-16-le")
    parts = [wide[2 * item.source_start : 2 * item.source_end].decode("utf-16-le") for item in unit.templates[2:]]
    assert parts == ["function f() { return 1 }", "class A { m() {} }", "m() {}", "get  x() { return 2 }"]


def test_positions_count_lines_and_utf_16_units():
    unit = compiled("/* 😀 */ f();\r\n\u2028  g.h();\rnew K;\nthrow 1")
    names = {opcode.number: name for name, opcode in OPCODES.items()}
    found = [(names[word & 0xFF], position >> 32, position & 0xFFFFFFFF)
             for word, position in zip(unit.code, unit.positions, strict=True)]
    wanted = [entry for entry in found if entry[0] in {"call", "call_method", "new", "throw"}]
    assert wanted == [("call", 1, 10), ("call_method", 3, 5), ("new", 4, 1), ("throw", 5, 1)]


# ---- modules


def test_requests_imports_and_exports():
    unit = compiled("""\
      import d, { a, b as c, "not a name" as e } from "./one";
      import * as ns from "./two";
      import json from "./data.json" with { type: "json" };
      import "./effect";
      export { a, c as again, ns };
      export { x as y } from "./one";
      export * from "./three";
      export * as all from "./three";
      export const [v, { w }] = f(d, e, json);
      export default class {}
      export function g() { return ns; }
      let hidden = 1, seen = 2;
      export { seen };
    """)
    assert [(name, attributes) for name, attributes, _ in unit.requests] == [
        ("./one", {}), ("./two", {}), ("./data.json", {"type": "json"}), ("./effect", {}), ("./three", {}),
    ]
    assert unit.requests[1][2] == (2, 27)
    assert sorted(unit.imports, key=str) == [(0, "default"), (0, "not a name"), (1, None), (2, "default")]
    assert sorted(unit.exports) == ["default", "g", "seen", "v", "w"]
    assert len(set(unit.exports.values())) == 5
    assert unit.env_size == 6
    assert unit.indirect_exports == {
        "a": (0, "a"), "again": (0, "b"), "ns": (1, None), "y": (0, "x"), "all": (4, None),
    }
    assert unit.star_exports == [4]


def test_an_export_above_its_import():
    unit = compiled("export { a }; import { a } from './a'")
    assert unit.indirect_exports == {"a": (0, "a")}


def test_javascript_keeps_imports_that_nothing_uses():
    assert [name for name, _, _ in compiled("import { a } from './a'", name="x.js").requests] == ["./a"]
    assert compiled("import { a } from './a'").requests == []


def test_script_level_names_are_global():
    unit = compiled("var a = 1; function b() {} let c = 2; { var d; }", "script")
    names = {opcode.number: name for name, opcode in OPCODES.items()}
    # Below 2 it defines; the others ask whether it may be defined.
    defined = [unit.constants[unit.sites[word >> 40]][1] for word in unit.code
               if names[word & 0xFF] == "define_global" and word >> 24 & 0xFFFF < 2]
    assert defined == ["b", "a", "d"]
