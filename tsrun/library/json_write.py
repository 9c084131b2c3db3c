"""JSON.stringify for plain data: one pass over the objects without recursion, into a buffer that becomes the string.

The buffer is the `inbox`, as bytes while all units are Latin-1, then as pairs of bytes. Open objects are on the work
stack: the object, what is written of it and in what form, the frame before, then the path of its shape, which has its
keys in order. Anything that would run user code (toJSON, getters) or is out of the ordinary is left to the prelude's
version.
"""
from __future__ import annotations

from tsrun.heap.allocate import reserve_all
from tsrun.heap.arena import constant, kernel
from tsrun.heap.convert import number_string
from tsrun.heap.errors import CHUNK, POLL, throw_plain, worked
from tsrun.heap.layout import (
    A_ACCESSOR, A_ENUMERABLE, E_STRING_LENGTH, FALSE, F_DICTIONARY, F_EXTENSIBLE_OFF, F_ROPE, F_SPARSE, HOLE, ID, KIND,
    K_ARRAY, K_FUNCTION, K_OBJECT, K_PROXY, K_STRING, NULL, N_FALSE, N_NULL, N_TO_JSON, N_TRUE, P_ARRAY, P_OBJECT,
    STRING, S_MAX_MEMORY, S_NEED_BYTES, S_NEED_CELLS, S_NEED_SLOTS, TAG, TRUE, T_OBJECT, T_STRING, T_SYMBOL, UNDEFINED,
    X_COLLECT, X_LIMIT, X_SLOW,
)
from tsrun.heap.machine import bits_float, copy_between
from tsrun.heap.numbers_format import INFINITY_BITS, MAGNITUDE_MASK, number_to_scratch
from tsrun.heap.objects import own_place, prototype_of
from tsrun.heap.strings import MAX_LENGTH, flatten, new_string, reserve_string
from tsrun.heap.tables import entry_at
from tsrun.heap.units import unit_at
from tsrun.library.string_arguments import answer, clamped, first_unit, flat_value, is_wide, number_argument
from tsrun.vm.tables import native

W_AT, W_WIDE, W_GAP, W_GAP_COUNT, W_FRAME, W_TOP, W_DEPTH = range(7)
"""Words of `json_state`: units written; whether they take two bytes; the gap (a string cell, 0 none) and how much of
it; the innermost frame; the stack's top; the number of frames."""
FRAME = 5
F_CELL, F_NEXT, F_COUNT, F_WRITTEN, F_BEFORE = range(5)
"""A frame: the object's cell, the next property, their number, whether one is written, the frame before (0: none)."""
MOST_DEPTH = 4000
DONE, OPENED, SKIPPED = range(3)
"""What became of a value: written, opened as a frame, or it has no text."""
ROOM_FOR_SMALL = 64
MOST_GUESSED = 4096
"""Length of a string from where its escapes are counted to know what room it takes."""
MOST_GAP = 10
QUOTE, BACKSLASH, COMMA, COLON, NEWLINE, SPACE, SMALL_U = 34, 92, 44, 58, 10, 32, 117


def _escapes() -> list[int]:
    """For each unit below 256: 0 if it stands for itself, 1 for u00xx, else the letter after the backslash."""
    known = {8: 98, 9: 116, 10: 110, 12: 102, 13: 114, 34: 34, 92: 92}
    return [known.get(unit, 1 if unit < 32 else 0) for unit in range(256)]


constant("json_escape", "uint8", _escapes)
constant("json_hex", "uint8", list(b"0123456789abcdef"))


@kernel
def room(h, units):
    """0 if so many more units fit into the buffer, else the exit code."""
    at = h.json_state[W_AT]
    if at + units > MAX_LENGTH:
        return throw_plain(h, E_STRING_LENGTH)
    if (at + units) * 2 > h.state[S_MAX_MEMORY]:
        # With two bytes a unit, more than the memory limit: a request that can't be met ends the run.
        h.state[S_NEED_CELLS] = 0
        h.state[S_NEED_SLOTS] = 0
        h.state[S_NEED_BYTES] = at + units
        return X_COLLECT
    return 0


