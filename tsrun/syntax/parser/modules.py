"""Imports and exports."""
from __future__ import annotations


from tsrun.syntax.ast import (
    Decorator,
    ExportAllDeclaration,
    ExportDefaultDeclaration,
    ExportNamedDeclaration,
    ExportSpecifier,
    Identifier,
    ImportAttribute,
    ImportDeclaration,
    ImportDefaultSpecifier,
    ImportNamespaceSpecifier,
    ImportSpecifier,
    Node,
    Statement,
    StringLiteral,
    TSExportAssignment,
    TSExternalModuleReference,
    TSImportEqualsDeclaration,
    TSModuleDeclaration,
    TSNamespaceExportDeclaration,
    VariableDeclaration,
)
from tsrun.syntax.parser.declarations import Declarations
from tsrun.syntax.parser.scopes import IMPORT as IMPORT_NAME
from tsrun.syntax.parser.scopes import bound_names
from tsrun.syntax.parser.statements import STATEMENTS
from tsrun.syntax.tokens import (
    ABSTRACT,
    AS,
    ASSIGN,
    ASYNC,
    AT,
    CLASS,
    COLON,
    COMMA,
    CONST,
    DEFAULT,
    DOT,
    ENUM,
    EXPORT,
    FIRST_CONTEXTUAL,
    FIRST_WORD,
    FROM,
    FUNCTION,
    IMPORT,
    INTERFACE,
    LBRACE,
    LET,
    LPAREN,
    NAMESPACE,
    RBRACE,
    RPAREN,
    STAR,
    STRING,
    TYPE,
    USING,
    VAR,
    WITH,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Modules(Declarations):
    # ---- where they may stand

    def check_module_level(self, what: str) -> None:
        if self.namespaces or self.ambient:
            return
        if not self.module:
            self.error_here(f"Cannot use {what} statement outside a module")
        if len(self.scopes.stack) > 1 or self.context.body:
            self.error_here(f"{what} declarations may only appear at top level of a module".capitalize())

    # ---- imports

    def import_statement(self) -> Statement:
        follow = self.kinds[self.i + 1]
        if follow == LPAREN or follow == DOT:
            return self.expression_statement()
        self.check_module_level("import")
        start = self.starts[self.i]
        self.advance()
        if self.kind == STRING:
            return self.import_from(start, [], "value")
        self.check_phase()
        kind = "value"
        if self.kind == TYPE and self.type_is_modifier():
            kind = "type"
            self.advance()
        if self.kind >= FIRST_CONTEXTUAL and self.kinds[self.i + 1] == ASSIGN:
            return self.import_equals(start, kind)
        specifiers = self.import_clause(kind)
        if self.kind != FROM:
            self.unexpected()
        self.advance()
        return self.import_from(start, specifiers, kind)

    def check_phase(self) -> None:
        """`import defer * as x` and `import source x`: proposals beyond ECMAScript 2025."""
        follow = self.kinds[self.i + 1]
        if self.at_word("defer") and follow == STAR:
            self.error_here("'import defer' is not supported")
        if self.at_word("source") and follow >= FIRST_CONTEXTUAL and (
            follow != FROM or self.kinds[self.i + 2] == FROM
        ):
            self.error_here("'import source' is not supported")

    def type_is_modifier(self) -> bool:
        """Whether `type` behind `import` or `export` says that only types are meant."""
        follow = self.kinds[self.i + 1]
        if follow == LBRACE or follow == STAR:
            return True
        return follow >= FIRST_CONTEXTUAL and (follow != FROM or self.kinds[self.i + 2] in {FROM, ASSIGN})

    def import_clause(self, kind: str) -> list[ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier]:
        """The names that an import binds."""
        found: list[ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier] = []
        if self.kind >= FIRST_CONTEXTUAL:
            name = self.imported_binding(kind)
            found.append(ImportDefaultSpecifier(name.start, name.end, name))
            if not self.eat(COMMA):
                return found
        if self.kind == STAR:
            start = self.starts[self.i]
            self.advance()
            self.expect(AS)
            name = self.imported_binding(kind)
            found.append(ImportNamespaceSpecifier(start, name.end, name))
            return found
        self.expect(LBRACE)
        while self.kind != RBRACE:
            found.append(self.import_specifier(kind))
            if self.kind != RBRACE:
                self.expect(COMMA)
        self.advance()
        return found

    def imported_binding(self, kind: str) -> Identifier:
        name = self.binding_identifier()
        self.declare_import(name, kind)
        return name

    def declare_import(self, name: Identifier, kind: str) -> None:
        if kind == "type" or self.ambient:
            self.scopes.declare_type(name.name)
        else:
            self.scopes.declare(name, IMPORT_NAME)

    def specifier_is_type(self) -> bool:
        """Whether `type` begins `type name` or `type name as other` in braces, and is not itself the name."""
        if self.kind != TYPE:
            return False
        kinds, i = self.kinds, self.i
        if kinds[i + 1] == AS:
            # type as, type as as, type as as x; but `type as x` renames `type`.
            return kinds[i + 2] in {COMMA, RBRACE} or (kinds[i + 2] == AS and kinds[i + 3] >= FIRST_WORD)
        return kinds[i + 1] >= FIRST_WORD or kinds[i + 1] == STRING

    def import_specifier(self, outer_kind: str) -> ImportSpecifier:
        start = self.starts[self.i]
        kind = "value"
        if self.specifier_is_type():
            kind = "type"
            self.advance()
        effective = "type" if "type" in {kind, outer_kind} else "value"
        if self.kind == STRING or self.kinds[self.i + 1] == AS:
            imported = self.module_export_name()
            self.expect(AS)
            local = self.imported_binding(effective)
            return ImportSpecifier(start, local.end, local, imported, kind)
        local = self.imported_binding(effective)
        return ImportSpecifier(start, local.end, local, Identifier(local.start, local.end, local.name), kind)

    def module_export_name(self) -> Identifier | StringLiteral:
        if self.kind != STRING:
            return self.identifier_name()
        name = self.string_literal()
        if any("\ud800" <= character <= "\udfff" for character in name.value):
            self.error_at(name, "Invalid module export name: contains unpaired surrogate character")
        return name

    def import_from(
        self, start: int, specifiers: Sequence[ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier],
        kind: str,
    ) -> ImportDeclaration:
        source = self.string_literal()
        attributes = self.import_attributes()
        self.semicolon()
        return ImportDeclaration(start, self.ends[self.i - 1], specifiers, source, kind, attributes)

    def import_attributes(self) -> list[ImportAttribute]:
        """`with { type: "json" }`, if it is here."""
        found: list[ImportAttribute] = []
        old = self.at_word("assert") and self.next_on_line(LBRACE) and not self.newline_before()
        if self.kind != WITH and not old:
            return found
        self.advance()
        self.expect(LBRACE)
        seen: set[str] = set()
        while self.kind != RBRACE:
            start = self.starts[self.i]
            key = self.string_literal() if self.kind == STRING else self.identifier_name()
            name = key.value if isinstance(key, StringLiteral) else key.name
            if name in seen:
                self.error_at(key, f"Import attributes has a duplicate key '{name}'")
            seen.add(name)
            self.expect(COLON)
            value = self.string_literal()
            found.append(ImportAttribute(start, value.end, key, value))
            if self.kind != RBRACE:
                self.expect(COMMA)
        self.advance()
        return found

    def import_equals(self, start: int, kind: str) -> TSImportEqualsDeclaration:
        """`import x = require("m")`, `import x = A.B`."""
        name = self.imported_binding(kind)
        self.advance()
        reference: Node
        if self.at_word("require") and self.kinds[self.i + 1] == LPAREN:
            at = self.starts[self.i]
            self.advance()
            self.advance()
            source = self.string_literal()
            self.expect(RPAREN)
            reference = TSExternalModuleReference(at, self.ends[self.i - 1], source)
        else:
            reference = self.entity_name()
        self.semicolon()
        return TSImportEqualsDeclaration(start, self.ends[self.i - 1], name, reference, kind)

    # ---- exports

    def export_statement(self) -> Statement:
        return self.export(())

    def export(self, decorators: Sequence[Decorator]) -> Statement:
        """At `export`, behind decorators if there are any."""
        start = decorators[0].start if decorators else self.starts[self.i]
        self.check_module_level("export")
        self.advance()
        kind = self.kind
        if kind == DEFAULT:
            return self.export_default(start, decorators)
        if kind == STAR:
            return self.export_all(start, "value")
        if kind == LBRACE:
            return self.export_names(start, "value")
        if kind == ASSIGN:
            self.advance()
            expression = self.expression()
            self.semicolon()
            return TSExportAssignment(start, self.ends[self.i - 1], expression)
        if kind == AS and self.kinds[self.i + 1] == NAMESPACE:
            self.advance()
            self.advance()
            name = self.identifier()
            self.semicolon()
            return TSNamespaceExportDeclaration(start, self.ends[self.i - 1], name)
        if kind == IMPORT:
            return self.export_import(start)
        if kind == TYPE and self.kinds[self.i + 1] in {LBRACE, STAR}:
            self.advance()
            return self.export_all(start, "type") if self.kind == STAR else self.export_names(start, "type")
        return self.export_declaration(start, decorators)

    def export_import(self, start: int) -> Statement:
        """`export import x = ...`"""
        at = self.starts[self.i]
        self.advance()
        kind = "value"
        if self.kind == TYPE and self.kinds[self.i + 1] >= FIRST_CONTEXTUAL:
            kind = "type"
            self.advance()
        if self.kinds[self.i + 1] != ASSIGN:
            self.unexpected()
        declaration = self.import_equals(at, kind)
        self.note_export(declaration.id.name, declaration.id)
        return ExportNamedDeclaration(start, declaration.end, declaration, (), None, kind)

    def export_declaration(self, start: int, decorators: Sequence[Decorator]) -> Statement:
        """`export const ...`, `export function ...`, `export type X = ...` and so on."""
        kind = self.kind
        declaration: Statement | None
        if kind == CLASS or kind == AT:
            if kind == AT:
                decorators = [*decorators, *self.decorators()]
            declaration = self.decorated_class(self.starts[self.i], decorators)
        elif kind == VAR or kind == LET or kind == CONST or (kind == USING and self.begins_using()):
            declaration = self.variable_statement()
            if kind == USING:
                self.error_at(declaration, "A 'using' declaration cannot be exported")
        elif kind == FUNCTION or (kind == ASYNC and self.next_on_line(FUNCTION)):
            declaration = self.function_declaration()
        elif kind == INTERFACE:
            declaration = self.interface_declaration()
        elif kind == ENUM:
            declaration = self.enum_declaration(self.starts[self.i])
        else:
            declaration = self.typescript_declaration(self.starts[self.i], decorators)
        if declaration is None:
            self.unexpected()
        self.note_exports_of(declaration)
        erased = declaration.type in {"TSInterfaceDeclaration", "TSTypeAliasDeclaration"} or getattr(
            declaration, "declare", False)
        return ExportNamedDeclaration(start, declaration.end, declaration, (), None, "type" if erased else "value")

    def decorated_class(self, start: int, decorators: Sequence[Decorator]) -> Statement:
        abstract = self.eat(ABSTRACT)
        if self.kind != CLASS:
            self.unexpected()
        return self.class_declaration(decorators, start=start, abstract=abstract)

    def export_default(self, start: int, decorators: Sequence[Decorator]) -> Statement:
        self.note_export("default", None)
        self.advance()
        kind = self.kind
        at = self.starts[self.i]
        declaration: Node
        if kind == FUNCTION or (kind == ASYNC and self.next_on_line(FUNCTION)):
            declaration = self.function_declaration(anonymous=True)
        elif kind == CLASS or kind == AT or (kind == ABSTRACT and self.next_on_line(CLASS)):
            if kind == AT:
                decorators = [*decorators, *self.decorators()]
            abstract = self.eat(ABSTRACT)
            if self.kind != CLASS:
                self.unexpected()
            declaration = self.class_declaration(decorators, anonymous=True, start=at, abstract=abstract)
        elif kind == INTERFACE and self.kinds[self.i + 1] >= FIRST_CONTEXTUAL:
            declaration = self.interface_declaration()
        else:
            declaration = self.assignment()
            self.semicolon()
        if declaration.type == "TSDeclareFunction":
            self.exports.discard("default")
        return ExportDefaultDeclaration(start, self.ends[self.i - 1], declaration)

    def export_all(self, start: int, kind: str) -> Statement:
        self.advance()
        exported: Identifier | StringLiteral | None = None
        if self.eat(AS):
            exported = self.module_export_name()
            self.note_export(exported.value if isinstance(exported, StringLiteral) else exported.name, exported)
        if self.kind != FROM:
            self.unexpected()
        self.advance()
        source = self.string_literal()
        attributes = self.import_attributes()
        self.semicolon()
        return ExportAllDeclaration(start, self.ends[self.i - 1], exported, source, kind, attributes)

    def export_names(self, start: int, kind: str) -> Statement:
        """`export { a, b as c } [from "m"]`."""
        self.advance()
        specifiers: list[ExportSpecifier] = []
        reserved: list[Node] = []
        while self.kind != RBRACE:
            specifiers.append(self.export_specifier(reserved))
            if self.kind != RBRACE:
                self.expect(COMMA)
        self.advance()
        source: StringLiteral | None = None
        attributes: list[ImportAttribute] = []
        if self.kind == FROM:
            self.advance()
            source = self.string_literal()
            attributes = self.import_attributes()
        else:
            for node in reserved:
                self.error_at(node, "Unexpected token in export: a local name is expected")
            if not self.ambient and not self.namespaces:
                self.undeclared += [item.local for item in specifiers]
        self.semicolon()
        return ExportNamedDeclaration(start, self.ends[self.i - 1], None, specifiers, source, kind, attributes)

    def export_specifier(self, reserved: list[Node]) -> ExportSpecifier:
        start = self.starts[self.i]
        kind = "value"
        if self.specifier_is_type():
            kind = "type"
            self.advance()
        is_name = self.is_identifier()
        local = self.module_export_name()
        if not is_name:
            reserved.append(local)
        exported = self.module_export_name() if self.eat(AS) else local
        self.note_export(exported.value if isinstance(exported, StringLiteral) else exported.name, exported)
        return ExportSpecifier(start, exported.end, local, exported, kind)

    # ---- early errors of exports

    def note_export(self, name: str, node: Node | None) -> None:
        if self.namespaces or self.ambient:
            return
        if name in self.exports:
            start, end = (node.start, node.end) if node else (self.starts[self.i], self.ends[self.i])
            self.error(f"Duplicate export of '{name}'", start, end)
        self.exports.add(name)

    def note_exports_of(self, declaration: Statement) -> None:
        """Overloads, namespaces and enums may be exported in several pieces, types live in their own space."""
        if isinstance(declaration, VariableDeclaration):
            for declarator in declaration.declarations:
                for name in bound_names(declarator.id):
                    self.note_export(name.name, name)
        elif declaration.type in {"FunctionDeclaration", "ClassDeclaration"}:
            name = declaration.id  # type: ignore[attr-defined]
            if name is not None:
                self.note_export(name.name, name)
        elif isinstance(declaration, TSModuleDeclaration) and isinstance(declaration.id, StringLiteral):
            self.error_at(declaration, "A module with a quoted name cannot be exported")

    def class_statement(self) -> Statement:
        start = self.starts[self.i]
        decorators = self.decorators() if self.kind == AT else ()
        if self.kind == EXPORT:
            return self.export(decorators)
        return self.decorated_class(start, decorators)


STATEMENTS[IMPORT] = Modules.import_statement
STATEMENTS[EXPORT] = Modules.export_statement
STATEMENTS[CLASS] = STATEMENTS[AT] = Modules.class_statement
