"""Programs: scripts, and modules with what their linker has to know."""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import Binding, keep_everything
from tsrun.compiler.blocks import assign_slots, function_name, make_environment, prepare
from tsrun.compiler.builder import FunctionCode
from tsrun.compiler.classes import declare_class
from tsrun.compiler.completion import Completion
from tsrun.compiler.declarations import bound_names, instantiated, namespace_path
from tsrun.compiler.functions import close_async, closure, end_body, named_value, own_pseudo
from tsrun.compiler.generator import Generator, statement_of
from tsrun.compiler.inert import mark_inert
from tsrun.compiler.names import store_slot
from tsrun.compiler.opcodes import O
from tsrun.compiler.resources import statements
from tsrun.compiler.scope_nodes import DEFAULT
from tsrun.compiler.typescript import export_from_namespace
from tsrun.compiler.unit import ARROW, ASYNC, INTERNAL
from tsrun.syntax import ast

if TYPE_CHECKING:
    from tsrun.compiler.evals import Surroundings
    from tsrun.compiler.builder import Region


def compile_script(
    g: Generator, program: ast.Program, completion: bool, *, evaluated: bool = False, shared: bool = False,
) -> None:
    """Template 0 is the whole script. Its var and function declarations are properties of the global object.

    evaluated: by an indirect eval. Then they can be deleted. shared: other code of the realm will see the script's let,
    const and class, too.
    """
    function_kind, var_kind = (_DELETABLE_FUNCTION, _DELETABLE_VAR) if evaluated else (_FUNCTION, _VAR)
    scope = g.analysis.top
    if shared:
        keep_everything(scope)
    f = _begin(g, program)
    make_environment(g, scope, 0)
    for binding in scope.names.values():
        if binding.kind == kinds.PSEUDO:
            own_pseudo(g, binding, 0)
    mark_inert(g, scope)
    _declare_globals(g, evaluated)
    if shared:
        for binding in scope.captured():
            if binding.kind in kinds.DEAD_ZONE and binding.slot < _CONSTANT:
                place = binding.slot | (_CONSTANT if binding.kind == kinds.CONST else 0)
                g.emit(O.declare_lexical, scope.env_register, place, g.site(binding.name), at=0)
    for node in scope.hoisted:
        top = f.top
        register = f.temporary(node.start)
        closure(g, node, register, function_name(node))
        g.emit(O.define_global, register, function_kind, g.site(function_name(node)), at=node.start)
        f.top = top
    functions = {function_name(node) for node in scope.hoisted}
    for binding in scope.names.values():
        if binding.kind == kinds.GLOBAL and binding.name not in functions:
            register = f.temporary(0)
            g.emit(O.load_undefined, register, at=0)
            g.emit(O.define_global, register, var_kind, g.site(binding.name), at=0)
            f.top = register
    prepare(g, scope, 0)
    _body(g, program, completion)


def compile_eval(g: Generator, program: ast.Program, around: Surroundings | None) -> None:
    """Template 0 is code for eval: a function of its own, for a direct eval inside the scopes around the call."""
    scope = g.analysis.top
    scope.parent = around.innermost if around is not None else None
    f = _begin(g, program)
    if around is not None:
        f.outer_depth = f.env_depth = around.depth
    make_environment(g, scope, 0)
    for binding in scope.names.values():
        if binding.kind == kinds.PSEUDO:
            own_pseudo(g, binding, 0)
    prepare(g, scope, 0)
    _body(g, program, True)
    if around is not None:
        g.unit.templates[0].flags |= ARROW
    g.unit.imports = [(binding.slot, binding.name) for binding in g.import_bindings]
    g.unit.import_names = [binding.name for binding in g.import_bindings]


_CONSTANT = 1 << 15
"""Beside the slot of a const in declare_lexical (vm/lexicals)."""
_FUNCTION, _VAR, _MAY_FUNCTION, _MAY_VAR, _MAY_LEXICAL, _DELETABLE_FUNCTION, _DELETABLE_VAR = range(7)
"""What define_global does (vm/properties)."""


