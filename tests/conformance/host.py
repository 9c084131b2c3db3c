"""Running one test: a realm as the suite wants it, and what counts as passing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tsrun.errors import (
    JSError, JSSyntaxError, KernelError, MemoryLimitError, ModuleError, TimeLimitError, UnsettledError,
)
from tsrun.heap.layout import GLOBAL_OBJECT, NULL, OBJECT, S_COLLECTIONS, T_OBJECT, T_STRING, UNDEFINED
from tsrun.realm import Realm
from tsrun.vm import kernel
from tsrun.vm.driver import ScriptError

from . import metadata, selection

PASS, FAIL, EXCLUDED, CRASH, TIMEOUT, MEMORY = "pass", "fail", "excluded", "crash", "timeout", "memory"
COMPLETE, FAILURE = "Test262:AsyncTestComplete", "Test262:AsyncTestFailure:"
HIDDEN = 5
"""Attributes of a property that is writable and configurable, not enumerable."""
COLLECTED = 4
"""Tests after which Python's collector runs: what failed may leave a realm in a circle, gigabytes of address space."""
NOT_YET = "not supported yet"
"""How messages end that refuse what is a program; they are no proof of a syntax error."""
REFUSED = {
    "regular expression literals are not supported yet": "RegExp",
    "needs regular expressions, which tsrun does not have yet": "RegExp",
    "BigInt literals are not supported yet": "BigInt",
}
"""What failures contain that say themselves which object the test needs."""


@dataclass
class Result:
    """What became of a test."""

    verdict: str
    detail: str = ""
    needs: str = ""
    """The missing library object that it uses; for an excluded test the exclusion."""
    reason: str = ""
    """For a failure that is counted: why, if there is a name for it."""
    seconds: float = 0.0
    collections: int = 0


class Thrown(JSError):  # noqa: N818 it need not be an error
    """An exception of the test's own: the name of its constructor and its message."""


class SuiteRealm(Realm):
    """A realm with what tests expect of their host. Nothing goes through the cache of compiled scripts."""

    def __init__(self, profile: kernel.Kernel, *, timeout: float, max_memory: int) -> None:
        self.printed: list[str] = []
        self.compiled: dict[tuple[str, str], tuple[bytes, dict[str, object]]] = {}
        super().__init__(profile=profile, timeout=timeout, max_memory=max_memory, sink=lambda *_: None)
        self.shares = True
        self.print = self._function("print", self._print)
        self.eval_script = self._function("evalScript", self._eval_script)
        self.collect_garbage = self._function("gc", self._gc)

    def _function(self, name: str, function: Callable[[Sequence[int]], int]) -> tuple[str, int]:
        self.engine.functions.append(function)
        return name, len(self.engine.functions) - 1

    def define_host(self) -> None:
        """Put `print` and `$262` into the global object."""
        engine, this = self.engine, OBJECT | GLOBAL_OBJECT
        held = engine.keep(engine.object())
        for target, (name, number) in (
            (None, self.print), (held, self.eval_script), (held, self.collect_garbage)
        ):
            function = engine.keep(engine.host(number, name))
            key = engine.string(name)
            engine.define(this if target is None else engine.kept(target), key, engine.kept(function), HIDDEN)
            engine.drop(function)
        key = engine.string("global")
        engine.define(engine.kept(held), key, this, HIDDEN)
        key = engine.string("$262")
        engine.define(this, key, engine.kept(held), HIDDEN)
        engine.drop(held)

    def _print(self, values: Sequence[int]) -> int:
        value = values[0] if values else UNDEFINED
        if value >> 48 != T_STRING:
            value = self.convert("String", value)
        self.printed.append(self.heap.string(value))
        return UNDEFINED

    def _eval_script(self, values: Sequence[int]) -> int:
        source = self.heap.string(values[0]).encode("utf-8", "surrogatepass")
        try:
            unit, _ = self.compile(source, "evalScript", "script")
        except JSSyntaxError as error:
            raise self._error_of("SyntaxError", error.message) from None
        return self.engine.call(self.engine.closure(self.engine.load_unit(unit), 0), OBJECT | GLOBAL_OBJECT)

    def _error_of(self, kind: str, message: str) -> ScriptError:
        engine = self.engine
        text = engine.keep(engine.string(message))
        constructor = self.heap.by_name(OBJECT | GLOBAL_OBJECT, kind)
        made = engine.call(constructor, UNDEFINED, [engine.kept(text)])
        engine.drop(text)
        return ScriptError(made)

    def _gc(self, values: Sequence[int]) -> int:
        del values
        self.engine.collect()
        return UNDEFINED

    def compile(self, source: bytes, name: str, goal: str) -> tuple[bytes, dict[str, object]]:
        found = self.compiled.get((name, goal))
        if found is None or name == "evalScript":
            found = self.compiled[name, goal] = self.compile_now(source, name, goal)
        return found

    def run_script(self, unit: bytes) -> None:
        function = self.engine.closure(self.engine.load_unit(unit), 0)
        self.guarded(lambda: self.engine.call(function, OBJECT | GLOBAL_OBJECT))

    def unhandled(self, reason: int) -> None:
        """A rejection that nobody handles is no failure: tests make some on purpose."""

    def _js_error(self, value: int, *, here: bool = True) -> Thrown:  # type: ignore[override]
        """Cheaper than a JSError: nobody reads a report."""
        del here
        heap = self.heap
        if value >> 48 != T_OBJECT:
            return Thrown("", self.describe(value))
        constructor, message = self._property(value, "constructor"), self._property(value, "message")
        name = heap.function_name(constructor) if constructor >> 48 == T_OBJECT else ""
        return Thrown(name, heap.string(message) if message >> 48 == T_STRING else "")

    def _property(self, value: int, name: str) -> int:
        for _ in range(100):
            if value == NULL:
                break
            found = self.heap.by_name(value, name)
            if found != UNDEFINED:
                return found
            value = self.heap.prototype(value)
        return UNDEFINED

    def close(self) -> None:
        """Let go of the memory now: the functions above refer to the realm in a circle."""
        self.engine.functions.clear()


