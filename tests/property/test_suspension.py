"""Random generators give the same however they are driven: by loops, by hand, through `yield*`."""

from __future__ import annotations

import random

import pytest

import tsrun

LIBRARY = """
const log = [];
let steps = 0;
function note(...items) {
  if (steps++ > 300) throw "enough";
  log.push(JSON.stringify(items));
  return items[0];
}
const pair = (a, b) => { note("pair", a, b); return a; };
const tag = (strings, ...values) => note("tag", ...values) && values[0];
class Box { constructor(value) { this.value = value; } }
const o = { m(x) { return note(x); }, z: 0 };
function source(name) {
  let i = 0;
  return {
    [Symbol.iterator]() { return this; }, next() { note("next", name); return { value: i++, done: i > 3 }; },
    return() { note("return", name); return {}; },
  };
}
"""
DRIVERS = {
    "loop": "for (const x of body(1, 'q')) note('got', x);",
    "by hand": "const it = body(1, 'q'); for (let r; !(r = it.next()).done;) note('got', r.value);",
    "delegated": "for (const x of (function* () { yield* body(1, 'q'); })()) note('got', x);",
    "twice delegated, by hand": (
        "const inner = function* () { yield* body(1, 'q'); }, it = (function* () { yield* inner(); })();"
        "for (let r; !(r = it.next()).done;) note('got', r.value);"),
}


class Program:
    """One random generator function."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names = ["p", "q"]
        self.count = 0
        self.budget = 90
        self.depth = 0
        self.loops = 0

    def name(self) -> str:
        self.count += 1
        return f"v{self.count}"

    def pick(self, *ways):
        return self.random.choice(ways)()

    def literal(self) -> str:
        self.count += 1
        return self.random.choice([str(self.random.randrange(9)), f"'s{self.count}'", "undefined", "null", "true"])

    def variable(self) -> str:
        return self.random.choice(self.names)

    def expression(self, depth: int = 0) -> str:
        self.budget -= 1
        if depth > 3 or self.budget < 0:
            return self.pick(self.literal, self.variable)
        if self.random.random() < 0.25:
            return f"(yield {self.expression(depth + 1)})"

        def sub() -> str:
            return self.expression(depth + 1)

        return self.pick(
            self.literal, self.variable, lambda: f"({sub()} + {sub()})", lambda: f"pair({sub()}, {sub()})",
            lambda: f"[{sub()}, ...[{sub()}]]", lambda: f"`${{{sub()}}}-${{{sub()}}}`",
            lambda: f"({sub()} ? {sub()} : {sub()})",
            lambda: f"({sub()} ?? {sub()})", lambda: f"o.m({sub()})", lambda: f"({{a: {sub()}, [{sub()}]: {sub()}}})",
            lambda: f"({self.variable()} = {sub()})", lambda: f"({self.variable()} += {sub()})",
            lambda: f"(() => {self.variable()})()", lambda: f"new Box({sub()}).value",
            lambda: f"o?.[{sub()}]?.({sub()})", lambda: f"tag`a${{{sub()}}}b${{{sub()}}}`",
            lambda: f"(o.z += {sub()})", lambda: f"pair(...[{sub()}], {sub()})")

    def iterable(self) -> str:
        return self.pick(lambda: f"[{self.expression(2)}, 2]", lambda: f"source({self.literal()})", lambda: "'ab'")

    def block(self, *names: str) -> str:
        kept = self.names
        self.names = [*kept, *names]
        self.depth += 1
        text = "".join(self.statement() for _ in range(self.random.randint(1, 3)))
        self.depth -= 1
        self.names = kept
        return f"{{ {text}}}"

    def loop(self, head: str, name: str) -> str:
        self.loops += 1
        text = f"{head} {self.block(name)} "
        self.loops -= 1
        return text

    def statement(self) -> str:
        self.budget -= 2
        if self.depth > 4 or self.budget < 0:
            return f"note({self.expression(2)}); "
        name = self.name()

        def declare(text: str) -> str:
            self.names = [*self.names, name]
            return text

        return self.pick(
            lambda: f"note({self.expression()}); ", lambda: declare(f"let {name} = {self.expression()}; "),
            lambda: f"if ({self.expression()}) {self.block()} else {self.block()} ",
            lambda: f"try {self.block()} catch (e) {{ note('caught'); {self.statement()} }} ",
            lambda: f"try {self.block()} finally {self.block()} ",
            lambda: self.loop(f"for (const {name} of {self.iterable()})", name),
            lambda: self.loop(f"for (let {name} = 0; {name} < 2; {name}++)", name),
            lambda: declare(f"let [{name} = {self.expression(2)}] = {self.iterable()}; "),
            lambda: declare(f"let {{ [{self.expression(2)}]: {name} = {self.expression(2)} }} = o; "),
            self.leave, lambda: f"if ({self.expression(2)}) throw 'thrown'; ", self.switch)

    def leave(self) -> str:
        return self.random.choice(["break; ", "continue; "]) if self.loops else f"if ({self.expression(2)}) return; "

    def switch(self) -> str:
        case = f"case {self.expression(2)}: {self.statement()} break; default: {self.statement()}"
        return f"switch ({self.expression(1)}) {{ {case} }} "

    def body(self) -> str:
        return "".join(self.statement() for _ in range(self.random.randint(3, 6)))


def outcome(body: str, driver: str) -> list[str]:
    source = f"{LIBRARY}function* body(p, q) {{ {body} }}\ntry {{ {driver} }} catch (e) {{ note('threw'); }}\nlog"
    return tsrun.run(source)


@pytest.mark.parametrize("seed", range(40))
def test_every_way_to_drive_a_generator(seed):
    body = Program(seed).body()
    wanted = outcome(body, DRIVERS["loop"])
    for name, driver in DRIVERS.items():
        assert outcome(body, driver) == wanted, name