def _declare_globals(g: Generator, evaluated: bool) -> None:
    """Ask whether the script's names may be declared, before any of them is (sections 16.1.7 and 19.2.1.3)."""
    scope = g.analysis.top
    functions = {function_name(node) for node in scope.hoisted}
    asked = [(_MAY_LEXICAL, name) for name, binding in scope.names.items()
             if binding.kind in kinds.DEAD_ZONE and not evaluated]
    asked += [(_MAY_FUNCTION, name) for name in functions]
    asked += [(_MAY_VAR, name) for name, binding in scope.names.items()
              if binding.kind == kinds.GLOBAL and name not in functions]
    for kind, name in asked:
        g.emit(O.define_global, 0, kind, g.site(name), at=max(scope.names[name].declared_end - 1, 0))


def compile_module(g: Generator, program: ast.Program, completion: bool, typescript: bool) -> None:
    """Template 0 makes the functions that the module's environment holds, template 1 is the body."""
    scope = g.analysis.top
    linking = Linking(g, program, typescript)
    captured = scope.captured()
    assign_slots(captured)
    scope.env_depth = 1
    g.unit.env_size = len(captured) + 1
    g.unit.variables[-1] = [[binding.name for binding in captured]]
    g.escapes_early = bool(linking.requests) and any(
        scope.names[function_name(node)].exported for node in scope.hoisted)
    g.new_template()
    g.new_template()
    f = _begin(g, program, 0)
    f.outer_depth = f.env_depth = 1
    prepare(g, scope, 0, True)
    g.emit(O.ret_undefined, at=0)
    g.end_function(INTERNAL, "", 0, 0, (0, 0))
    f = _begin(g, program, 1)
    f.outer_depth = f.env_depth = 1
    f.async_ = True
    region = f.open_region(2)
    for binding in scope.names.values():
        if binding.kind == kinds.PSEUDO:
            own_pseudo(g, binding, 0)
    prepare(g, scope, 0, False)
    _body(g, program, completion, region)
    linking.finish(g)


def _begin(g: Generator, program: ast.Program, template: int = -1) -> FunctionCode:
    g.f = FunctionCode(0, None, None, None)
    if template < 0:
        template = g.new_template()
    f = g.begin_function(template, g.analysis.top, program)
    g.scope = g.analysis.top
    return f


def _body(g: Generator, program: ast.Program, wanted: bool, region: Region | None = None) -> None:
    """The statements; with an `await` among them a module is an async function, whose exceptions go to `region`."""
    f = g.f
    if wanted:
        completion = Completion(program.body)
        if completion.wanted:
            g.wanted, g.reset, g.kept = completion.wanted, completion.reset, completion.kept
            f.completion = f.temporary(0)
            f.locals[f.completion] = None
            g.emit(O.load_undefined, f.completion, at=0)
    end = max(program.end - 1, 0)
    statements(g, program.body, 0, end)
    flags = INTERNAL if g.internal else 0
    if region is not None and f.awaits:
        end_body(g, end, f.completion)
        close_async(g, region, end)
        flags |= ASYNC
    elif f.completion >= 0:
        g.emit(O.ret, f.completion, at=end)
    else:
        g.emit(O.ret_undefined, at=end)
    g.end_function(flags, "", 0, 0, (program.start, program.end))


# ---- imports and exports

_TYPES = ast.TSInterfaceDeclaration, ast.TSTypeAliasDeclaration

EXPORT_ASSIGNED = "module.exports"
"""The name under which `export = x` exports x; who asks for it of a module without one gets its namespace."""