@kernel(inline=True)
def put(h, unit) -> None:
    """Append a unit; there is room."""
    at = h.json_state[W_AT]
    if h.json_state[W_WIDE]:
        h.inbox8[at * 2] = unit & 0xFF
        h.inbox8[at * 2 + 1] = unit >> 8
    else:
        h.inbox8[at] = unit
    h.json_state[W_AT] = at + 1


@kernel
def widen(h) -> None:
    """Change the buffer to two bytes a unit."""
    i = h.json_state[W_AT] - 1
    while i >= 0:
        h.inbox8[i * 2] = h.inbox8[i]
        h.inbox8[i * 2 + 1] = 0
        i -= 1
        if i & POLL == 0 and worked(h, POLL):
            break
    h.json_state[W_WIDE] = 1


@kernel
def put_escape(h, unit) -> None:
    """Append an escape of four hexadecimal digits."""
    put(h, BACKSLASH)
    put(h, SMALL_U)
    put(h, h.json_hex[unit >> 12])
    put(h, h.json_hex[unit >> 8 & 15])
    put(h, h.json_hex[unit >> 4 & 15])
    put(h, h.json_hex[unit & 15])


@kernel
def quoted_room(h, string):
    """0 if there is room for a flat string in quotes and something small, else the exit code."""
    length = h.length[string]
    if length < MOST_GUESSED:
        return room(h, length * 6 + ROOM_FOR_SMALL)
    count = length + ROOM_FOR_SMALL
    wide = is_wide(h, string)
    start = first_unit(h, string)
    for i in range(start, start + length):
        unit = unit_at(h, wide, i)
        if unit > 255:
            count += 5 if unit & 0xF800 == 0xD800 else 0
        elif h.json_escape[unit]:
            count += 5 if h.json_escape[unit] == 1 else 1
        if i & POLL == POLL and worked(h, POLL):
            return X_LIMIT
    return room(h, count)


@kernel
def put_quoted(h, string) -> None:
    """Append a flat string in quotes; there is room."""
    put(h, QUOTE)
    length = h.length[string]
    start = first_unit(h, string)
    if is_wide(h, string):
        put_wide_units(h, start, start + length)
    elif h.json_state[W_WIDE]:
        for i in range(start, start + length):
            put_unit(h, h.chars8[i])
            if i & POLL == POLL and worked(h, POLL):
                break
    else:
        at = h.json_state[W_AT]
        for i in range(start, start + length):
            unit = h.chars8[i]
            if h.json_escape[unit]:
                h.json_state[W_AT] = at
                put_unit(h, unit)
                at = h.json_state[W_AT]
            else:
                h.inbox8[at] = unit
                at += 1
            if i & POLL == POLL and worked(h, POLL):
                break
        h.json_state[W_AT] = at
    put(h, QUOTE)


@kernel
def put_unit(h, unit) -> None:
    """Append a Latin-1 unit of a string, escaped if need be."""
    escape = h.json_escape[unit]
    if escape == 0:
        put(h, unit)
    elif escape == 1:
        put_escape(h, unit)
    else:
        put(h, BACKSLASH)
        put(h, escape)


@kernel
def put_wide_units(h, start, end) -> None:
    """Append units of chars16; lone surrogates as escapes."""
    i = start
    while i < end:
        unit = h.chars16[i]
        i += 1
        if i & POLL == 0 and worked(h, POLL):
            break
        if unit < 256:
            put_unit(h, unit)
            continue
        if unit & 0xF800 == 0xD800:
            if unit >= 0xDC00 or i >= end or h.chars16[i] & 0xFC00 != 0xDC00:
                put_escape(h, unit)
                continue
            if h.json_state[W_WIDE] == 0:
                widen(h)
            put(h, unit)
            unit = h.chars16[i]
            i += 1
        if h.json_state[W_WIDE] == 0:
            widen(h)
        put(h, unit)


