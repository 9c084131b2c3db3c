"""Types: everything between a colon and what follows a type."""
from __future__ import annotations

from abc import abstractmethod

from tsrun.syntax.ast import (
    Expression,
    Identifier,
    MemberExpression,
    Node,
    PrivateIdentifier,
    TemplateElement,
    ThisExpression,
    TSAnyKeyword,
    TSArrayType,
    TSBigIntKeyword,
    TSBooleanKeyword,
    TSConditionalType,
    TSConstructorType,
    TSFunctionType,
    TSImportType,
    TSIndexedAccessType,
    TSInferType,
    TSIntersectionType,
    TSIntrinsicKeyword,
    TSLiteralType,
    TSNamedTupleMember,
    TSNeverKeyword,
    TSNullKeyword,
    TSNumberKeyword,
    TSObjectKeyword,
    TSOptionalType,
    TSQualifiedName,
    TSRestType,
    TSStringKeyword,
    TSSymbolKeyword,
    TSTemplateLiteralType,
    TSThisType,
    TSTupleType,
    TSTypeAnnotation,
    TSTypeOperator,
    TSTypeParameter,
    TSTypeParameterDeclaration,
    TSTypeParameterInstantiation,
    TSTypePredicate,
    TSTypeQuery,
    TSTypeReference,
    TSUndefinedKeyword,
    TSUnionType,
    TSUnknownKeyword,
    TSVoidKeyword,
    TypeNode,
    UnaryExpression,
)
from tsrun.syntax.parser.literals import Literals
from tsrun.syntax.tokens import (
    ABSTRACT,
    AMPERSAND,
    ARROW,
    ASSERTS,
    ASSIGN,
    BAR,
    BIGINT,
    COLON,
    COMMA,
    CONST,
    DOT,
    ELLIPSIS,
    EXTENDS,
    FALSE,
    FIRST_WORD,
    GREATER,
    IMPORT,
    IN,
    INFER,
    IS,
    KEYOF,
    LBRACE,
    LBRACKET,
    LESS,
    LPAREN,
    MINUS,
    NEW,
    NEWLINE_BEFORE,
    NULL,
    NUMBER,
    OUT,
    PRIVATE_NAME,
    QUESTION,
    RBRACKET,
    READONLY,
    RPAREN,
    SHIFT_LEFT,
    STRING,
    TEMPLATE,
    TEMPLATE_HEAD,
    TEMPLATE_MIDDLE,
    TEMPLATE_TAIL,
    TEXTS,
    THIS,
    TRUE,
    TYPEOF,
    UNIQUE,
    VOID,
)

_KEYWORD_TYPES: dict[str, type[TypeNode]] = {
    "any": TSAnyKeyword, "bigint": TSBigIntKeyword, "boolean": TSBooleanKeyword, "intrinsic": TSIntrinsicKeyword,
    "never": TSNeverKeyword, "number": TSNumberKeyword, "object": TSObjectKeyword, "string": TSStringKeyword,
    "symbol": TSSymbolKeyword, "undefined": TSUndefinedKeyword, "unknown": TSUnknownKeyword,
}
_OPERATORS = {KEYOF, UNIQUE, READONLY}