class Linking:
    """Collects what a module asks of others and offers to them."""

    def __init__(self, g: Generator, program: ast.Program, typescript: bool) -> None:
        self.unit = g.unit
        self.verbatim = g.options.verbatim_modules
        self.requests: list[tuple[str, dict[str, str], int]] = []
        self.origins: dict[Binding, tuple[int, str | None]] = {}
        self.exported: dict[str, Binding] = {}
        self.names = g.analysis.top.names
        self.reexported = {item.local.name for item in g.analysis.export_specifiers
                           if isinstance(item.local, ast.Identifier)}
        for statement in program.body:
            self._types(statement)
            if isinstance(statement, ast.ImportDeclaration):
                self._import(g, statement, typescript)
            elif isinstance(statement, ast.ExportNamedDeclaration):
                self._export_named(statement)
            elif isinstance(statement, ast.ExportAllDeclaration) and statement.exportKind != "type":
                self._export_all(statement)
            elif isinstance(statement, ast.ExportDefaultDeclaration):
                self._export_default(statement)
            elif isinstance(statement, ast.TSImportEqualsDeclaration):
                self._require(statement, False)
            elif isinstance(statement, ast.TSExportAssignment):
                self._export_assignment(statement)

    def request(self, node: Any) -> int:
        """The number of a module specifier with its attributes."""
        return self.request_of(node.source, {text_of(item.key): item.value.value for item in node.attributes})

    def request_of(self, source: Any, attributes: dict[str, str]) -> int:
        """The number of a module specifier."""
        for index, (specifier, known, _) in enumerate(self.requests):
            if specifier == source.value and known == attributes:
                return index
        self.requests.append((source.value, attributes, source.start))
        return len(self.requests) - 1

    def _import(self, g: Generator, node: ast.ImportDeclaration, typescript: bool) -> None:
        if node.importKind == "type":
            return
        kept = []
        for item in node.specifiers:
            if getattr(item, "importKind", "value") == "type":
                continue
            binding = self.names.get(item.local.name)
            if binding is not None and (not typescript or binding.used or item.local.name in self.reexported):
                kept.append((item, binding))
        for item in node.specifiers:
            if item.local.name in g.analysis.metadata_names:
                namespace = Binding(f"%types {item.local.name}", kinds.IMPORT, g.analysis.top, 0)
                self.origins[namespace] = self.request(node), None
                g.metadata_imports[item.local.name] = namespace, imported_name(item)
        only_types = any(getattr(item, "importKind", "value") == "type" for item in node.specifiers)
        if node.specifiers and not kept and (typescript or (only_types and not self.verbatim)):
            return                                  # only types, or nothing, is taken from that module
        request = self.request(node)
        for item, binding in kept:
            self.origins[binding] = request, imported_name(item)

    def _require(self, node: ast.TSImportEqualsDeclaration, exported: bool) -> None:
        """`import x = require("m")`: what m assigned to its exports, or its namespace."""
        if node.importKind == "type" or not isinstance(node.moduleReference, ast.TSExternalModuleReference):
            return
        binding = self.names[node.id.name]
        if exported or binding.used or node.id.name in self.reexported or self.verbatim:
            self.origins[binding] = self.request_of(node.moduleReference.expression, {}), EXPORT_ASSIGNED

    def _export_assignment(self, node: ast.TSExportAssignment) -> None:
        name = node.expression.name if isinstance(node.expression, ast.Identifier) else DEFAULT
        if name in self.names:
            self.exported["default"] = self.exported[EXPORT_ASSIGNED] = self.names[name]

    def _types(self, statement: Any) -> None:
        """Note the names of types that a statement exports."""
        types = self.unit.types
        if isinstance(statement, ast.ExportDefaultDeclaration):
            if isinstance(statement.declaration, ast.TSInterfaceDeclaration):
                types.append("default")
        elif isinstance(statement, ast.ExportNamedDeclaration):
            declaration = statement.declaration
            if isinstance(declaration, _TYPES) or (
                    isinstance(declaration, ast.TSModuleDeclaration) and not instantiated(declaration)):
                types.append(namespace_path(declaration)[0] if isinstance(declaration, ast.TSModuleDeclaration)
                             else declaration.id.name)
            for item in statement.specifiers:
                gone = statement.source is None and text_of(item.local) not in self.names
                if "type" in {statement.exportKind, item.exportKind} or gone:
                    types.append(text_of(item.exported))

    def _export_named(self, node: ast.ExportNamedDeclaration) -> None:
        if node.exportKind == "type":
            return
        specifiers = [item for item in node.specifiers if item.exportKind != "type"]
        if node.source is not None:
            if node.specifiers and not specifiers and not self.verbatim:
                return
            request = self.request(node)
            for item in specifiers:
                self.unit.indirect_exports[text_of(item.exported)] = request, text_of(item.local)
            return
        for item in specifiers:
            binding = self.names.get(text_of(item.local))
            if binding is None:
                continue                            # a type
            self.exported[text_of(item.exported)] = binding
        if isinstance(node.declaration, ast.TSImportEqualsDeclaration):
            self._require(node.declaration, True)
        if node.declaration is not None:
            for name in bound_names(node.declaration):
                if name in self.names:
                    self.exported[name] = self.names[name]

    def _export_all(self, node: ast.ExportAllDeclaration) -> None:
        request = self.request(node)
        if node.exported is None:
            self.unit.star_exports.append(request)
        else:
            self.unit.indirect_exports[text_of(node.exported)] = request, None

    def _export_default(self, node: ast.ExportDefaultDeclaration) -> None:
        declaration: Any = node.declaration
        name = DEFAULT
        if isinstance(declaration, ast.FunctionDeclaration | ast.ClassDeclaration) and declaration.id is not None:
            name = declaration.id.name
        if name in self.names:
            self.exported["default"] = self.names[name]

    def finish(self, g: Generator) -> None:
        """Write the metadata; slots and import numbers are known now."""
        unit = self.unit
        unit.requests = [(specifier, attributes, (at, 0)) for specifier, attributes, at in self.requests]
        # Those that nothing uses come last: they need a target all the same, as those passed on do anyway.
        used = {*g.import_bindings, *self.exported.values()}
        bindings = [*g.import_bindings, *(binding for binding in self.origins if binding not in used)]
        unit.imports = [self.origins[binding] for binding in bindings]
        unit.import_names = [binding.name for binding in bindings]
        for name, binding in self.exported.items():
            if binding.kind == kinds.IMPORT:
                unit.indirect_exports[name] = self.origins[binding]
            else:
                unit.exports[name] = binding.slot