@kernel
def put_text(h, string) -> None:
    """Append a flat Latin-1 string as it is; there is room."""
    start = first_unit(h, string)
    for i in range(start, start + h.length[string]):
        put(h, h.chars8[i])


@kernel
def put_number(h, value) -> None:
    """Append a number; there is room for a small text."""
    if value & MAGNITUDE_MASK >= INFINITY_BITS:
        put_text(h, N_NULL)
        return
    length = number_to_scratch(h, bits_float(value))
    if h.json_state[W_WIDE]:
        for i in range(length):
            put(h, h.scratch[i])
    else:
        at = h.json_state[W_AT]
        for i in range(length):
            h.inbox8[at + i] = h.scratch[i]
        h.json_state[W_AT] = at + length


@kernel
def put_line(h, depth):
    """Begin a new line at a depth, if there is a gap. 0, or the exit code."""
    gap = h.json_state[W_GAP]
    if gap == 0:
        return 0
    count = h.json_state[W_GAP_COUNT]
    code = room(h, depth * count + ROOM_FOR_SMALL)
    if code < 0:
        return code
    put(h, NEWLINE)
    if worked(h, depth * count):
        return X_LIMIT
    wide = is_wide(h, gap)
    start = first_unit(h, gap)
    if wide and h.json_state[W_WIDE] == 0:
        widen(h)
    for _ in range(depth):
        for i in range(count):
            put(h, unit_at(h, wide, start + i))
    return 0


@kernel
def has_to_json(h, obj):
    """1 if an object or a prototype of it has a property toJSON, or might have."""
    while obj != 0:
        if own_place(h, obj, N_TO_JSON) >= 0 or h.meta[obj] & KIND == K_PROXY or worked(h, 4):
            return 1
        obj = prototype_of(h, obj)
    return 0


@kernel
def is_open(h, cell):
    """1 if an object is being written: a cycle."""
    frame = h.json_state[W_FRAME]
    while frame != 0:
        if h.stack[frame + F_CELL] == cell:
            return 1
        frame = h.stack[frame + F_BEFORE]
    return 0


@kernel
def open_object(h, cell):
    """Begin a plain object or array: OPENED, or the exit code."""
    kind = h.meta[cell] & KIND
    if (kind != K_OBJECT and kind != K_ARRAY) or h.meta[cell] & F_SPARSE:
        return X_SLOW
    if h.meta[cell] & F_EXTENSIBLE_OFF and prototype_of(h, cell) == 0:
        return X_SLOW  # what JSON.rawJSON makes is like that
    if worked(h, h.json_state[W_DEPTH]):
        return X_LIMIT
    if is_open(h, cell) or h.json_state[W_DEPTH] >= MOST_DEPTH:
        return X_SLOW
    elements = h.length[cell] if h.elems[cell] != 0 or kind == K_ARRAY else 0
    count = elements
    frame = h.json_state[W_TOP]
    path = frame + FRAME
    if kind == K_OBJECT:
        if h.meta[cell] & F_DICTIONARY:
            count += h.slots[h.offset[cell]]
        else:
            shape = h.shape[cell]
            named = h.shape_count[shape]
            count += named
            for i in range(named):
                h.stack[path + named - 1 - i] = shape
                shape = h.shape_parent[shape]
            path += named
    h.stack[frame + F_CELL] = cell
    h.stack[frame + F_NEXT] = 0
    h.stack[frame + F_COUNT] = count
    h.stack[frame + F_WRITTEN] = 0
    h.stack[frame + F_BEFORE] = h.json_state[W_FRAME]
    h.json_state[W_FRAME] = frame
    h.json_state[W_TOP] = path
    h.json_state[W_DEPTH] = h.json_state[W_DEPTH] + 1
    put(h, 91 if kind == K_ARRAY else 123)
    return OPENED


