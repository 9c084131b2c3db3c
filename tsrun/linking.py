"""Modules in the heap: environments, import cells, evaluation, and what `import()` and `import.meta` ask for.

`Graph` (modules.py) says what there is and what imports what; here it gets into the VM and runs, in the order and with
the states of section 16.2.1.6 of ECMAScript. A module whose body has `await` is an async function; what imports it
waits for its promise. Nothing here is per instruction: the work is a few steps a module.
"""
from __future__ import annotations

import os

from tsrun.errors import NOT_FOUND, ConfigError, JSSyntaxError, ModuleError, UnsettledError
from tsrun.heap.layout import (
    CELL, FALSE, ID, K_COROUTINE, KIND, R_MODULE_PROMISE, R_MODULE_SETTLE, R_MODULE_WATCH, R_PARSE_JSON, S_CELL_TOP,
    S_IMPORT_TOP, TRUE, UNDEFINED, UNINIT,
)
from tsrun.heap.reader import number_of, value_of_number
from tsrun.modules import EVALUATED, EVALUATING, LINKED, MAPPED, WAITING, Graph, Module
from tsrun.vm.driver import ScriptError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from tsrun.modules import Loader
    from tsrun.realm import Realm


class Linker:
    """The modules of a realm."""

    def __init__(self, realm: Realm, mapping: Mapping[str, str] | None = None, loader: Loader | None = None) -> None:
        self._realm, self._engine, self._heap = realm, realm.engine, realm.heap
        self.graph = Graph(realm.compile, mapping, realm.config, loader)
        self._modules: list[Module] = realm.modules
        self._keys: dict[str, str] = {}
        """By the name that a unit was compiled under, the key of the file: where its imports start."""
        self._main: str | None = None
        self._asynchronous = 0
        """Modules that became async so far: the order in which they run on."""

    # ---- the entry

    def note(self, name: str, key: str) -> None:
        """A script or module of this name is the file `key`."""
        self._keys[name] = key

    def run(self, source: bytes, key: str, name: str) -> Module:
        """Load, link and evaluate an entry; its `result` is the handle of its completion value."""
        self.note(name, key)
        self._main = key
        entry = self.graph.load(source, key, name)
        entry.result = self._engine.keep(UNDEFINED)
        self._bring_in()
        self._realm.stats.phase("load")
        self._realm.guarded(lambda: self._evaluate(entry))
        if entry.state == WAITING:
            entry.promise = self._promise()
            self._realm.finish(entry.promise)
            state, value = self._heap.promise(self._engine.kept(entry.promise))
            if state == "pending":
                raise self._unsettled()
            if state == "rejected":
                raise self._realm.js_error(value)
        self._realm.stats.phase("run")
        return entry

    def _unsettled(self) -> UnsettledError:
        """The error for modules whose `await` nothing is left to settle: names the first that waits."""
        from tsrun.report import unsettled

        heap, engine = self._heap, self._engine
        waiting = {engine.kept(module.result) for module in self._modules
                   if module.state == WAITING and module.result is not None}
        for cell in range(1, engine.state[S_CELL_TOP]):
            if heap.meta[cell] & KIND == K_COROUTINE and heap.offset[cell]:
                start = heap.offset[cell]
                if heap.slots[start + 2] in waiting:
                    found = engine.place((heap.slots[start] & 0xFFFFFFFF) - 1)
                    if found is not None:
                        return UnsettledError(unsettled(*found[:3], self._realm.sources))
        return UnsettledError(unsettled("", 0, 0, {}))

    # ---- linking

    def _bring_in(self) -> None:
        """Load and link what the graph added last, and make the functions that the modules hoist."""
        order = self.graph.order
        for module in order:
            self.note(module.name, module.key)
            self._load(module)
        for module in order:
            self._link(module)
        for module in order:
            if module.json is None:
                self._realm.guarded(lambda each=module: self._step(each, 0))  # type: ignore[misc]
            else:
                self._parse(module, module.json)

    def _load(self, module: Module) -> None:
        """Bring a unit into the heap and make its environment."""
        engine = self._engine
        module.first_import = engine.state[S_IMPORT_TOP]
        if module.json is None:
            module.template = engine.load_unit(module.unit)
            module.is_async = self._heap.is_async(module.template + 1)
            self._realm.note_variables(module.template, module.variables, module.registers)
        module.handle = engine.keep(CELL | engine.environment(module.slots))
        module.unit = b""
        self._modules.append(module)

    def _parse(self, module: Module, text: str) -> None:
        """ParseJSONModule: the value is the default export. Raises JSSyntaxError."""
        engine = self._engine
        try:
            value = engine.call(engine.root(R_PARSE_JSON), UNDEFINED, [engine.string(text)])
        except ScriptError as thrown:
            message = f"{module.name}: {self._realm.js_error(thrown.value).message}"
            raise JSSyntaxError(message, file=module.name, report=f"SyntaxError: {message}") from None
        self._heap.slots[self._heap.offset[self._environment(module)] + 1] = value

    def _environment(self, module: Module) -> int:
        return self._engine.kept(module.handle) & ID

    def _link(self, module: Module) -> None:
        """Fill the import cells of a module."""
        view = self._engine.memory.view
        environments, slots, names = view("import_env"), view("import_slot"), view("import_name")
        for index, (request, name) in enumerate(module.imports):
            place = module.first_import + index
            target = module.requested[request]
            found = (target, None) if name is None else self.graph.resolve(target, name)
            assert not isinstance(found, str)
            environments[place], slots[place] = self.place(*found)
            # Kept for good: only the error for a binding in its dead zone asks for it.
            handle = self._engine.keep(self._engine.string(module.import_names[index]))
            names[place] = self._engine.kept(handle) & ID

    def place(self, module: Module, name: str | None) -> tuple[int, int]:
        """Environment and slot of a binding; that of a namespace is in an environment of its own."""
        if name is not None:
            return self._environment(module), module.exports[name]
        engine = self._engine
        if not module.namespace:
            holder = engine.keep(CELL | engine.environment(2))
            module.namespace = holder
            names = self.graph.exported_names(module)
            references = []
            for each in names:
                found = self.graph.resolve(module, each)
                assert not isinstance(found, str)
                references.append(self.place(*found))
            made = engine.namespace(names, references)
            self._heap.slots[self._heap.offset[engine.kept(holder) & ID] + 1] = made
        return engine.kept(module.namespace) & ID, 1

    def exports(self, module: Module) -> Iterator[tuple[str, int]]:
        """Names and values of what a module exports, those that are initialised."""
        for name in self.graph.exported_names(module):
            found = self.graph.resolve(module, name)
            assert not isinstance(found, str)
            environment, slot = self.place(*found)
            value = self._heap.slots[self._heap.offset[environment] + slot]
            if value != UNINIT:
                yield name, value

    def first_import(self, name: str) -> int:
        """Place of the import cells of the module that was compiled under this name."""
        return next(module.first_import for module in self._modules if module.name == name)

    def _step(self, module: Module, step: int) -> int:
        """Have a module make its functions (0), or run its body (1)."""
        template = module.template + step
        function = self._engine.closure(template, self._environment(module))
        return self._realm.call_body(template, function) if step else self._engine.call(function)

    # ---- evaluation (section 16.2.1.6.1.3)

    def _evaluate(self, entry: Module) -> None:
        """Run what an entry needs that did not run yet. Raises ScriptError for what it throws."""
        if entry.state != LINKED:
            self._raise_again(entry.root)
            return
        path: list[Module] = []
        work: list[tuple[Module, Iterator[Module]]] = []
        try:
            self._begin(entry, path, work)
            while work:
                module, rest = work[-1]
                for each in rest:
                    if each.state == LINKED:
                        self._begin(each, path, work)
                        break
                    self._visited(module, each)
                else:
                    work.pop()
                    self._end(module, path)
                    if work:
                        self._visited(work[-1][0], module)
        except ScriptError as thrown:
            error = self._engine.keep(thrown.value)
            for module in path:
                module.state, module.error = EVALUATED, error
            raise
        except BaseException:
            for module in path:
                module.state = EVALUATED
            raise

    @staticmethod
    def _begin(module: Module, path: list[Module], work: list[tuple[Module, Iterator[Module]]]) -> None:
        module.state = EVALUATING
        module.index = module.ancestor = len(path)
        path.append(module)
        work.append((module, iter(module.requested)))

    def _visited(self, module: Module, required: Module) -> None:
        if required.state == EVALUATING:
            module.ancestor = min(module.ancestor, required.ancestor)
        else:
            required = required.root
            self._raise_again(required)
        if required.order is not None:
            module.pending += 1
            required.parents.append(module)

    def _raise_again(self, module: Module) -> None:
        if module.error is not None:
            raise ScriptError(self._engine.kept(module.error))

    def _end(self, module: Module, path: list[Module]) -> None:
        """Run a module, if nothing that it waits for is missing; close the cycle that it is the root of."""
        if module.pending or module.is_async:
            self._asynchronous += 1
            module.order = self._asynchronous
            if not module.pending:
                self._start(module)
        else:
            self._run(module)
        if module.ancestor == module.index:
            for each in path[module.index :]:
                each.state = EVALUATED if each.order is None else WAITING
                each.root = module
            del path[module.index :]

    def _run(self, module: Module) -> None:
        """The body of a module without `await`."""
        if module.json is None:
            self._finished(module, self._step(module, 1))

    def _finished(self, module: Module, value: int) -> None:
        if module.result is not None:
            self._engine.memory.view("handles")[module.result] = value

    def _start(self, module: Module) -> None:
        """The body of a module with `await`: somebody calls `settled` in the end."""
        engine = self._engine
        promise = self._step(module, 1)
        if module.result is None:
            module.result = engine.keep(promise)
        self._finished(module, promise)
        engine.call(engine.root(R_MODULE_WATCH), UNDEFINED, [promise, value_of_number(self._modules.index(module))])

    def settled(self, values: Sequence[int]) -> int:
        """Host function: the body of an async module is done: its number, whether well, value or reason."""
        module = self._modules[int(number_of(values[0]))]
        if values[1] == TRUE:
            self._finished(module, values[2])
            self._fulfilled(module)
        else:
            self._rejected(module, self._engine.keep(values[2]))
        return UNDEFINED

    def _fulfilled(self, module: Module) -> None:
        """AsyncModuleExecutionFulfilled (section 16.2.1.6.1.3.4)."""
        if module.state == EVALUATED:
            return
        self._close(module)
        for each in sorted(self._available(module), key=lambda found: found.order or 0):
            if each.state == EVALUATED:
                continue
            if each.is_async:
                self._start(each)
                continue
            try:
                self._run(each)
            except ScriptError as thrown:
                self._rejected(each, self._engine.keep(thrown.value))
            else:
                self._close(each)

    def _available(self, module: Module) -> list[Module]:
        """The modules that waited for this one, directly or through others, and wait for nothing now."""
        found: list[Module] = []
        waiting = [module]
        while waiting:
            for parent in waiting.pop().parents:
                if parent not in found and parent.root.error is None:
                    parent.pending -= 1
                    if not parent.pending:
                        found.append(parent)
                        if not parent.is_async:
                            waiting.append(parent)
        return found

    def _close(self, module: Module) -> None:
        module.state, module.order = EVALUATED, None
        self._settle(module)

    def _rejected(self, module: Module, error: int) -> None:
        """AsyncModuleExecutionRejected: the module and all that waits for it, from the leaves on."""
        waiting = [module]
        for each in waiting:
            if each.state != EVALUATED:
                each.state, each.order, each.error = EVALUATED, None, error
                self._settle(each)
                waiting.extend(each.parents)

    # ---- promises for the evaluation

    def _promise(self) -> int:
        """Handle of a new promise."""
        return self._engine.keep(self._engine.call(self._engine.root(R_MODULE_PROMISE)))

    def _settle(self, module: Module) -> None:
        """Settle the promise of a module that is evaluated, if somebody asked for it."""
        if module.promise is None:
            return
        engine = self._engine
        failed = module.error is not None
        value = engine.kept(module.error) if module.error is not None else UNDEFINED
        engine.call(engine.root(R_MODULE_SETTLE), UNDEFINED,
                    [engine.kept(module.promise), UNDEFINED if failed else TRUE, value])

    # ---- import() and import.meta

    def _guard(self, ask: Callable[[], int]) -> int:
        """What can't be imported is an error of the script."""
        try:
            return ask()
        except JSSyntaxError as error:
            raise self._realm.script_error(error.message, "SyntaxError") from None
        except ConfigError as error:
            raise self._realm.script_error(str(error)) from None
        except ModuleError as error:
            kind = "TypeError" if "attribute" in str(error) or error.code in _TYPE_ERRORS else "Error"
            raise self._realm.script_error(str(error), kind, error.code) from None

    def _importer(self, referrer: str) -> str:
        """What imports by relative paths start from: the file that asks; for code that is text, the main module."""
        return self._keys.get(referrer) or (self._main if self._main and not referrer else os.path.abspath(referrer))

    def load(self, values: Sequence[int]) -> int:
        """Host function: specifier, type (or undefined) and the file that asks to the number of a module, linked."""
        heap = self._heap
        specifier, referrer = heap.string(values[0]), heap.string(values[2])
        attributes = {} if values[1] == UNDEFINED else {"type": heap.string(values[1])}
        importer = self._importer(referrer)

        def ask() -> int:
            module = self.graph.load_import(specifier, attributes, importer)
            self._bring_in()
            self._realm.stats.phase("run")
            return value_of_number(self._modules.index(module))

        return self._guard(ask)

    def evaluate(self, values: Sequence[int]) -> int:
        """Host function: the number of a module to the promise for its evaluation."""
        module = self._modules[int(number_of(values[0]))]
        if module.state in {WAITING, EVALUATED}:
            module = module.root
        if module.promise is None:
            module.promise = self._promise()
            if module.state == LINKED:
                try:  # noqa: SIM105 (contextlib takes longer to import than most modules to run)
                    self._evaluate(module)
                except ScriptError:
                    pass  # kept as the module's error
            if module.state == EVALUATED:
                self._settle(module)
        return self._engine.kept(module.promise)

    def namespace(self, values: Sequence[int]) -> int:
        """Host function: the number of a module to its namespace object."""
        environment, slot = self.place(self._modules[int(number_of(values[0]))], None)
        return self._heap.slots[self._heap.offset[environment] + slot]

    def meta(self, values: Sequence[int]) -> int:
        """Host function: fills the import.meta of the module in a file: an object without prototype, and the file."""
        key = self._keys.get(self._heap.string(values[1]), "")
        path = key.removeprefix(MAPPED)
        is_file = not key.startswith(MAPPED)
        url = "file://" + _quoted(path) if is_file else path
        fields: dict[str, str | bool] = {"dirname": os.path.dirname(path), "filename": path} if is_file else {}
        fields |= {"main": key == self._main, "url": url}
        engine = self._engine
        target = engine.keep(values[0])
        for name, value in fields.items():
            handle = engine.keep(engine.string(name))
            given = (TRUE if value else FALSE) if isinstance(value, bool) else engine.string(value)
            engine.define(engine.kept(target), engine.kept(handle), given)
            engine.drop(handle)
        found = engine.kept(target)
        engine.drop(target)
        return found

    def resolve(self, values: Sequence[int]) -> int:
        """Host function: import.meta.resolve: specifier and file to the URL of the module."""
        specifier, referrer = (self._heap.string(value) for value in values[:2])
        importer = self._importer(referrer)

        def ask() -> int:
            try:
                key, _, _ = self.graph.find(importer, specifier)
            except ModuleError as error:
                # A path has a URL, whether there is such a file or not.
                is_path = specifier.startswith(("./", "../", "/")) and not importer.startswith(MAPPED)
                if error.code != NOT_FOUND or not is_path:
                    raise
                key = os.path.normpath(os.path.join(os.path.dirname(importer), specifier))
            shown = key.removeprefix(MAPPED) if key.startswith(MAPPED) else "file://" + _quoted(key)
            return self._engine.string(shown)

        return self._guard(ask)

    def to_python(self, module: Module) -> dict[str, Any]:
        """The exports of a module that ran, as Python's values."""
        from tsrun.convert import to_python

        seen: dict[int, Any] = {}
        return {name: to_python(self._realm, value, seen) for name, value in self.exports(module)}


_TYPE_ERRORS = frozenset({"ERR_PACKAGE_IMPORT_NOT_DEFINED", "ERR_INVALID_MODULE_SPECIFIER"})


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/:@!$&'()*+,;=-._~")