class Types(Literals):
    # ---- annotations, parameters and arguments

    def type_annotation(self) -> TSTypeAnnotation | None:
        """`: T`, if a colon is here."""
        if self.kind != COLON:
            return None
        start = self.starts[self.i]
        self.advance()
        kind = self.full_type()
        return TSTypeAnnotation(start, self.ends[self.i - 1], kind)

    def return_type(self) -> TSTypeAnnotation | None:
        """`: T` or `: x is T` behind parameters."""
        if self.kind != COLON:
            return None
        start = self.starts[self.i]
        self.advance()
        kind = self.type_or_predicate()
        return TSTypeAnnotation(start, self.ends[self.i - 1], kind)

    def type_parameters(self) -> TSTypeParameterDeclaration | None:
        """`<T extends U = V, ...>`, if a `<` is here."""
        if self.kind != LESS:
            return None
        start = self.starts[self.i]
        self.advance()
        params = [self.type_parameter()]
        while self.eat(COMMA):
            if self.kind == GREATER:
                break
            params.append(self.type_parameter())
        self.expect(GREATER)
        return TSTypeParameterDeclaration(start, self.ends[self.i - 1], params)

    def type_parameter(self) -> TSTypeParameter:
        start = self.starts[self.i]
        is_in = is_out = is_const = False
        while self.kind in {IN, OUT, CONST} and self.kinds[self.i + 1] >= FIRST_WORD and (
            self.kind != OUT or self.kinds[self.i + 1] != EXTENDS
        ):
            is_in = is_in or self.kind == IN
            is_out = is_out or self.kind == OUT
            is_const = is_const or self.kind == CONST
            self.advance()
        name = self.type_identifier()
        constraint = default = None
        if self.kind == EXTENDS:
            self.advance()
            constraint = self.full_type()
        if self.kind == ASSIGN:
            self.advance()
            default = self.full_type()
        return TSTypeParameter(start, self.ends[self.i - 1], name, constraint, default, is_in, is_out, is_const)

    def type_identifier(self) -> Identifier:
        """The name of a type parameter, alias or interface."""
        if not self.is_identifier():
            self.unexpected()
        return self.identifier_name()

    def type_arguments(self) -> TSTypeParameterInstantiation:
        """`<T, ...>`; the first half of a `<<` will do."""
        start = self.starts[self.i]
        self.open_type_arguments.append(self.i)
        if self.kind == SHIFT_LEFT:
            self.splits += [SHIFT_LEFT, self.i]
            self.kinds[self.i] = self.kind = LESS
            self.starts[self.i] += 1
        else:
            self.expect(LESS)
        params = [self.full_type()]
        while self.kind == COMMA:
            self.advance()
            params.append(self.full_type())
        self.expect(GREATER)
        self.open_type_arguments.pop()
        return TSTypeParameterInstantiation(start, self.ends[self.i - 1], params)

    # ---- from the loosest to the tightest

    def full_type(self) -> TypeNode:
        """A type in which `extends` may begin a conditional type, whatever is around."""
        if not self.no_conditional_type:
            return self.type_()
        self.no_conditional_type = False
        kind = self.type_()
        self.no_conditional_type = True
        return kind

    def type_(self) -> TypeNode:
        start = self.starts[self.i]
        if self.begins_function_type():
            return self.function_type(start)
        kind = self.union_type()
        if self.kind != EXTENDS or self.no_conditional_type or self.flags[self.i] & NEWLINE_BEFORE:
            return kind
        self.advance()
        self.no_conditional_type = True
        extends = self.type_()
        self.no_conditional_type = False
        self.expect(QUESTION)
        yes = self.type_()
        self.expect(COLON)
        no = self.type_()
        return TSConditionalType(start, no.end, kind, extends, yes, no)

    def type_or_predicate(self) -> TypeNode:
        """A type, or `x is T` and its relatives."""
        start = self.starts[self.i]
        if self.kind == ASSERTS and ((self.kinds[self.i + 1] >= FIRST_WORD and self.kinds[self.i + 1] != IS) or (
            self.kinds[self.i + 1] == IS and self.kinds[self.i + 2] == IS
        )) and not self.flags[self.i + 1] & NEWLINE_BEFORE:
            self.advance()
            name = self.predicate_name()
            annotation = self.predicate_type() if self.kind == IS and not self.newline_before() else None
            return TSTypePredicate(start, self.ends[self.i - 1], name, annotation, True)
        if (self.kind >= FIRST_WORD and self.next_on_line(IS)) and (self.is_identifier() or self.kind == THIS):
            name = self.predicate_name()
            annotation = self.predicate_type()
            return TSTypePredicate(start, self.ends[self.i - 1], name, annotation, False)
        return self.full_type()

    def predicate_name(self) -> Node:
        if self.kind == THIS:
            node = TSThisType(self.starts[self.i], self.ends[self.i])
            self.advance()
            return node
        return self.type_identifier()

    def predicate_type(self) -> TSTypeAnnotation:
        self.advance()
        kind = self.full_type()
        return TSTypeAnnotation(kind.start, kind.end, kind)

    def begins_function_type(self) -> bool:
        kind = self.kind
        if kind == LESS or kind == NEW:
            return True
        if kind == ABSTRACT:
            return self.kinds[self.i + 1] == NEW
        return kind == LPAREN and self.kinds[self.closing(self.i) + 1] == ARROW

    def function_type(self, start: int) -> TypeNode:
        """`<T>(x: A) => B`, `new (x: A) => B`."""
        abstract = self.eat(ABSTRACT)
        constructs = self.eat(NEW)
        types = self.type_parameters()
        params = self.signature_parameters()
        arrow = self.starts[self.i]
        self.expect(ARROW)
        result = self.type_or_predicate()
        returns = TSTypeAnnotation(arrow, result.end, result)
        if constructs:
            return TSConstructorType(start, result.end, params, returns, types, abstract)
        return TSFunctionType(start, result.end, params, returns, types)

    def union_type(self) -> TypeNode:
        start = self.starts[self.i]
        leading = self.eat(BAR)
        first = self.intersection_type()
        if self.kind != BAR:
            return TSUnionType(start, first.end, [first]) if leading else first
        types = [first]
        while self.kind == BAR:
            self.advance()
            types.append(self.intersection_type())
        return TSUnionType(start, types[-1].end, types)

    def intersection_type(self) -> TypeNode:
        start = self.starts[self.i]
        leading = self.eat(AMPERSAND)
        first = self.operator_type()
        if self.kind != AMPERSAND:
            return TSIntersectionType(start, first.end, [first]) if leading else first
        types = [first]
        while self.kind == AMPERSAND:
            self.advance()
            types.append(self.operator_type())
        return TSIntersectionType(start, types[-1].end, types)

    def operator_type(self) -> TypeNode:
        kind = self.kind
        start = self.starts[self.i]
        if kind in _OPERATORS and self.begins_type(self.i + 1):
            self.advance()
            operand = self.operator_type()
            return TSTypeOperator(start, operand.end, TEXTS[kind], operand)
        if kind == INFER and self.kinds[self.i + 1] >= FIRST_WORD:
            return self.infer_type(start)
        if (kind == LESS or kind == NEW or kind == LPAREN) and self.begins_function_type():
            return self.function_type(start)
        if not self.no_conditional_type:
            return self.postfix_type()
        self.no_conditional_type = False
        result = self.postfix_type()
        self.no_conditional_type = True
        return result

    def begins_type(self, token: int) -> bool:
        """Whether a type may begin at a token: decides if a word before it is an operator or a name."""
        kind = self.kinds[token]
        if self.flags[token] & NEWLINE_BEFORE:
            return False
        return (kind >= FIRST_WORD and kind not in {EXTENDS, IS}) or kind in {
            LBRACE, LBRACKET, LPAREN, STRING, NUMBER, BIGINT, MINUS, TEMPLATE, TEMPLATE_HEAD}

    def infer_type(self, start: int) -> TSInferType:
        self.advance()
        at = self.starts[self.i]
        name = self.type_identifier()
        constraint = self.speculate(self.infer_constraint) if self.kind == EXTENDS else None
        end = self.ends[self.i - 1]
        return TSInferType(start, end, TSTypeParameter(at, end, name, constraint))

    def infer_constraint(self) -> TypeNode | None:
        """`extends T` of `infer U extends T`, unless it is the head of a conditional type."""
        outer = self.no_conditional_type
        self.advance()
        self.no_conditional_type = True
        constraint = self.type_()
        self.no_conditional_type = outer
        return constraint if outer or self.kind != QUESTION else None

    def postfix_type(self) -> TypeNode:
        start = self.starts[self.i]
        kind = self.primary_type()
        while self.kind == LBRACKET and not self.flags[self.i] & NEWLINE_BEFORE:
            self.advance()
            if self.kind == RBRACKET:
                self.advance()
                kind = TSArrayType(start, self.ends[self.i - 1], kind)
            else:
                index = self.full_type()
                self.expect(RBRACKET)
                kind = TSIndexedAccessType(start, self.ends[self.i - 1], kind, index)
        return kind

    # ---- primary types

    def primary_type(self) -> TypeNode:
        kind = self.kind
        i = self.i
        start, end = self.starts[i], self.ends[i]
        if self.is_identifier():
            name = self.text[start:end]
            if name in _KEYWORD_TYPES and self.kinds[i + 1] != DOT:
                self.advance()
                return _KEYWORD_TYPES[name](start, end)
            return self.type_reference()
        if kind == LBRACE:
            return self.object_type()
        if kind == LBRACKET:
            return self.tuple_type()
        if kind == LPAREN:
            self.advance()
            inner = self.full_type()
            self.expect(RPAREN)
            return inner
        if kind == TYPEOF:
            return self.type_query()
        if kind == IMPORT:
            return self.import_type()
        if kind == TEMPLATE_HEAD:
            return self.template_type()
        return self.literal_type()

    def literal_type(self) -> TypeNode:
        kind = self.kind
        start, end = self.starts[self.i], self.ends[self.i]
        literal: Expression
        if kind == STRING:
            literal = self.string_literal()
        elif kind == NUMBER:
            literal = self.numeric_literal()
        elif kind == BIGINT:
            literal = self.bigint_literal()
        elif kind == TRUE or kind == FALSE:
            literal = self.boolean_literal()
        elif kind == TEMPLATE:
            literal = self.template_literal()
        elif kind == MINUS:
            self.advance()
            if self.kind != NUMBER and self.kind != BIGINT:
                self.unexpected()
            number = self.numeric_literal() if self.kind == NUMBER else self.bigint_literal()
            literal = UnaryExpression(start, number.end, "-", number)
        elif kind in {NULL, VOID, THIS}:
            self.advance()
            return (TSNullKeyword if kind == NULL else TSVoidKeyword if kind == VOID else TSThisType)(start, end)
        else:
            self.unexpected()
        return TSLiteralType(start, literal.end, literal)

    def entity_name(self) -> Node:
        """`A.B.C`"""
        start = self.starts[self.i]
        name: Node = self.identifier_name()
        while self.kind == DOT:
            self.advance()
            right = self.identifier_name()
            name = TSQualifiedName(start, right.end, name, right)
        return name

    def optional_type_arguments(self) -> TSTypeParameterInstantiation | None:
        if (self.kind == LESS or self.kind == SHIFT_LEFT) and not self.flags[self.i] & NEWLINE_BEFORE:
            return self.type_arguments()
        return None

    def type_reference(self) -> TSTypeReference:
        start = self.starts[self.i]
        name = self.entity_name()
        arguments = self.optional_type_arguments()
        return TSTypeReference(start, self.ends[self.i - 1], name, arguments)

    def type_query(self) -> TSTypeQuery:
        start = self.starts[self.i]
        self.advance()
        name: Node
        if self.kind == IMPORT:
            name = self.import_type()
        elif self.kind == THIS:
            name = ThisExpression(self.starts[self.i], self.ends[self.i])
            self.advance()
        else:
            name = self.identifier_name()
        at = name.start
        while self.kind == DOT:
            self.advance()
            if self.kind == PRIVATE_NAME:
                private: PrivateIdentifier = self.private_name()
                assert isinstance(name, Expression)
                name = MemberExpression(at, private.end, name, private, False, False)
            else:
                right = self.identifier_name()
                name = TSQualifiedName(at, right.end, name, right)
        arguments = self.optional_type_arguments()
        return TSTypeQuery(start, self.ends[self.i - 1], name, arguments)

    def import_type(self) -> TSImportType:
        """`import("m", { with: {...} }).A.B<T>`"""
        start = self.starts[self.i]
        self.advance()
        self.expect(LPAREN)
        argument = self.full_type()
        options = None
        if self.eat(COMMA) and self.kind != RPAREN:
            options = self.assignment()
            self.eat(COMMA)
        self.expect(RPAREN)
        qualifier = self.entity_name() if self.eat(DOT) else None
        arguments = self.optional_type_arguments()
        return TSImportType(start, self.ends[self.i - 1], argument, options, qualifier, arguments)

    def template_type(self) -> TSTemplateLiteralType:
        start = self.starts[self.i]
        quasis: list[TemplateElement] = [self.template_element(tagged=False)]
        types: list[TypeNode] = []
        while not quasis[-1].tail:
            types.append(self.full_type())
            if self.kind != TEMPLATE_MIDDLE and self.kind != TEMPLATE_TAIL:
                self.unexpected()
            quasis.append(self.template_element(tagged=False))
        return TSTemplateLiteralType(start, self.ends[self.i - 1], quasis, types)

    # ---- tuples

    def tuple_type(self) -> TSTupleType:
        start = self.starts[self.i]
        self.advance()
        elements: list[TypeNode] = []
        while self.kind != RBRACKET:
            elements.append(self.tuple_element())
            if self.kind != RBRACKET:
                self.expect(COMMA)
        self.advance()
        return TSTupleType(start, self.ends[self.i - 1], elements)

    def tuple_element(self) -> TypeNode:
        start = self.starts[self.i]
        if self.kind == ELLIPSIS:
            self.advance()
            inner = self.tuple_member()
            return TSRestType(start, inner.end, inner)
        return self.tuple_member()

    def tuple_member(self) -> TypeNode:
        i = self.i
        start = self.starts[i]
        if self.kind >= FIRST_WORD:
            named = self.kinds[i + 1] == COLON
            if named or (self.kinds[i + 1] == QUESTION and self.kinds[i + 2] == COLON):
                label = self.identifier_name()
                optional = self.eat(QUESTION)
                self.expect(COLON)
                kind = self.full_type()
                return TSNamedTupleMember(start, kind.end, label, kind, optional)
        kind = self.full_type()
        if self.kind == QUESTION:
            self.advance()
            return TSOptionalType(start, self.ends[self.i - 1], kind)
        return kind

    # ---- productions of other files

    @abstractmethod
    def object_type(self) -> TypeNode:
        """An object type."""

    @abstractmethod
    def signature_parameters(self) -> list[Node]:
        """The parameters of a signature."""
