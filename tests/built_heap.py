"""A heap made by hand, cell by cell, for tests of what reads it."""

from __future__ import annotations

from tsrun.heap import layout
from tsrun.heap.layout import (
    CELL, F_DICTIONARY, F_WIDE, FALSE, FIRST_PROTOTYPE, FIRST_SYMBOL, HOLE, ID, K_ACCESSOR, K_ARRAY, K_FUNCTION,
    K_OBJECT, K_STRING, K_SYMBOL, NULL, OBJECT, P_ARRAY, P_OBJECT, STRING, SYMBOL, T_OBJECT, TRUE, UNDEFINED,
)  # fmt: skip
from tsrun.heap.reader import Heap, value_of_number
from tsrun.syntax import regions  # noqa: F401 (declares the regions of the lexer)
from tsrun.vm.memory import Memory, region_table


class Undefined:
    pass


class BuiltHeap(Heap):
    def __init__(self):
        super().__init__(Memory(*region_table(), 64 << 20))
        self.next_cell = 2000
        self.next_slot = 16
        self.next_word = 16
        self.next_shape = 2
        self.shapes = {}
        self.names = {}
        for i, name in enumerate(layout.NAMES):
            self._text(layout.FIRST_NAME + i, name)
            self.names[name] = STRING | layout.FIRST_NAME + i
        for i, name in enumerate(layout.SYMBOLS):
            self.meta[FIRST_SYMBOL + i] = K_SYMBOL
            self.link[FIRST_SYMBOL + i] = self.string_value(name) & ID
        for i, name in enumerate(layout.PROTOTYPES):
            proto = FIRST_PROTOTYPE + i
            self._object_cell(proto, K_OBJECT, 0 if name == "Object" else P_OBJECT)
            maker = self.function(name)
            self.fill(maker, [("prototype", OBJECT | proto, 0), ("name", self.value(name), 4)])
            self.fill(OBJECT | proto, [("constructor", maker, 5)])

    # Cells

    def _cell(self, meta):
        cell = self.next_cell
        self.next_cell += 1
        self.meta[cell] = meta
        return cell

    def _text(self, cell, text):
        wide = any(ord(character) > 255 for character in text)
        data = text.encode("utf-16-le", "surrogatepass") if wide else text.encode("latin-1")
        start = self.next_word
        self._chars[8 * start : 8 * start + len(data)] = data
        self.next_word += len(data) // 8 + 2
        self.meta[cell] = K_STRING | (F_WIDE if wide else 0)
        self.length[cell] = len(data) >> wide
        self.offset[cell] = start

    def _object_cell(self, cell, meta, proto):
        self.meta[cell] = meta | F_DICTIONARY
        if proto not in self.shapes:
            self.shapes[proto] = self.next_shape
            self.shape_proto[self.next_shape] = proto
            self.next_shape += 1
        self.shape[cell] = self.shapes[proto]

    def _block(self, words):
        start = self.next_slot + 1
        self.slots[start - 1] = len(words) << 32
        for i, word in enumerate(words):
            self.slots[start + i] = word
        self.next_slot += len(words) + 1
        return start

    def _table_block(self, entries):
        words = [len(entries), len(entries), -1, len(entries)]
        for key, value, attributes in entries:
            words += [key, value, attributes << 32]
        return self._block(words)

    # Values

    def string_value(self, text):
        if text not in self.names:
            cell = self._cell(0)
            self._text(cell, text)
            self.names[text] = STRING | cell
        return self.names[text]

    def symbol(self, description):
        cell = self._cell(K_SYMBOL)
        self.link[cell] = self.string_value(description) & ID
        return SYMBOL | cell

    def fill(self, value, properties):
        """Give an object named properties: (name or symbol value, value, attributes)."""
        entries = [(self.string_value(key) if isinstance(key, str) else key, *rest) for key, *rest in properties]
        self.offset[value & ID] = self._table_block(entries)
        return value

    def make(self, kind, proto, properties=()):
        cell = self._cell(0)
        self._object_cell(cell, kind, proto)
        return self.fill(OBJECT | cell, list(properties))

    def function(self, name, flags=0, proto=layout.P_FUNCTION):
        return self.make(K_FUNCTION | flags, proto, [("name", self.string_value(name), 4)])

    def accessor_value(self, getter=UNDEFINED, setter=UNDEFINED):
        cell = self._cell(K_ACCESSOR)
        self.offset[cell] = self._block([getter, setter])
        return CELL | cell

    def array(self, values, proto=P_ARRAY, properties=()):
        made = self.make(K_ARRAY, proto, properties)
        self.length[made & ID] = len(values)
        self.elems[made & ID] = self._block(values)
        return made

    def table_object(self, kind, proto, entries):
        made = self.make(kind, proto)
        holder = self._cell(layout.K_TABLE)
        self.offset[holder] = self._table_block([(key, value, 0) for key, value in entries])
        self.link[made & ID] = holder
        return made

    def value(self, given):
        """The value for something of Python's; ... is a hole, and an int that is a boxed object stays one."""
        if given is ...:
            return HOLE
        if given is Undefined:
            return UNDEFINED
        if given is None:
            return NULL
        if isinstance(given, bool):
            return TRUE if given else FALSE
        if isinstance(given, int) and given >> 48 in {T_OBJECT, layout.T_SYMBOL}:
            return given
        if isinstance(given, int | float):
            return value_of_number(float(given))
        if isinstance(given, str):
            return self.string_value(given)
        if isinstance(given, list):
            return self.array([self.value(each) for each in given])
        elements = [(key, item) for key, item in given.items() if key.isdigit()]
        named = [(key, self.value(item), 7) for key, item in given.items() if not key.isdigit()]
        made = self.make(K_OBJECT, P_OBJECT, named)
        if elements:
            words = [HOLE] * (max(int(key) for key, _ in elements) + 1)
            for key, item in elements:
                words[int(key)] = self.value(item)
            self.elems[made & ID] = self._block(words)
            self.length[made & ID] = len(words)
        return made
