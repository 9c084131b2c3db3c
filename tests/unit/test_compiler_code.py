"""Which instructions a snippet compiles to."""

from __future__ import annotations

import pytest
from compiling import compiled, instructions


def body(statements, parameters="a, b, c, f, o"):
    """The instructions of a function with these statements; its parameters are r2, r3, ..."""
    return instructions(f"export function test({parameters}) {{ {statements} }}", 2)


def test_locals_are_operands_where_they_are():
    assert body("return a + b;") == ["add r7 r2 r3", "ret r7"]
    assert body("a = b;") == ["move r2 r3", "ret_undefined"]
    assert body("a = b - c;") == ["sub r2 r3 r4", "ret_undefined"]
    assert body("let x = a * b; return x;") == ["mul r7 r2 r3", "ret r7"]
    assert body("const x = f(a); return x;") == ["move r7 r5", "move r9 r2", 'call r7.. 1 "f"', "ret r7"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("return a + (a = 1);", ["move r8 r2", "load_int r2 1", "add r7 r8 r2"]),
        ("return a + a++;", ["move r8 r2", "to_numeric r9 r2", "inc r2 r9", "add r7 r8 r9"]),
        ("return a + f;", ["add r7 r2 r5"]),
        ("a += a = 1;", ["move r7 r2", "load_int r2 1", "add r2 r7 r2"]),
        ("return a[b] + (b = 0);", ["get_index r8 r2 r3", "load_int r3 0", "add r7 r8 r3"]),
        ("o[a] = a = 1;", ["move r7 r2", "load_int r2 1", "set_index r6 r7 r2"]),
        ("return a < (a = 1);", ["move r8 r2", "load_int r2 1", "less r7 r8 r2"]),
        ("a = a++;", ["to_numeric r7 r2", "inc r2 r7", "move r2 r7"]),
    ],
)
def test_a_local_that_a_later_operand_assigns_is_copied(source, expected):
    assert body(source)[: len(expected)] == expected


def test_a_target_is_written_last():
    # `a` keeps its value for the parts of the expression that read it, and if one of them throws.
    assert body("a = b && a.x;") == [
        "jump_if_true r3 -> 3", "move r2 r3", "jump -> 4", "get_property r2 r2 .x", "ret_undefined",
    ]
    assert body("a = { x: a, [b]: a };")[-2:] == ["move r2 r7", "ret_undefined"]
    assert body("a = [a, ...b];")[-2:] == ["move r2 r7", "ret_undefined"]
    assert body("a = `${a}${b}`;")[-2:] == ["concat r2 r7.. 2", "ret_undefined"]


def test_small_operands_stand_in_the_instruction():
    assert body("return a + 1;") == ["add_const r7 r2 1", "ret r7"]
    assert body("return a + 'x';") == ['add_const r7 r2 "x"', "ret r7"]
    assert body("return a >>> 0;") == ["ushr_int r7 r2 0", "ret r7"]
    assert body("return a & 0x7fffff;") == ["and_int r7 r2 8388607", "ret r7"]
    assert body("return a & 0xffffff;") == ["load_const r8 16777215", "bit_and r7 r2 r8", "ret r7"]
    assert body("return -0;") == ["load_const r7 -0", "ret r7"]
    assert body("return a | -1;") == ["or_int r7 r2 -1", "ret r7"]


def test_updates_in_place():
    assert body("a++;") == ["inc r2 r2", "ret_undefined"]
    assert body("--a;") == ["dec r2 r2", "ret_undefined"]
    assert body("return ++a;") == ["inc r2 r2", "ret r2"]
    assert body("return a++;") == ["to_numeric r7 r2", "inc r2 r7", "ret r7"]


@pytest.mark.parametrize(
    ("test", "jump"),
    [
        ("a < b", "jump_unless_less r2 r3 -> 2"),
        ("!(a < b)", "jump_if_less r2 r3 -> 2"),
        ("a >= -5", "jump_unless_greater_equal_int r2 -5 -> 2"),
        ("3 < a", "jump_unless_greater_int r2 3 -> 2"),
        ("a !== b", "jump_if_strict_equal r2 r3 -> 2"),
        ("a === 0", "jump_unless_strict_equal_int r2 0 -> 2"),
        ("a == null", "jump_unless_nullish r2 -> 2"),
        ("null != a", "jump_if_nullish r2 -> 2"),
        ("a === undefined", "jump_unless_undefined r2 -> 2"),
        ("a !== undefined", "jump_if_undefined r2 -> 2"),
        ("a === void 0", None),
        ("a", "jump_if_false r2 -> 2"),
        ("!!a", "jump_if_false r2 -> 2"),
    ],
)
def test_comparisons_jump(test, jump):
    code = body(f"if ({test}) a++;")
    if jump is None:
        assert code[1].startswith("jump_unless_strict_equal")
    else:
        assert code == [jump, "inc r2 r2", "ret_undefined"]


