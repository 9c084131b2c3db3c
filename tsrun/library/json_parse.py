"""JSON.parse: two passes over the text without recursion.

The first pass only measures what the second may need at most, so that it is reserved at once and nothing moves
meanwhile. The second keeps finished values of open arrays and objects on the work stack: an array's elements, or an
object's keys and values in turn, above a word that says where the enclosing one begins. At the closing bracket they
become one object.
"""
from __future__ import annotations

from tsrun.heap.allocate import new_array, new_object, new_payload, reserve_all
from tsrun.heap.arena import constant, kernel
from tsrun.heap.errors import POLL, worked
from tsrun.heap.extents import CELL_BYTES
from tsrun.heap.layout import (
    A_DEFAULT, F_DICTIONARY, F_SPARSE, FALSE, FIRST_CHAR, HOLE, ID, INDEX_KEY, N_EMPTY, NULL, OBJECT, P_OBJECT,
    S_MAX_MEMORY, S_OVERTIME, SH_ARRAY, SH_OBJECT, STRING, TRUE, UNDEFINED, X_COLLECT, X_LIMIT, X_SLOW,
)
from tsrun.heap.machine import fill
from tsrun.heap.numbers_parse import digit_value, parse_decimal
from tsrun.heap.objects import add_element, make_sparse
from tsrun.heap.shapes import MAX_PROPERTIES, add_transition, dictionary_shape_of, find_transition, lookup
from tsrun.heap.strings import canonical_index, intern_string, interned_units, new_string, string_words
from tsrun.heap.tables import entry_at, table_add, table_find, table_init, table_words
from tsrun.heap.units import unit_at
from tsrun.heap.values import boxed_int, boxed_key, boxed_number, is_object
from tsrun.library.string_arguments import answer, first_unit, flat_value, is_wide, set_unit
from tsrun.vm.tables import native

J_AT, J_FAILURE, J_CELLS, J_WORDS, J_BYTES, J_WIDE, J_END, J_BASE = range(8)
"""Words of `json_state`: where the text is read; what is wrong with it; what it needs; its width and end; where the
values of the innermost open array or object begin on the stack."""
(
    FAIL_TOKEN, FAIL_END, FAIL_NUMBER, FAIL_AFTER, FAIL_NAME_OR_BRACE, FAIL_NAME, FAIL_COLON, FAIL_COMMA_BRACE,
    FAIL_COMMA_BRACKET, FAIL_CONTROL, FAIL_ESCAPE, FAIL_UNICODE, FAIL_STRING, FAIL_MINUS, FAIL_FRACTION, FAIL_EXPONENT,
) = range(1, 17)
"""What is wrong; the prelude has the messages in this order."""
FAIL_TIME = 17
"""The time limit was reached: no message is wanted."""

QUOTE, BACKSLASH, COMMA, COLON, MINUS, ZERO = 34, 92, 44, 58, 45, 48
OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET = 123, 125, 91, 93
IS_OBJECT = 1 << 40
"""Flag of a stack word: the open one is an object."""
HAS_INDEX = 1 << 41
NO_VALUE = UNDEFINED
"""JSON has no undefined: it says that reading failed, or that a bracket was opened."""
MOST_FAST_DIGITS = 15
LITERAL_TRUE, LITERAL_FALSE, LITERAL_NULL = 0, 4, 9

constant("json_literal", "uint8", list(b"truefalsenull"))
_ESCAPES = {98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 34: 34, 92: 92, 47: 47}
constant("json_escape_unit", "uint8", [_ESCAPES.get(letter, 0) for letter in range(128)])


@kernel
def object_need(h, count, has_index):
    """Words that an object of so many properties may need."""
    words = count + 1
    if count > MAX_PROPERTIES:
        words = table_words(h, count * 2) + 1
    return words + 20 * count + 160 if has_index else words


@kernel
def end_of_string(h, wide, at, end):
    """Index of the quote that ends a string, or a place at or behind the end."""
    look = at + POLL
    while at < end:
        unit = unit_at(h, wide, at)
        if unit == QUOTE:
            break
        at += 2 if unit == BACKSLASH else 1
        if at > look:
            look = at + POLL
            if worked(h, POLL):
                break
    return at


