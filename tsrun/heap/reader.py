"""Looking at values from Python: what the console, the API and the module linker see of the heap.

Reads the regions through memoryviews and never runs user code. A value is a boxed int64, as everywhere (heap/layout).
"""
from __future__ import annotations

from tsrun.heap.layout import (
    A_ACCESSOR, A_DEFAULT, A_ENUMERABLE, FALSE, F_BOUND, F_DICTIONARY, F_FULFILLED, F_HOST, F_LAZY, F_NATIVE,
    F_REJECTED, F_ROPE, F_SPARSE, F_WIDE, HOLE, ID, KIND, K_FUNCTION, K_ITERATOR, K_PROXY, NULL,
    N_LENGTH, N_NAME, OBJECT, STRING, SYMBOL, TAG, TF_ASYNC, TF_GENERATOR, TF_INTERNAL, TRUE, T_BIGINT, T_CELL,
    T_OBJECT, T_RAW, T_STRING, T_SYMBOL, UNDEFINED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tsrun.vm.memory import Memory

    Property = tuple[int, int, int]

PRIVATE = 1 << 8
TABLE_HEADER, TABLE_ENTRY = 4, 3
TEMPLATE_WORDS, TEMPLATE_FLAGS, TEMPLATE_NAME, TEMPLATE_LENGTH = 12, 4, 5, 6

_cell = bytearray(8)
_bits = memoryview(_cell).cast("q")
_double = memoryview(_cell).cast("d")


def number_of(value: int) -> float:
    """The double that a number value is."""
    _bits[0] = value
    return _double[0]


def value_of_number(number: float) -> int:
    """The value of a double; NaN in its one form."""
    if number != number:
        return 0x7FF8 << 48
    _double[0] = number
    return _bits[0]


def number_text(number: float) -> str:
    """Number::toString of the specification for radix 10."""
    if number == int_of(number) and -1e15 < number < 1e15:
        return str(int(number))
    if number != number:
        return "NaN"
    sign = "-" if number < 0 else ""
    number = abs(number)
    if number == float("inf"):
        return sign + "Infinity"
    mantissa, _, exponent = repr(number).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    power = point - 1
    rest = f".{digits[1:]}" if count > 1 else ""
    return f"{sign}{digits[0]}{rest}e{'+' if power > 0 else '-'}{abs(power)}"


def int_of(number: float) -> int | None:
    """The integer that a double is, or None."""
    if number - number != 0:
        return None
    integer = int(number)
    return integer if integer == number else None


class Heap:
    """The heap of one VM, to be looked at."""

    def __init__(self, memory: Memory) -> None:
        view = memory.view
        self.memory = memory
        self.state = view("state")
        self.meta, self.shape, self.offset = view("meta"), view("shape"), view("offset")
        self.elems, self.length, self.link, self.aux = view("elems"), view("length"), view("link"), view("aux")
        self.slots, self.words8 = view("slots"), view("words8")
        self.shape_parent, self.shape_key = view("shape_parent"), view("shape_key")
        self.shape_attributes, self.shape_count = view("shape_attributes"), view("shape_count")
        self.shape_proto = view("shape_proto")
        self._chars = view("chars8")
        self.pulse: Callable[[], object] = int
        """Called now and then by whatever takes long here: it raises when the time is up."""

    # Strings and symbols

    def string(self, value: int) -> str:
        """The text of a string value or cell; lone surrogates stay."""
        cell = value & ID
        if not self.meta[cell] & F_ROPE:
            return self._flat(cell)
        parts = []
        waiting = [cell]
        while waiting:
            self.pulse()
            each = waiting.pop()
            while self.meta[each] & F_ROPE:
                self.pulse()
                waiting.append(self.aux[each])
                each = self.link[each]
            parts.append(self._flat(each))
        text = "".join(parts)
        if self.meta[cell] & F_WIDE:  # halves of a pair may have come from different parts
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return text

    def _flat(self, cell: int) -> str:
        start, length = self.offset[cell] * 8, self.length[cell]
        if self.meta[cell] & F_WIDE:
            return bytes(self._chars[start : start + 2 * length]).decode("utf-16-le", "surrogatepass")
        return bytes(self._chars[start : start + length]).decode("latin-1")

    def symbol_description(self, value: int) -> str | None:
        """What a symbol was made with."""
        described = self.link[value & ID]
        return self.string(described) if described else None

    def is_wide(self, value: int) -> bool:
        return bool(self.meta[value & ID] & F_WIDE)

    # Objects

    def kind(self, value: int) -> int:
        """Kind of an object's cell; 0 for any other value."""
        return self.meta[value & ID] & KIND if value >> 48 == T_OBJECT else 0

    def behind(self, value: int) -> int:
        """What a proxy, or a proxy of proxies, stands for; a revoked one itself, like any other value."""
        while self.kind(value) == K_PROXY and self.link[value & ID]:
            value = OBJECT | self.link[value & ID]
        return value

    def prototype(self, value: int) -> int:
        """An object or NULL."""
        proto = self.shape_proto[self.shape[value & ID]]
        return OBJECT | proto if proto else NULL

    def table(self, start: int) -> Iterator[tuple[int, int, int]]:
        """Key, value and attributes of a hash table's entries, in order of insertion."""
        slots = self.slots
        at = start + TABLE_HEADER + slots[start + 2] + 1
        for _ in range(slots[start]):
            self.pulse()
            if slots[at] != HOLE:
                yield slots[at], slots[at + 1], slots[at + 2] >> 32
            at += TABLE_ENTRY

    def rest_of(self, iterator: int) -> list[tuple[int, int]]:
        """Keys and values that an iterator over a Map or Set still stands before."""
        cell = iterator & ID
        start = self.offset[self.link[self.link[cell]]]
        entry = start + TABLE_HEADER + self.slots[start + 2] + 1
        places = range(entry + self.aux[cell] * TABLE_ENTRY, entry + self.slots[start] * TABLE_ENTRY, TABLE_ENTRY)
        return [(self.slots[at], self.slots[at + 1]) for at in places if self.slots[at] != HOLE]

    def collection(self, value: int) -> int:
        """Where the table of a Map or Set begins: in the block of the cell that `link` is."""
        return self.offset[self.link[value & ID]]

    def promise(self, value: int) -> tuple[str, int]:
        """State of a promise (pending, fulfilled or rejected), and its value or reason."""
        meta = self.meta[value & ID]
        if not meta & (F_FULFILLED | F_REJECTED):
            return "pending", UNDEFINED
        return "rejected" if meta & F_REJECTED else "fulfilled", self.slots[self.link[value & ID]]

    def table_size(self, start: int) -> int:
        return self.slots[start + 1]

    def elements(self, value: int) -> Iterator[Property]:
        """Index, value and attributes of the elements that are there, ascending."""
        cell = value & ID
        start = self.elems[cell]
        if not start or not self.has_elements(cell):
            return
        if self.meta[cell] & F_SPARSE:
            yield from sorted((int(number_of(key)), found, attributes) for key, found, attributes in self.table(start))
            return
        slots = self.slots
        for index in range(min(self.length[cell], slots[start - 1] >> 32)):
            self.pulse()
            found = slots[start + index]
            if found != HOLE:
                yield index, found, A_DEFAULT

    def has_elements(self, cell: int) -> bool:
        """Whether `elems` of this cell holds elements: iterators keep what they remember there."""
        return self.meta[cell] & KIND != K_ITERATOR

    def named(self, value: int) -> list[Property]:
        """Key (a string or symbol value), value and attributes of named properties: strings, then symbols."""
        cell = value & ID
        self.pulse()
        found: list[Property]
        if self.meta[cell] & F_DICTIONARY:
            found = list(self.table(self.offset[cell]))
        else:
            found = []
            shape, slots, start = self.shape[cell], self.slots, self.offset[cell]
            count = self.shape_count[shape]
            while count > 0:
                key = self.shape_key[shape]
                boxed = (SYMBOL if self._is_symbol(key) else STRING) | key
                found.append((boxed, slots[start + count - 1], self.shape_attributes[shape]))
                shape = self.shape_parent[shape]
                count = self.shape_count[shape]
            found.reverse()
            if self.meta[cell] & F_LAZY:
                found = self._lazy(cell) + found
        if any(key >> 48 == T_SYMBOL for key, _, _ in found):
            found = [each for each in found if each[0] >> 48 == T_STRING] + [
                each for each in found if each[0] >> 48 == T_SYMBOL and not self.meta[each[0] & ID] & PRIVATE]
        return found

    def _lazy(self, cell: int) -> list[Property]:
        """The name and length that a function would be given when someone asks."""
        if self.meta[cell] & F_NATIVE:
            return []
        words, consts = self.memory.view("template_word"), self.memory.view("consts")
        at = self.aux[cell] * TEMPLATE_WORDS
        length = value_of_number(float(words[at + TEMPLATE_LENGTH]))
        return [(STRING | N_LENGTH, length, 4), (STRING | N_NAME, consts[words[at + TEMPLATE_NAME]], 4)]

    def _is_symbol(self, cell: int) -> bool:
        from tsrun.heap.layout import K_SYMBOL

        return self.meta[cell] & KIND == K_SYMBOL

    def hidden(self, value: int, symbol: int) -> int:
        """An internal slot kept under a private symbol; UNDEFINED if there is none."""
        cell = value & ID
        if self.meta[cell] & F_DICTIONARY:
            return next((found for key, found, _ in self.table(self.offset[cell]) if key & ID == symbol), UNDEFINED)
        shape = self.shape[cell]
        count = self.shape_count[shape]
        while count > 0:
            if self.shape_key[shape] == symbol:
                return self.slots[self.offset[cell] + count - 1]
            shape = self.shape_parent[shape]
            count = self.shape_count[shape]
        return UNDEFINED

    def own(self, value: int, key: int) -> tuple[int, int] | None:
        """Value and attributes of an own property, `key` being a string or symbol value that is interned."""
        for each, found, attributes in self.named(value):
            if each == key:
                return found, attributes
        return None

    def get(self, value: int, key: int) -> tuple[int, int] | None:
        """Value and attributes of an own or inherited property."""
        seen = 0
        while value != NULL and seen < 10_000:
            found = self.own(value, key)
            if found is not None:
                return found
            value = self.prototype(value)
            seen += 1
        return None

    def data(self, value: int, key: int) -> int:
        """Value of an own or inherited data property; UNDEFINED for an accessor or none."""
        found = self.get(value, key)
        return UNDEFINED if found is None or found[1] & A_ACCESSOR else found[0]

    def by_name(self, value: int, name: str) -> int:
        """Value of an own data property by its text; UNDEFINED if there is none."""
        for key, found, attributes in self.named(value):
            if key >> 48 == T_STRING and not attributes & A_ACCESSOR and self.string(key) == name:
                return found
        return UNDEFINED

    def accessor(self, value: int) -> tuple[int, int]:
        """Getter and setter of an accessor property's value."""
        start = self.offset[value & ID] or self.elems[value & ID]
        return self.slots[start], self.slots[start + 1]

    def function_name(self, value: int) -> str:
        """Own `name` of a function if it is a string, else ""."""
        found = self.own(value, STRING | N_NAME)
        return self.string(found[0]) if found and not found[1] & A_ACCESSOR and found[0] >> 48 == T_STRING else ""

    def function_of(self, value: int) -> int:
        """The function that r0 of a window stands for: its own, or that of the coroutine in it."""
        return self.slots[self.offset[value & ID] + 1] if value >> 48 == T_CELL else value

    def binding(self, value: int) -> int:
        """The variable that a property of a module namespace stands for."""
        if value >> 48 != T_RAW:
            return value
        return self.slots[self.offset[value >> 16 & ID] + (value & 0xFFFF)]

    def is_library(self, function: int) -> bool:
        """Whether a function belongs to tsrun's own library."""
        if self.kind(function) != K_FUNCTION:
            return False
        meta = self.meta[function & ID]
        if meta & F_NATIVE:
            return True
        flags = self.memory.view("template_word")[self.aux[function & ID] * TEMPLATE_WORDS + TEMPLATE_FLAGS]
        return bool(flags & TF_INTERNAL)

    def is_async(self, template: int) -> bool:
        """Whether calling functions of a template gives a promise."""
        return bool(self.memory.view("template_word")[template * TEMPLATE_WORDS + TEMPLATE_FLAGS] & TF_ASYNC)

    def function_kind(self, function: int) -> str:
        """What kind of function it is, by the name of the constructor that such functions have."""
        meta = self.meta[function & ID]
        if meta & (F_NATIVE | F_HOST | F_BOUND):
            return "Function"
        flags = self.memory.view("template_word")[self.aux[function & ID] * TEMPLATE_WORDS + TEMPLATE_FLAGS]
        return ("Async" if flags & TF_ASYNC else "") + ("Generator" if flags & TF_GENERATOR else "") + "Function"

    def enumerable(self, value: int) -> list[Property]:
        """Enumerable own properties: elements, strings, symbols."""
        return [each for each in (*self.elements(value), *self.named(value)) if each[2] & A_ENUMERABLE]


def is_number(value: int) -> bool:
    return value < TAG


def type_of(value: int) -> str:
    """What `typeof` says, functions aside: they are objects here."""
    if value < TAG:
        return "number"
    if value in (TRUE, FALSE):
        return "boolean"
    if value == UNDEFINED:
        return "undefined"
    return {T_STRING: "string", T_SYMBOL: "symbol", T_BIGINT: "bigint"}.get(value >> 48, "object")
