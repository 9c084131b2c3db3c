"""One realm: an engine with the library in it, and the ways to run source text there.

The realm after its start is kept as an image, compiled sources under a hash of their text (vm/image.py), so that a
warm run goes: read, find, load, run.
"""
from __future__ import annotations

from tsrun.errors import JSError, JSSyntaxError, KernelError
from tsrun.heap.layout import (
    GLOBAL_OBJECT, ID, K_ERROR, OBJECT, R_DESCRIBE, R_EVENT_LOOP, S_DEPTH, S_MAX_MEMORY, T_OBJECT, UNDEFINED,
)
from tsrun.heap.reader import number_of
from tsrun import tsconfig
from tsrun.stats import Stats
from tsrun.vm import image, kernel
from tsrun.vm.driver import Engine, ScriptError
from tsrun.vm.turns import Turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _thread import LockType
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, TypeVar

    from tsrun.compiler.unit import Registers
    from tsrun.evaluation import Evaluator
    from tsrun.linking import Linker
    from tsrun.modules import Loader, Module
    from tsrun.syntax.ast import Program
    from tsrun.syntax.errors import SourceError

    T = TypeVar("T")

_OF_MODULES = ("Import", "Export", "TSExportAssignment", "TSExternalModuleReference")
"""Begin the types of statements, or of what they refer to, that only modules have."""

THROW = b"t\0h\0r\0o\0w\0"


class Evaluated:
    """A module that ran, and its completion value."""

    __slots__ = ("module", "value")

    def __init__(self, value: int, module: Module) -> None:
        self.value, self.module = value, module


TEXT_RUNS = (b"eval", b"Function")
"""What a script has in it that makes code of texts, which sees the script's own names."""