@kernel
def measure(h, start) -> None:
    """First pass: note what the text may need. What isn't JSON is measured somehow: the second pass stops there.

    No text opens more brackets than there can be cells, so that the stack has room for all of them.
    """
    wide = h.json_state[J_WIDE]
    end = h.json_state[J_END]
    cells = 0
    words = 0
    bytes_ = 0
    depth = 0
    h.stack[0] = 0
    most = h.state[S_MAX_MEMORY] // CELL_BYTES
    at = start
    look = at + POLL
    while at < end and cells <= most:
        if at > look:
            look = at + POLL
            if worked(h, POLL):
                return
        unit = unit_at(h, wide, at)
        at += 1
        if unit == QUOTE:
            first = at
            at = end_of_string(h, wide, at, end)
            cells += 1
            bytes_ += string_words(h, at - first, wide)
            if first < end and h.stack[depth] & IS_OBJECT and unit_at(h, wide, first) - ZERO < 10:
                h.stack[depth] = h.stack[depth] | HAS_INDEX
            at += 1
        elif unit == COMMA:
            h.stack[depth] = h.stack[depth] + 1
        elif unit == OPEN_BRACE or unit == OPEN_BRACKET:
            cells += 1
            depth += 1
            h.stack[depth] = IS_OBJECT | 1 if unit == OPEN_BRACE else 1
        elif (unit == CLOSE_BRACE or unit == CLOSE_BRACKET) and depth > 0:
            count = h.stack[depth] & ID
            words += object_need(h, count, h.stack[depth] & HAS_INDEX) if h.stack[depth] & IS_OBJECT else count + 1
            depth -= 1
    while depth > 0:
        # Never closed: the second pass stops at the end, but has put the values before it on the stack.
        words += (h.stack[depth] & ID) << (1 if h.stack[depth] & IS_OBJECT else 0)
        depth -= 1
    h.json_state[J_CELLS] = cells
    h.json_state[J_WORDS] = words
    h.json_state[J_BYTES] = bytes_


@kernel
def fail(h, what, at):
    """Note what is wrong and where; no value."""
    h.json_state[J_FAILURE] = what
    h.json_state[J_AT] = at
    return NO_VALUE


@kernel
def skip_space(h, wide, at, end):
    """Index of the first unit that is no JSON white space."""
    while at < end:
        unit = unit_at(h, wide, at)
        if unit > 32 or (unit != 32 and unit != 10 and unit != 13 and unit != 9):
            break
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            break
    return at


@kernel
def read_literal(h, wide, at, end, literal, count, value):
    """Read true, false or null."""
    for i in range(count):
        if at + i >= end:
            return fail(h, FAIL_END, end)
        if unit_at(h, wide, at + i) != h.json_literal[literal + i]:
            return fail(h, FAIL_TOKEN, at + i)
    h.json_state[J_AT] = at + count
    return value


@kernel
def skip_decimals(h, wide, at, end):
    """Index after decimal digits."""
    while at < end and ZERO <= unit_at(h, wide, at) <= 57:
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            break
    return at


@kernel
def read_number(h, wide, at, end):
    """Read a number: small integers directly, else after a check of the form."""
    start = at
    if unit_at(h, wide, at) == MINUS:
        at += 1
    first = at
    value = 0
    while at < end and ZERO <= unit_at(h, wide, at) <= 57:
        if at - first < MOST_FAST_DIGITS:
            value = value * 10 + unit_at(h, wide, at) - ZERO
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            break
    if at == first:
        return fail(h, FAIL_MINUS, at)
    if at - first > 1 and unit_at(h, wide, first) == ZERO:
        return fail(h, FAIL_NUMBER, first + 1)
    unit = unit_at(h, wide, at) if at < end else 0
    if unit != 46 and unit != 101 and unit != 69 and at - first <= MOST_FAST_DIGITS:
        h.json_state[J_AT] = at
        x = float(value)
        return boxed_number(h, -x if first > start else x)
    if unit == 46:
        first = at + 1
        at = skip_decimals(h, wide, first, end)
        if at == first:
            return fail(h, FAIL_FRACTION, at)
        unit = unit_at(h, wide, at) if at < end else 0
    if unit == 101 or unit == 69:
        at += 1
        if at < end and (unit_at(h, wide, at) == 43 or unit_at(h, wide, at) == MINUS):
            at += 1
        first = at
        at = skip_decimals(h, wide, first, end)
        if at == first:
            return fail(h, FAIL_EXPONENT, at)
    h.json_state[J_AT] = at
    return boxed_number(h, parse_decimal(h, wide, start, at))


