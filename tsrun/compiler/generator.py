"""The code generator's centre: what all parts of it share, and where a node finds the part that knows it.

An expression is compiled in one of four ways:

    expr(node, dst)         its value into a given register, which is written by the last instruction on each path only:
                            if `dst` is a local, an exception or a use of the old value before that sees the old value
    operand(node)           its value wherever it is: the register of a local, or a new temporary
    effect(node)            for what it does, the value thrown away
    condition(node, label, sense)   a jump to `label` if the value is truthy (sense True) or falsy (sense False)

The parts register themselves by node class with the decorators below. `expr`, `effect` and `condition` leave the height
of the registers as it was, `operand` adds one at most.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any, TYPE_CHECKING

from tsrun.compiler.builder import MAX_OPERAND, FunctionCode, Label
from tsrun.compiler.opcodes import O
from tsrun.compiler.unit import NUMBER, SPECIAL, STRING, UNDEFINED_BITS, Template, Unit
from tsrun.syntax.errors import SourceError

if TYPE_CHECKING:
    from tsrun.compiler.bindings import Binding, Scope
    from tsrun.syntax import ast
    from tsrun.compiler.scope import Analysis

Compile = Callable[["Generator", Any, int], None]
CompileOperand = Callable[["Generator", Any], int]
CompileEffect = Callable[["Generator", Any], None]
CompileCondition = Callable[["Generator", Any, Label, bool], None]

EXPRESSIONS: dict[type, Compile] = {}
OPERANDS: dict[type, CompileOperand] = {}
EFFECTS: dict[type, CompileEffect] = {}
CONDITIONS: dict[type, CompileCondition] = {}
STATEMENTS: dict[type, CompileEffect] = {}


def expression(*classes: type) -> Callable[[Compile], Compile]:
    return _registrar(EXPRESSIONS, classes)


def operand_of(*classes: type) -> Callable[[CompileOperand], CompileOperand]:
    return _registrar(OPERANDS, classes)


def effect_of(*classes: type) -> Callable[[CompileEffect], CompileEffect]:
    return _registrar(EFFECTS, classes)


def condition_of(*classes: type) -> Callable[[CompileCondition], CompileCondition]:
    return _registrar(CONDITIONS, classes)


def statement_of(*classes: type) -> Callable[[CompileEffect], CompileEffect]:
    return _registrar(STATEMENTS, classes)


def _registrar(table: dict[type, Any], classes: tuple[type, ...]) -> Callable[[Any], Any]:
    def register(function: Any) -> Any:
        for cls in classes:
            table[cls] = function
        return function

    return register


class Generator:
    """Compiles one program into one unit."""

    def __init__(self, unit: Unit, source: bytes, analysis: Analysis, internal: bool) -> None:
        self.unit = unit
        self.source = source
        self.scopes = analysis.scopes
        self.analysis = analysis
        self.options = analysis.options
        self.types: Any = None
        """What types are described by, where the options want that (`metadata`)."""
        self.metadata_imports: dict[str, tuple[Binding, str | None]] = {}
        """Imported names that such types use: the namespace of the module, and the name in it."""
        self.internal = internal
        self.f: FunctionCode = FunctionCode(0, None, None, None)
        self.scope: Scope = analysis.top
        self.numbers: dict[float | str, int] = {}
        self.strings: dict[str, int] = {}
        self.key_lists: dict[tuple[int, ...], int] = {}
        self.import_bindings: list[Binding] = []
        self.home_class: list[Any] = []
        """Classes around the code at hand, innermost last: what `super` and field initialisers refer to."""
        self.variable: set[ast.Node] = set()
        """Expressions that are known not to be constant."""
        self.chain: Label | None = None
        """Where the optional chain at hand goes when it ends early."""
        self.const_enums = False
        """Whether there are const enums, whose members become constants."""
        self.sloppy_this = False
        """Whether `this` of the outermost functions is an object at all events: those that are made of texts."""
        self.escapes_early = False
        """Whether other modules may call functions of this one before its body runs."""
        self.wanted: set[ast.Node] = set()
        self.reset: set[ast.Node] = set()
        """Expression statements whose value can become the completion value; statements that reset it."""
        self.kept: set[ast.Node] = set()
        """Statements with a `finally` that must not change it."""

    # ---- shorthand for the function at hand

    def emit(self, op: int, a: int = 0, b: int = 0, c: int = 0, *, at: int) -> None:
        f = self.f
        f.code.append(op | a << 8 | b << 24 | (c & 0xFFFFFF) << 40)
        f.positions.append(at)

    def temporary(self, at: int) -> int:
        return self.f.temporary(at)

    def is_local(self, register: int) -> bool:
        """Whether others read this register: it must not be written before the end of an expression."""
        return register in self.f.locals

    def spare(self, dst: int, at: int) -> int:
        """`dst` if it may be written early, else a new temporary."""
        return self.f.temporary(at) if dst in self.f.locals else dst

    # ---- constants

    def number(self, value: float) -> int:
        """The constant of a number."""
        key: float | str = value
        if value != value:  # noqa: PLR0124 the test for NaN
            key = "NaN"
        elif value == 0 and str(value)[0] == "-":
            key = "-0"
        index = self.numbers.get(key)
        if index is None:
            index = self.numbers[key] = self.constant(NUMBER, float(value))
        return index

    def string(self, text: str) -> int:
        """The constant of a string."""
        index = self.strings.get(text)
        if index is None:
            index = self.strings[text] = self.constant(STRING, text)
        return index

    def undefined_constant(self) -> int:
        index = self.numbers.get("undefined")
        if index is None:
            index = self.numbers["undefined"] = self.constant(SPECIAL, UNDEFINED_BITS)
        return index

    def constant(self, kind: int, value: Any) -> int:
        """A new constant."""
        constants = self.unit.constants
        if len(constants) >= MAX_OPERAND:
            raise SourceError("Too many constants in one file", 0, 0)
        constants.append((kind, value))
        return len(constants) - 1

    def site(self, key: str) -> int:
        """A new inline cache for accesses to the property `key`."""
        sites = self.unit.sites
        if len(sites) >= MAX_OPERAND:
            raise SourceError("Too many property accesses in one file", 0, 0)
        sites.append(self.string(key))
        return len(sites) - 1

    def load_number(self, dst: int, value: float, at: int) -> None:
        if is_int24(value):
            self.emit(O.load_int, dst, 0, int(value), at=at)
        else:
            self.emit(O.load_const, dst, 0, self.number(value), at=at)

    def load_string(self, dst: int, text: str, at: int) -> None:
        self.emit(O.load_const, dst, 0, self.string(text), at=at)

    # ---- nodes

    def expr(self, node: Any, dst: int) -> None:
        compile_ = EXPRESSIONS.get(node.__class__)
        if compile_ is None:
            raise unsupported(node)
        compile_(self, node, dst)

    def operand(self, node: Any) -> int:
        compile_ = OPERANDS.get(node.__class__)
        if compile_ is not None:
            return compile_(self, node)
        register = self.f.temporary(node.start)
        self.expr(node, register)
        return register

    def operand_before(self, node: Any, start: int, end: int) -> int:
        """An operand that keeps its value while the source between `start` and `end` is evaluated."""
        register = self.operand(node)
        binding = self.f.locals.get(register)
        if binding is not None and binding.assigned_within(start, end):
            kept = self.f.temporary(node.start)
            self.emit(O.move, kept, register, at=node.start)
            return kept
        return register

    def fresh(self, node: Any) -> int:
        """The value of an expression in a new temporary."""
        register = self.f.temporary(node.start)
        self.expr(node, register)
        return register

    def effect(self, node: Any) -> None:
        compile_ = EFFECTS.get(node.__class__)
        if compile_ is not None:
            compile_(self, node)
            return
        f = self.f
        top = f.top
        self.expr(node, f.temporary(node.start))
        f.top = top

    def condition(self, node: Any, label: Label, sense: bool) -> None:
        compile_ = CONDITIONS.get(node.__class__)
        if compile_ is not None:
            compile_(self, node, label, sense)
            return
        f = self.f
        top = f.top
        register = self.operand(node)
        f.jump(O.jump_if_true if sense else O.jump_if_false, label, register, at=node.start)
        f.top = top

    def statement(self, node: Any) -> None:
        compile_ = STATEMENTS.get(node.__class__)
        if compile_ is None:
            raise unsupported(node)
        f = self.f
        compile_(self, node)
        if f.labels:
            f.labels = []

    # ---- functions

    def new_template(self) -> int:
        templates = self.unit.templates
        templates.append(Template())
        if len(templates) >= MAX_OPERAND:
            raise SourceError("Too many functions in one file", 0, 0)
        return len(templates) - 1

    def begin_function(self, template: int, scope: Scope | None, node: Any) -> FunctionCode:
        f = FunctionCode(template, self.f if self.f.node is not None else None, scope, node)
        self.f = f
        return f

    def end_function(self, flags: int, name: str, parameters: int, length: int, source: tuple[int, int]) -> None:
        """Append the finished function to the unit, and go on with the function around it."""
        f = self.f
        unit = self.unit
        template = unit.templates[f.template]
        handlers = f.finish()
        if f.names and not self.internal:
            unit.registers[f.template] = f.names
        template.code_start = len(unit.code)
        unit.code += f.code
        unit.positions += f.positions
        template.code_end = len(unit.code)
        template.first_handler = len(unit.handlers)
        unit.handlers += handlers
        template.handlers = len(handlers)
        template.registers = f.highest
        template.parameters = parameters
        template.length = length
        template.flags = flags
        template.name = self.string(name)
        template.source_start, template.source_end = source
        if f.parent is not None:
            self.f = f.parent


def is_int24(value: float) -> bool:
    """Whether `load_int` can make the number."""
    return -0x800000 <= value < 0x800000 and value == int(value) and (value != 0 or str(value)[0] != "-")


def is_int16(value: float) -> bool:
    return -0x8000 <= value < 0x8000 and value == int(value) and (value != 0 or str(value)[0] != "-")


def is_index(text: str) -> bool:
    """Whether the string is a canonical array index."""
    if not text or not text.isascii() or not text.isdigit() or len(text) > 10:
        return False
    return (text == "0" or text[0] != "0") and int(text) < 0xFFFFFFFF


_REFUSED = {
    "BigIntLiteral": "BigInt literals are", "RegExpLiteral": "regular expression literals are",
    "Decorator": "decorators are",
}


def unsupported(node: Any, what: str = "") -> SourceError:
    """The error for a construct that the parser knows and this compiler does not run."""
    subject = what or _REFUSED.get(node.type, f"{node.type} is")
    return SourceError(f"{subject} not supported yet", node.start, node.end)