class Realm:
    """Everything a run needs. Raises KernelError where there is no kernel to be had."""

    def __init__(
        self, *, profile: str | kernel.Kernel | None = None, max_memory: int | None = None,
        max_depth: int | None = None, timeout: float | None = None, sink: Callable[[str, str], object],
        arguments: Sequence[str] | None = None, stats: Stats | None = None,
        collector: Mapping[str, float] | None = None,
    ) -> None:
        self.stats = stats or Stats()
        try:
            self.kernel = profile if isinstance(profile, kernel.Kernel) else kernel.load(profile)
        except (kernel.KernelUnavailableError, ValueError) as error:
            raise KernelError(str(error)) from None
        self.stats.phase("kernel")
        self.engine = Engine(
            self.kernel, max_memory=max_memory, max_depth=max_depth, timeout=timeout, collector=collector)
        self.heap = self.engine.heap
        self.turn = Turn(self.engine)
        """To be held by who works in the realm; threads take turns."""
        self.config = tsconfig.DEFAULT
        """The options of TypeScript's that programs are compiled with."""
        self.shares = False
        """Whether scripts see each other's let, const and class."""
        self.completion = True
        """Whether programs are compiled to return their completion value."""
        self.modules: list[Module] = []
        """Modules in the heap."""
        self.variables: dict[int, list[list[str]]] = {}
        """By template, the names in the environments that it makes: for those who look at the heap."""
        self.registers: dict[int, Registers] = {}
        """By template, which of its registers are variables."""
        self.on_body: Callable[[int, bool], object] = _nothing
        """Called when the body of a script or module is over, with its template and whether it threw, while its
        registers are still as it left them."""
        self._sink = sink
        self.sources: dict[str, bytes] = {}
        """What was compiled, by name."""
        self.loader: Loader | None = None
        """Finds modules before the usual ways are tried (tsrun.modules.Loader)."""
        self._linker: Linker | None = None
        self._evaluator: Evaluator | None = None
        self._mapping: Mapping[str, str] | None = None
        self._script = ("", "")
        """Name and key of the script that ran last."""
        self._python: dict[int, Callable[..., Any]] = {}
        self._numbers: dict[int, int] = {}
        """By id, the numbers of the functions in `_python`."""
        self._install_host()
        image.enter_realm(self)
        self.engine.set_limits()
        if collector:
            self.engine.end_of_start()  # the budgets of the image are those of the default policy
        self.engine.seed()
        if arguments is not None:
            self._define_arguments(arguments)
        self.stats.phase("realm")

    @property
    def on_slice(self) -> Callable[[], object] | None:
        return self.engine.on_slice

    @on_slice.setter
    def on_slice(self, function: Callable[[], object]) -> None:
        self.engine.on_slice = function

    def interrupt(self, over: LockType) -> None:
        """Stop what the kernel is doing, from another thread; `over` is free when it has stopped."""
        self.engine.interrupt(over)

    # Host functions

    def _install_host(self) -> None:
        """The console's methods, by the numbers the prelude knows them by. Made when one is called first."""

        def later(number: int) -> Callable[[Sequence[int]], int]:
            def first(values: Sequence[int]) -> int:
                from tsrun.library.console.console import METHODS, Console

                console = Console(self.heap, self._sink, self, self._stack_here)
                for place, name in enumerate(METHODS):
                    self.engine.functions[place] = console.method(name)
                return self.engine.functions[number](values)

            return first

        self.engine.functions = [later(number) for number in range(image.CONSOLE_METHODS)]
        # By the numbers that 66_modules.ts knows.
        for name in ("load", "evaluate", "namespace", "settled", "meta", "resolve"):
            self.engine.functions.append(self._linking(name))
        self.engine.functions.append(self._normalized)  # 50_string.ts
        # By the numbers that 67_eval.ts knows.
        for name in ("evaluate", "function"):
            self.engine.functions.append(self._evaluating(name))

    def _normalized(self, values: Sequence[int]) -> int:
        """A string in one of Unicode's normalization forms."""
        from tsrun.library.normalize import normalized

        form, text = (self.heap.string(value) for value in values)
        return self.engine.string(normalized(form, text, self.engine.pulse, self.engine.state[S_MAX_MEMORY]))

    def _linking(self, name: str) -> Callable[[Sequence[int]], int]:
        def ask(values: Sequence[int]) -> int:
            found: int = getattr(self.linker, name)(values)
            return found

        ask.__name__ = f"import: {name}"
        return ask

    def _evaluating(self, name: str) -> Callable[[Sequence[int]], int]:
        def ask(values: Sequence[int]) -> int:
            if self._evaluator is None:
                from tsrun.evaluation import Evaluator

                self._evaluator = Evaluator(self)
            found: int = getattr(self._evaluator, name)(values)
            return found

        ask.__name__ = "eval" if name == "evaluate" else "Function"
        return ask

    def host_function(self, function: Callable[..., Any]) -> int:
        """A function of the script that calls a Python function."""
        from tsrun.convert import wrapped

        number = self._numbers.get(id(function))
        if number is None:
            number = self._numbers[id(function)] = len(self.engine.functions)
            self.engine.functions.append(wrapped(self, function))
            self._python[number] = function
        name = getattr(function, "__name__", "")
        return self.engine.host(number, name if isinstance(name, str) else "")

    def host_function_name(self, number: int) -> str:
        """Name of a host function by its number; empty for one without."""
        function = self._python.get(number) or self.engine.functions[number]
        return getattr(function, "__name__", "").strip("_")

    def python_function(self, value: int) -> Callable[..., Any] | None:
        """The Python function that a function of the script stands for, if it does."""
        number = self.engine.host_number(value)
        return None if number is None else self._python.get(number)

    def get(self, function: int, this: int) -> int:
        """Call a getter on behalf of the console; UNDEFINED when it throws."""
        try:
            return self.engine.call(function, this)
        except ScriptError:
            return UNDEFINED

    def convert(self, function: str, value: int) -> int:
        """What a global function ("String", "JSON.stringify" ...) says of a value."""
        holder = OBJECT | GLOBAL_OBJECT
        for name in function.split("."):
            holder = self.heap.by_name(holder, name)
        return self.engine.call(holder, UNDEFINED, [value])

    def _stack_here(self) -> str:
        """The stack of the function that called a host function."""
        return "\n".join(["", *(f"    at {frame}" for frame in self.engine.frames())])

    def define_globals(self, values: Mapping[str, Any]) -> None:
        """Make values of Python's global variables of the script."""
        if not values:
            return
        from tsrun.convert import Maker

        maker = Maker(self)
        try:
            for name, value in values.items():
                made = maker.value(value)
                self.engine.define(OBJECT | GLOBAL_OBJECT, self.engine.string(name), made, 5)
        finally:
            maker.done()

    def _define_arguments(self, arguments: Sequence[str]) -> None:
        """The global variable scriptArgs: an array of strings."""
        engine = self.engine
        handles = [engine.keep(engine.string(argument)) for argument in arguments]
        handles.append(engine.keep(engine.array([engine.kept(handle) for handle in handles])))
        engine.define(OBJECT | GLOBAL_OBJECT, engine.string("scriptArgs"), engine.kept(handles[-1]), 5)
        for handle in handles:
            engine.drop(handle)

    def call_from_python(self, function: int, arguments: Sequence[Any]) -> Any:
        """Call a function of the script with Python's values."""
        from tsrun.convert import Maker

        with self.turn:
            if not self.engine.state[S_DEPTH]:
                self.engine.begin_time()
            maker = Maker(self)
            try:
                values = [maker.value(argument) for argument in arguments]
                value = self.guarded(lambda: self.engine.call(function, UNDEFINED, values))
                if self.engine.state[S_DEPTH]:
                    return self.to_python(value)
                return self.settled(value)
            finally:
                maker.done()

    # Values and errors

    def to_python(self, value: int) -> Any:
        from tsrun.convert import to_python

        return to_python(self, value)

    def describe(self, value: int) -> str:
        """A value as the console shows it within others: strings quoted."""
        from tsrun.library.console.inspect import Inspector

        return Inspector(self.heap, call=self.get).text(value)

    def shown(self, value: int) -> str:
        """A value as the console shows it on its own."""
        from tsrun.library.console.format import shown

        return shown(self.heap, value, self)

    def stack_of(self, value: int) -> str:
        """The stack of an Error object."""
        from tsrun.library.console.inspect import Inspector

        return Inspector(self.heap, call=self.get).stack(value)

    def script_error(self, message: str, kind: str = "Error", code: str = "") -> ScriptError:
        """An error of the script with this message, and a property `code`, to be raised by a host function."""
        engine = self.engine
        text = engine.keep(engine.string(message))
        try:
            constructor = self.heap.by_name(OBJECT | GLOBAL_OBJECT, kind)
            error = engine.call(constructor, UNDEFINED, [engine.kept(text)])
            if code:
                handles = [engine.keep(error), *(engine.keep(engine.string(each)) for each in ("code", code))]
                error, name, value = (engine.kept(each) for each in handles)
                engine.define(error, name, value)
                for each in handles:
                    engine.drop(each)
            return ScriptError(error)
        finally:
            engine.drop(text)

    def guarded(self, run: Callable[[], T]) -> T:
        """Run something; what the script throws and nothing catches becomes a JSError."""
        try:
            return run()
        except ScriptError as thrown:
            raise self._js_error(thrown.value) from None

    def _js_error(self, value: int, *, here: bool = True) -> JSError:
        from tsrun.convert import Thrown, error_of
        from tsrun.report import uncaught

        thrown = Thrown(self, value)
        error = error_of(self, value)
        error.thrown = thrown
        if here:
            place = self.engine.thrown_at()
            # A `throw` says where; what a `finally` or a builtin passes on was thrown where its stack says.
            if error.line is None or self._is_throw(*place):
                error.file, error.line, error.column = place
        error.report = uncaught(self, thrown.value, error, self.sources)
        return error

    def _is_throw(self, file: str | None, line: int | None, column: int | None) -> bool:
        """Whether a `throw` stands at a place in a source text."""
        if file is None or line is None or column is None:
            return False
        from tsrun.report import source_line

        return source_line(self.sources.get(file, b""), line).encode("utf-16-le")[2 * column - 2 :].startswith(THROW)

    # What is pending

    def finish(self, until: int = -1) -> None:
        """Run jobs and timers until nothing is pending, or the promise of the handle `until` is settled.

        Raises JSError for what no code of the script handles.
        """
        heap, engine = self.heap, self.engine
        loop = engine.root(R_EVENT_LOOP)
        while True:
            arguments = [engine.kept(until)] if until >= 0 else []
            found = self.guarded(lambda given=arguments: engine.call(loop, UNDEFINED, given))  # type: ignore[misc]
            if found == UNDEFINED:
                return
            if found >> 48 == T_OBJECT:
                self.unhandled(heap.slots[heap.link[found & ID]])
                continue
            self.stats.phase("run")
            if engine.on_slice:
                engine.on_slice()
            engine.wait(number_of(found) / 1000)
            self.stats.phase("wait")

    def settled(self, value: int) -> Any:
        """A value in Python's terms when nothing is pending any more: of a promise what it was fulfilled with."""
        from tsrun.convert import outcome

        handle = self.engine.keep(value)
        try:
            self.finish()
            return outcome(self, self.engine.kept(handle))
        finally:
            self.engine.drop(handle)

    def js_error(self, value: int) -> JSError:
        """The error to raise for the reason of a rejection."""
        return self._js_error(value, here=False)

    def unhandled(self, reason: int) -> None:
        """A promise was rejected and nobody handled it: raises a JSError."""
        from tsrun.report import unhandled

        error = self.js_error(reason)
        if self.heap.kind(reason) != K_ERROR:
            text = self.engine.call(self.engine.root(R_DESCRIBE), UNDEFINED, [reason])
            error.report = unhandled(self.heap.string(text))
        raise error

    # Compiling

    def compile(self, source: bytes, name: str, goal: str) -> tuple[bytes, dict[str, Any]]:
        """The unit of a source and its metadata, from the cache if it was compiled before. Raises JSSyntaxError."""
        self.sources[name] = source
        options = self.config.semantics(name)
        kind = ", ".join((goal, *options, *(() if self.completion else ("no completion value",))))
        found = image.find_unit(self.kernel, source, name, kind)
        if found is None:
            found = self.compile_now(source, name, goal, options)
            image.keep_unit(self.kernel, source, name, kind, found)
        self.stats.phase("load")
        return found

    def compile_now(
        self, source: bytes, name: str, goal: str, options: tuple[str, ...] | None = None, *, internal: bool = False
    ) -> tuple[bytes, dict[str, Any]]:
        """Compile a source; `internal` is the prelude. Raises JSSyntaxError."""
        from tsrun.compiler.compile import compile_unit
        from tsrun.compiler.options import DEFAULT, Options
        from tsrun.syntax.errors import SourceError

        program = self.parse(source, name, goal)

        def compiled() -> tuple[bytes, dict[str, Any]]:
            unit = compile_unit(program, source, name, goal, internal=internal, completion=self.completion,
                                options=DEFAULT if options is None else Options.of(options),
                                shared=not internal and (self.shares or any(word in source for word in TEXT_RUNS)))
            return unit.encode(), unit.metadata

        try:
            made = self.engine.in_time(compiled, len(source))
        except SourceError as error:
            raise syntax_error(error, source, name) from None
        self.stats.phase("compile")
        return made

    def parse(self, source: bytes, name: str, goal: str, **allowed: Any) -> Program:
        """The syntax tree. Raises JSSyntaxError. allowed: what code of a direct eval may use (tsrun.syntax.parser)."""
        from tsrun.syntax.errors import SourceError
        from tsrun.syntax.parser import parse

        self.stats.phase("run")

        def lex(text: bytes, first: int, position: int, mode: int) -> Any:
            before = self.stats.now()
            columns = self.engine.lex(text, first, position, mode)
            self.stats.moved("lex", "parse", before)
            return columns

        try:
            return self.engine.in_time(
                lambda: parse(source, lex=lex, goal="script" if goal == "script" else "module", **allowed),
                len(source))
        except SourceError as error:
            raise syntax_error(error, source, name) from None
        finally:
            self.stats.phase("parse")

    # Running

    def run_either(
        self, source: bytes, key: str, name: str, *, script: bool = False, mapping: Mapping[str, str] | None = None
    ) -> int:
        """Run a strict script, or a module if it has imports or exports; the completion value."""
        if not script and self._is_module(source, name):
            return self.run_module(source, key, name, mapping=mapping).value
        self._mapping, self._script = mapping, (name, key)
        unit, metadata = self.compile(source, name, "script")
        engine = self.engine
        template = engine.load_unit(unit)
        self.note_variables(template, metadata["variables"], metadata["registers"])
        function = engine.closure(template, 0)
        return self.guarded(lambda: self.call_body(template, function, OBJECT | GLOBAL_OBJECT))

    def call_body(self, template: int, function: int, this: int = UNDEFINED) -> int:
        """Run the body of a script or module, made from a template. Raises ScriptError for what it throws."""
        thrown = False
        try:
            return self.engine.call(function, this)
        except ScriptError:
            thrown = True
            raise
        finally:
            self.on_body(template, thrown)

    def _is_module(self, source: bytes, name: str) -> bool:
        """Whether a text has imports or exports at its top."""
        if b"import" not in source and b"export" not in source:
            return False
        found = image.find_unit(self.kernel, source, name, "kind")
        if found is None:
            program = self.parse(source, name, "module")
            kinds = {type(statement).__name__ for statement in program.body}
            kinds |= {type(getattr(statement, "moduleReference", None)).__name__ for statement in program.body}
            found = (b"", {"module": any(kind.startswith(_OF_MODULES) for kind in kinds)})
            image.keep_unit(self.kernel, source, name, "kind", found)
        return bool(found[1]["module"])

    def run_module(self, source: bytes, key: str, name: str, *, mapping: Mapping[str, str] | None = None) -> Evaluated:
        """Load, link and evaluate a module and what it imports."""
        self._mapping = mapping
        module = self.linker.run(source, key, name)
        value = UNDEFINED if module.result is None else self.engine.kept(module.result)
        return Evaluated(value, module)

    @property
    def linker(self) -> Linker:
        """What brings modules in; made when it is first needed."""
        if self._linker is None:
            from tsrun.linking import Linker

            self._linker = Linker(self, self._mapping, self.loader)
            self._linker.note(*self._script)
        return self._linker

    def note_variables(
        self, first: int, variables: dict[int, list[list[str]]], registers: dict[int, Registers]
    ) -> None:
        """Remember the names in the environments that the templates of a unit make, and in their registers."""
        for template, names in variables.items():
            if template >= 0:
                self.variables[first + template] = names
        for template, named in registers.items():
            self.registers[first + template] = named

    def exports(self, evaluated: Evaluated) -> dict[str, Any]:
        """The exports of a module that ran, as Python's values."""
        return self.linker.to_python(evaluated.module)


def _nothing(_template: int, _thrown: bool) -> None:
    """When nobody listens."""


def syntax_error(error: SourceError, source: bytes, name: str) -> JSSyntaxError:
    """The error that users see for one of the front end."""
    from tsrun.syntax.positions import Positions, describe

    line, column = Positions(source).line_column(error.start)
    return JSSyntaxError(error.message, file=name, line=line, column=column, report=describe(error, source, name))


