"""Random programs that do odd things to builtins: odd arguments, odd objects, callbacks that change what is iterated.

A program prints nothing and catches what it throws: the only thing tested is that the engine stays sound. The same seed
always gives the same program.
"""

from __future__ import annotations

import random

HEAD = """
class Sub extends Array { tail() { return this[this.length - 1]; } }
class SubMap extends Map { get(k) { return super.get(k); } }
"""

NUMBERS = (
    "0",
    "-0",
    "1",
    "-1",
    "2",
    "3.5",
    "-7",
    "NaN",
    "Infinity",
    "-Infinity",
    "2**31",
    "2**32",
    "-(2**31)",
    "2**32-1",
    "2**53",
    "-(2**53)",
    "1e21",
    "1e300",
    "5e-324",
    "0.1",
    "100",
    "1000",
    "65535",
    "65536",
    "1e6",
    "4294967294",
    "17",
)
VALUES = (
    *NUMBERS,
    "(function* () { yield 1; yield* [2, 3]; })()",
    "Promise.resolve(1)",
    "(async () => { await null; return [2]; })()",
    "new WeakMap([[{}, 1]])",
    "new WeakRef({ a: 1 })",
    "new Proxy({ a: 1 }, {})",
    "new Proxy([1, 2], { get(t, k, r) { calls++; return Reflect.get(t, k, r); } })",
    "new Proxy(function () { return calls; }, {})",
    "Object.freeze([1, 2])",
    "Object.seal({ a: 1 })",
    "new (class { #p = 1; q() { return this.#p++; } })()",
    "undefined",
    "null",
    "true",
    "false",
    '""',
    '"a"',
    '"length"',
    '"0"',
    '"-1"',
    '"constructor"',
    '"漢字"',
    '"\\ud83d"',
    '"abc".repeat(20)',
    "Symbol.iterator",
    'Symbol("s")',
    "[]",
    "{}",
    "[1, 2, 3]",
    "[, 1, , 2]",
    "() => 1",
    "(a, b) => b - a",
    "Math.max",
    '"x".repeat(1000) + "é"',
    "[[1], [2, [3]]]",
    '{ length: 3, 0: "a", 2: "c" }',
    "{ valueOf() { return 2; } }",
    '{ toString() { return "k"; } }',
    "{ get length() { return 2; } }",
    "new Error('e')",
    "new Map([[1, 2], ['a', 'b']])",
    "new Set([1, 'x', NaN])",
    "Object.create(null)",
    "new Sub(1, 2, 3)",
    "new SubMap([[1, 1]])",
    "{ valueOf() { throw 1; } }",
    "{ [Symbol.toPrimitive]() { return {}; } }",
    "new String('boxed')",
    "new Number(3)",
    "{ length: 2 ** 53 - 1 }",
    "{ length: -1 }",
    "{ get 0() { return 1; }, set 0(v) {}, length: 2 }",
    "globalThis.parseInt",
    "{ __proto__: [1, 2, 3] }",
    "{ __proto__: null, a: 1, length: 1 }",
    "function () { return arguments; }(1, 2, 3)",
    "Object.freeze([1, 2, 3])",
    "Object.seal([4, 5])",
    "Object.preventExtensions([6])",
    "Array(5)",
    "Array(3).fill('z')",
    "{ [Symbol.iterator]() { let n = 0; return { next() { return { value: n, done: n++ > 3 }; } }; } }",
    "class { static x = 1 }",
)
ARRAYS = (
    "[]",
    "[1, 2, 3]",
    "[3, 'b', , null, {}]",
    "Array(40)",
    "[...Array(50).keys()]",
    "Array.from({ length: 30 }, (_, j) => 'k' + j)",
    "Object.freeze([1, 2])",
    "Object.seal([2, 1, 0])",
    "new Sub(5, 4, 3)",
    "[[1, [2]], [3], 4]",
    "Object.assign([], { 5000: 1, 7: 2 })",
    "Object.preventExtensions(['p', 'q'])",
    "[0.5, NaN, -0, 0, Infinity, 'NaN']",
    "Object.defineProperty([1, 2, 3], 1, { get() { return v0; } })",
    "Object.defineProperty([1, 2, 3], 'length', { writable: false })",
    "[,,,]",
    "['é', 'z', '漢', 'a', 'Z']",
    "Object.create([1, 2, 3])",
)
MAPS = (
    "new Map()",
    "new Map([[1, 'a'], [NaN, 'b'], ['x', {}]])",
    "new SubMap([[{}, 1]])",
    "new Map(Array.from({ length: 40 }, (_, j) => [j, j]))",
)
SETS = ("new Set()", "new Set([1, 'a', NaN, -0])", "new Set(Array(50).keys())", "new Set('hello wörld')")
STRINGS = (
    '""',
    '"abc"',
    '"  trim me\\u2003"',
    '"漢字かな"',
    '"\\ud83d\\ude00x\\udead"',
    '"ab".repeat(300)',
    '"a-b-c-d"',
    '"123.5e3"',
    '"ß\\u0130"',
    '("x".repeat(30) + "é".repeat(30))',
    "new String('boxed')",
    '"[1,{\\"a\\":[null]}]"',
    "String(Math.PI)",
)
ARRAY = (
    "at",
    "concat",
    "copyWithin",
    "entries",
    "every",
    "fill",
    "filter",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "flat",
    "flatMap",
    "forEach",
    "includes",
    "indexOf",
    "join",
    "keys",
    "lastIndexOf",
    "map",
    "pop",
    "push",
    "reduce",
    "reduceRight",
    "reverse",
    "shift",
    "slice",
    "some",
    "sort",
    "splice",
    "toLocaleString",
    "toReversed",
    "toSorted",
    "toSpliced",
    "toString",
    "unshift",
    "values",
    "with",
)
STRING = (
    "at",
    "charAt",
    "charCodeAt",
    "codePointAt",
    "concat",
    "endsWith",
    "includes",
    "indexOf",
    "isWellFormed",
    "lastIndexOf",
    "localeCompare",
    "padEnd",
    "padStart",
    "repeat",
    "replace",
    "replaceAll",
    "slice",
    "split",
    "startsWith",
    "substring",
    "substr",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "toWellFormed",
    "trim",
    "trimEnd",
    "trimStart",
    "valueOf",
)
NUMBER = ("toString", "toFixed", "toPrecision", "toExponential", "valueOf", "toLocaleString")
MAP = ("get", "set", "has", "delete", "clear", "forEach", "entries", "keys", "values")
SET = (
    "add",
    "has",
    "delete",
    "clear",
    "forEach",
    "entries",
    "keys",
    "values",
    "union",
    "intersection",
    "difference",
    "symmetricDifference",
    "isSubsetOf",
    "isSupersetOf",
    "isDisjointFrom",
)
OBJECT = (
    "assign",
    "create",
    "defineProperties",
    "defineProperty",
    "entries",
    "freeze",
    "fromEntries",
    "getOwnPropertyDescriptor",
    "getOwnPropertyDescriptors",
    "getOwnPropertyNames",
    "getOwnPropertySymbols",
    "getPrototypeOf",
    "groupBy",
    "hasOwn",
    "is",
    "isExtensible",
    "isFrozen",
    "isSealed",
    "keys",
    "preventExtensions",
    "seal",
    "setPrototypeOf",
    "values",
)
FREE = (
    "String",
    "Number",
    "Boolean",
    "Array",
    "Array.from",
    "Array.of",
    "Array.isArray",
    "JSON.stringify",
    "JSON.parse",
    "parseInt",
    "parseFloat",
    "isNaN",
    "encodeURIComponent",
    "decodeURIComponent",
    "String.fromCharCode",
    "String.fromCodePoint",
    "String.raw",
    "Math.max",
    "Math.min",
    "Math.hypot",
    "Math.pow",
    "Math.round",
    "Math.fround",
    "Math.clz32",
    "Math.imul",
    "Symbol.for",
    "Symbol",
    "Number.isInteger",
    "new Array",
    "new Map",
    "new Set",
    "new Error",
    "new String",
    "new Number",
    "new Object",
    "new Sub",
    "new SubMap",
    "new AggregateError",
    "Map.groupBy",
    "new Function.prototype.bind",
)
GETTERS = ("length", "size", "name", "constructor", "__proto__", "stack", "prototype", "message", "x", "0", "1e3")


