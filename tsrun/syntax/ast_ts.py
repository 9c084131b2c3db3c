"""The nodes of the syntax tree that only TypeScript has, named as in typescript-estree (see `ast`)."""
# ruff: noqa: N815 the fields have the names that ESTree gives them
from __future__ import annotations


from tsrun.syntax.node import Expression, Node, Statement, TypeNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tsrun.syntax.ast import Decorator, Identifier, StringLiteral, TemplateElement

# ---- nodes that stay at run time


class TSEnumDeclaration(Statement):
    id: Identifier
    body: TSEnumBody
    const: bool = False
    declare: bool = False


class TSEnumBody(Node):
    members: list[TSEnumMember]


class TSEnumMember(Node):
    id: Identifier | StringLiteral
    initializer: Expression | None
    computed: bool = False                      # ["name"]


class TSModuleDeclaration(Statement):
    """`namespace A.B { }` (id a TSQualifiedName), `declare module "m" { }`, `declare global { }`."""

    id: Node                                    # Identifier, TSQualifiedName or StringLiteral
    body: TSModuleBlock | None
    kind: str                                   # namespace, module, global
    declare: bool = False


class TSModuleBlock(Node):
    body: list[Statement]


class TSImportEqualsDeclaration(Statement):
    """`import x = A.B` or `import x = require("m")`. Under `export` inside an ExportNamedDeclaration."""

    id: Identifier
    moduleReference: Node                       # Identifier, TSQualifiedName or TSExternalModuleReference
    importKind: str = "value"


class TSExternalModuleReference(Node):
    expression: StringLiteral


class TSExportAssignment(Statement):
    """`export = expression`."""

    expression: Expression


class TSParameterProperty(Node):
    """A constructor's parameter that is a property too."""

    parameter: Node                             # Identifier or AssignmentPattern
    accessibility: str | None
    readonly: bool
    override: bool
    decorators: Sequence[Decorator] = ()


class TSAsExpression(Expression):
    expression: Expression
    typeAnnotation: TypeNode


class TSSatisfiesExpression(Expression):
    expression: Expression
    typeAnnotation: TypeNode


class TSTypeAssertion(Expression):
    """`<T>expression`."""

    typeAnnotation: TypeNode
    expression: Expression


class TSNonNullExpression(Expression):
    expression: Expression


class TSInstantiationExpression(Expression):
    """`f<T>` without a call."""

    expression: Expression
    typeArguments: TSTypeParameterInstantiation


# ---- declarations without a body, and members of classes that leave nothing


class TSDeclareFunction(Statement):
    """An overload, or a function under `declare`."""

    id: Identifier | None
    params: list[Node]
    generator: bool
    async_: bool
    typeParameters: TSTypeParameterDeclaration | None = None
    returnType: TSTypeAnnotation | None = None
    declare: bool = False


class TSEmptyBodyFunctionExpression(Expression):
    """What a method without a body has as its value."""

    params: list[Node]
    generator: bool
    async_: bool
    typeParameters: TSTypeParameterDeclaration | None = None
    returnType: TSTypeAnnotation | None = None


class TSAbstractMethodDefinition(Node):
    key: Expression
    value: TSEmptyBodyFunctionExpression
    kind: str                                   # method, get, set
    computed: bool
    static: bool
    decorators: Sequence[Decorator] = ()
    accessibility: str | None = None
    optional: bool = False
    override: bool = False


class TSAbstractPropertyDefinition(Node):
    key: Expression
    computed: bool
    static: bool
    decorators: Sequence[Decorator] = ()
    typeAnnotation: TSTypeAnnotation | None = None
    accessibility: str | None = None
    optional: bool = False
    override: bool = False
    readonly: bool = False


class TSAbstractAccessorProperty(Node):
    key: Expression
    computed: bool
    static: bool
    decorators: Sequence[Decorator] = ()
    typeAnnotation: TSTypeAnnotation | None = None
    accessibility: str | None = None
    optional: bool = False
    override: bool = False
    readonly: bool = False


