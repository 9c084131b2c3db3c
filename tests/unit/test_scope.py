"""Scope analysis: what closures capture, what is used before its time, which names merge."""

from __future__ import annotations

from compiling import instructions, listing

from tsrun.compiler import scope_nodes
from tsrun.compiler.bindings import GLOBAL, PROPERTY
from tsrun.compiler.scope import Analysis
from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.parser import parse

assert scope_nodes.VISITORS


def analysed(source, goal="module"):
    """All bindings of a program by name (the last one of a name wins)."""
    program = parse(source.encode(), lex=plain_lexer(), goal=goal)
    analysis = Analysis(program, goal == "module")
    scopes = [*analysis.scopes.values(), *(scope.body for scope in analysis.scopes.values() if hasattr(scope, "body"))]
    return {name: binding for scope in scopes for name, binding in scope.names.items()}


def captured(source, goal="module"):
    return {name for name, binding in analysed(source, goal).items() if binding.captured}


def test_only_what_another_function_uses_is_captured():
    assert captured("let a = 1, b = 2; { let c = a; } (() => b)();") == {"b"}
    assert captured("function f(p, q) { return () => p; }") == {"p"}
    assert captured("function f() { g(); } function g() {}") == {"g"}
    assert captured("for (let i = 0; i < 3; i++) { const j = i; (() => j); }") == {"j"}
    assert captured("try { } catch (e) { () => e; }") == {"e"}


def test_inner_declarations_shadow():
    assert captured("{ let a; (() => a); } let b; { let b; }") == {"a"}
    assert captured("let a; function f(a) { return a; }") == set()
    assert captured("let a; function f() { return () => { let a; return a; }; }") == set()


def test_arrow_functions_take_what_belongs_to_the_function_around():
    assert captured("function f() { return () => this; }") == {"this"}
    assert captured("function f() { return () => () => [arguments, new.target]; }") == {"arguments", "new.target"}
    assert captured("class A { m() { return () => super.x; } }") == {"this", "%home"}
    assert captured("class A extends B { constructor() { (() => super())(); } }") == {"this", "%function", "new.target"}
    assert captured("class A { x = 1; f = () => this.x; }") == {"this"}
    assert captured("function f() { return function () { return this; }; }") == set()


def test_types_use_nothing():
    bindings = analysed("import { A, B } from './a'; let x: A = B as A; let y: typeof x; type C = typeof y;")
    assert not bindings["A"].used
    assert bindings["B"].used
    assert not bindings["y"].used


def test_hoisted_variables_belong_to_the_function():
    assert captured("function f() { { var v = 1; } return () => v; }") == {"v"}
    bindings = analysed("if (x) { var v; } for (var w of y) ; { let l; }")
    assert bindings["v"].scope is bindings["w"].scope is not bindings["l"].scope


def test_script_level_variables_are_global():
    bindings = analysed("var a; function b() {} let c; { function d() {} }", "script")
    assert [bindings[name].kind == GLOBAL for name in "abcd"] == [True, True, False, False]


def test_variables_of_the_body_are_hidden_from_closures_in_parameters():
    code = "\n".join(instructions("let x = 1; export function f(a = () => x) { var x = 2; return [a, x]; }", 3))
    assert "get_captured" in code                   # the x of the module
    bindings = analysed("function f(a, b = () => a) { var a; return a; }")
    assert bindings["a"].kind != bindings["b"].kind


def test_namespaces_share_their_exports():
    bindings = analysed("namespace N { export let x = 1; } namespace N { (() => x); let y; }")
    assert bindings["x"].kind == PROPERTY
    assert bindings["y"].kind != PROPERTY
    assert "get_property" in listing("namespace N { export let x = 1; } namespace N { f(x); }")


def test_members_of_an_enum_are_in_scope_inside():
    code = instructions("export enum E { A = f(), B = A }", 1)
    assert sum(".A" in line for line in code) == 2


def test_the_dead_zone_is_checked_only_where_it_can_be_seen():
    def checks(source):
        return listing(source).count("check_initialized")

    assert checks("let a = 1; a; { a; } (() => a)();") == 0
    assert checks("a; let a = 1;") == 1
    assert checks("let a = a;") == 1
    assert checks("function f() { return a; } const a = 1; f();") == 0
    assert checks("function f() { return a; } f(); const a = 1;") == 1
    assert checks("const f = () => g(); const g = () => 1;") == 0
    assert checks("const f = () => a; f(); const a = 1;") == 1
    assert checks("function f() { return map; } const map = new Map(); const n = Math.max(1, 2); f();") == 0
    assert checks("function f() { return map; } const map = new Map(entries()); function entries() {}") == 1
    assert checks("class A { m() { return A; } } new A();") == 0
    assert checks("class A { static x = A; m() { return A; } }") == 0
    assert checks("class A { static [A.x]() {} }") == 1
    assert checks("switch (f) { case 1: let a; break; case 2: a; }") == 1
    assert checks("for (const x of x) ;") == 1
    assert checks("function f(a = b, b) {}") == 1
    assert checks("function f(a, b = a) {}") == 0
    assert checks("import './other'; export function f() { return a; } const a = 1;") == 1


def test_positions_of_assignments_are_in_order():
    source = "let a; a = 1; { let b; a = 2; (a = 3) + a++; } a += 4; [a] = [5]; for (a of []) ;"
    binding = analysed(source)["a"]
    assert binding.assigns == sorted(binding.assigns)
    assert len(binding.assigns) == 7
    assert binding.assigned_within(0, len(source))
    assert not binding.assigned_within(0, 5)


def test_uses_in_patterns_and_computed_keys():
    source = "import d from './d'; export const f = (a, { b: [c] = d }, e, g) => ({ a, [e]: c, g: 1 });"
    assert {name for name, binding in analysed(source).items() if binding.used} == {"a", "c", "d", "e", "f"}
