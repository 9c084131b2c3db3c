"""A value as text, in the form of Node's util.inspect: what `console.log` prints of anything but a string.

Reads the heap and runs user code only for the getter of a `Symbol.toStringTag`. What a line holds and where it breaks
is in text.py.
"""
from __future__ import annotations

from tsrun.heap.layout import (
    A_ACCESSOR, A_ENUMERABLE, F_CLASS, F_NATIVE, HOLE, ID, ITER_ENTRIES, ITER_KIND_MASK, ITER_KIND_SHIFT, ITER_VALUES,
    K_ARGUMENTS, K_ARRAY, K_BOXED, K_ERROR, K_FUNCTION, K_ITERATOR, K_MAP, K_NAMESPACE, K_PROMISE, K_PROXY, K_SET,
    K_WEAK_MAP, K_WEAK_SET, NULL, N_CAUSE, N_CONSTRUCTOR, N_ERRORS, N_LENGTH, N_MESSAGE, N_NAME, N_PROTOTYPE, N_STACK,
    P_MAP_ITERATOR, P_SET_ITERATOR, STRING, SYMBOL, SYM_PRIMITIVE, SYM_TO_STRING_TAG, TAG, T_OBJECT, T_STRING, T_SYMBOL,
    UNDEFINED, UNINIT,
)
from tsrun.heap.reader import value_of_number
from tsrun.library.console.format import primitive_text
from tsrun.library.console.text import (
    BREAK_LENGTH, COMPACT, MAX_ARRAY_LENGTH, MAX_STRING_LENGTH, escaped, in_columns, is_identifier, on_one_line, quoted,
    utf16_length,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tsrun.heap.reader import Heap, Property

PLAIN, ARRAY = 0, 1
"""What the entries are: properties, or elements of something like an array."""
DEFAULT_DEPTH = 2
BREAK_STRING = 16
MOST_CHARACTERS = 1 << 27


def plural(count: int) -> str:
    return "s" if count > 1 else ""


class Inspector:
    """Turns values into text. One for each call: it remembers what it is in the middle of."""

    def __init__(
        self, heap: Heap, *, depth: float = DEFAULT_DEPTH, hidden: bool = False,
        call: Callable[[int, int], int] | None = None, most: int = MAX_ARRAY_LENGTH, line: float = BREAK_LENGTH,
    ) -> None:
        self.heap = heap
        self.depth = depth
        self.most = most
        """Entries shown of an array, Map or Set."""
        self.line = line
        """Columns of a line."""
        self.hidden = hidden
        """Whether properties that are not enumerable are shown."""
        self._call = call
        self._seen: list[int] = []
        self._circular: dict[int, int] = {}
        self._indentation = 0
        self._current = 0
        self._budget = 0

    def text(self, value: int) -> str:
        """The text of a value."""
        try:
            return self._value(value, 0)
        except RecursionError:
            return "[Object: Inspection interrupted prematurely. Maximum call stack size exceeded.]"

    def _value(self, value: int, level: int) -> str:
        if value >> 48 == T_STRING:
            return self._string(self.heap.string(value))
        if value >> 48 != T_OBJECT:
            return primitive_text(self.heap, value)
        value = self.heap.behind(value)
        if self.heap.kind(value) == K_PROXY:
            return "<Revoked Proxy>"
        if value in self._seen:
            index = self._circular.setdefault(value, len(self._circular) + 1)
            return f"[Circular *{index}]"
        return self._object(value, level)

    def _string(self, text: str) -> str:
        more = ""
        length = utf16_length(text)
        if length > MAX_STRING_LENGTH:
            rest = length - MAX_STRING_LENGTH
            units = text.encode("utf-16-le", "surrogatepass")[: 2 * MAX_STRING_LENGTH]
            text = units.decode("utf-16-le", "surrogatepass")
            more = f"... {rest} more character{plural(rest)}"
            length = MAX_STRING_LENGTH
        if length > BREAK_STRING and length > self.line - self._indentation - 4 and "\n" in text[:-1]:
            lines = [line + "\n" for line in text.split("\n")[:-1]]
            last = text.rpartition("\n")[2]
            lines += [last] if last else []
            return f" +\n{' ' * (self._indentation + 2)}".join(map(quoted, lines)) + more
        return quoted(text) + more

    # Objects

    def _object(self, value: int, level: int) -> str:
        constructor = self._constructor_name(value, level)
        tag = self._tag(value)
        kind = self.heap.kind(value)
        keys = self._keys(value)
        base, braces, entries, style = "", ("{", "}"), None, PLAIN
        if kind == K_ARRAY:
            length = self.heap.length[value & ID]
            prefix = "" if constructor == "Array" and not tag else _prefix(constructor, tag, "Array", f"({length})")
            if length == 0 and not keys:
                return f"{prefix}[]"
            braces, entries, style = (f"{prefix}[", "]"), self._elements, ARRAY
        elif kind in {K_MAP, K_SET}:
            fallback = "Map" if kind == K_MAP else "Set"
            size = self.heap.table_size(self._table(value))
            prefix = _prefix(constructor, tag, fallback, f"({size})")
            if size == 0 and not keys:
                return f"{prefix}{{}}"
            braces, entries = (f"{prefix}{{", "}"), self._map if kind == K_MAP else self._set
        elif kind == K_ITERATOR and self._is_table_iterator(value):
            shown = tag.replace("Iterator", "Entries") if self._iterates(value) == ITER_ENTRIES else tag
            braces, entries = (f"[{shown}] {{", "}"), self._iterator
        elif kind == K_FUNCTION:
            base = self._function(value, constructor, tag)
            if not keys:
                return base
        elif kind == K_ERROR:
            base, keys = self._error(value, constructor, tag, keys)
            if not keys:
                return base
        elif kind == K_BOXED:
            base, keys = self._boxed(value, constructor, tag, keys)
            if not keys:
                return base
        elif kind in {K_WEAK_MAP, K_WEAK_SET}:
            fallback = "WeakMap" if kind == K_WEAK_MAP else "WeakSet"
            braces, entries = (f"{_prefix(constructor, tag, fallback)}{{", "}"), lambda *_: ["<items unknown>"]
        elif kind == K_PROMISE:
            braces, entries = (f"{_prefix(constructor, tag, 'Promise')}{{", "}"), self._promise
        elif kind == K_NAMESPACE:
            braces, entries, keys = (f"{_prefix(constructor, tag, 'Module')}{{", "}"), self._namespace, []
        elif kind == K_ARGUMENTS:
            if not keys:
                return "[Arguments] {}"
            braces = ("[Arguments] {", "}")
        else:
            prefix = "" if constructor == "Object" and not tag else _prefix(constructor, tag, "Object")
            if not keys:
                return f"{prefix}{{}}"
            braces = (f"{prefix}{{", "}")
        if level > self.depth:
            fallback = "Array" if kind == K_ARRAY else "Object"
            name = _prefix(constructor, tag, fallback)[:-1]
            return name if constructor is None else f"[{name}]"
        return self._composed(value, level + 1, keys, base, braces, entries, style)

    def _composed(
        self, value: int, level: int, keys: list[Property], base: str, braces: tuple[str, str],
        entries: Callable[[int, int], list[str]] | None, style: int,
    ) -> str:
        self._seen.append(value)
        self._current = level
        output = entries(value, level) if entries else []
        output += [self._property(value, each, level) for each in keys]
        self._seen.pop()
        index = self._circular.get(value)
        if index is not None:
            base = f"<ref *{index}> {base}" if base else f"<ref *{index}>"
        result = self._joined(output, base, braces, style, level, value)
        self._budget += len(result)
        if self._budget > MOST_CHARACTERS:
            self.depth = -1
        return result

    def _joined(
        self, output: list[str], base: str, braces: tuple[str, str], style: int, level: int, value: int
    ) -> str:
        """All entries on one line if it is short and not too deeply nested, else each on its own, or in columns."""
        count = len(output)
        if style == ARRAY and count > 6:
            room = int(min(self.line, 1 << 30)) - self._indentation
            output = in_columns(output, self._has_more(value), room, self._is_numeric(value, count))
        start = f"{base} " if base else ""
        if self._current - level < COMPACT and count == len(output):
            before = len(output) + self._indentation + len(braces[0]) + len(base) + 10
            if on_one_line(output, before, base, self.line):
                line = ", ".join(output)
                if "\n" not in line:
                    return f"{start}{braces[0]} {line} {braces[1]}"
        margin = "\n" + " " * self._indentation
        return f"{start}{braces[0]}{margin}  {f',{margin}  '.join(output)}{margin}{braces[1]}"

    def _has_more(self, value: int) -> bool:
        return self.heap.length[value & ID] > self.most

    def _is_numeric(self, value: int, count: int) -> bool:
        """Whether the first elements, as many as there are entries, are all numbers."""
        cell = value & ID
        found = 0
        for index, element, _ in self.heap.elements(value):
            if index >= count:
                break
            if element >= TAG:
                return False
            found += 1
        return found == min(count, self.heap.length[cell]) == count

    # Names

    def _constructor_name(self, value: int, level: int) -> str | None:
        heap = self.heap
        holder, first = value, None
        while holder != NULL:
            heap.pulse()
            own = heap.own(holder, STRING | N_CONSTRUCTOR)
            if own is not None and not own[1] & A_ACCESSOR and heap.kind(own[0]) == K_FUNCTION:
                name = heap.function_name(own[0])
                if name and self._is_instance(value, own[0]):
                    return name
            holder = heap.prototype(holder)
            if first is None:
                first = holder
        if first is None or first == NULL:
            return None
        fallback = {K_ARRAY: "Array", K_FUNCTION: "Function", K_ERROR: "Error", K_MAP: "Map", K_SET: "Set",
                    K_PROMISE: "Promise", K_WEAK_MAP: "WeakMap", K_WEAK_SET: "WeakSet"}
        name = fallback.get(heap.kind(value), "Object")
        if level > self.depth:
            return f"{name} <Complex prototype>"
        above = self._constructor_name(first, level + 1)
        return f"{name} <{above or self._shallow(first)}>"

    def _shallow(self, value: int) -> str:
        """An object without a prototype as part of a name."""
        return Inspector(self.heap, depth=-1, call=self._call).text(value)

    def _is_instance(self, value: int, constructor: int) -> bool:
        own = self.heap.own(constructor, STRING | N_PROTOTYPE)
        if own is None:
            return False
        holder = self.heap.prototype(value)
        while holder != NULL:
            self.heap.pulse()
            if holder == own[0]:
                return True
            holder = self.heap.prototype(holder)
        return False

    def _tag(self, value: int) -> str:
        found = self.heap.get(value, SYMBOL | SYM_TO_STRING_TAG)
        if found is None:
            return ""
        tag, attributes = found
        if attributes & A_ACCESSOR:
            getter = self.heap.accessor(tag)[0]
            tag = self._call(getter, value) if self._call and getter != UNDEFINED else UNDEFINED
        if tag >> 48 != T_STRING:
            return ""
        own = self.heap.own(value, SYMBOL | SYM_TO_STRING_TAG)
        if own is not None and (own[1] & A_ENUMERABLE or self.hidden):
            return ""  # it is among the properties
        return self.heap.string(tag)

    def _function(self, value: int, constructor: str | None, tag: str) -> str:
        heap = self.heap
        name = heap.function_name(value)
        meta = heap.meta[value & ID]
        if meta & F_CLASS and not meta & F_NATIVE:
            text = f"class {name or '(anonymous)'}"
            if constructor not in {"Function", None}:
                text += f" [{constructor}]"
            if tag and constructor != tag:
                text += f" [{tag}]"
            if constructor is None:
                return f"[{text} extends [null prototype]]"
            above = heap.prototype(value)
            above_name = heap.function_name(above) if heap.kind(above) == K_FUNCTION else ""
            return f"[{text} extends {above_name}]" if above_name else f"[{text}]"
        kind = heap.function_kind(value)
        text = "[" + kind
        if constructor is None:
            text += " (null prototype)"
        text += f": {name}]" if name else " (anonymous)]"
        if constructor not in {kind, None}:
            text += f" {constructor}"
        if tag and constructor != tag:
            text += f" [{tag}]"
        return text

    def _boxed(
        self, value: int, constructor: str | None, tag: str, keys: list[Property]
    ) -> tuple[str, list[Property]]:
        primitive = self.heap.hidden(value, SYM_PRIMITIVE)
        if primitive >> 48 == T_STRING:
            kind, text = "String", quoted(self.heap.string(primitive))
        else:
            kind = "Number" if primitive < TAG else "Symbol" if primitive >> 48 == T_SYMBOL else "Boolean"
            text = primitive_text(self.heap, primitive)
        result = f"[{kind}"
        if kind != constructor:
            result += " (null prototype)" if constructor is None else f" ({constructor})"
        result += f": {text}]"
        if tag and tag != constructor:
            result += f" [{tag}]"
        return result, keys

    # Errors

    def _error(
        self, value: int, constructor: str | None, tag: str, keys: list[Property]
    ) -> tuple[str, list[Property]]:
        heap = self.heap
        name = self._text_of(value, N_NAME, "Error")
        message = self._text_of(value, N_MESSAGE, "")
        stack = self.stack(value)
        shown = {N_NAME: name, N_MESSAGE: message, N_STACK: stack}
        keys = [each for each in keys if not (each[0] & ID in shown and each[0] >> 48 == T_STRING
                                              and self._text_of(value, each[0] & ID, "") in stack)]
        present = {each[0] for each in keys}
        for key in (N_CAUSE, N_ERRORS):
            own = heap.own(value, STRING | key)
            if own is not None and STRING | key not in present and (key == N_CAUSE or heap.kind(own[0]) == K_ARRAY):
                keys.append((STRING | key, *own))
        keys += self._suppressed(value)
        stack = self._improved(stack, name, constructor, tag)
        at = stack.find(message) + len(message) if message and message in stack else 0
        if "\n    at" not in stack[at:]:
            stack = f"[{stack}]"
        if self._indentation:
            stack = stack.replace("\n", "\n" + " " * self._indentation)
        return stack, keys

    def _suppressed(self, value: int) -> list[Property]:
        """The two errors of a SuppressedError."""
        hidden = [each for each in self.heap.named(value) if each[0] >> 48 == T_STRING and not each[2] & A_ENUMERABLE]
        pair = [each for each in hidden if self.heap.string(each[0]) in {"error", "suppressed"}]
        return pair if len(pair) == 2 else []

    def _text_of(self, value: int, name: int, otherwise: str) -> str:
        found = self.heap.data(value, STRING | name)
        if found >> 48 == T_STRING:
            return self.heap.string(found)
        return otherwise if found in {UNDEFINED, NULL} else self._value(found, 0)

    def stack(self, value: int) -> str:
        """An error's stack, or what its toString would say where it has none."""
        found = self.heap.own(value, STRING | N_STACK) or self.heap.get(value, STRING | N_STACK)
        if found is not None:
            stack = found[0]
            if found[1] & A_ACCESSOR:
                getter = self.heap.accessor(stack)[0]
                stack = self._call(getter, value) if self._call and getter != UNDEFINED else UNDEFINED
            if stack >> 48 == T_STRING and (text := self.heap.string(stack)):
                return text
        name, message = self._text_of(value, N_NAME, "Error"), self._text_of(value, N_MESSAGE, "")
        return f"{name}: {message}" if name and message else name or message

    @staticmethod
    def _improved(stack: str, name: str, constructor: str | None, tag: str) -> str:
        """The stack beginning with the class's name where the error only has its parent's."""
        follows = stack[len(name) : len(name) + 1]
        regular = name.endswith("Error") and stack.startswith(name) and follows in {"", ":", "\n"}
        if constructor is not None and not regular:
            return stack
        fallback = "Error"
        if constructor is None:
            word = stack.split(":", 1)[0].split("\n", 1)[0]
            fallback = word if word[:1].isupper() or word.endswith("Error") else ""
            name = fallback or name
        called = _prefix(constructor, tag, fallback)[:-1]
        if name == called:
            return stack
        if name in called:
            return f"{called}{stack[len(name):]}" if name else f"{called}: {stack}"
        return f"{called} [{name}]{stack[len(name):]}"

    # Entries

    def _keys(self, value: int) -> list[Property]:
        named = self.heap.named(value)
        if self.heap.kind(value) == K_ARRAY:  # its elements are entries
            length = (STRING | N_LENGTH, value_of_number(float(self.heap.length[value & ID])), 1)
            keys = [length, *named] if self.hidden else named
        else:
            keys = [*self.heap.elements(value), *named]
        return keys if self.hidden else [each for each in keys if each[2] & A_ENUMERABLE]

    def _property(self, value: int, entry: Property, level: int) -> str:
        key, found, attributes = entry
        text = self._property_value(found, attributes, level)
        if 0 <= key < TAG:
            return f"'{key}': {text}"
        if key >> 48 == T_SYMBOL:
            name = f"[Symbol({escaped(self.heap.symbol_description(key) or '')})]"
        else:
            name = self.heap.string(key)
            if name == "__proto__":
                name = "['__proto__']"
            elif not attributes & A_ENUMERABLE:
                name = f"[{escaped(name)}]"
            elif not is_identifier(name):
                name = quoted(name)
        return f"{name}: {text}"

    def _property_value(self, found: int, attributes: int, level: int) -> str:
        if attributes & A_ACCESSOR:
            getter, setter = self.heap.accessor(found)
            if getter != UNDEFINED:
                return "[Getter/Setter]" if setter != UNDEFINED else "[Getter]"
            return "[Setter]" if setter != UNDEFINED else "undefined"
        return self._inside(found, level, 2)

    def _inside(self, value: int, level: int, margin: int) -> str:
        self._indentation += margin
        text = self._value(value, level)
        self._indentation -= margin
        return text

    def _elements(self, value: int, level: int) -> list[str]:
        output: list[str] = []
        length = self.heap.length[value & ID]
        expected = 0
        for index, found, attributes in self.heap.elements(value):
            if len(output) >= self.most:
                break
            if index > expected:
                output.append(_empty(index - expected))
                expected = index
                if len(output) >= self.most:
                    break
            output.append(self._property_value(found, attributes, level))
            expected = index + 1
        if expected < length:
            full = len(output) >= self.most
            output.append(_more(length - expected) if full else _empty(length - expected))
        return output

    def _table(self, value: int) -> int:
        return self.heap.collection(value)

    def _set(self, value: int, level: int) -> list[str]:
        return self._listed((key for key, _, _ in self.heap.table(self._table(value))), self._table(value), level)

    def _listed(self, values: Iterable[int], table: int, level: int) -> list[str]:
        output: list[str] = []
        for each in values:
            if len(output) >= self.most:
                output.append(_more(self.heap.table_size(table) - self.most))
                break
            output.append(self._inside(each, level, 2))
        return output

    def _map(self, value: int, level: int) -> list[str]:
        output: list[str] = []
        for key, found, _ in self.heap.table(self._table(value)):
            if len(output) >= self.most:
                output.append(_more(self.heap.table_size(self._table(value)) - self.most))
                break
            output.append(f"{self._inside(key, level, 2)} => {self._inside(found, level, 2)}")
        return output

    def _promise(self, value: int, level: int) -> list[str]:
        state, result = self.heap.promise(value)
        if state == "pending":
            return ["<pending>"]
        text = self._inside(result, level, 2)
        return [f"<rejected> {text}" if state == "rejected" else text]

    def _is_table_iterator(self, value: int) -> bool:
        return self.heap.prototype(value) & ID in {P_MAP_ITERATOR, P_SET_ITERATOR}

    def _iterator(self, value: int, level: int) -> list[str]:
        wanted = self._iterates(value)
        second = 1 if self.heap.prototype(value) & ID == P_MAP_ITERATOR else 0  # a Set's entries have the value twice
        rest = self.heap.rest_of(value)
        if wanted == ITER_ENTRIES:
            pairs = [(self._inside(entry[0], level, 2), self._inside(entry[second], level, 2)) for entry in rest]
            return [f"[ {key}, {found} ]" for key, found in pairs]
        return [self._inside(entry[second if wanted == ITER_VALUES else 0], level, 2) for entry in rest]

    def _iterates(self, value: int) -> int:
        """What an iterator delivers."""
        return self.heap.meta[value & ID] >> ITER_KIND_SHIFT & ITER_KIND_MASK

    def _namespace(self, value: int, level: int) -> list[str]:
        output = []
        for key, found, _ in sorted(self.heap.named(value), key=lambda each: self._sort_key(each[0])):
            if key >> 48 == T_SYMBOL:
                continue
            name = self.heap.string(key)
            bound = self.heap.binding(found)
            text = "<uninitialized>" if bound in {UNINIT, HOLE} else self._inside(bound, level, 2)
            output.append(f"{name if is_identifier(name) else quoted(name)}: {text}")
        return output

    def _sort_key(self, key: int) -> str:
        return self.heap.string(key) if key >> 48 == T_STRING else ""


def _prefix(constructor: str | None, tag: str, fallback: str, size: str = "") -> str:
    """What stands before the brace: constructor, size and tag, with a space behind."""
    if constructor is None:
        extra = f"[{tag}] " if tag and fallback != tag else ""
        return f"[{fallback}{size}: null prototype] {extra}"
    return f"{constructor}{size} [{tag}] " if tag and constructor != tag else f"{constructor}{size} "


def _empty(count: int) -> str:
    return f"<{count} empty item{plural(count)}>"


def _more(count: int) -> str:
    return f"... {count} more item{plural(count)}"
