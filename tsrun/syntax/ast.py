"""The syntax tree: ESTree with the node and field names of typescript-estree.

Differences from ESTree, each for a reason:

* `Literal` is a class per kind of literal, so that a pass dispatches on the class alone.
* Fields whose names Python reserves end in an underscore: `async_`, `await_`, `in_`.
* `TemplateElement` has `cooked` and `raw` directly. `cooked` is None for an invalid escape in a tagged template.
* Parentheses leave no node. `ChainExpression` ends where its parentheses end, so `(a?.b).c` and `a?.b.c` differ; the
  parser checks what else depends on them. What is left is that `(x) = function () {}` names no function:
  `Identifier.parenthesized` says so.
* Strings (`Identifier.name`, `StringLiteral.value`, `cooked`) are Python strings in which a surrogate pair is one
  code point and a lone surrogate stays a surrogate code point.

Positions are byte offsets into the UTF-8 source; `end` is exclusive. A statement's range includes its semicolon.
A sequence of nodes is a list where it has elements, and may be the empty tuple where it has none.
The nodes of TypeScript alone are in `ast_ts`; this module exports them too.
"""
# ruff: noqa: N815 the fields have the names that ESTree gives them
from __future__ import annotations


from tsrun.syntax import ast_ts
from tsrun.syntax.ast_ts import *  # noqa: F403 the one door to all nodes
from tsrun.syntax.node import Expression, Node, Statement, TypeNode, children, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tsrun.syntax.ast_ts import (
        TSClassImplements,
        TSTypeAnnotation,
        TSTypeParameterDeclaration,
        TSTypeParameterInstantiation,
    )

# ---- names and literals


class Identifier(Expression):
    """A name used as a reference, a binding, a label or a property key."""

    name: str
    typeAnnotation: TSTypeAnnotation | None = None
    optional: bool = False                      # a parameter `x?`
    decorators: Sequence[Decorator] = ()        # of a parameter
    parenthesized: bool = False


class PrivateIdentifier(Expression):
    """`#name`: a key, or the left side of `#name in object`. `name` is without the `#`."""

    name: str


class NumericLiteral(Expression):
    value: float


class StringLiteral(Expression):
    value: str


class BooleanLiteral(Expression):
    value: bool


class NullLiteral(Expression):
    pass


class BigIntLiteral(Expression):
    value: int


class RegExpLiteral(Expression):
    pattern: str
    flags: str


class TemplateElement(Node):
    cooked: str | None
    raw: str
    tail: bool


class TemplateLiteral(Expression):
    """`quasis` is one longer than `expressions`."""

    quasis: list[TemplateElement]
    expressions: list[Expression]


class TaggedTemplateExpression(Expression):
    tag: Expression
    quasi: TemplateLiteral
    typeArguments: TSTypeParameterInstantiation | None = None


# ---- expressions


class ThisExpression(Expression):
    pass


class Super(Expression):
    """Only as the callee of a call or the object of a member expression."""


class ArrayExpression(Expression):
    elements: list[Expression | SpreadElement | None]     # None is a hole


class ObjectExpression(Expression):
    properties: list[Property | SpreadElement]


class Property(Node):
    """Of an object literal (`value` an expression) or an object pattern (`value` a pattern)."""

    key: Expression                             # Identifier, StringLiteral, NumericLiteral, BigIntLiteral or computed
    value: Node
    kind: str                                   # init, get, set
    computed: bool
    method: bool
    shorthand: bool


class SpreadElement(Node):
    argument: Expression


class SequenceExpression(Expression):
    expressions: list[Expression]


class UnaryExpression(Expression):
    operator: str                               # - + ! ~ typeof void delete
    argument: Expression


class UpdateExpression(Expression):
    operator: str                               # ++ --
    prefix: bool
    argument: Expression


class BinaryExpression(Expression):
    operator: str                               # left may be a PrivateIdentifier where the operator is `in`
    left: Expression
    right: Expression


class LogicalExpression(Expression):
    operator: str                               # && || ??
    left: Expression
    right: Expression


class AssignmentExpression(Expression):
    operator: str                               # = += ... &&= ||= ??=
    left: Node                                  # a pattern only where the operator is `=`
    right: Expression


class ConditionalExpression(Expression):
    test: Expression
    consequent: Expression
    alternate: Expression


class MemberExpression(Expression):
    object: Expression
    property: Expression                        # Identifier or PrivateIdentifier unless computed
    computed: bool
    optional: bool


class CallExpression(Expression):
    callee: Expression
    arguments: list[Expression | SpreadElement]
    optional: bool
    typeArguments: TSTypeParameterInstantiation | None = None


class ChainExpression(Expression):
    """How far the short circuit of the `?.` inside reaches."""

    expression: Expression