class TSIndexSignature(Node):
    """`[key: string]: T` in a class, interface or type literal."""

    parameters: list[Identifier]
    typeAnnotation: TSTypeAnnotation | None
    readonly: bool = False
    static: bool = False
    accessibility: str | None = None


class TSClassImplements(Node):
    expression: Expression
    typeArguments: TSTypeParameterInstantiation | None


# ---- declarations of types


class TSInterfaceDeclaration(Statement):
    id: Identifier
    body: TSInterfaceBody
    extends: Sequence[TSInterfaceHeritage] = ()
    typeParameters: TSTypeParameterDeclaration | None = None
    declare: bool = False


class TSInterfaceBody(Node):
    body: list[Node]


class TSInterfaceHeritage(Node):
    expression: Expression
    typeArguments: TSTypeParameterInstantiation | None


class TSTypeAliasDeclaration(Statement):
    id: Identifier
    typeAnnotation: TypeNode
    typeParameters: TSTypeParameterDeclaration | None = None
    declare: bool = False


class TSNamespaceExportDeclaration(Statement):
    """`export as namespace Name`."""

    id: Identifier


class TSTypeAnnotation(Node):
    """`: T`; `start` is at the colon (or at the arrow of a function type)."""

    typeAnnotation: TypeNode


class TSTypeParameterDeclaration(Node):
    params: list[TSTypeParameter]


class TSTypeParameter(Node):
    name: Identifier
    constraint: TypeNode | None = None
    default: TypeNode | None = None
    in_: bool = False
    out: bool = False
    const: bool = False


class TSTypeParameterInstantiation(Node):
    params: list[TypeNode]


# ---- members of interfaces and type literals


class TSCallSignatureDeclaration(Node):
    params: list[Node]
    returnType: TSTypeAnnotation | None = None
    typeParameters: TSTypeParameterDeclaration | None = None


class TSConstructSignatureDeclaration(Node):
    params: list[Node]
    returnType: TSTypeAnnotation | None = None
    typeParameters: TSTypeParameterDeclaration | None = None


class TSMethodSignature(Node):
    key: Expression
    params: list[Node]
    kind: str                                   # method, get, set
    computed: bool
    optional: bool
    returnType: TSTypeAnnotation | None = None
    typeParameters: TSTypeParameterDeclaration | None = None


class TSPropertySignature(Node):
    key: Expression
    computed: bool
    optional: bool
    readonly: bool
    typeAnnotation: TSTypeAnnotation | None = None


# ---- types


class TSAnyKeyword(TypeNode):
    pass


class TSBigIntKeyword(TypeNode):
    pass


class TSBooleanKeyword(TypeNode):
    pass


class TSIntrinsicKeyword(TypeNode):
    pass


class TSNeverKeyword(TypeNode):
    pass


class TSNullKeyword(TypeNode):
    pass


class TSNumberKeyword(TypeNode):
    pass


class TSObjectKeyword(TypeNode):
    pass


class TSStringKeyword(TypeNode):
    pass


class TSSymbolKeyword(TypeNode):
    pass


class TSUndefinedKeyword(TypeNode):
    pass


class TSUnknownKeyword(TypeNode):
    pass


class TSVoidKeyword(TypeNode):
    pass


class TSThisType(TypeNode):
    pass


class TSLiteralType(TypeNode):
    literal: Expression                         # a literal, a UnaryExpression `-1`, a TemplateLiteral without holes


class TSTemplateLiteralType(TypeNode):
    quasis: list[TemplateElement]
    types: list[TypeNode]


class TSTypeReference(TypeNode):
    typeName: Node                              # Identifier or TSQualifiedName
    typeArguments: TSTypeParameterInstantiation | None = None


class TSQualifiedName(Node):
    left: Node
    right: Identifier


class TSTypeQuery(TypeNode):
    """`typeof name`."""

    exprName: Node                              # Identifier, TSQualifiedName, ThisExpression or TSImportType
    typeArguments: TSTypeParameterInstantiation | None = None


class TSImportType(TypeNode):
    argument: TypeNode
    options: Expression | None = None
    qualifier: Node | None = None
    typeArguments: TSTypeParameterInstantiation | None = None


