"""From the syntax tree to a unit."""
from __future__ import annotations

from tsrun.compiler import (  # noqa: F401 each of these registers the nodes it compiles
    assignment,
    calls,
    classes,
    control,
    functions,
    members,
    modules,
    names,
    objects,
    operators,
    private,
    scope_classes,
    scope_nodes,
    statements,
    suspension,
    typescript,
)
from tsrun.compiler import bindings as kinds
from tsrun.compiler.generator import Generator
from tsrun.compiler.metadata import Types
from tsrun.compiler.options import DEFAULT, Options
from tsrun.compiler.places import line_columns, utf16_offsets
from tsrun.compiler.scope import Analysis
from tsrun.compiler.unit import Unit
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser import without_collector
from tsrun.syntax.recursion import with_deep_recursion
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tsrun.compiler.evals import Surroundings
    from tsrun.syntax.positions import Positions
    from tsrun.syntax import ast

_JAVASCRIPT = (".js", ".mjs", ".cjs")


def compile_unit(
    program: ast.Program, source: bytes, filename: str, goal: str, positions: Positions | None = None, *,
    internal: bool = False, completion: bool = True, options: Options = DEFAULT, shared: bool = False,
) -> Unit:
    """Compile a program that was parsed for `goal` ("module" or "script"). Raises SourceError.

    internal: the prelude, which may call natives as `$name(...)` and is hidden in stacks. completion: whether the
    program returns its completion value. In a file that is not named as JavaScript, imports that only types use
    are dropped, unless the options want them. shared: whether other scripts or code made of texts may see a script's
    let, const and class.
    """
    try:
        return without_collector(lambda: with_deep_recursion(
            lambda: _compile(program, source, filename, goal, positions, internal, completion, options, shared)))
    except RecursionError:
        pass
    raise SourceError("The program is nested too deeply", program.start, program.end)


def _compile(
    program: ast.Program, source: bytes, filename: str, goal: str, positions: Positions | None, internal: bool,
    completion: bool, options: Options, shared: bool,
) -> Unit:
    module = goal == "module"
    unit = Unit(filename, module)
    g = Generator(unit, source, Analysis(program, module, options), internal)
    if options.emit_decorator_metadata:
        g.types = Types(program, options.strict_null)
    g.string("")                            # constant 0: the name that calls without one refer to
    unit.name_constant = g.string(filename)
    if module:
        elided = not options.verbatim_modules and not filename.endswith(_JAVASCRIPT)
        modules.compile_module(g, program, completion, elided)
    else:
        modules.compile_script(g, program, completion, shared=shared)
    _place(unit, source, positions)
    if not internal:
        unit.source_constant = g.string(source.decode("utf-8").removeprefix("\ufeff"))
    return unit


def compile_evaluated(
    program: ast.Program, source: bytes, filename: str, shown: str, around: Surroundings | None,
    options: Options = DEFAULT, *, sloppy_this: bool = False, globally: bool = False,
) -> Unit:
    """Compile code for eval, parsed as a script: template 0 is a function that returns its completion value.

    filename: where imports start. shown: what stacks call it. around: of a direct eval, which takes `this` and the like
    from there. sloppy_this: of the functions in it. globally: its var and function declarations are global.
    Imports of the unit are (index in the module, name). Raises SourceError.
    """

    def run() -> Unit:
        unit = Unit(filename, False)
        kind = kinds.SCRIPT if globally else kinds.EVAL
        analysis = Analysis(program, False, options, kind=kind, arrow=around is not None)
        g = Generator(unit, source, analysis, False)
        g.sloppy_this = sloppy_this
        g.string("")
        unit.name_constant = g.string(shown)
        if globally:
            modules.compile_script(g, program, True, evaluated=True)
        else:
            modules.compile_eval(g, program, around)
        unit.templates[0].name = g.string("eval")
        _place(unit, source, None)
        unit.source_constant = g.string(source.decode("utf-8", "surrogatepass"))
        return unit

    try:
        return without_collector(lambda: with_deep_recursion(run))
    except RecursionError:
        pass
    raise SourceError("The program is nested too deeply", program.start, program.end)


def _place(unit: Unit, source: bytes, positions: Positions | None) -> None:
    """Turn byte offsets into what the VM shows: lines and columns, and offsets into the source text."""
    requests = [at for _, _, (at, _) in unit.requests]
    places = line_columns(source, [*unit.positions, *requests], positions)
    unit.positions = [places[at] for at in unit.positions]
    unit.requests = [(specifier, attributes, (places[at] >> 32, places[at] & 0xFFFFFFFF))
                     for specifier, attributes, (at, _) in unit.requests]
    units = utf16_offsets(source, [at for item in unit.templates for at in (item.source_start, item.source_end)])
    for template in unit.templates:
        template.source_start = units[template.source_start]
        template.source_end = units[template.source_end]
