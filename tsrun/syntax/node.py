"""What every node of the syntax tree is made of.

A node class declares its fields as annotations, in ESTree's order; `NodeMeta` turns them into `__slots__` and a
positional constructor (`start` and `end` come first), as dataclasses would at three times the import time.

Four class attributes describe a class to passes that do not care which node they look at:

    _fields    all fields but `start` and `end`, in the constructor's order
    _children  those of them that can hold a node or a sequence of nodes
    _defaults  the values of fields that the constructor may be called without
    type       ESTree's name of the node, which is the name of the class
"""
# ruff: noqa: SLF001 the field tables belong to all of the front end; their names are Python's own in `ast`
from __future__ import annotations


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, ClassVar, dataclass_transform
else:
    def dataclass_transform(**_):
        """What type checkers know by this name; at run time it says nothing."""
        return lambda made: made


# Annotations made of these words only can't hold a node.
_PLAIN = frozenset({"str", "int", "float", "bool", "None"})


def _holds_nodes(annotation: str) -> bool:
    return not all(word.strip() in _PLAIN for word in annotation.split("|"))


@dataclass_transform(eq_default=False)
class NodeMeta(type):
    """Makes `__slots__`, `__init__` and the field tables from the annotations of a class."""

    _fields: tuple[str, ...]
    _children: tuple[str, ...]
    _defaults: dict[str, Any]

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> NodeMeta:
        own = {field: text for field, text in body.get("__annotations__", {}).items() if "ClassVar" not in text}
        defaults = {field: body.pop(field) for field in own if field in body}
        body["__slots__"] = tuple(own)
        body.setdefault("type", name)
        made = super().__new__(mcs, name, bases, body)
        inherited = next((base for base in bases if isinstance(base, NodeMeta)), None)
        if inherited is None:
            made._fields = made._children = ()
            made._defaults = {}
            return made
        made._fields = inherited._fields + tuple(own)
        made._children = inherited._children + tuple(field for field, text in own.items() if _holds_nodes(text))
        made._defaults = {**inherited._defaults, **defaults}
        made.__init__ = _constructor_when_needed(made)                  # type: ignore[misc]
        return made


def _constructor_when_needed(made: NodeMeta) -> Any:
    """A constructor that makes the real one at its first call: most programs use a third of the classes."""

    def construct(self: object, *values: object, **named: object) -> None:
        made.__init__ = real = _constructor(made._fields, made._defaults)   # type: ignore[misc]
        real(self, *values, **named)

    return construct


def _constructor(fields: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """`def __init__(self, start, end, <fields>)` with one store a field."""
    parameters = [f"{field}=_{field}" if field in defaults else field for field in fields]
    lines = [f"def __init__({', '.join(['self', 'start', 'end', *parameters])}):"]
    lines += [f" self.{field}={field}" for field in ("start", "end", *fields)]
    scope: dict[str, Any] = {f"_{field}": value for field, value in defaults.items()}
    exec("\n".join(lines), scope)  # noqa: S102 the text is made of the annotations above, nothing foreign
    return scope["__init__"]


class Node(metaclass=NodeMeta):
    """Anything in the tree. `start` and `end` are byte offsets into the UTF-8 source."""

    start: int
    end: int

    type: ClassVar[str]
    _fields: ClassVar[tuple[str, ...]]
    _children: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, Any]]

    def __repr__(self) -> str:
        return f"{self.type}({', '.join(f'{field}={getattr(self, field)!r}' for field in self._fields)})"


class Expression(Node):
    """A node that has a value."""


class Statement(Node):
    """A statement, declaration or module item."""


class TypeNode(Node):
    """A type: nothing of it is left at run time."""


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below `node`, in source order as far as ESTree's field order has it."""
    for field in node._children:
        value = getattr(node, field)
        if value.__class__ is list or value.__class__ is tuple:
            for item in value:
                if item is not None:
                    yield item
        elif isinstance(value, Node):
            yield value


def walk(node: Node) -> Iterator[Node]:
    """`node` and everything below it, parents first, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(list(children(current))))
