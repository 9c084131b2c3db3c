"""Early errors: source text, `¦` before the place, and the message. Also what only looks like an error."""

from __future__ import annotations

import pytest

from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser import parse

DECLARED = "Identifier 'a' has already been declared"
STRICT = "Unexpected eval or arguments in strict mode"
TARGET = "Invalid left-hand side in assignment"
PATTERN = "Invalid destructuring assignment target"
UNARY_POWER = (
    "Unary operator used immediately before exponentiation expression. "
    "Parenthesis must be used to disambiguate operator precedence"
)

ERRORS = [
    # tokens
    ("let a = ¦;", "Unexpected token ';'"),
    ("f(¦", "Unexpected end of input"),
    ("a ¦b", "Unexpected identifier 'b'"),
    ("a ¦1", "Unexpected number"),
    ("a ¦'s'", "Unexpected string"),
    ("a; ¦)", "Unexpected token ')'"),
    ("f(a ¦b)", "missing ) after argument list"),
    ("function f(a ¦b) {}", "missing ) after formal parameters"),
    ("a = ¦'b\n'", "Unterminated string literal"),
    ("¦`a", "Unterminated template literal"),
    ("¦/* a", "Unterminated comment: '*/' expected"),
    ("a = ¦/b", "Invalid regular expression: missing /"),
    ("a = ¦01", "Octal literals are not allowed in strict mode."),
    ("a = ¦08", "Decimals with leading zeros are not allowed in strict mode"),
    ("'¦\\1'", "Octal escape sequences are not allowed in strict mode."),
    ("'é¦\\8'", "\\8 and \\9 are not allowed in strict mode."),
    ("`¦\\01`", "Octal escape sequences are not allowed in template strings"),
    ("'¦\\xg'", "Invalid hexadecimal escape sequence"),
    ("'¦\\u00'", "Invalid Unicode escape sequence"),
    ("'¦\\u{110000}'", "Undefined Unicode code-point"),
    ("`¦\\u{}`", "Invalid Unicode escape sequence"),
    ("¦/a/gg", "Invalid regular expression flags"),
    ("¦/a/x", "Invalid regular expression flags"),
    ("¦/a/uv", "Invalid regular expression flags"),
    ("1¦a", "An identifier or keyword cannot immediately follow a numeric literal"),
    # reserved words
    ("let ¦if = 1", "Unexpected token 'if'"),
    ("¦yield = 1", "Unexpected strict mode reserved word"),
    ("let ¦static = 1", "Unexpected strict mode reserved word"),
    ("await ¦= 1", "Unexpected token '='"),
    ("let ¦await = 1", "Unexpected reserved word"),
    ("¦v\\u0061r a", "Keyword must not contain escaped characters"),
    ("({ ¦\\u0069f })", "Keyword must not contain escaped characters"),
    ("let ¦let = 1", "let is disallowed as a lexically bound name"),
    ("let ¦eval = 1", STRICT),
    ("function ¦arguments() {}", STRICT),
    ("(¦eval) => 1", STRICT),
    ("¦eval = 1", STRICT),
    ("¦arguments++", STRICT),
    ("({ ¦eval } = a)", STRICT),
    ("try {} catch (¦eval) {}", STRICT),
    ("¦with (a) b", "Strict mode code may not include a with statement"),
    ("enum¦", "Unexpected end of input"),
    # declarations
    ("let a, ¦a", DECLARED),
    ("let a; var ¦a", DECLARED),
    ("var a; let ¦a", DECLARED),
    ("{ var a } let ¦a", DECLARED),
    ("let a; { var ¦a }", DECLARED),
    ("const a = 1; function ¦a() {}", DECLARED),
    ("function a() {} function ¦a() {}", DECLARED),
    ("function a() {} var ¦a", DECLARED),
    ("{ function a() {} function ¦a() {} }", DECLARED),
    ("class a {} class ¦a {}", DECLARED),
    ("let [a, ¦a] = b", DECLARED),
    ("import a from 'b'; let ¦a", DECLARED),
    ("import { a } from 'b'; import ¦a from 'c'", DECLARED),
    ("function f(a) { let ¦a }", DECLARED),
    ("(a) => { const ¦a = 1 }", DECLARED),
    ("try {} catch (a) { let ¦a }", DECLARED),
    ("try {} catch ([a]) { var ¦a }", DECLARED),
    ("try {} catch ([a, ¦a]) {}", DECLARED),
    ("switch (b) { case 1: let a; default: let ¦a }", DECLARED),
    ("for (let a of b) { var ¦a }", DECLARED),
    ("enum a {} let ¦a", DECLARED),
    ("enum a {} class ¦a {}", DECLARED),
    ("namespace a { 1 } let ¦a", DECLARED),
    ("const a¦;", "Missing initializer in const declaration"),
    ("let [a]¦;", "Missing initializer in destructuring declaration"),
    ("{ using a¦; }", "Missing initializer in using declaration"),
    ("if (a) ¦let b", "Lexical declaration cannot appear in a single-statement context"),
    ("if (a) ¦const b = 1", "Lexical declaration cannot appear in a single-statement context"),
    ("if (a) ¦class B {}", "Unexpected token 'class'"),
    ("if (a) ¦function f() {}",
     "In strict mode code, functions can only be declared at top level or inside a block."),
    ("a: ¦function f() {}",
     "In strict mode code, functions can only be declared at top level or inside a block."),
    # assignments and operators
    ("¦f() = 1", TARGET),
    ("¦1 = a", TARGET),
    ("¦a + b = c", TARGET),
    ("¦a?.b = 1", TARGET),
    ("¦this = 1", TARGET),
    ("¦new.target = 1", "new.target expression is not allowed here"),
    ("¦import.meta = 1", TARGET),
    ("(¦[a]) = 1", TARGET),
    ("(¦{}) = 1", TARGET),
    ("¦[a] += 1", TARGET),
    ("¦f() += 1", TARGET),
    ("¦f()++", "Invalid left-hand side expression in postfix operation"),
    ("++¦f()", "Invalid left-hand side expression in prefix operation"),
    ("[¦f()] = a", PATTERN),
    ("[¦a + b] = c", PATTERN),
    ("[(¦[b])] = c", PATTERN),
    ("({ a: ¦f() } = b)", PATTERN),
    ("({ ¦a() {} } = b)", PATTERN),
    ("({ ¦get a() { return 1 } } = b)", PATTERN),
    ("[¦...a, b] = c", "Rest element must be last element"),
    ("[¦...a,] = c", "Rest element must be last element"),
    ("let [...a¦, b] = c", "Rest element must be last element"),
    ("({ ¦...a, b } = c)", "Rest element must be last element"),
    ("({ ...¦{ a } } = c)", "`...` must be followed by an assignable reference in assignment contexts"),
    ("({ a ¦= 1 })", "Invalid shorthand property initializer"),
    ("f({ a ¦= 1 })", "Invalid shorthand property initializer"),
    ("({ __proto__: a, ¦__proto__: b })", "Duplicate __proto__ fields are not allowed in object literals"),
    ("delete ¦a", "Delete of an unqualified identifier in strict mode."),
    ("delete (¦a)", "Delete of an unqualified identifier in strict mode."),
    ("class A { #a; b() { delete ¦this.#a } }", "Private fields can not be deleted"),
    ("-a ¦** b", UNARY_POWER),
    ("a ?? ¦b || c", "Operator '??' cannot be mixed with '&&' or '||' without parentheses"),
    ("¦a && b ?? c", "Operator '??' cannot be mixed with '&&' or '||' without parentheses"),
    ("new a¦?.b()", "Invalid optional chain from new expression"),
    ("a?.b¦`c`", "Invalid tagged template on optional chain"),
    ("() ¦+ 1", "Unexpected token '+'"),
    ("(a, ¦...b)", "Unexpected token '...'"),
    ("(a ¦+ b) => c", "Unexpected token '+'"),
    ("a\n¦=> b", "Unexpected token '=>'"),
    ("async () \n¦=> b", "Unexpected token '=>'"),
    # functions
    ("function f(a, ¦a) {}", "Duplicate parameter name not allowed in this context"),
    ("({ a }, ¦a) => 1", "Duplicate parameter name not allowed in this context"),
    ("function f(a = 1) { ¦'use strict' }",
     "Illegal 'use strict' directive in function with non-simple parameter list"),
    ("function f(...a¦, b) {}", "Rest parameter must be last formal parameter"),
    ("function f(...a¦,) {}", "Rest parameter must be last formal parameter"),
    ("function f(...a ¦= 1) {}", "Rest parameter may not have a default initializer"),
    ("({ get a¦(b) { return 1 } })", "Getter must not have any formal parameters."),
    ("({ set a¦() {} })", "Setter must have exactly one formal parameter."),
    ("({ set a¦(...b) {} })", "Setter function argument must not be a rest parameter"),
    ("¦return 1", "Illegal return statement"),
    ("class A { static { ¦return } }", "Illegal return statement"),
    ("function f() { ¦await a }", "await is only valid in async functions and the top level bodies of modules"),
    ("() => ¦await a", "await is only valid in async functions and the top level bodies of modules"),
    ("async function f(a = ¦await b) {}", "Illegal await-expression in formal parameters of async function"),
    ("function* f(a = ¦yield) {}", "Yield expression not allowed in formal parameter"),
    ("function f() { ¦yield a }", "Unexpected strict mode reserved word"),
    ("function f() { for ¦await (a of b); }",
     "for await is only valid in async functions and the top level bodies of modules"),
    ("¦new.target", "new.target expression is not allowed here"),
    ("() => ¦new.target", "new.target expression is not allowed here"),
    ("¦super.a", "'super' keyword unexpected here"),
    ("function f() { ¦super.a }", "'super' keyword unexpected here"),
    ("class A { constructor() { ¦super() } }", "'super' keyword unexpected here"),
    ("class A extends B { a() { ¦super() } }", "'super' keyword unexpected here"),
    ("class A extends B { constructor() { function f() { ¦super() } } }", "'super' keyword unexpected here"),
    ("class A extends B { constructor() { new ¦super() } }", "'super' keyword unexpected here"),
    ("class A extends B { constructor() { ¦super } }", "'super' keyword unexpected here"),
    ("class A { a = ¦arguments }",
     "'arguments' is not allowed in class field initializer or static initialization block"),
    ("class A { static { () => ¦arguments } }",
     "'arguments' is not allowed in class field initializer or static initialization block"),
    ("class A { static { let ¦await } }", "Unexpected reserved word"),
    # statements
    ("¦break", "Illegal break statement"),
    ("a: ¦break", "Illegal break statement"),
    ("if (a) ¦continue", "Illegal continue statement: no surrounding iteration statement"),
    ("switch (a) { case 1: ¦continue }", "Illegal continue statement: no surrounding iteration statement"),
    ("for (;;) { () => { ¦break } }", "Illegal break statement"),
    ("for (;;) break ¦a", "Undefined label 'a'"),
    ("a: { for (;;) continue ¦a }", "Illegal continue statement: 'a' does not denote an iteration statement"),
    ("a: for (;;) { ¦a: for (;;); }", "Label 'a' has already been declared"),
    ("a: for (;;) { function f() { for (;;) break ¦a } }", "Undefined label 'a'"),
    ("throw\n¦a", "Illegal newline after throw"),
    ("try {} ¦a", "Missing catch or finally after try"),
    ("switch (a) { default: ¦default: }", "More than one default clause in switch statement"),
    ("for (¦let a = 1 of b);", "for-of loop variable declaration may not have an initializer."),
    ("for (¦var a = 1 in b);", "for-in loop variable declaration may not have an initializer."),
    ("for (let a¦, b of c);", "Invalid left-hand side in for loop: Must have a single binding."),
    ("for (¦f() of a);", "Invalid left-hand side in for-loop"),
    ("for (let of ¦a);", "Unexpected identifier 'a'"),
    ("for (¦async of a);", "The left-hand side of a for-of loop may not be 'async'."),
    ("for (a ¦in b;;);", "Unexpected token 'in'"),
    ("for (let a of b¦, c);", "Unexpected token ','"),
    ("for (using a ¦in b);", "The left-hand side of a for-in loop cannot be a 'using' declaration"),
    ("switch (a) { case 1: ¦using b = c }",
     "'using' declarations are not allowed directly in case and default clauses"),
    # classes
    ("class A { constructor() {} ¦constructor() {} }", "A class may only have one constructor"),
    ("class A { get ¦constructor() {} }", "Class constructor may not be an accessor"),
    ("class A { *¦constructor() {} }", "Class constructor may not be a generator"),
    ("class A { async ¦constructor() {} }", "Class constructor may not be an async method"),
    ("class A { static ¦prototype() {} }", "Classes may not have a static property named 'prototype'"),
    ("class A { ¦constructor = 1 }", "Classes may not have a field named 'constructor'"),
    ("class A { ¦#constructor }", "Classes may not have a private field named '#constructor'"),
    ("class A { #a; ¦#a }", "Identifier '#a' has already been declared"),
    ("class A { get #a() { return 1 } get ¦#a() { return 1 } }", "Identifier '#a' has already been declared"),
    ("class A { get #a() { return 1 } static set ¦#a(b) {} }", "Identifier '#a' has already been declared"),
    ("a.¦#b", "Private field '#b' must be declared in an enclosing class"),
    ("class A { a() { this.¦#b } }", "Private field '#b' must be declared in an enclosing class"),
    ("class A { #a; b() { ¦#a } }", "Unexpected identifier '#a'"),
    ("class A { #a; b() { ¦#a + 1 } }", "Unexpected identifier '#a'"),
    # modules
    ("{ ¦import a from 'b' }", "Import declarations may only appear at top level of a module"),
    ("if (a) { ¦export { b } }", "Export declarations may only appear at top level of a module"),
    ("if (a) ¦import 'b'", "Unexpected token 'import'"),
    ("let a; export { a, ¦a }", "Duplicate export of 'a'"),
    ("export let a; export { b as ¦a } from 'c'", "Duplicate export of 'a'"),
    ("export default 1; export ¦default 2", "Duplicate export of 'default'"),
    ("export { ¦a }", "Export 'a' is not defined in module"),
    ("export { ¦'a' as b }", "Unexpected token in export: a local name is expected"),
    ("import { ¦if } from 'a'", "Unexpected token 'if'"),
    ("import { a as ¦eval } from 'a'", STRICT),
    ("import { ¦'\\ud800' as a } from 'b'",
     "Invalid module export name: contains unpaired surrogate character"),
    ("import a from 'b' with { type: 'c', ¦type: 'd' }", "Import attributes has a duplicate key 'type'"),
    ("import ¦defer * as a from 'b'", "'import defer' is not supported"),
    ("import ¦source a from 'b'", "'import source' is not supported"),
    ("¦import.defer('a')", "'import.defer' is not supported"),
    ("¦import()", "import() takes a specifier and optionally an options object, without spread"),
    ("new ¦import(a)", "Cannot use new with import"),
    # TypeScript
    ("let a: ¦;", "Unexpected token ';'"),
    ("let a: A extends B¦", "Unexpected end of input"),
    ("function f(¦public a) {}", "A parameter property is only allowed in a constructor implementation"),
    ("class A { constructor(public ¦[a]) {} }",
     "A parameter property may not be declared using a binding pattern"),
    ("class A { public ¦private a }", "Accessibility modifier already seen"),
    ("class A { readonly ¦readonly a }", "'readonly' modifier already seen"),
    ("class A { abstract ¦a() {} }", "An abstract method cannot have an implementation"),
    ("class A { abstract ¦a = 1 }", "An abstract property cannot have an initializer"),
    ("class A { private ¦#a }", "A modifier cannot be used with a private identifier"),
    ("class A { readonly ¦a() {} }", "'readonly' modifier cannot be used with a method"),
    ("function f(a? ¦= 1) {}", "Parameter cannot have question mark and initializer"),
    ("function f(a, ¦this) {}", "A 'this' parameter must be the first parameter"),
    ("declare function f() ¦{}", "An implementation cannot be declared in ambient contexts"),
    ("module ¦'a' {}", "Only ambient modules can use quoted names"),
    ("enum A { ¦1 }", "An enum member must be named by an identifier or a string"),
    ("enum A { [¦b] }", "Computed property names are not allowed in enums"),
    ("let a: { [b: string]¦}", "An index signature must have a type annotation"),
    ("f<A>¦.b", "An instantiation expression cannot be followed by a property access"),
    ("¦global {}", "Augmentations for the global scope need a 'declare' modifier"),
]  # fmt: skip