@kernel
def prepare(h, value):
    """Whether a value has a text: DONE if so (a string is flat then), SKIPPED if not, or the exit code."""
    if value < TAG or value == NULL or value == TRUE or value == FALSE:
        return DONE
    tag = value >> 48
    if tag == T_STRING:
        if h.meta[value & ID] & F_ROPE and flatten(h, value & ID) == 0:
            return X_COLLECT
        return DONE
    if tag == T_OBJECT:
        if has_to_json(h, value & ID):
            return X_SLOW
        return SKIPPED if h.meta[value & ID] & KIND == K_FUNCTION else DONE
    return SKIPPED if value == UNDEFINED or tag == T_SYMBOL else X_SLOW


@kernel
def write_value(h, value):
    """Append a value that `prepare` says has a text: DONE, OPENED or the exit code."""
    if value >> 48 == T_STRING:
        code = quoted_room(h, value & ID)
        if code < 0:
            return code
        put_quoted(h, value & ID)
        return DONE
    code = room(h, ROOM_FOR_SMALL)
    if code < 0:
        return code
    if value < TAG:
        put_number(h, value)
        return DONE
    if value >> 48 == T_OBJECT:
        return open_object(h, value & ID)
    put_text(h, value_name(h, value))
    return DONE


@kernel
def value_name(h, value):
    """The string cell of null, true or false."""
    return N_NULL if value == NULL else N_TRUE if value == TRUE else N_FALSE


@kernel
def write_element(h, frame, cell):
    """Append the next element of an array: DONE, OPENED or the exit code."""
    i = h.stack[frame + F_NEXT]
    value = h.slots[h.elems[cell] + i]
    if value == HOLE:
        if prototype_of(h, cell) != P_ARRAY or h.elems[P_ARRAY] != 0 or h.elems[P_OBJECT] != 0:
            return X_SLOW
        value = NULL
    has_text = prepare(h, value)
    if has_text < 0:
        return has_text
    if has_text == SKIPPED:
        value = NULL
    h.stack[frame + F_NEXT] = i + 1
    code = room(h, ROOM_FOR_SMALL)
    if code < 0:
        return code
    if i > 0:
        put(h, COMMA)
    code = put_line(h, h.json_state[W_DEPTH])
    return code if code < 0 else write_value(h, value)


@kernel
def write_property(h, frame, cell):
    """Append the next property of an object: DONE, OPENED or the exit code."""
    i = h.stack[frame + F_NEXT]
    h.stack[frame + F_NEXT] = i + 1
    elements = h.length[cell] if h.elems[cell] != 0 else 0
    if i < elements:
        value = h.slots[h.elems[cell] + i]
        if value == HOLE:
            return DONE
        if reserve_all(h, 1, 0, 4) == 0:
            return X_COLLECT
        return write_pair(h, frame, number_string(h, float(i)), value)
    i -= elements
    if h.meta[cell] & F_DICTIONARY:
        at = entry_at(h, h.offset[cell], i)
        key = h.slots[at]
        if key >> 48 != T_STRING:
            return DONE
        attributes = h.slots[at + 2] >> 32
        value = h.slots[at + 1]
    else:
        shape = h.stack[frame + FRAME + i]
        key = h.shape_key[shape]
        if h.meta[key] & KIND != K_STRING:
            return DONE
        attributes = h.shape_attributes[shape]
        value = h.slots[h.offset[cell] + i]
    if attributes & A_ENUMERABLE == 0:
        return DONE
    return X_SLOW if attributes & A_ACCESSOR else write_pair(h, frame, key & ID, value)


@kernel
def write_pair(h, frame, key, value):
    """Append a key and its value, unless that has no text: DONE, OPENED or the exit code."""
    has_text = prepare(h, value)
    if has_text != DONE:
        return DONE if has_text == SKIPPED else has_text
    code = room(h, ROOM_FOR_SMALL)
    if code < 0:
        return code
    if h.stack[frame + F_WRITTEN]:
        put(h, COMMA)
    h.stack[frame + F_WRITTEN] = 1
    code = put_line(h, h.json_state[W_DEPTH])
    if code == 0:
        code = quoted_room(h, key)
    if code < 0:
        return code
    put_quoted(h, key)
    put(h, COLON)
    if h.json_state[W_GAP]:
        put(h, SPACE)
    return write_value(h, value)