class Maker:
    """One random program."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names = [f"v{i}" for i in range(6)]

    def value(self, depth: int = 0) -> str:
        choice = self.random.random()
        if choice < 0.45:
            return self.random.choice(self.names)
        if choice < 0.55 and depth < 2:
            return f"[{self.arguments(depth + 1)}]"
        if choice < 0.6 and depth < 2:
            return (
                f"{{ {self.random.choice('abxy')}: {self.value(depth + 1)}, [{self.key()}]: {self.value(depth + 1)} }}"
            )
        if choice < 0.72:
            return self.callback()
        if choice < 0.8:
            return self.random.choice(NUMBERS)
        found = self.random.choice(VALUES)
        return f"({found})" if found[0] == "{" or "=>" in found or found.startswith("function") else found

    def key(self) -> str:
        return self.random.choice(
            (
                *NUMBERS,
                "'a'",
                "'length'",
                "Symbol.iterator",
                "Symbol.toPrimitive",
                "'toString'",
                "'x' + i",
                "'valueOf'",
                "'constructor'",
                "Symbol.species",
                "'next'",
                "i",
                "i * 7",
                "Symbol.toStringTag",
            )
        )

    def arguments(self, depth: int = 0) -> str:
        count = self.random.choice((0, 1, 1, 2, 2, 3, 4))
        spread = "..." if self.random.random() < 0.05 else ""
        return spread + ", ".join(self.value(depth) for _ in range(count)) if count else ""

    def callback(self) -> str:
        name = self.random.choice(self.names)
        body = self.random.choice(
            (
                "return a",
                "return b",
                f"{name}.length = 1; return a",
                f"{name}.push(a); return 1",
                f"{name}.pop(); return 0.5",
                f"{name}.clear(); return a",
                f"{name}.delete(a); {name}.set({{}}, b); return c",
                "throw a",
                f"{name}.shift()",
                f"{name}[i] = a; return -1",
                f"delete {name}[0]; return a < b",
                f"{name} = [a, b]; return b - a",
                f"Object.freeze({name}); return a",
                f"{name}.splice(0, 1, b, c, a); return a > b ? 1 : -1",
                "return this",
                f"Object.setPrototypeOf({name}, null); return a",
                f"{name}.sort(); return [a, [b]]",
                f"{name}.add(b)",
                f"Object.defineProperty({name}, {self.key()}, {{ get() {{ return 1; }} }}); return b",
                f"return {name}",
                f"{name}.unshift(a, b, c)",
                f"{name}.reverse(); return String(a)",
                f"{name}.x{self.random.randrange(300)} = a",
            )
        )
        return f"(function (a, b, c) {{ if (++calls > 400) throw calls; {body}; }})"

    def expression(self) -> str:
        target, pick = self.random.choice(self.names), self.random.choice
        kind = self.random.randrange(16)
        if kind < 5:
            # v0 and v1 are mostly arrays, v2 a Map, v3 a Set, v4 a string.
            target, methods = pick(
                (
                    ("v0", ARRAY),
                    ("v0", ARRAY),
                    ("v1", ARRAY),
                    ("v2", MAP),
                    ("v3", SET),
                    ("v4", STRING),
                    (target, (*ARRAY, *STRING, *MAP, *SET, *NUMBER)),
                )
            )
            return f"{target}.{pick(methods)}({self.arguments()})"
        if kind == 5:
            return f"Array.prototype.{pick(ARRAY)}.call({self.value()}, {self.arguments()})"
        if kind == 6:
            return f"String.prototype.{pick(STRING)}.call({self.value()}, {self.arguments()})"
        if kind == 7:
            return f"Object.{pick(OBJECT)}({target}, {self.arguments()})"
        if kind == 8:
            return f"{pick(FREE)}({self.arguments()})"
        if kind == 9:
            return f"{target}[{self.key()}]"
        if kind == 10:
            return f"({target}[{self.key()}] = {self.value()})"
        if kind == 11:
            return f"(delete {target}[{self.key()}])"
        if kind == 12:
            operator = pick(
                (
                    "+",
                    "-",
                    "*",
                    "/",
                    "%",
                    "**",
                    "<",
                    ">=",
                    "==",
                    "===",
                    "|",
                    ">>>",
                    "<<",
                    "in",
                    "instanceof",
                    "??",
                    "&&",
                )
            )
            return f"(({self.value()}) {operator} ({self.value()}))"
        if kind == 13:
            return pick(
                (
                    f"[...{target}]",
                    f"({{ ...{target} }})",
                    f"`${{{target}}}-${{{self.value()}}}`",
                    f"typeof {target}",
                    f"Math.max(...{target})",
                )
            )
        if kind == 14:
            attributes = pick(
                (
                    "value: 1",
                    "get() { return calls++; }",
                    "value: 2, writable: true, configurable: true",
                    "set(v) {}",
                    "value: i, enumerable: true",
                    "writable: false",
                    "enumerable: false",
                    "configurable: false",
                )
            )
            return f"Object.defineProperty({target}, {self.key()}, {{ {attributes} }})"
        return f"{target}.{pick(('length', 'size', 'x', 'y', 'name'))} {pick(('=', '+=', '??=', '||='))} {self.value()}"

    def statement(self) -> str:
        target = self.random.choice(self.names)
        kind = self.random.randrange(12)
        if kind < 8:
            code = f"{self.random.choice(('last', 'last', 'v5', target))} = {self.expression()};"
        elif kind == 8:
            code = f"for (const e of {target}) {{ if (++calls > 400) break; {self.expression()}; }}"
        elif kind == 9:
            code = f"for (const k in {target}) {{ if (++calls > 400) break; {self.expression()}; }}"
        elif kind == 10:
            code = f"const [p, q = 1, ...r] = {target}; {target} = [q, r, p];"
        else:
            code = f"const {{ length, a = 1, ...rest }} = {target}; {target} = rest;"
        return f"try {{ {code} }} catch (e) {{ last = e; }}"

    def program(self) -> str:
        typed = (ARRAYS, ARRAYS, MAPS, SETS, STRINGS, VALUES)
        start = "".join(
            f"let {name} = {self.random.choice(kind)};\n" for name, kind in zip(self.names, typed, strict=True)
        )
        body = "\n".join("  " + self.statement() for _ in range(self.random.randrange(8, 25)))
        again = "".join(
            f"  {name} = {self.random.choice(kind)};\n"
            for name, kind in self.random.sample([*zip(self.names, typed, strict=True)], 2)
        )
        rounds = self.random.choice((3, 8, 30))
        return (
            f"{HEAD}let last, calls = 0, i = 0;\n{start}"
            f"for (i = 0; i < {rounds}; i++) {{\n  calls = 0;\n{body}\n{again}}}\n"
            "String(typeof last);\n"
        )


def program(seed: int) -> str:
    """The program of a seed."""
    return Maker(seed).program()
