"""Object types: signatures, properties, index signatures, mapped types."""
from __future__ import annotations

from tsrun.syntax.ast import (
    Identifier,
    Node,
    TSCallSignatureDeclaration,
    TSConstructSignatureDeclaration,
    TSIndexSignature,
    TSMappedType,
    TSMethodSignature,
    TSPropertySignature,
    TSTypeAnnotation,
    TSTypeLiteral,
    TypeNode,
)
from tsrun.syntax.parser.functions import Functions
from tsrun.syntax.tokens import (
    AS,
    BIGINT,
    COLON,
    COMMA,
    END,
    FIRST_WORD,
    GET,
    IN,
    LBRACE,
    LBRACKET,
    LESS,
    LPAREN,
    MINUS,
    NEW,
    NEWLINE_BEFORE,
    NUMBER,
    PLUS,
    QUESTION,
    RBRACE,
    RBRACKET,
    READONLY,
    SEMICOLON,
    SET,
    STRING,
    TEXTS,
)


class Members(Functions):
    def signature_parameters(self) -> list[Node]:
        """Parameters of a type: names and types, nothing declared, nothing run."""
        outer = self.enter_function(asynchronous=False, generator=False)
        params = self.parameters()
        self.context = outer
        return params

    def object_type(self) -> TypeNode:
        start = self.starts[self.i]
        if self.begins_mapped_type():
            return self.mapped_type()
        members = self.type_members()
        return TSTypeLiteral(start, self.ends[self.i - 1], members)

    def type_members(self) -> list[Node]:
        """`{ ... }` of an interface or a type literal."""
        self.expect(LBRACE)
        members: list[Node] = []
        while self.kind != RBRACE:
            members.append(self.type_member())
            if self.kind == SEMICOLON or self.kind == COMMA:
                self.advance()
            elif self.kind != RBRACE and not self.flags[self.i] & NEWLINE_BEFORE:
                self.unexpected()
            if self.kind == END:
                self.unexpected()
        self.advance()
        return members

    def type_member(self) -> Node:
        start = self.starts[self.i]
        kind = self.kind
        if kind == LPAREN or kind == LESS:
            return self.call_signature(start, constructs=False)
        follow = self.kinds[self.i + 1]
        if kind == NEW and (follow == LPAREN or follow == LESS):
            self.advance()
            return self.call_signature(start, constructs=True)
        readonly = False
        if kind == READONLY and self.names_member(self.i + 1):
            readonly = True
            self.advance()
        if (self.kind == LBRACKET and self.kinds[self.i + 1] >= FIRST_WORD and self.kinds[self.i + 2] == COLON):
            return self.index_signature(start, readonly=readonly)
        accessor = "method"
        if self.kind in {GET, SET} and self.names_member(self.i + 1):
            accessor = TEXTS[self.kind]
            self.advance()
        key, computed = self.property_key()
        optional = self.eat(QUESTION)
        if self.kind == LPAREN or self.kind == LESS:
            types = self.type_parameters()
            params = self.signature_parameters()
            returns = self.return_type()
            end = self.ends[self.i - 1]
            return TSMethodSignature(start, end, key, params, accessor, computed, optional, returns, types)
        annotation = self.type_annotation()
        return TSPropertySignature(start, self.ends[self.i - 1], key, computed, optional, readonly, annotation)

    def names_member(self, token: int) -> bool:
        """Whether a member's name may begin at a token, so that the word before it is a modifier."""
        kind = self.kinds[token]
        return not self.flags[token] & NEWLINE_BEFORE and (
            kind >= FIRST_WORD or kind in {STRING, NUMBER, BIGINT, LBRACKET})

    def call_signature(self, start: int, *, constructs: bool) -> Node:
        types = self.type_parameters()
        params = self.signature_parameters()
        returns = self.return_type()
        make = TSConstructSignatureDeclaration if constructs else TSCallSignatureDeclaration
        return make(start, self.ends[self.i - 1], params, returns, types)

    def index_signature(self, start: int, *, readonly: bool) -> TSIndexSignature:
        """`[key: K]: T` at the bracket."""
        self.advance()
        at = self.starts[self.i]
        name = self.identifier_name()
        annotation = self.type_annotation()
        parameter = Identifier(at, self.ends[self.i - 1], name.name, annotation)
        self.expect(RBRACKET)
        value: TSTypeAnnotation | None = self.type_annotation()
        if value is None:
            self.error_here("An index signature must have a type annotation")
        return TSIndexSignature(start, self.ends[self.i - 1], [parameter], value, readonly)

    # ---- mapped types

    def begins_mapped_type(self) -> bool:
        kinds, at = self.kinds, self.i + 1
        if kinds[at] in {PLUS, MINUS}:
            return kinds[at + 1] == READONLY
        if kinds[at] == READONLY:
            at += 1
        return kinds[at] == LBRACKET and kinds[at + 1] >= FIRST_WORD and kinds[at + 2] == IN

    def mapped_modifier(self, word: int) -> str | None:
        """`readonly` or `?` with its sign."""
        modifier = None
        if self.kind == PLUS or self.kind == MINUS:
            modifier = TEXTS[self.kind]
            self.advance()
            self.expect(word)
        elif self.eat(word):
            modifier = "true"
        return modifier

    def mapped_type(self) -> TSMappedType:
        start = self.starts[self.i]
        self.advance()
        readonly = self.mapped_modifier(READONLY)
        self.expect(LBRACKET)
        key = self.type_identifier()
        self.expect(IN)
        constraint = self.full_type()
        name_type = None
        if self.kind == AS:
            self.advance()
            name_type = self.full_type()
        self.expect(RBRACKET)
        optional = self.mapped_modifier(QUESTION)
        annotation = None
        if self.eat(COLON):
            annotation = self.full_type()
        if self.kind == SEMICOLON or self.kind == COMMA:
            self.advance()
        self.expect(RBRACE)
        return TSMappedType(start, self.ends[self.i - 1], key, constraint, name_type, annotation, optional, readonly)
