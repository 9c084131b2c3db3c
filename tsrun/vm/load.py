"""Loading a unit: its tables are appended to the VM's, indices in its code move along, its strings become cells."""
from __future__ import annotations

from tsrun.heap.allocate import reserve_all
from tsrun.heap.arena import constant, kernel
from tsrun.heap.layout import (
    ID, LIMIT_MEMORY, LIMIT_UNIT, region, S_CODE_TOP, S_CONST_TOP, S_HANDLER_TOP, S_IMPORT_TOP, S_LIMIT_KIND,
    S_LITERAL_KEY_TOP, S_LITERAL_TOP, S_LOAD_RESULT, S_SITE_TOP, S_TEMPLATE_TOP, STRING, SYMBOL, X_COLLECT, X_LIMIT,
)
from tsrun.heap.strings import intern_string, new_string
from tsrun.vm.frames import T_CODE, T_END, T_FLAGS, T_HANDLER, T_HINT, T_NAME, TEMPLATE
from tsrun.vm.functions import flags_word
from tsrun.vm.private import new_private_name
from tsrun.vm.tables import OPCODES

MAGIC = 0x5453554E49540001
HEADER = 16
(
    H_MAGIC, H_CODE, H_CONSTS, H_SITES, H_LITERALS, H_LITERAL_KEYS, H_TEMPLATES, H_HANDLERS, H_IMPORTS, H_CHARS, H_ENV,
    H_FLAGS, H_FILE, H_SOURCE, H_PLACED,
) = range(15)
B_CODE, B_CONST, B_SITE, B_LITERAL, B_LITERAL_KEY, B_TEMPLATE, B_HANDLER, B_IMPORT = range(8)
NUMBER_CONST, STRING_CONST, SPECIAL_CONST, BIGINT_CONST, PRIVATE_CONST = range(5)
_RELOCATED = {"const": 1, "name": 1, "site": 2, "template": 3, "literal": 4, "import": 5}


def _relocations() -> list[int]:
    table = [0] * 256
    for opcode in OPCODES.values():
        table[opcode.number] = _RELOCATED.get(opcode.operands[2], 0)
    return table


region("unit_base", "int64", unit="table", meaning="where the tables of the unit that is loaded begin", near=8)
constant("relocation", "uint8", _relocations)
MAX_CODE, MAX_CONSTS, MAX_SITES, MAX_LITERAL_KEYS = 1 << 23, 1 << 22, 1 << 20, 1 << 22
MAX_ROWS = 1 << 20
"""Literals, templates, handlers and imports."""


@kernel
def load_unit(h):
    """Load the unit in `inbox`; the number of its first template in state LOAD_RESULT. 0, or an exit code.

    Its tables go behind all others, or with PLACED in the header where `unit_base` says (tsrun/evaluation).
    """
    at = HEADER
    code = h.inbox[H_CODE]
    consts = h.inbox[H_CONSTS]
    sites = h.inbox[H_SITES]
    h.state[S_LIMIT_KIND] = LIMIT_UNIT
    if h.inbox[H_MAGIC] != MAGIC or code < 0 or consts < 0 or sites < 0:
        return X_LIMIT
    if h.inbox[H_PLACED] == 0:
        take_tops(h)
    if h.unit_base[B_CODE] + code > MAX_CODE or h.unit_base[B_CONST] + consts > MAX_CONSTS:
        return X_LIMIT
    if h.unit_base[B_SITE] + sites > MAX_SITES or tables_fit(h) == 0:
        return X_LIMIT
    h.state[S_LIMIT_KIND] = LIMIT_MEMORY
    if reserve_all(h, 2 * consts, 0, h.inbox[H_CHARS] + consts * 3 + 8) == 0:
        return X_COLLECT
    load_code(h, at, code)
    at += 2 * code
    strings = at + 3 * consts + sites + 3 * h.inbox[H_LITERALS] + h.inbox[H_LITERAL_KEYS]
    strings += 12 * h.inbox[H_TEMPLATES] + 4 * h.inbox[H_HANDLERS]
    load_consts(h, at, consts, strings * 8)
    at += 3 * consts
    load_sites(h, at, sites)
    at += sites
    load_literals(h, at)
    at += 3 * h.inbox[H_LITERALS] + h.inbox[H_LITERAL_KEYS]
    load_templates(h, at)
    finish(h)
    return 0


@kernel
def take_tops(h) -> None:
    """The unit's tables go behind what was loaded before."""
    h.unit_base[B_CODE] = h.state[S_CODE_TOP]
    h.unit_base[B_CONST] = h.state[S_CONST_TOP]
    h.unit_base[B_SITE] = h.state[S_SITE_TOP]
    h.unit_base[B_LITERAL] = h.state[S_LITERAL_TOP]
    h.unit_base[B_LITERAL_KEY] = h.state[S_LITERAL_KEY_TOP]
    h.unit_base[B_TEMPLATE] = h.state[S_TEMPLATE_TOP]
    h.unit_base[B_HANDLER] = h.state[S_HANDLER_TOP]
    h.unit_base[B_IMPORT] = h.state[S_IMPORT_TOP]


@kernel
def tables_fit(h):
    """1 if there is room for the unit's tables."""
    if h.unit_base[B_LITERAL_KEY] + h.inbox[H_LITERAL_KEYS] > MAX_LITERAL_KEYS:
        return 0
    if h.unit_base[B_LITERAL] + h.inbox[H_LITERALS] > MAX_ROWS:
        return 0
    if h.unit_base[B_TEMPLATE] + h.inbox[H_TEMPLATES] > MAX_ROWS:
        return 0
    if h.unit_base[B_HANDLER] + h.inbox[H_HANDLERS] > MAX_ROWS:
        return 0
    return 1 if h.unit_base[B_IMPORT] + h.inbox[H_IMPORTS] <= MAX_ROWS else 0