def test_a_large_literal_of_a_loop_is_loaded_once():
    assert body("while (a < 1e9) a++;") == [
        "load_const r7 1000000000", "jump -> 3", "inc r2 r2", "jump_if_less r2 r7 -> 2", "ret_undefined",
    ]


def test_conditions_chain_without_values():
    assert body("if (a && (b || c)) f();") == [
        "jump_if_false r2 -> 5", "jump_if_true r3 -> 3", "jump_if_false r4 -> 5", "move r7 r5", 'call r7.. 0 "f"',
        "ret_undefined",
    ]


def test_both_ways_of_a_conditional_return():
    assert body("return a ? b : c;") == ["jump_if_false r2 -> 2", "ret r3", "ret r4"]


def test_calls_stand_in_place():
    assert body("f(f(a));") == [
        "move r7 r5", "move r9 r5", "move r11 r2", 'call r9.. 1 "f"', 'call r7.. 1 "f"', "ret_undefined",
    ]
    assert body("o.m(a);") == ["get_method r7.. r6 .m", "move r9 r2", 'call_method r7.. 1 "o.m"', "ret_undefined"]
    assert body("o.p.m();") == [
        "get_property r8 r6 .p", "get_method r7.. r8 .m", 'call_method r7.. 0 "o.p.m"', "ret_undefined",
    ]
    assert body("new o.K(a);") == ["get_property r7 r6 .K", "move r9 r2", 'new r7.. 1 "o.K"', "ret_undefined"]


def test_a_function_calls_itself_through_its_own_register():
    assert body("test(a);", "a")[0] == "move r3 r0"
    # unless something assigns its name
    assert "r0" not in instructions("function test(a) { test(a); } export { test }; test = null;", 2)[0]


def test_index_keys_are_numbers():
    assert body("return o['0'];") == ["load_int r8 0", "get_index r7 r6 r8", "ret r7"]
    assert body("return o['x y'];") == ["get_property r7 r6 .x y", "ret r7"]
    assert body("return o.length;") == ["get_length r7 r6 .length", "ret r7"]
    assert body("return { 1: a };")[:2] == ["new_object r7 1", "load_int r8 1"]


def test_keys_are_converted_once():
    code = body("o[a] += 1;")
    assert code[:3] == ["jump_unless_nullish r6 -> 2", "get_index r8 r6 r2", "to_property_key r8 r2"]
    assert body("o[a + 1] += 1;")[:2] == ["add_const r7 r2 1", "get_index r8 r6 r7"]
    assert body("for (let i = 0; i < 9; i++) o[i] += 1;")[2] == "get_index r8 r6 r7"


def test_fields_stand_in_the_constructor():
    assert instructions("export class A { x = 1; y; constructor(z) { this.z = z; } }", 2) == [
        "load_int r3 1", "define_field r1 r3 .x", "load_undefined r3", "define_field r1 r3 .y", "set_property r1 r2 .z",
        "ret_undefined",
    ]
    assert instructions("export class A { x = 1; }", 2) == ["load_int r2 1", "define_field r1 r2 .x", "ret_undefined"]


def test_an_environment_is_made_only_where_something_is_captured():
    assert not any("env" in line for line in body("for (let i = 0; i < 3; i++) { const x = i; f(x); }"))
    code = body("for (let i = 0; i < 3; i++) f(() => i);")
    assert sum("new_env" in line for line in code) == 1
    assert sum("copy_env" in line for line in code) == 2
    code = body("while (a) { const x = a; f(() => x); }")
    assert sum("new_env" in line for line in code) == 1
    assert not any("copy_env" in line for line in code)


def test_constants_are_shared():
    unit = compiled("f('a', 1.5, 'a', 1.5, -0, 0)")
    values = [str(value) for _, value in unit.constants]
    assert values.count("a") == values.count("1.5") == 1


def test_literals_of_one_form_share_their_keys():
    assert len(compiled("f({ x: 1, y: 2 }, { x: 3, y: 4 }, { y: 1, x: 2 })").literals) == 2


def test_completion_value_costs_only_where_it_can_be_the_result():
    code = instructions("let s = 0; for (let i = 0; i < 3; i++) s += i; s;", 1, completion=True)
    assert code[-2:] == ["move r2 r3", "ret r2"]
    assert len([line for line in code if line.endswith(" r2") or " r2 " in line]) == 3


def test_counting_loops_count_and_compare_at_once():
    assert body("for (let i = 0; i < a; i++) f;") == [
        "load_int r7 0", "jump -> 4", "count_jump_if_less r7 r2 -> 2", "inc r7 r7", "jump_if_less r7 r2 -> 2",
        "ret_undefined",
    ]
    # not where the counter is compared with itself
    assert not any("count" in line for line in body("for (let i = 0; i <= i; i++) f;"))
