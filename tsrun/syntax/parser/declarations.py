"""TypeScript's own declarations: types, interfaces, enums, namespaces, `declare`, `abstract class`."""
from __future__ import annotations


from tsrun.syntax.ast import (
    Decorator,
    ExportNamedDeclaration,
    Expression,
    Identifier,
    MemberExpression,
    Node,
    Statement,
    StringLiteral,
    TSDeclareFunction,
    TSEnumBody,
    TSEnumDeclaration,
    TSEnumMember,
    TSInterfaceBody,
    TSInterfaceDeclaration,
    TSInterfaceHeritage,
    TSModuleBlock,
    TSModuleDeclaration,
    TSQualifiedName,
    TSTypeAliasDeclaration,
)
from tsrun.syntax.parser.scopes import ENUM as ENUM_NAME
from tsrun.syntax.parser.scopes import FUNCTION_BODY
from tsrun.syntax.parser.scopes import NAMESPACE as NAMESPACE_NAME
from tsrun.syntax.parser.statements import STATEMENTS, Statements
from tsrun.syntax.tokens import (
    ABSTRACT,
    ASSIGN,
    ASYNC,
    CLASS,
    COMMA,
    CONST,
    DECLARE,
    DOT,
    ENUM,
    EXTENDS,
    FIRST_CONTEXTUAL,
    FIRST_WORD,
    FUNCTION,
    GLOBAL,
    IMPORT,
    INTERFACE,
    LBRACE,
    LBRACKET,
    LESS,
    LET,
    MODULE,
    NAMESPACE,
    NEWLINE_BEFORE,
    RBRACE,
    RBRACKET,
    SHIFT_LEFT,
    STRING,
    TEMPLATE,
    TYPE,
    USING,
    VAR,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Declarations(Statements):
    def typescript_statement(self) -> Statement:
        """A statement that begins with a word that may begin a declaration of TypeScript."""
        declaration = self.typescript_declaration(self.starts[self.i])
        return declaration if declaration is not None else self.word_statement()

    def typescript_declaration(
        self, start: int, decorators: Sequence[Decorator] = ()
    ) -> Statement | None:
        """The declaration that the current contextual word begins, or None with nothing read."""
        kind = self.kind
        follow = self.kinds[self.i + 1]
        if self.flags[self.i + 1] & NEWLINE_BEFORE:
            return None
        if kind == TYPE and follow >= FIRST_CONTEXTUAL:
            return self.type_alias(start)
        if kind == ABSTRACT and follow == CLASS:
            self.advance()
            return self.class_declaration(decorators, start=start, abstract=True)
        if (kind == NAMESPACE and follow >= FIRST_CONTEXTUAL) or (
            kind == MODULE and (follow >= FIRST_CONTEXTUAL or follow == STRING)
        ):
            return self.namespace_declaration(start)
        if kind == GLOBAL and follow == LBRACE:
            return self.global_declaration(start)
        if kind == DECLARE and (follow >= FIRST_CONTEXTUAL or follow in _DECLARED):
            return self.declare(start, decorators)
        return None

    # ---- types

    def type_alias(self, start: int) -> TSTypeAliasDeclaration:
        self.advance()
        name = self.type_identifier()
        self.scopes.declare_type(name.name)
        types = self.type_parameters()
        self.expect(ASSIGN)
        kind = self.type_()
        self.semicolon()
        return TSTypeAliasDeclaration(start, self.ends[self.i - 1], name, kind, types)

    def interface_declaration(self) -> Statement:
        start = self.starts[self.i]
        if self.kinds[self.i + 1] < FIRST_CONTEXTUAL:
            self.unexpected()
        self.advance()
        name = self.type_identifier()
        self.scopes.declare_type(name.name)
        types = self.type_parameters()
        extends: list[TSInterfaceHeritage] = []
        if self.eat(EXTENDS):
            while True:
                extends.append(self.heritage_clause())
                if not self.eat(COMMA):
                    break
        at = self.starts[self.i]
        members = self.type_members()
        end = self.ends[self.i - 1]
        return TSInterfaceDeclaration(start, end, name, TSInterfaceBody(at, end, members), extends, types)

    def heritage_clause(self) -> TSInterfaceHeritage:
        start = self.starts[self.i]
        name: Expression = self.identifier_name()
        while self.eat(DOT):
            right = self.identifier_name()
            name = MemberExpression(start, right.end, name, right, False, False)
        arguments = self.type_arguments() if self.kind == LESS or self.kind == SHIFT_LEFT else None
        return TSInterfaceHeritage(start, self.ends[self.i - 1], name, arguments)

    # ---- enums

    def enum_statement(self) -> Statement:
        return self.enum_declaration(self.starts[self.i])

    def enum_declaration(self, start: int) -> Statement:
        """At `enum` or `const enum`."""
        const = self.eat(CONST)
        self.expect(ENUM)
        name = self.binding_identifier()
        if self.ambient:
            self.scopes.declare_type(name.name)
        else:
            self.scopes.declare(name, ENUM_NAME)
        at = self.starts[self.i]
        self.expect(LBRACE)
        members: list[TSEnumMember] = []
        while self.kind != RBRACE:
            members.append(self.enum_member())
            if self.kind != RBRACE:
                self.expect(COMMA)
        self.advance()
        end = self.ends[self.i - 1]
        return TSEnumDeclaration(start, end, name, TSEnumBody(at, end, members), const)

    def enum_member(self) -> TSEnumMember:
        start = self.starts[self.i]
        computed = False
        key: Identifier | StringLiteral
        if self.kind == LBRACKET:
            computed = True
            self.advance()
            if self.kind == STRING:
                key = self.string_literal()
            elif self.kind == TEMPLATE:
                quasi = self.template_element(tagged=False)
                key = StringLiteral(quasi.start, quasi.end, quasi.cooked or "")
            else:
                self.error_here("Computed property names are not allowed in enums")
            self.expect(RBRACKET)
        elif self.kind == STRING:
            key = self.string_literal()
        elif self.kind >= FIRST_WORD:
            key = self.identifier_name()
        else:
            self.error_here("An enum member must be named by an identifier or a string")
        value = self.assignment() if self.eat(ASSIGN) else None
        return TSEnumMember(start, self.ends[self.i - 1], key, value, computed)

    # ---- namespaces

    def namespace_declaration(self, start: int) -> TSModuleDeclaration:
        """At `namespace` or `module`."""
        kind = "module" if self.kind == MODULE else "namespace"
        self.advance()
        name: Node
        if self.kind == STRING:
            if not self.ambient:
                self.error_here("Only ambient modules can use quoted names")
            name = self.string_literal()
            if self.kind != LBRACE:
                self.semicolon()
                return TSModuleDeclaration(start, self.ends[self.i - 1], name, None, kind, True)
            return self.finished_module(start, name, kind)
        first = self.binding_identifier()
        name = first
        while self.eat(DOT):
            right = self.identifier_name()
            name = TSQualifiedName(first.start, right.end, name, right)
        node = self.finished_module(start, name, kind)
        if self.ambient or not self.is_instantiated(node):
            self.scopes.declare_type(first.name)
        else:
            self.scopes.declare(first, NAMESPACE_NAME)
        return node

    def finished_module(self, start: int, name: Node, kind: str) -> TSModuleDeclaration:
        """The block of a namespace, and the whole."""
        at = self.starts[self.i]
        self.expect(LBRACE)
        outer = self.enter_function(asynchronous=False, generator=False)
        self.context.returns = self.context.new_target = False
        self.scopes.enter(FUNCTION_BODY)
        self.namespaces += 1
        body: list[Statement] = []
        while self.kind != RBRACE:
            body.append(self.statement_list_item())
        self.advance()
        self.namespaces -= 1
        self.scopes.leave()
        self.context = outer
        end = self.ends[self.i - 1]
        return TSModuleDeclaration(start, end, name, TSModuleBlock(at, end, body), kind)

    def is_instantiated(self, node: TSModuleDeclaration) -> bool:
        """Whether a namespace leaves anything at run time."""
        for statement in node.body.body if node.body is not None else ():
            inner = statement
            if isinstance(inner, ExportNamedDeclaration) and inner.declaration is not None:
                inner = inner.declaration
            erased = isinstance(inner, TSInterfaceDeclaration | TSTypeAliasDeclaration) or inner in self.erased
            if not erased and not getattr(inner, "declare", False):
                return True
        self.erased.add(node)
        return False

    def global_declaration(self, start: int) -> TSModuleDeclaration:
        name = self.identifier_name()
        if not self.ambient:
            self.error_at(name, "Augmentations for the global scope need a 'declare' modifier")
        return self.finished_module(start, name, "global")

    # ---- declare

    def declare(self, start: int, decorators: Sequence[Decorator]) -> Statement | None:
        """`declare ...` of something that does not run, or None with nothing read."""
        i, outer = self.i, self.ambient
        self.advance()
        self.ambient = True
        kind = self.kind
        node: Statement | None
        if kind == CLASS:
            node = self.class_declaration(decorators, start=start)
        elif kind == FUNCTION or (kind == ASYNC and self.next_on_line(FUNCTION)):
            node = self.function_declaration(declare=True)
        elif kind == INTERFACE:
            node = self.interface_declaration()
        elif kind == ENUM:
            node = self.enum_declaration(start)
        elif kind == VAR or kind == LET or kind == CONST or (kind == USING and self.begins_using()):
            node = self.variable_statement()
        else:
            node = self.typescript_declaration(start, decorators) if kind != DECLARE else None
        self.ambient = outer
        if node is None:
            self.go_to(i)
            return None
        node.start = start
        if not isinstance(node, ExportNamedDeclaration | TSDeclareFunction):
            node.declare = True  # type: ignore[attr-defined]
        return node


_DECLARED = {CLASS, FUNCTION, INTERFACE, ENUM, VAR, LET, CONST, IMPORT}


for _kind in (TYPE, ABSTRACT, NAMESPACE, MODULE, GLOBAL, DECLARE):
    STATEMENTS[_kind] = Declarations.typescript_statement
STATEMENTS[INTERFACE] = Declarations.interface_declaration
STATEMENTS[ENUM] = Declarations.enum_statement