def imported_name(item: Any) -> str | None:
    """What an import's specifier takes from the module; None for its namespace."""
    if isinstance(item, ast.ImportSpecifier):
        return text_of(item.imported)
    return "default" if isinstance(item, ast.ImportDefaultSpecifier) else None


def text_of(node: Any) -> str:
    """A name in an import or export clause."""
    text: str = node.name if isinstance(node, ast.Identifier) else node.value
    return text


@statement_of(ast.ImportDeclaration, ast.ExportAllDeclaration)
def nothing(_g: Generator, _node: Any) -> None:
    """Carried out when modules are linked."""


@statement_of(ast.ExportNamedDeclaration)
def export_named(g: Generator, node: ast.ExportNamedDeclaration) -> None:
    if node.declaration is None or node.exportKind == "type":
        return
    if g.scope.kind == kinds.NAMESPACE:
        export_from_namespace(g, node.declaration)
    else:
        g.statement(node.declaration)


@statement_of(ast.ExportDefaultDeclaration)
def export_default(g: Generator, node: ast.ExportDefaultDeclaration) -> None:
    declaration: Any = node.declaration
    if isinstance(declaration, ast.FunctionDeclaration | ast.TSInterfaceDeclaration | ast.TSDeclareFunction):
        return
    if isinstance(declaration, ast.ClassDeclaration):
        if not declaration.declare:
            name = declaration.id.name if declaration.id is not None else DEFAULT
            declare_class(g, declaration, name, "default")
        return
    binding = g.scope.names[DEFAULT]
    top = g.f.top
    register = g.temporary(node.start)
    named_value(g, declaration, "default", register)
    store_slot(g, binding, register, node.start)
    g.f.top = top


@statement_of(ast.TSExportAssignment)
def export_assignment(g: Generator, node: ast.TSExportAssignment) -> None:
    if isinstance(node.expression, ast.Identifier):
        return                                  # the variable itself is exported
    top = g.f.top
    register = g.temporary(node.start)
    g.expr(node.expression, register)
    store_slot(g, g.scope.names[DEFAULT], register, node.start)
    g.f.top = top