@kernel
def close_object(h, frame, cell):
    """Append the end of the innermost object. 0, or the exit code."""
    h.json_state[W_DEPTH] = h.json_state[W_DEPTH] - 1
    code = room(h, ROOM_FOR_SMALL)
    if code == 0 and (h.stack[frame + F_WRITTEN] or (h.meta[cell] & KIND == K_ARRAY and h.length[cell] > 0)):
        code = put_line(h, h.json_state[W_DEPTH])
    put(h, 93 if h.meta[cell] & KIND == K_ARRAY else 125)
    h.json_state[W_TOP] = frame
    h.json_state[W_FRAME] = h.stack[frame + F_BEFORE]
    return code


@kernel
def write_text(h, value, gap, gap_count):
    """Write the text of a value into the buffer: DONE, SKIPPED if it has none, or the exit code."""
    h.json_state[W_AT] = 0
    h.json_state[W_WIDE] = 0
    h.json_state[W_GAP] = gap if gap_count > 0 else 0
    h.json_state[W_GAP_COUNT] = gap_count
    h.json_state[W_FRAME] = 0
    h.json_state[W_TOP] = 1
    h.json_state[W_DEPTH] = 0
    code = prepare(h, value)
    if code != DONE:
        return code
    code = write_value(h, value)
    while code >= 0:
        if worked(h, 8):
            return X_LIMIT
        frame = h.json_state[W_FRAME]
        if frame == 0:
            return DONE
        cell = h.stack[frame + F_CELL]
        if h.stack[frame + F_NEXT] == h.stack[frame + F_COUNT]:
            code = close_object(h, frame, cell)
        elif h.meta[cell] & KIND == K_ARRAY:
            code = write_element(h, frame, cell)
        else:
            code = write_property(h, frame, cell)
    return code


@kernel
def answer_text(h, fp):
    """Deliver the text in the buffer."""
    length = h.json_state[W_AT]
    wide = h.json_state[W_WIDE]
    if reserve_string(h, length, wide) == 0:
        return X_COLLECT
    made = new_string(h, length, wide)
    size = length << wide
    done = 0
    while done < size:
        more = size - done if size - done < CHUNK else CHUNK
        copy_between(h.chars8, h.offset[made] * 8 + done, h.inbox8, done, more)
        if worked(h, more >> 3):
            return X_LIMIT
        done += more
    return answer(h, fp, STRING | made)


@native("JSON.stringify", 3)
def json_stringify(h, fp, argc):
    """The JSON text of plain data; replacers, and what would run user code, are the prelude's."""
    if argc == 0 or (argc > 1 and h.regs[fp + 3] != UNDEFINED and h.regs[fp + 3] != NULL):
        return X_SLOW
    gap = 0
    gap_count = 0
    if argc > 2:
        space = h.regs[fp + 4]
        if space < TAG:
            if reserve_string(h, MOST_GAP, 0) == 0:
                return X_COLLECT
            gap = new_string(h, MOST_GAP, 0)
            for i in range(MOST_GAP):
                h.chars8[h.offset[gap] * 8 + i] = SPACE
            gap_count = clamped(h, number_argument(h, fp, argc, 2, 0.0), MOST_GAP)
        elif space >> 48 == T_STRING:
            gap = flat_value(h, space)
            if gap < 0:
                return gap
            gap_count = h.length[gap] if h.length[gap] < MOST_GAP else MOST_GAP
        elif space >> 48 == T_OBJECT:
            return X_SLOW
    code = write_text(h, h.regs[fp + 2], gap, gap_count)
    if code == SKIPPED:
        return answer(h, fp, UNDEFINED)
    return code if code < 0 else answer_text(h, fp)


@native("$jsonQuote", 1)
def json_quote(h, fp, argc):
    """$jsonQuote(text): the text as a JSON string (section 25.5.2.4)."""
    code = write_text(h, h.regs[fp + 2], 0, 0)
    return code if code < 0 else answer_text(h, fp)