def error_of(source, goal="module"):
    with pytest.raises(SourceError) as caught:
        parse(source.encode(), lex=plain_lexer(), goal=goal)
    return caught.value


@pytest.mark.parametrize(("marked", "message"), ERRORS, ids=[source for source, _ in ERRORS])
def test_error(marked, message):
    before, _, after = marked.partition("¦")
    error = error_of(before + after)
    assert error.start == len(before.encode())
    assert error.end >= error.start
    assert message is None or error.message == message


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import 'a'", "Cannot use import statement outside a module"),
        ("export {}", "Cannot use export statement outside a module"),
        ("import.meta", "Cannot use 'import.meta' outside a module"),
        ("await a", "await is only valid in async functions and the top level bodies of modules"),
        ("let a; function a() {}", DECLARED),
        ("using a = b", "'using' is not allowed at the top level of a script"),
        ("let await; async function f() { await = 1 }", "Unexpected token '='"),
    ],
)
def test_error_in_a_script(source, message):
    assert error_of(source, "script").message == message


@pytest.mark.parametrize(
    "source",
    [
        "var a; var a; function f() { var a; function a() {} function a() {} }",
        "function f(a) { var a; function a() {} }",
        "try {} catch (a) { var a }",
        "let a; { let a; { var b } } function f() { let b }",
        "class a {} namespace a { 1 } namespace a { 2 }",
        "function a() {} namespace a { 1 }",
        "enum a { b } enum a { c } namespace a { 1 }",
        "interface a {} class a {} interface a {} type b = 1; let b",
        "namespace a { type b = 1 } let a",
        "function a(b: string): void; function a(b: number): void; function a(b) {}",
        "declare let a; declare let a; let a",
        "export function a(): void; export function a() {}",
        "export default function a(): void; export default function a() {}",
        "export interface a {} export const a = 1; export type { a as b }",
        "type a = 1; interface b {} export { a, b }",
        "import type a from 'b'; export { a }",
        "class A { constructor(); constructor(a); constructor() {} a(); a() {} }",
        "class A { get #a() { return 1 } set #a(b) {} #b() { this.#c } #c }",
        "class A { #a; b = class { c() { return this.#a } } }",
        "({ __proto__: a, ['__proto__']: b, __proto__() {} }); ({ __proto__: a, __proto__: b } = c)",
        "({ a = 1 } = b); [{ a = 1 }] = b; for ({ a = 1 } of b);",
        "a: { a2: for (;;) { continue a2 } break a } a: for (;;) break a",
        "class A extends B { constructor() { () => super() } a = super.b; static { super.c } }",
        "function f() { () => new.target } class A { a = new.target; static { new.target } }",
        "class A { [arguments] = 1 }",
        "export { a }; let a; export { b }; function b() {}; export { c }; var c; export { d }; class d {}",
        "delete a.b, delete (a.b), delete a?.b, delete a!.b",
        "(a ?? b) || c; a ?? (b && c); (-a) ** 2; (await a) ** 2",
        "label: { (() => { label: for (;;) break label })() }",
    ],
)
def test_no_error(source):
    parse(source.encode(), lex=plain_lexer())


def test_bytes_that_are_not_utf8():
    error = error_of_bytes(b"let a = '\xff'")
    assert (error.message, error.start) == ("The source is not valid UTF-8", 9)


def error_of_bytes(source):
    with pytest.raises(SourceError) as caught:
        parse(source, lex=plain_lexer())
    return caught.value