class TSTypeOperator(TypeNode):
    operator: str                               # keyof, unique, readonly
    typeAnnotation: TypeNode


class TSArrayType(TypeNode):
    elementType: TypeNode


class TSTupleType(TypeNode):
    elementTypes: list[TypeNode]


class TSNamedTupleMember(TypeNode):
    label: Identifier
    elementType: TypeNode
    optional: bool = False


class TSOptionalType(TypeNode):
    typeAnnotation: TypeNode


class TSRestType(TypeNode):
    typeAnnotation: TypeNode


class TSUnionType(TypeNode):
    types: list[TypeNode]


class TSIntersectionType(TypeNode):
    types: list[TypeNode]


class TSConditionalType(TypeNode):
    checkType: TypeNode
    extendsType: TypeNode
    trueType: TypeNode
    falseType: TypeNode


class TSInferType(TypeNode):
    typeParameter: TSTypeParameter


class TSIndexedAccessType(TypeNode):
    objectType: TypeNode
    indexType: TypeNode


class TSMappedType(TypeNode):
    """`{ +readonly [key in constraint as nameType]-?: typeAnnotation }`; the modifiers are "+", "-", "true" or None."""

    key: Identifier
    constraint: TypeNode
    nameType: TypeNode | None = None
    typeAnnotation: TypeNode | None = None
    optional: str | None = None
    readonly: str | None = None


class TSTypeLiteral(TypeNode):
    members: list[Node]


class TSFunctionType(TypeNode):
    params: list[Node]
    returnType: TSTypeAnnotation | None = None
    typeParameters: TSTypeParameterDeclaration | None = None


class TSConstructorType(TypeNode):
    params: list[Node]
    returnType: TSTypeAnnotation | None = None
    typeParameters: TSTypeParameterDeclaration | None = None
    abstract: bool = False


class TSTypePredicate(TypeNode):
    """`x is T`, `asserts x`, `asserts x is T`, `this is T`."""

    parameterName: Node                         # Identifier or TSThisType
    typeAnnotation: TSTypeAnnotation | None
    asserts: bool = False


__all__ = [
    "TSAbstractAccessorProperty", "TSAbstractMethodDefinition", "TSAbstractPropertyDefinition", "TSAnyKeyword",
    "TSArrayType", "TSAsExpression", "TSBigIntKeyword", "TSBooleanKeyword", "TSCallSignatureDeclaration",
    "TSClassImplements", "TSConditionalType", "TSConstructSignatureDeclaration", "TSConstructorType",
    "TSDeclareFunction", "TSEmptyBodyFunctionExpression", "TSEnumBody", "TSEnumDeclaration", "TSEnumMember",
    "TSExportAssignment", "TSExternalModuleReference", "TSFunctionType", "TSImportEqualsDeclaration",
    "TSImportType", "TSIndexSignature", "TSIndexedAccessType", "TSInferType", "TSInstantiationExpression",
    "TSInterfaceBody", "TSInterfaceDeclaration", "TSInterfaceHeritage", "TSIntersectionType", "TSIntrinsicKeyword",
    "TSLiteralType", "TSMappedType", "TSMethodSignature", "TSModuleBlock", "TSModuleDeclaration",
    "TSNamedTupleMember", "TSNamespaceExportDeclaration", "TSNeverKeyword", "TSNonNullExpression", "TSNullKeyword",
    "TSNumberKeyword", "TSObjectKeyword", "TSOptionalType", "TSParameterProperty", "TSPropertySignature",
    "TSQualifiedName", "TSRestType", "TSSatisfiesExpression", "TSStringKeyword", "TSSymbolKeyword",
    "TSTemplateLiteralType", "TSThisType", "TSTupleType", "TSTypeAliasDeclaration", "TSTypeAnnotation",
    "TSTypeAssertion", "TSTypeLiteral", "TSTypeOperator", "TSTypeParameter", "TSTypeParameterDeclaration",
    "TSTypeParameterInstantiation", "TSTypePredicate", "TSTypeQuery", "TSTypeReference", "TSUndefinedKeyword",
    "TSUnionType", "TSUnknownKeyword", "TSVoidKeyword",
]