class Host:
    """Runs tests, each in a realm of its own that begins as an image: the library and the harness files it includes."""

    def __init__(
        self, root: Path, profile: str, timeout: float, max_memory: int, *, excluded: bool = False
    ) -> None:
        self.root, self.timeout, self.max_memory = root, timeout, max_memory
        self.excluded = excluded
        """Whether tests that are left out are run, too: what they break is told."""
        self._images: dict[tuple[str, ...], tuple[list[tuple[str, int]], memoryview]] = {}
        self._ran = self._collections = 0
        self._kernel = kernel.load(profile)
        realm = self._realm()
        heap = realm.heap
        names = [heap.string(key) for key, _, _ in heap.named(OBJECT | GLOBAL_OBJECT) if key >> 48 == T_STRING]
        self.lacking = selection.missing(names)
        realm.close()
        gc.freeze()

    def _realm(self) -> SuiteRealm:
        for wait in (0.0, 0.01, 0.5):
            try:
                return SuiteRealm(self._kernel, timeout=self.timeout, max_memory=self.max_memory)
            except MemoryError:  # realms that were left in a circle, or that a thread is still looking after
                time.sleep(wait)
                gc.collect()
        return SuiteRealm(self._kernel, timeout=self.timeout, max_memory=self.max_memory)

    def _realm_with(self, includes: tuple[str, ...]) -> SuiteRealm:
        """A new realm in which these harness files ran."""
        realm = self._realm()
        image = self._images.get(includes)
        if image is None:
            realm.define_host()
            for name in includes:
                source = (self.root / "harness" / name).read_bytes()
                realm.run_script(realm.compile_now(source, name, "script")[0])
            used, content = realm.engine.memory.save()
            image = self._images[includes] = used, memoryview(content)
        else:
            realm.engine.memory.restore(*image)
        realm.engine.set_limits()
        realm.engine.state[S_COLLECTIONS] = 0
        return realm

    def run(self, path: str) -> Result:
        """Run a test. Whatever it does, this returns, unless the process ends."""
        started = time.perf_counter()
        source = (self.root / path).read_bytes()
        text = source.decode("utf-8", "surrogateescape")
        about = metadata.read(text)
        name = selection.excluded(path, about)
        if name and not self.excluded:
            return Result(EXCLUDED, needs=name)
        self._collections = 0
        result = self._judged(path, source, about)
        result.collections = self._collections
        result.seconds = time.perf_counter() - started
        if name and result.verdict in {PASS, FAIL}:
            return Result(EXCLUDED, needs=name, seconds=result.seconds, collections=result.collections)
        said = next((name for words, name in REFUSED.items() if words in result.detail), "")
        result.needs = selection.needs(about, text, self.lacking) or said
        result.reason = "" if result.verdict == PASS else selection.reason_for(text)
        result.seconds = time.perf_counter() - started
        return result

    def _judged(self, path: str, source: bytes, about: metadata.Metadata) -> Result:
        realm = None
        try:
            includes = () if "raw" in about.flags else (
                "assert.js", "sta.js", *(["doneprintHandle.js"] if "async" in about.flags else []), *about.includes)
            realm = self._realm_with(tuple(dict.fromkeys(includes)))
            return self._outcome(realm, path, source, about)
        except TimeLimitError as error:
            return Result(TIMEOUT, str(error))
        except (MemoryLimitError, MemoryError) as error:
            return Result(MEMORY, str(error))
        except (Thrown, JSSyntaxError) as error:  # of the harness
            return Result(FAIL, f"includes: {error.name}: {error.message}")
        except KernelError as error:  # a finding of the checked build
            return Result(CRASH, f"KernelError: {error}")
        except Exception as error:  # noqa: BLE001 the front end or the driver broke: worse than any failure
            return Result(CRASH, f"Python: {type(error).__name__}: {error}")
        finally:
            if realm:
                self._collections = realm.engine.state[S_COLLECTIONS]
                realm.close()
            if len(self._images) > 200:
                self._images.clear()
            self._ran += 1
            if self._ran % COLLECTED == 0:
                gc.collect()

    def _outcome(self, realm: SuiteRealm, path: str, source: bytes, about: metadata.Metadata) -> Result:
        happened = _happened(realm, str(self.root / path), source, module="module" in about.flags)
        if about.negative:
            phase, kind = about.negative
            if happened is None:
                return Result(FAIL, f"no {kind} at {phase}")
            if happened[:2] != (phase, kind):
                return Result(FAIL, f"{kind} at {phase} wanted: {happened[0]}: {happened[1]}: {happened[2]}")
            return Result(PASS)
        if happened:
            return Result(FAIL, f"{happened[0]}: {happened[1]}: {happened[2]}")
        if "async" in about.flags:
            for line in realm.printed:
                if line.startswith(FAILURE):
                    return Result(FAIL, line)
            if COMPLETE not in realm.printed:
                return Result(FAIL, "$DONE was not called")
        return Result(PASS)


def _message(error: Exception) -> str:
    return str(getattr(error, "message", error))


def _happened(realm: SuiteRealm, path: str, source: bytes, *, module: bool) -> tuple[str, str, str] | None:
    """Phase, constructor's name and message of what a test ended with; None for a normal end."""
    try:
        unit, _ = realm.compile(source, path, "module" if module else "script")
    except JSSyntaxError as error:
        refused = error.message.endswith(NOT_YET)
        return ("refused" if refused else "parse"), error.name, error.message
    try:
        if module:
            realm.run_module(source, path, path)
        else:
            realm.run_script(unit)
        realm.finish()
    except (JSSyntaxError, ModuleError) as error:
        refused = isinstance(error, ModuleError) or error.message.endswith(NOT_YET)
        return ("refused" if refused else "resolution"), getattr(error, "name", "ModuleError"), _message(error)
    except Thrown as error:
        return "runtime", error.name, error.message
    except UnsettledError as error:
        return "runtime", "", str(error)
    return None