@kernel
def read_hex(h, wide, at, end):
    """The unit of four hexadecimal digits at an index, or -1 after `fail`."""
    unit = 0
    for i in range(at, at + 4):
        digit = digit_value(unit_at(h, wide, i)) if i < end else 99
        if digit > 15:
            fail(h, FAIL_UNICODE, i if i < end else end)
            return -1
        unit = unit << 4 | digit
    return unit


@kernel
def read_escaped(h, wide, at, end, made, to_wide):
    """Read the units of a string with escapes up to its quote, into a string that is being made (0: only check).

    Twice the length, plus 1 if a unit is beyond Latin-1; -1 after `fail`.
    """
    length = 0
    units = 0
    while True:
        if at >= end:
            fail(h, FAIL_STRING, end)
            return -1
        unit = unit_at(h, wide, at)
        if unit == QUOTE:
            break
        if unit < 32:
            fail(h, FAIL_CONTROL, at)
            return -1
        at += 1
        if unit == BACKSLASH:
            if at >= end:
                fail(h, FAIL_END, end)
                return -1
            letter = unit_at(h, wide, at)
            if letter == 117:
                unit = read_hex(h, wide, at + 1, end)
                if unit < 0:
                    return -1
                at += 5
            else:
                unit = h.json_escape_unit[letter] if letter < 128 else 0
                if unit == 0:
                    fail(h, FAIL_ESCAPE, at)
                    return -1
                at += 1
        if made:
            set_unit(h, made, to_wide, length, unit)
        units |= unit
        length += 1
        if length & POLL == 0 and worked(h, POLL):
            fail(h, FAIL_TIME, at)
            return -1
    h.json_state[J_AT] = at + 1
    return length << 1 | (1 if units > 255 else 0)


@kernel
def read_string(h, wide, at, end, as_key):
    """Read a string whose first unit is at an index. Its cell, interned for a key; -1 after `fail`."""
    start = at
    units = 0
    unit = 0
    while at < end:
        unit = unit_at(h, wide, at)
        if unit == QUOTE or unit == BACKSLASH or unit < 32:
            break
        units |= unit
        at += 1
        if at & POLL == 0 and worked(h, POLL):
            fail(h, FAIL_TIME, at)
            return -1
    if at < end and unit == QUOTE:
        h.json_state[J_AT] = at + 1
        length = at - start
        if length <= 1 and units < 256:
            return FIRST_CHAR + units if length else N_EMPTY
        if as_key:
            found = interned_units(h, wide, start, length)
            if found != 0:
                return found
        made = new_string(h, length, 1 if units > 255 else 0)
        for i in range(length):
            set_unit(h, made, 1 if units > 255 else 0, i, unit_at(h, wide, start + i))
            if i & POLL == POLL and worked(h, POLL):
                break
        return made
    measured = read_escaped(h, wide, start, end, 0, 0)
    if measured < 0:
        return -1
    if measured == 0:
        return N_EMPTY
    made = new_string(h, measured >> 1, measured & 1)
    read_escaped(h, wide, start, end, made, measured & 1)
    return FIRST_CHAR + h.chars8[first_unit(h, made)] if measured == 2 else made


@kernel
def read_key(h, wide, at, end, otherwise):
    """Read a property's name and colon. Its key, or -1 after `fail`: with `otherwise` if there is no string."""
    at = skip_space(h, wide, at, end)
    if at >= end or unit_at(h, wide, at) != QUOTE:
        fail(h, otherwise, at)
        return -1
    string = read_string(h, wide, at + 1, end, 1)
    if string < 0:
        return -1
    at = skip_space(h, wide, h.json_state[J_AT], end)
    if at >= end or unit_at(h, wide, at) != COLON:
        fail(h, FAIL_COLON, at)
        return -1
    h.json_state[J_AT] = at + 1
    if h.length[string] > 0:
        digit = unit_at(h, is_wide(h, string), first_unit(h, string)) - ZERO
        if 0 <= digit < 10:
            index = canonical_index(h, string)
            if index >= 0:
                return INDEX_KEY + index
    return intern_string(h, string)


@kernel
def finish_array(h, base, top):
    """The array of the values on the stack from base up to top."""
    count = top - base
    array = new_array(h, SH_ARRAY, count)
    h.length[array] = count
    payload = h.elems[array]
    for i in range(count):
        h.slots[payload + i] = h.stack[base + i]
    return OBJECT | array


