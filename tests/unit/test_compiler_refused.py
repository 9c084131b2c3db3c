"""What the compiler refuses, with what words and where; and what leaves no trace."""

from __future__ import annotations

import pytest
from compiling import compiled, instructions

from tsrun.syntax.errors import SourceError

REFUSED = [
    ("f(«/x/g»)", "regular expression literals"),
    ("f(«1n»)", "BigInt literals"),
]


@pytest.mark.parametrize(("marked", "construct"), REFUSED, ids=[marked for marked, _ in REFUSED])
def test_what_does_not_run_yet_is_named_with_its_place(marked, construct):
    source = marked.replace("«", "").replace("»", "")
    with pytest.raises(SourceError) as caught:
        compiled(source)
    assert caught.value.message in {f"{construct} are not supported yet", f"{construct} is not supported yet"}
    start = len(marked[: marked.index("«")].encode())
    place = source.encode()[caught.value.start : caught.value.end].decode()
    assert (caught.value.start, place) == (start, marked[marked.index("«") + 1 : marked.index("»")])


ERASED = [
    "interface A { x: number }",
    "type A = string",
    "declare const x: number; declare function f(): void; declare class C {} declare enum E { A }",
    "declare namespace N { const x: number }",
    "declare module 'm' { export const x: number }",
    "declare global { interface Window {} }",
    "namespace Types { export interface A {} export type B = A }",
    "function f(x: string): void; function f(x: number): void;",
    "export type { A } from './a'",
    "import type { A } from './a'",
    "import { type A } from './a'",
    "import { A } from './a'; let x: A",
    "import Alias = Some.Thing; let x: Alias",
    "export as namespace Global",
    ";;",
]


@pytest.mark.parametrize("source", ERASED)
def test_types_leave_no_trace(source):
    code = instructions(source, 1)
    assert [line for line in code if not line.startswith("load_undefined")] == ["ret_undefined"]
    assert compiled(source).requests == []


def test_expressions_of_types_vanish():
    plain = instructions("export function f(a, b) { return a.b(b); }", 2)
    typed = "export function f(a: any, b?: any) { return (<any>a!.b as any)!(b satisfies any); }"
    assert instructions(typed, 2) == plain


def test_members_of_classes_that_are_only_declared():
    plain = instructions("export class A { m() {} }", 1)
    source = """export abstract class A<T> implements I {
      declare x: number; abstract y: string; [key: string]: any; abstract z(): void; m(a: string): void; m() {}
      abstract get w(): number;
    }"""
    assert instructions(source, 1) == plain
