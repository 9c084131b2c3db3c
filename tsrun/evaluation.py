"""Code that is text at run time: eval, and the constructors of functions.

The evaluated code is compiled to a unit like any other, which stays loaded as long as a function of it lives
(evaluated.py); the same text at the same place is compiled once. What it can see around itself comes as a text from
the compiler (`tsrun.compiler.evals`).
"""
from __future__ import annotations

from tsrun.errors import JSSyntaxError
from tsrun.evaluated import EvaluatedUnits
from tsrun.heap.layout import ID, S_IMPORT_TOP, S_STRESS, UNDEFINED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from tsrun.compiler.evals import Surroundings
    from tsrun.compiler.options import Options
    from tsrun.compiler.unit import Unit
    from tsrun.realm import Realm
    from tsrun.syntax.ast import Program
    from tsrun.tsconfig import Config

SHOWN = "<anonymous>"
"""What stacks call the evaluated code."""
MOST_KEPT = 1000
"""Texts whose compiled form is remembered."""


class Evaluator:
    """Compiles texts for a realm."""

    def __init__(self, realm: Realm) -> None:
        self._realm, self._engine, self._heap = realm, realm.engine, realm.heap
        self._templates: dict[tuple[str, ...], int] = {}
        """Those used last are at the end."""
        self._units = EvaluatedUnits(realm.engine, self._forget)
        self._options: dict[tuple[Config, str], Options] = {}

    # ---- host functions

    def evaluate(self, values: Sequence[int]) -> int:
        """Host function: text, scopes, file and environment to a function that runs the text."""
        source, scopes, file = (self._heap.string(value) for value in values[:3])
        if self._is_blank(source):
            source = scopes = file = ""
        template = self._once(("eval", source, scopes, file), lambda: self._compile_eval(source, scopes, file))
        # The environment may have moved nowhere: cells keep their ids. It is still in the caller's register.
        return self._engine.closure(template, 0 if values[3] == UNDEFINED else values[3] & ID)

    def function(self, values: Sequence[int]) -> int:
        """Host function: how the text begins, parameters and body to a function that gives the function."""
        kind, parameters, body = (self._heap.string(value) for value in values[:3])
        template = self._once((kind, parameters, body), lambda: self._compile_function(kind, parameters, body))
        return self._engine.closure(template, 0)

    def _once(self, key: tuple[str, ...], make: Callable[[], int]) -> int:
        known = self._templates.get(key)
        if known is not None:
            self._templates[key] = self._templates.pop(key)
            return known
        self._units.tidy(set(self._templates.values()))
        try:
            template = make()
        except JSSyntaxError as error:
            raise self._realm.script_error(error.message, "SyntaxError") from None
        finally:
            self._realm.stats.phase("run")
        # Each evaluation of a tagged template's text has template objects of its own.
        if "`" not in key[1]:
            if len(self._templates) >= (1 if self._engine.state[S_STRESS] else MOST_KEPT):
                del self._templates[next(iter(self._templates))]
            self._templates[key] = template
        return template

    def _forget(self, templates: range) -> None:
        for template in templates:
            self._realm.variables.pop(template, None)
            self._realm.registers.pop(template, None)

    # ---- compiling

    def _is_blank(self, source: str) -> bool:
        """Whether there is nothing but space and comments in a text: all such code is the same."""
        if not source.lstrip().startswith(("//", "/*")):
            return not source
        from tsrun.syntax.tokens import END, MODE_GUESS

        text = source.encode("utf-8", "surrogatepass")
        return self._engine.lex(text, 0, 0, MODE_GUESS)[0][0] == END

    def _compile_eval(self, source: str, scopes: str, file: str) -> int:
        from tsrun.compiler.evals import Surroundings

        around = Surroundings(scopes) if scopes else None
        allowed: dict[str, Any] = {}
        if around is not None:
            allowed = {"new_target": around.new_target, "arguments": around.arguments,
                       "private_names": around.private_names, "home": around.home}
        text = source.encode("utf-8", "surrogatepass")
        program = self._parse(text, sloppy=around is None, **allowed)
        # An indirect eval is sloppy code unless it says otherwise: what it declares with var and function is global.
        globally = around is None and not any(getattr(each, "directive", None) == "use strict" for each in program.body)
        return self._load(self._compiled(text, program, file, around, globally=globally), file)

    def _compile_function(self, kind: str, parameters: str, body: str) -> int:
        """CreateDynamicFunction (section 20.2.1.1.1): parameters and body must be right each by itself, too."""
        self._function_expression(kind, "", body)
        self._function_expression(kind, parameters, "")
        text, program = self._function_expression(kind, parameters, body)
        # The function has the name, but nothing inside sees it.
        function = program.body[0].expression  # type: ignore[attr-defined]
        function.id = None
        directives = [getattr(each, "directive", None) for each in function.body.body]
        return self._load(self._compiled(text, program, "", None, sloppy_this="use strict" not in directives), "")

    def _function_expression(self, kind: str, parameters: str, body: str) -> tuple[bytes, Program]:
        """The text and the tree of a function in parentheses. Raises JSSyntaxError if it is anything else."""
        text = f"({kind} anonymous({parameters}\n) {{\n{body}\n}})".encode("utf-8", "surrogatepass")
        program = self._parse(text, sloppy=True)
        statement = program.body[0] if len(program.body) == 1 else None
        function: Any = getattr(statement, "expression", None)
        if type(function).__name__ != "FunctionExpression" or (function.start, function.end) != (1, len(text) - 1):
            message = "Unexpected token in the text of a function"
            raise JSSyntaxError(message, report=f"SyntaxError: {message}")
        return text, program

    def _parse(self, text: bytes, *, sloppy: bool, **allowed: Any) -> Program:
        sloppy = sloppy and b"use strict" not in text
        return self._realm.parse(text, SHOWN, "script", surrogates=True, sloppy=sloppy, **allowed)

    def _compiled(
        self, text: bytes, program: Program, file: str, around: Surroundings | None, *, sloppy_this: bool = False,
        globally: bool = False,
    ) -> Unit:
        from tsrun.compiler.compile import compile_evaluated
        from tsrun.compiler.options import Options
        from tsrun.realm import syntax_error
        from tsrun.syntax.errors import SourceError

        config = self._realm.config
        options = self._options.get((config, file))
        if options is None:
            options = self._options[config, file] = Options.of(config.semantics(file))
        try:
            return self._engine.in_time(lambda: compile_evaluated(
                program, text, file, SHOWN, around, options, sloppy_this=sloppy_this, globally=globally), len(text))
        except SourceError as error:
            raise syntax_error(error, text, SHOWN) from None

    def _load(self, unit: Unit, file: str) -> int:
        """Bring a unit into the heap; its imports are those of the module around it."""
        engine = self._engine
        first = engine.state[S_IMPORT_TOP]
        template = self._units.load(unit)
        self._realm.note_variables(template, unit.variables, unit.registers)
        if unit.imports:
            start = self._realm.linker.first_import(file)
            for name in ("import_env", "import_slot", "import_name"):
                cells = engine.memory.view(name)
                for place, (index, _) in enumerate(unit.imports):
                    cells[first + place] = cells[start + index]
        return template