@kernel
def load_code(h, at, count) -> None:
    """Append instructions, moving what their c operand names."""
    top = h.unit_base[B_CODE]
    for i in range(count):
        word = h.inbox[at + i]
        kind = h.relocation[word & 0xFF]
        base = 0
        if kind == 1:
            base = h.unit_base[B_CONST]
        elif kind == 2:
            base = h.unit_base[B_SITE]
        elif kind == 3:
            base = h.unit_base[B_TEMPLATE]
        elif kind == 4:
            base = h.unit_base[B_LITERAL]
        elif kind == 5:
            base = h.unit_base[B_IMPORT]
        h.code[top + i] = word + (base << 40)
        h.position[top + i] = h.inbox[at + count + i]


@kernel
def load_consts(h, at, count, chars) -> None:
    """Append constants; strings are interned. `chars` is the byte in the inbox where text begins."""
    top = h.unit_base[B_CONST]
    for i in range(count):
        kind = h.inbox[at + 3 * i]
        value = h.inbox[at + 3 * i + 1]
        if kind == STRING_CONST or kind == PRIVATE_CONST:
            wide = h.inbox[at + 3 * i + 2] & 1
            length = h.inbox[at + 3 * i + 2] >> 1
            cell = new_string(h, length, wide)
            target = h.offset[cell] * 8
            for k in range(length << wide):
                h.chars8[target + k] = h.inbox8[chars + value + k]
            value = STRING | intern_string(h, cell)
            if kind == PRIVATE_CONST:
                value = SYMBOL | new_private_name(h, value & ID)
        h.consts[top + i] = value


@kernel
def load_sites(h, at, count) -> None:
    """Append inline cache sites, empty."""
    top = h.unit_base[B_SITE]
    for i in range(count):
        key = h.inbox[at + i]
        h.site_key[top + i] = h.consts[h.unit_base[B_CONST] + key] & ID if key >= 0 else 0
        h.site_epoch[top + i] = 0
        h.site_next[top + i] = 0
        for k in range(4):
            h.site_shape[(top + i) * 4 + k] = 0
            h.site_slot[(top + i) * 4 + k] = 0
            h.site_holder[(top + i) * 4 + k] = 0


@kernel
def load_literals(h, at) -> None:
    """Append literals and their keys."""
    top = h.unit_base[B_LITERAL]
    keys = h.unit_base[B_LITERAL_KEY]
    count = h.inbox[H_LITERALS]
    for i in range(count):
        h.literal[(top + i) * 4] = h.inbox[at + 3 * i]
        h.literal[(top + i) * 4 + 1] = h.inbox[at + 3 * i + 1] + keys
        h.literal[(top + i) * 4 + 2] = h.inbox[at + 3 * i + 2]
        h.literal[(top + i) * 4 + 3] = 0
    for i in range(h.inbox[H_LITERAL_KEYS]):
        h.literal_key[keys + i] = h.inbox[at + 3 * count + i] + h.unit_base[B_CONST]


@kernel
def load_templates(h, at) -> None:
    """Append templates and handlers. The last word of a template becomes the unit's file name while it is loaded."""
    top = h.unit_base[B_TEMPLATE]
    count = h.inbox[H_TEMPLATES]
    handlers = h.unit_base[B_HANDLER]
    for i in range(count):
        to = (top + i) * TEMPLATE
        for k in range(TEMPLATE):
            h.template_word[to + k] = h.inbox[at + 12 * i + k]
        h.template_word[to + T_CODE] += h.unit_base[B_CODE]
        h.template_word[to + T_END] += h.unit_base[B_CODE]
        h.template_word[to + T_NAME] += h.unit_base[B_CONST]
        h.template_word[to + T_HANDLER] += handlers
        h.template_word[to + T_HINT] = 0
        h.template_word[to + T_FLAGS] = flags_word(h, h.template_word[to + T_FLAGS])
        h.template_unit[(top + i) * 2] = h.inbox[H_FILE] + h.unit_base[B_CONST]
        source = h.inbox[H_SOURCE]
        h.template_unit[(top + i) * 2 + 1] = source + h.unit_base[B_CONST] if source >= 0 else 0
    for i in range(4 * h.inbox[H_HANDLERS]):
        h.handler[handlers * 4 + i] = h.inbox[at + 12 * count + i]


@kernel
def finish(h) -> None:
    """Move the tops past what was loaded."""
    h.state[S_LOAD_RESULT] = h.unit_base[B_TEMPLATE]
    if h.inbox[H_PLACED]:
        return
    h.state[S_CODE_TOP] = h.state[S_CODE_TOP] + h.inbox[H_CODE]
    h.state[S_CONST_TOP] = h.state[S_CONST_TOP] + h.inbox[H_CONSTS]
    h.state[S_SITE_TOP] = h.state[S_SITE_TOP] + h.inbox[H_SITES]
    h.state[S_LITERAL_TOP] = h.state[S_LITERAL_TOP] + h.inbox[H_LITERALS]
    h.state[S_LITERAL_KEY_TOP] = h.state[S_LITERAL_KEY_TOP] + h.inbox[H_LITERAL_KEYS]
    h.state[S_TEMPLATE_TOP] = h.state[S_TEMPLATE_TOP] + h.inbox[H_TEMPLATES]
    h.state[S_HANDLER_TOP] = h.state[S_HANDLER_TOP] + h.inbox[H_HANDLERS]
    h.state[S_IMPORT_TOP] = h.state[S_IMPORT_TOP] + h.inbox[H_IMPORTS]