@kernel
def finish_object(h, base, top):
    """The object of the keys and values on the stack from base up to top."""
    named = 0
    highest = -1
    for at in range(base, top, 2):
        key = h.stack[at]
        if key < INDEX_KEY:
            named += 1
        elif key - INDEX_KEY > highest:
            highest = key - INDEX_KEY
    if named > MAX_PROPERTIES:
        obj = large_object(h, base, top, named)
    else:
        obj = new_object(h, SH_OBJECT, named)
        shape = SH_OBJECT
        payload = h.offset[obj]
        for at in range(base, top, 2):
            key = h.stack[at]
            if key < INDEX_KEY:
                child = find_transition(h, shape, key, A_DEFAULT)
                if child == 0:
                    place = lookup(h, shape, key)
                    if place >= 0:
                        h.slots[payload + (place >> 8)] = h.stack[at + 1]
                        continue
                    child = add_transition(h, shape, key, A_DEFAULT)
                shape = child
                h.slots[payload + h.shape_count[shape] - 1] = h.stack[at + 1]
        h.shape[obj] = shape
    if highest >= 0:
        add_elements(h, obj, base, top, highest)
    return OBJECT | obj


@kernel
def large_object(h, base, top, named):
    """The object of the named keys and values on the stack, a dictionary."""
    capacity = MAX_PROPERTIES
    while capacity < named:
        capacity *= 2
    obj = new_object(h, dictionary_shape_of(h, P_OBJECT), 0)
    table = new_payload(h, obj, table_words(h, capacity))
    table_init(h, table, capacity)
    for at in range(base, top, 2):
        key = h.stack[at]
        if key < INDEX_KEY:
            found = table_find(h, table, boxed_key(h, key))
            if found >= 0:
                h.slots[entry_at(h, table, found) + 1] = h.stack[at + 1]
            else:
                table_add(h, table, boxed_key(h, key), h.stack[at + 1], A_DEFAULT)
    h.offset[obj] = table
    h.meta[obj] = h.meta[obj] | F_DICTIONARY
    return obj


@kernel
def add_elements(h, obj, base, top, highest) -> None:
    """Give an object its elements from the stack: dense if that takes few holes."""
    count = top - base >> 1
    if highest < 8 * count + 64:
        payload = new_payload(h, obj, highest + 1)
        fill(h.slots, payload, highest + 1, HOLE)
        h.elems[obj] = payload
        h.length[obj] = highest + 1
    else:
        make_sparse(h, obj)
    for at in range(base, top, 2):
        if h.stack[at] >= INDEX_KEY:
            index = h.stack[at] - INDEX_KEY
            if h.meta[obj] & F_SPARSE:
                put_sparse(h, obj, index, h.stack[at + 1])
            else:
                h.slots[h.elems[obj] + index] = h.stack[at + 1]


@kernel
def put_sparse(h, obj, index, value) -> None:
    """Add or overwrite a sparse element."""
    table = h.elems[obj]
    found = table_find(h, table, boxed_int(h, index))
    if found >= 0:
        h.slots[entry_at(h, table, found) + 1] = value
    else:
        add_element(h, obj, index, value, A_DEFAULT)


@kernel
def read_simple(h, wide, at, end):
    """Read a value that is no array or object; NO_VALUE after `fail`."""
    unit = unit_at(h, wide, at)
    if unit == QUOTE:
        string = read_string(h, wide, at + 1, end, 0)
        return STRING | string if string >= 0 else NO_VALUE
    if ZERO <= unit <= 57 or unit == MINUS:
        return read_number(h, wide, at, end)
    if unit == 116:
        return read_literal(h, wide, at, end, LITERAL_TRUE, 4, TRUE)
    if unit == 102:
        return read_literal(h, wide, at, end, LITERAL_FALSE, 5, FALSE)
    if unit == 110:
        return read_literal(h, wide, at, end, LITERAL_NULL, 4, NULL)
    return fail(h, FAIL_TOKEN, at)


@kernel
def open_bracket(h, at, top, is_object_):
    """Read what follows { or [ at an index: the value if it is empty, else NO_VALUE with the first key read."""
    wide = h.json_state[J_WIDE]
    end = h.json_state[J_END]
    h.json_state[J_AT] = at
    inside = skip_space(h, wide, at, end)
    if inside < end and unit_at(h, wide, inside) == (CLOSE_BRACE if is_object_ else CLOSE_BRACKET):
        h.json_state[J_AT] = inside + 1
        return OBJECT | new_object(h, SH_OBJECT, 0) if is_object_ else OBJECT | new_array(h, SH_ARRAY, 0)
    h.stack[top] = h.json_state[J_BASE]
    h.json_state[J_BASE] = top + 1
    if is_object_:
        h.json_state[J_BASE] = IS_OBJECT | top + 1
        h.stack[top + 1] = read_key(h, wide, at, end, FAIL_NAME_OR_BRACE)
    return NO_VALUE