class NewExpression(Expression):
    callee: Expression
    arguments: Sequence[Expression | SpreadElement]
    typeArguments: TSTypeParameterInstantiation | None = None


class ImportExpression(Expression):
    source: Expression
    options: Expression | None


class MetaProperty(Expression):
    meta: Identifier                            # new.target, import.meta
    property: Identifier


class YieldExpression(Expression):
    argument: Expression | None
    delegate: bool


class AwaitExpression(Expression):
    argument: Expression


# ---- functions


class FunctionDeclaration(Statement):
    id: Identifier | None                       # None only under `export default`
    params: list[Node]                          # patterns, TSParameterProperty; an Identifier `this` may come first
    body: BlockStatement
    generator: bool
    async_: bool
    typeParameters: TSTypeParameterDeclaration | None = None
    returnType: TSTypeAnnotation | None = None
    declare: bool = False


class FunctionExpression(Expression):
    id: Identifier | None
    params: list[Node]
    body: BlockStatement
    generator: bool
    async_: bool
    typeParameters: TSTypeParameterDeclaration | None = None
    returnType: TSTypeAnnotation | None = None


class ArrowFunctionExpression(Expression):
    params: list[Node]
    body: Node                                  # a BlockStatement, or an expression where `expression`
    expression: bool
    async_: bool
    typeParameters: TSTypeParameterDeclaration | None = None
    returnType: TSTypeAnnotation | None = None


# ---- patterns


class AssignmentPattern(Node):
    """A target with a default. A type annotation stands on `left`."""

    left: Node
    right: Expression
    decorators: Sequence[Decorator] = ()


class ArrayPattern(Node):
    elements: list[Node | None]                 # None is a hole
    typeAnnotation: TSTypeAnnotation | None = None
    optional: bool = False
    decorators: Sequence[Decorator] = ()


class ObjectPattern(Node):
    properties: list[Property | RestElement]
    typeAnnotation: TSTypeAnnotation | None = None
    optional: bool = False
    decorators: Sequence[Decorator] = ()


class RestElement(Node):
    argument: Node
    typeAnnotation: TSTypeAnnotation | None = None
    optional: bool = False
    decorators: Sequence[Decorator] = ()


# ---- classes


class Decorator(Node):
    expression: Expression


class ClassBody(Node):
    body: list[Node]


class ClassDeclaration(Statement):
    id: Identifier | None                       # None only under `export default`
    superClass: Expression | None
    body: ClassBody
    decorators: Sequence[Decorator] = ()
    abstract: bool = False
    declare: bool = False
    implements: Sequence[TSClassImplements] = ()
    typeParameters: TSTypeParameterDeclaration | None = None
    superTypeArguments: TSTypeParameterInstantiation | None = None


class ClassExpression(Expression):
    id: Identifier | None
    superClass: Expression | None
    body: ClassBody
    decorators: Sequence[Decorator] = ()
    abstract: bool = False
    declare: bool = False
    implements: Sequence[TSClassImplements] = ()
    typeParameters: TSTypeParameterDeclaration | None = None
    superTypeArguments: TSTypeParameterInstantiation | None = None


class MethodDefinition(Node):
    key: Expression
    value: Node                                 # FunctionExpression; TSEmptyBodyFunctionExpression for an overload
    kind: str                                   # constructor, method, get, set
    computed: bool
    static: bool
    decorators: Sequence[Decorator] = ()
    accessibility: str | None = None            # public, protected, private
    optional: bool = False
    override: bool = False


class PropertyDefinition(Node):
    key: Expression
    value: Expression | None
    computed: bool
    static: bool
    decorators: Sequence[Decorator] = ()
    typeAnnotation: TSTypeAnnotation | None = None
    accessibility: str | None = None
    declare: bool = False
    definite: bool = False
    optional: bool = False
    override: bool = False
    readonly: bool = False


class AccessorProperty(Node):
    """`accessor x = 1`: a getter and a setter over a private field."""

    key: Expression
    value: Expression | None
    computed: bool
    static: bool
    decorators: Sequence[Decorator] = ()
    typeAnnotation: TSTypeAnnotation | None = None
    accessibility: str | None = None
    declare: bool = False
    definite: bool = False
    optional: bool = False
    override: bool = False
    readonly: bool = False


class StaticBlock(Node):
    body: list[Statement]


# ---- statements


class Program(Node):
    body: list[Statement]
    sourceType: str                             # module, script


class ExpressionStatement(Statement):
    expression: Expression
    directive: str | None = None                # raw text of a directive prologue's string


class BlockStatement(Statement):
    body: list[Statement]


class EmptyStatement(Statement):
    pass


class DebuggerStatement(Statement):
    pass


class VariableDeclaration(Statement):
    kind: str                                   # var, let, const, using, await using
    declarations: list[VariableDeclarator]
    declare: bool = False


