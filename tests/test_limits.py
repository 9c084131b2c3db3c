"""Whatever a script does, it ends with an error that says which limit it met: depth, memory or time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

import tsrun
from tsrun.heap import layout
from tsrun.heap.extents import FIXED
from tsrun.realm import Realm

RECURSION = {
    "plain": "function f() { return 1 + f(); } f()",
    "getter": "const o = { get a() { return this.a; } }; o.a",
    "setter": "const o = { set a(v) { this.a = v; } }; o.a = 1",
    "to_string": "const o = { toString() { return '' + this; } }; '' + o",
    "template": "const o = { toString() { return `${this}`; } }; `${o}`",
    "value_of": "const o = { valueOf() { return this * 2; } }; +o",
    "to_primitive": "const o = { [Symbol.toPrimitive]() { return this < 1; } }; o < 1",
    "loose_equality": "const o = { valueOf() { return o == 1; } }; o == 1",
    "callback": "function f() { return [1].map(f); } f()",
    "comparator": "function f() { return [2, 1].sort(f); } f()",
    "map_for_each": "function f() { new Map([[1, 1]]).forEach(f); } f()",
    "to_json": "const o = { toJSON() { return JSON.stringify(this); } }; JSON.stringify(o)",
    "replacer": "function f() { return JSON.stringify({ a: 1 }, f); } f()",
    "reviver": "function f() { return JSON.parse('[1]', f); } f()",
    "constructor": "class A { constructor() { new A(); } } new A()",
    "field": "class A { x = new A(); } new A()",
    "super": "class A { constructor() { new B(); } } class B extends A { constructor() { super(); } } new B()",
    "spread": "function f(...a) { return f(...a, 1); } f()",
    "spread_of_many": "function f(...a) { return f(...a, 1); } f(...new Array(100000).fill(1))",
    "bound": "const g = function () { return b(); }; const b = g.bind(null, 1, 2); b()",
    "chain_of_bound": "let f = () => 1; for (let i = 0; i < 300000; i++) f = f.bind(null, i); f()",
    "call_and_apply": "function f() { return f.apply(null, [f.call(null)]); } f()",
    "iterator": "const o = { [Symbol.iterator]() { return [...o]; } }; [...o]",
    "destructuring": "const o = { [Symbol.iterator]() { const [a] = o; return a; } }; const [a] = o",
    "instanceof": "const o = { [Symbol.hasInstance](x) { return x instanceof o; } }; 1 instanceof o",
    "default_parameter": "function f(a = f()) {} f()",
    "tagged_template": "function f() { return f`a`; } f()",
    "delegation": "function* f() { yield* f(); } [...f()]",
    "generator_body": "function* f() { yield 1; for (const x of f()) yield* [...f()]; } [...f()]",
    "finally": "function f() { try { f(); } finally { f.length; } } f()",
    "nested_arrays": "let a = []; for (let i = 0; i < 100000; i++) a = [a]; String(a)",
    "nested_json": "let a = []; for (let i = 0; i < 100000; i++) a = [a]; JSON.stringify(a)",
    "many_arguments": "Math.max(...new Array(5000000).fill(1))",
    "apply_to_many": "String.fromCharCode.apply(null, new Array(5000000).fill(65))",
    "many_registers": "function f(a, b, c, d, e) { return [a, b, c, d, e, [a, [b, [c, [d, f(a, b, c, d, e)]]]]]; } f()",
}


STRESSED = os.environ.get("TSRUN_GC_STRESS") == "1"


@pytest.mark.parametrize("name", RECURSION)
@pytest.mark.skipif(STRESSED, reason="a collection of a deep stack for each allocation")
def test_recursion_is_a_range_error_that_can_be_caught(name):
    source = f"let caught; try {{ {RECURSION[name]}; }} catch (e) {{ caught = e instanceof RangeError; }} caught"
    assert tsrun.run(source, max_memory=128 << 20) is True


@pytest.mark.skipif(STRESSED, reason="as above")
def test_recursion_goes_on_after_it_was_caught():
    assert (
        tsrun.run(
            "function f() { return 1 + f(); } let n = 0; for (let i = 0; i < 50; i++) try { f(); } catch { n++; } n"
        )
        == 50
    )


def test_depth_is_what_was_asked_for():
    source = "let n = 0; function f() { n++; f(); } try { f(); } catch {} n"
    few, more = (tsrun.run(source, max_depth=depth) for depth in (100, 5000))
    assert 90 <= few <= 100
    assert 4990 <= more <= 5000


@pytest.mark.skipif(STRESSED, reason="as above")
def test_ropes_of_any_depth():
    source = "let a = '', b = ''; for (let i = 0; i < 300000; i++) { a = a + 'x'; b = 'x' + b; } "
    source += "a.charCodeAt(7) === 120 && a === b"
    assert tsrun.run(source) is True


GROWTH = {
    "arrays": "const a = []; for (;;) a.push([1, 2, 3]);",
    "objects": "let o = null; for (;;) o = { o };",
    "strings": "const a = []; let i = 0; for (;;) a.push('string number ' + i++);",
    "ropes": "let s = ''; for (;;) s += 'abcdefghijkl';",
    "doubling": "const a = []; let s = 'abc'; for (;;) { s += s; a.push(s.charCodeAt(5)); }",
    "closures": "const a = []; let i = 0; for (;;) { const x = i++; a.push(() => x); }",
    "map": "const m = new Map(); let i = 0; for (;;) m.set(i++, i);",
    "map_of_strings": "const m = new Map(); let i = 0; for (;;) m.set('k' + i++, i);",
    "set": "const s = new Set(); for (;;) s.add({});",
    "one_object": "const o = {}; let i = 0; for (;;) o['k' + i++] = 1;",
    "many_shapes": "const a = []; let i = 0; for (;;) { const o = {}; o['k' + i++] = 1; a.push(o); }",
    "prototypes": "let o = {}; for (;;) { o = Object.create(o); o.x = 1; }",
    "changed_prototypes": "const o = { a: 1 }, a = []; for (;;) { a.push({}); Object.setPrototypeOf(o, a.at(-1)); }",
    "interned": "const a = [], o = {}; let i = 0; for (;;) { const s = 'key' + i++; o[s]; a.push(s); }",
    "symbols": "const a = []; for (;;) a.push(Symbol('x'));",
    "symbol_registry": "let i = 0; for (;;) Symbol.for('x' + i++);",
    "classes": "const a = []; for (;;) a.push(class { m() {} static s = 1 });",
    "bound_functions": "let f = () => 1; for (;;) f = f.bind(null, 1);",
    "errors": "const a = []; for (;;) a.push(new Error('x'));",
    "iterators": "const a = []; for (;;) a.push([].values());",
    "sparse": "const a = []; let i = 0; for (;;) a[i += 2000] = 1;",
    "array_length": "const a = []; for (let i = 1;; i++) a[i * 1000 - 1] = 1;",
    "repeat": "const a = []; for (;;) a.push('x'.repeat(2 ** 22));",
    "repeat_at_once": "'x'.repeat(2 ** 28)",
    "pad_start": "'x'.padStart(2 ** 28)",
    "fill": "new Array(2 ** 32 - 1).fill(0)",
    "from": "Array.from({ length: 2 ** 32 - 1 })",
    "concat": "let a = [1, 2, 3]; for (;;) a = a.concat(a);",
    "spread": "let a = [1, 2, 3]; for (;;) a = [...a, ...a];",
    "splice": "const a = [1, 2, 3]; for (;;) a.splice(1, 0, ...a.slice(0, 1000));",
    "unshift": "const a = []; for (;;) a.unshift(...new Array(10000).fill(1));",
    "join": "new Array(2 ** 27).join('abc')",
    "replace_all": "let s = 'aaaaaaaaaa'; for (;;) s = s.replaceAll('a', 'aaaaaaaaaa');",
    "split": "const s = '漢'.repeat(1e6), a = []; for (;;) a.push(s.split(''));",
    "json_write": "let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; JSON.stringify(a)",
    "json_read": "const s = `[${'[1,2,3],'.repeat(1e4)}1]`, a = []; for (;;) a.push(JSON.parse(s));",
    "flat": "let a = [1, 2]; for (let i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)",
    "fragments": "const a = []; for (;;) { a.push({ x: 1 }); [[], []].map(x => [x]); [1].values().next(); }",
    "generators": "const a = []; function* g() { yield 1; } for (;;) { const it = g(); it.next(); a.push(it); }",
    "generators_linked": "let it = null; function* g(a) { yield 1; } for (;;) { it = g(it); it.next(); }",
    "awaiting": "const p = new Promise(() => {}), a = []; async function f() { await p; } for (;;) a.push(f());",
    "async_requests": "const it = (async function* () { for (;;) yield 1; })(); for (;;) it.next();",
    "then": "const a = []; for (;;) a.push(Promise.resolve(1).then(x => x));",
    "flat_map": "let a = [1, 2, 3]; for (;;) a = a.flatMap(x => [x, x]);",
}


@pytest.mark.parametrize("name", GROWTH)
@pytest.mark.skipif(STRESSED, reason="a collection of a large heap for each allocation")
def test_memory_limit(name):
    with pytest.raises(tsrun.LimitError, match=r"limit of 24 MB was reached: the heap has .*of ") as caught:
        tsrun.run(GROWTH[name], max_memory=24 << 20)
    error = caught.value
    assert isinstance(error, tsrun.MemoryLimitError)
    assert error.heap_size <= 25 << 20
    assert error.by_kind


def test_a_memory_limit_says_what_was_wanted_at_once():
    source = "const a = Array(5e5).fill(0); const f = (...rest) => rest; f(...a, ...a, ...a, ...a)"
    with pytest.raises(tsrun.MemoryLimitError, match=r"and \d\d MB more were wanted at once$") as caught:
        tsrun.run(source, max_memory=24 << 20)
    assert caught.value.heap_size < 20 << 20
    with pytest.raises(tsrun.MemoryLimitError, match=r"\)$"):
        tsrun.run("let last = null; for (;;) last = { last };", max_memory=24 << 20)


def test_a_string_that_is_too_long_can_be_caught():
    assert tsrun.run("try { 'x'.repeat(2 ** 30) } catch (e) { `${e}` }") == "RangeError: Invalid string length"
    assert (
        tsrun.run("try { let s = 'ab'; for (;;) s += s; } catch (e) { `${e}` }") == "RangeError: Invalid string length"
    )


def test_garbage_does_not_count():
    source = "for (let i = 0; i < 300; i++) 'x'.repeat(1e6).charCodeAt(1); "
    source += "for (let i = 0; i < 50; i++) new Array(1e6).fill(i); 'alive'"
    assert tsrun.run(source, max_memory=32 << 20) == "alive"


def realm_with(**words: int) -> Realm:
    """A realm with some words of its state changed, as if much had gone before."""
    realm = Realm(sink=lambda *_: None)
    for name, value in words.items():
        realm.engine.state[layout.STATE[name]] = value
    return realm


def run_in(realm: Realm, source: str) -> object:
    return realm.to_python(realm.run_either(source.encode(), "test.ts", "test.ts"))


MORE_SHAPES = (
    "const a = []; for (let i = 0; i < {count}; i++) {{ const o = {{}}; o['k' + i] = 1; a.push(o); }} a.length"
)


@pytest.mark.skipif(STRESSED, reason="as above")
def test_the_table_of_shapes_is_not_overrun():
    realm = realm_with(shape_top=FIXED["shape_parent"] - (1 << 16) - 500)
    with pytest.raises(tsrun.MemoryLimitError, match="shapes was reached"):
        run_in(realm, MORE_SHAPES.format(count=100_000))
    assert realm.engine.state[layout.S_SHAPE_TOP] <= FIXED["shape_parent"]


def test_the_very_last_shape():
    realm = realm_with(shape_top=FIXED["shape_parent"] - 20)
    with pytest.raises(tsrun.MemoryLimitError, match="shapes was reached"):
        run_in(realm, MORE_SHAPES.format(count=1000))
    assert realm.engine.state[layout.S_SHAPE_TOP] <= FIXED["shape_parent"]


@pytest.mark.parametrize(
    ("word", "region", "unit"),
    [
        ("code_top", "position", 1),
        ("template_top", "template_word", 12),
        ("literal_top", "literal", 4),
        ("literal_key_top", "literal_key", 1),
        ("handler_top", "handler", 4),
    ],
)
def test_the_tables_of_code_are_not_overrun(word, region, unit):
    realm = realm_with(**{word: FIXED[region] // unit})
    with pytest.raises(tsrun.MemoryLimitError, match="no room for so much code"):
        run_in(realm, "const o = { a: 1, b: 2 }; try { o.a } catch {} [1].map(x => x)")


LONG = {
    "loop": "for (;;);",
    "recursion": "function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2); } f(1000)",
    "getter": "JSON.stringify({ get a() { for (;;); } })",
    "sort": "const a = Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1000003); for (;;) a.toSorted();",
    "index_of": "const s = 'a'.repeat(1e8); for (;;) s.indexOf('b');",
    "hard_search": "const a = 'a'.repeat(5000), s = a.repeat(999), n = a+1+a; for (;;) s.indexOf(n), s.lastIndexOf(n);",
    "repeat": "for (;;) 'ab'.repeat(5e7).charCodeAt(1);",
    "fill": "const a = new Array(1e7); for (;;) a.fill(1);",
    "sparse": "const a = []; a.length = 2 ** 32 - 1; for (;;) { a.indexOf(5); a.reverse(); a.join(''); }",
    "array_like": "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
    "array_of_many": "Array.from({ length: 1e9 }, () => 0)",
    "json": "const a = new Array(1e6).fill({ x: 1, y: 'abc' }); for (;;) JSON.stringify(a);",
    "json_parse": "const s = `[${'[1,2,3],'.repeat(1e6)}1]`; for (;;) JSON.parse(s);",
    "join": "const a = new Array(1e6).fill('abcdefghi'); for (;;) a.join();",
    "splice": "const a = new Array(1e7).fill(1); for (;;) a.splice(5, 1, 1, 2);",
    "unshift": "const a = new Array(1e7).fill(1); for (;;) a.unshift(1);",
    "replace_all": "const s = 'a'.repeat(2e7); for (;;) s.replaceAll('a', 'bc');",
    "split": "const s = 'ab'.repeat(1e7); for (;;) s.split('b');",
    "compare": "const a = 'x'.repeat(5e7) + 'a', b = 'x'.repeat(5e7) + 'b'; for (;;) a.localeCompare(b), a < b;",
    "dearer_every_time": "const a = []; for (;;) { a.push(1); a.indexOf(2); }",
    "collections": "const a = []; for (let i = 0; i < 1e6; i++) a.push({ i }); for (;;) ({});",
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.skipif(STRESSED, reason="nothing gets far")
def test_time_limit(name):
    start = time.monotonic()
    with pytest.raises(tsrun.TimeLimitError):
        tsrun.run(LONG[name], timeout=0.5)
    assert time.monotonic() - start < 4


@pytest.mark.parametrize("name", ["loop", "sort", "hard_search", "sparse", "splice", "dearer_every_time"])
def test_interrupt(name):
    command = [sys.executable, "-m", "tsrun", "-e", f"console.log('begun'); {LONG[name]}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        start = time.monotonic()
        output, error = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 130
    assert time.monotonic() - start < 3
    assert output == "begun\n"
    assert error == ""


def test_a_full_disk_is_one_line():
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tsrun", "-e", "console.log('x')"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "can't be written" in done.stderr


def test_a_cache_on_a_full_disk_is_not_needed(tmp_path):
    """Files can't grow: what is compiled can't be kept, and the run goes on."""
    import resource

    path = tmp_path / "script.ts"
    path.write_text(f"console.log({str(tmp_path)!r})\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tsrun", str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{tmp_path}\n", "")


@pytest.mark.skipif(STRESSED, reason="as above")
def test_a_heap_that_is_full_to_the_brim():
    """Garbage could be collected for ever, a little of it at a time: that ends, and soon."""
    fill = "const a = []; for (let i = 0; i < {}; i++) a.push(new Array(1000).fill(i)); a.length"
    least, most = 0, 5000
    while most - least > 1:
        middle = (least + most) // 2
        try:
            tsrun.run(fill.format(middle), max_memory=24 << 20)
            least = middle
        except tsrun.MemoryLimitError:
            most = middle
    start = time.thread_time()
    with pytest.raises(tsrun.MemoryLimitError, match="limit of 24 MB was reached"):
        tsrun.run(fill.format(least) + "; for (;;) a[0] = [1, 2, 3];", max_memory=24 << 20, timeout=60)
    assert time.thread_time() - start < 10