@kernel
def read_text(h, start):
    """Second pass: the value of the text, NO_VALUE after `fail`."""
    wide = h.json_state[J_WIDE]
    end = h.json_state[J_END]
    h.json_state[J_FAILURE] = 0
    h.json_state[J_AT] = start
    h.json_state[J_BASE] = 0
    top = 1
    while True:
        at = skip_space(h, wide, h.json_state[J_AT], end)
        if worked(h, 8):
            return fail(h, FAIL_TIME, at)
        if at >= end:
            return fail(h, FAIL_END, end)
        unit = unit_at(h, wide, at)
        if unit == OPEN_BRACE or unit == OPEN_BRACKET:
            value = open_bracket(h, at + 1, top, 1 if unit == OPEN_BRACE else 0)
            if value == NO_VALUE:
                if h.json_state[J_FAILURE]:
                    return NO_VALUE
                top += 2 if unit == OPEN_BRACE else 1
                continue
        else:
            value = read_simple(h, wide, at, end)
            if value == NO_VALUE:
                return NO_VALUE
        while True:
            at = skip_space(h, wide, h.json_state[J_AT], end)
            base = h.json_state[J_BASE]
            if base == 0:
                return value if at >= end else fail(h, FAIL_AFTER, at)
            h.stack[top] = value
            top += 1
            unit = unit_at(h, wide, at) if at < end else 0
            if base & IS_OBJECT:
                if unit == COMMA:
                    h.stack[top] = read_key(h, wide, at + 1, end, FAIL_NAME)
                    if h.json_state[J_FAILURE]:
                        return NO_VALUE
                    top += 1
                    break
                if unit != CLOSE_BRACE:
                    return fail(h, FAIL_COMMA_BRACE, at)
                base &= ID
                value = finish_object(h, base, top)
            else:
                if unit == COMMA:
                    h.json_state[J_AT] = at + 1
                    break
                if unit != CLOSE_BRACKET:
                    return fail(h, FAIL_COMMA_BRACKET, at)
                value = finish_array(h, base, top)
            h.json_state[J_AT] = at + 1
            top = base - 1
            h.json_state[J_BASE] = h.stack[top]


@kernel
def parse_text(h, string):
    """1 if there is room (and time) to read the text of a flat string, which json_state then describes; else 0."""
    start = first_unit(h, string)
    h.json_state[J_WIDE] = is_wide(h, string)
    h.json_state[J_END] = start + h.length[string]
    measure(h, start)
    if h.state[S_OVERTIME]:
        return 0
    return reserve_all(h, h.json_state[J_CELLS], h.json_state[J_WORDS], h.json_state[J_BYTES])


@native("JSON.parse", 2)
def json_parse(h, fp, argc):
    """The value of a JSON text; a reviver, other values than strings and error messages are the prelude's."""
    if argc == 0 or (argc > 1 and is_object(h, h.regs[fp + 3])):
        return X_SLOW
    string = flat_value(h, h.regs[fp + 2])
    if string < 0:
        return string
    if parse_text(h, string) == 0:
        return X_COLLECT
    value = read_text(h, first_unit(h, string))
    if value == NO_VALUE:
        return X_LIMIT if h.json_state[J_FAILURE] == FAIL_TIME else X_SLOW
    return answer(h, fp, value)


@native("$jsonFailure", 1)
def json_failure(h, fp, argc):
    """$jsonFailure(text): what is wrong with a text, + 32 * the index where; 0 if nothing is."""
    string = flat_value(h, h.regs[fp + 2])
    if string < 0:
        return string
    if parse_text(h, string) == 0:
        return X_COLLECT
    value = read_text(h, first_unit(h, string))
    failure = 0
    if value == NO_VALUE:
        if h.json_state[J_FAILURE] == FAIL_TIME:
            return X_LIMIT
        failure = h.json_state[J_FAILURE] + 32 * (h.json_state[J_AT] - first_unit(h, string))
    return answer(h, fp, boxed_int(h, failure))