class VariableDeclarator(Node):
    id: Node
    init: Expression | None
    definite: bool = False                      # let x!: T


class IfStatement(Statement):
    test: Expression
    consequent: Statement
    alternate: Statement | None


class ForStatement(Statement):
    init: Node | None                           # VariableDeclaration or expression
    test: Expression | None
    update: Expression | None
    body: Statement


class ForInStatement(Statement):
    left: Node                                  # VariableDeclaration or pattern
    right: Expression
    body: Statement


class ForOfStatement(Statement):
    left: Node
    right: Expression
    body: Statement
    await_: bool


class WhileStatement(Statement):
    test: Expression
    body: Statement


class DoWhileStatement(Statement):
    body: Statement
    test: Expression


class ContinueStatement(Statement):
    label: Identifier | None


class BreakStatement(Statement):
    label: Identifier | None


class ReturnStatement(Statement):
    argument: Expression | None


class ThrowStatement(Statement):
    argument: Expression


class SwitchStatement(Statement):
    discriminant: Expression
    cases: list[SwitchCase]


class SwitchCase(Node):
    test: Expression | None                     # None is `default`
    consequent: list[Statement]


class LabeledStatement(Statement):
    label: Identifier
    body: Statement


class TryStatement(Statement):
    block: BlockStatement
    handler: CatchClause | None
    finalizer: BlockStatement | None


class CatchClause(Node):
    param: Node | None
    body: BlockStatement


# ---- modules


class ImportDeclaration(Statement):
    specifiers: Sequence[ImportSpecifier | ImportDefaultSpecifier | ImportNamespaceSpecifier]
    source: StringLiteral
    importKind: str = "value"                   # value, type
    attributes: Sequence[ImportAttribute] = ()


class ImportSpecifier(Node):
    local: Identifier
    imported: Identifier | StringLiteral
    importKind: str = "value"


class ImportDefaultSpecifier(Node):
    local: Identifier


class ImportNamespaceSpecifier(Node):
    local: Identifier


class ImportAttribute(Node):
    key: Identifier | StringLiteral
    value: StringLiteral


class ExportNamedDeclaration(Statement):
    declaration: Statement | None
    specifiers: Sequence[ExportSpecifier]
    source: StringLiteral | None
    exportKind: str = "value"                   # value, type
    attributes: Sequence[ImportAttribute] = ()


class ExportSpecifier(Node):
    local: Identifier | StringLiteral           # a string only with a source
    exported: Identifier | StringLiteral
    exportKind: str = "value"


class ExportDefaultDeclaration(Statement):
    """`declaration` is a function, class, interface or expression."""

    declaration: Node
    exportKind: str = "value"


class ExportAllDeclaration(Statement):
    exported: Identifier | StringLiteral | None
    source: StringLiteral
    exportKind: str = "value"
    attributes: Sequence[ImportAttribute] = ()


__all__ = [
    "AccessorProperty", "ArrayExpression", "ArrayPattern", "ArrowFunctionExpression", "AssignmentExpression",
    "AssignmentPattern", "AwaitExpression", "BigIntLiteral", "BinaryExpression", "BlockStatement", "BooleanLiteral",
    "BreakStatement", "CallExpression", "CatchClause", "ChainExpression", "ClassBody", "ClassDeclaration",
    "ClassExpression", "ConditionalExpression", "ContinueStatement", "DebuggerStatement", "Decorator",
    "DoWhileStatement", "EmptyStatement", "ExportAllDeclaration", "ExportDefaultDeclaration",
    "ExportNamedDeclaration", "ExportSpecifier", "Expression", "ExpressionStatement", "ForInStatement",
    "ForOfStatement", "ForStatement", "FunctionDeclaration", "FunctionExpression", "Identifier", "IfStatement",
    "ImportAttribute", "ImportDeclaration", "ImportDefaultSpecifier", "ImportExpression",
    "ImportNamespaceSpecifier", "ImportSpecifier", "LabeledStatement", "LogicalExpression", "MemberExpression",
    "MetaProperty", "MethodDefinition", "NewExpression", "Node", "NullLiteral", "NumericLiteral",
    "ObjectExpression", "ObjectPattern", "PrivateIdentifier", "Program", "Property", "PropertyDefinition",
    "RegExpLiteral", "RestElement", "ReturnStatement", "SequenceExpression", "SpreadElement", "Statement",
    "StaticBlock", "StringLiteral", "Super", "SwitchCase", "SwitchStatement", "TaggedTemplateExpression",
    "TemplateElement", "TemplateLiteral", "ThisExpression", "ThrowStatement", "TryStatement", "TypeNode",
    "UnaryExpression", "UpdateExpression", "VariableDeclaration", "VariableDeclarator", "WhileStatement",
    "YieldExpression", "children", "walk",
]
__all__ += ast_ts.__all__
