"""Shapes (hidden classes): a tree of transitions in columns.

A shape stands for a list of properties in order (keys and attributes; the nth property is in slot n) and a prototype.
Its columns describe the last property; `shape_parent` leads to the rest. Each prototype object has one root shape with
no properties (`root_shape`); shape 1 is the root without a prototype. A transition from a shape is found in one hash
table by (shape, key, attributes). Only this module writes shapes. An object that outgrows shapes (a key deleted, or
more than MAX_PROPERTIES) becomes a dictionary: its shape has the flag SF_DICTIONARY and only carries the prototype.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.counters import NEW_SHAPE, note
from tsrun.heap.extents import FEW_SHAPES, FIXED
from tsrun.heap.layout import (
    F_IS_PROTO, S_FUEL, S_PROTO_EPOCH, S_SHAPE_FREE, S_SHAPE_TOP, S_SLOT_LIMIT, S_SPARE_SHAPES, S_TRANSITION_COUNT,
    S_TRANSITION_MASK,
)

MAX_PROPERTIES = 128
NULL_ROOT = 1
LOOKUP_SIZE = 4096
SF_DICTIONARY = 2
SF_LIVE = 4
SF_MARKED = 1
MOST_SHAPES = FIXED["shape_parent"]
"""Length of the columns of shapes."""
DICTIONARY_KEY = 0
"""Key of the transition from a root to its dictionary shape."""


@kernel
def new_shape(h, parent, key, attributes, count, proto):
    """A shape, from the free ones or at the top.

    There is always room for those that one instruction makes: when few are left, the next reservation fails, and the
    collection that follows frees some or ends the run. Should they be used up nevertheless, the run ends at the next
    jump or call, and until then the last shape stands for all.
    """
    shape = h.state[S_SHAPE_FREE]
    if shape != 0:
        h.state[S_SHAPE_FREE] = h.shape_parent[shape]
        h.state[S_SPARE_SHAPES] = h.state[S_SPARE_SHAPES] - 1
    else:
        shape = h.state[S_SHAPE_TOP]
        if shape >= MOST_SHAPES - FEW_SHAPES:
            h.state[S_SLOT_LIMIT] = 0
        if shape >= MOST_SHAPES:
            h.state[S_FUEL] = 0
            return MOST_SHAPES - 1
        h.state[S_SHAPE_TOP] = shape + 1
    if h.counting[0]:
        note(h, NEW_SHAPE, 1)
    h.shape_parent[shape] = parent
    h.shape_key[shape] = key
    h.shape_attributes[shape] = attributes
    h.shape_count[shape] = count
    h.shape_proto[shape] = proto
    h.shape_flags[shape] = SF_LIVE
    return shape


@kernel
def shapes_are_left(h):
    """0 if so few shapes are left that the next ones would soon end the run."""
    return 1 if h.state[S_SHAPE_TOP] < MOST_SHAPES - FEW_SHAPES or h.state[S_SPARE_SHAPES] >= FEW_SHAPES else 0


@kernel(inline=True)
def _mix(h, shape, key, attributes):
    return (shape * 0x9E3779B1 ^ key * 0x85EBCA6B ^ attributes * 0xC2B2AE35) >> 5


@kernel
def find_transition(h, shape, key, attributes):
    """The shape after adding the property, or 0."""
    mask = h.state[S_TRANSITION_MASK]
    at = _mix(h, shape, key, attributes) & mask
    while True:
        child = h.transition[at]
        if child == 0:
            return 0
        if h.shape_parent[child] == shape and h.shape_key[child] == key and h.shape_attributes[child] == attributes:
            return child
        at = (at + 1) & mask


@kernel
def enter_transition(h, child) -> None:
    """Put a shape into the table of transitions."""
    mask = h.state[S_TRANSITION_MASK]
    at = _mix(h, h.shape_parent[child], h.shape_key[child], h.shape_attributes[child]) & mask
    while h.transition[at] != 0:
        at = (at + 1) & mask
    h.transition[at] = child


@kernel
def rebuild_transitions(h, mask) -> None:
    """Make the table of transitions anew, with mask + 1 entries, from the live shapes."""
    h.state[S_TRANSITION_MASK] = mask
    for i in range(mask + 1):
        h.transition[i] = 0
    count = 0
    for shape in range(1, h.state[S_SHAPE_TOP]):
        if h.shape_flags[shape] != 0 and h.shape_parent[shape] != 0:
            enter_transition(h, shape)
            count += 1
    h.state[S_TRANSITION_COUNT] = count


@kernel
def add_transition(h, shape, key, attributes):
    """The shape after adding the property, made if need be."""
    child = find_transition(h, shape, key, attributes)
    if child != 0:
        return child
    child = new_shape(h, shape, key, attributes, h.shape_count[shape] + 1, h.shape_proto[shape])
    if h.state[S_SHAPE_TOP] >= MOST_SHAPES and child == MOST_SHAPES - 1:
        return child
    count = h.state[S_TRANSITION_COUNT] + 1
    h.state[S_TRANSITION_COUNT] = count
    if count * 2 > h.state[S_TRANSITION_MASK]:
        rebuild_transitions(h, h.state[S_TRANSITION_MASK] * 2 + 1)
    else:
        enter_transition(h, child)
    return child


@kernel
def root_shape_of(h, proto):
    """The empty shape with that prototype (a cell id; 0 for null)."""
    if proto == 0:
        return NULL_ROOT
    shape = h.root_shape[proto]
    if shape == 0:
        shape = new_shape(h, 0, 0, 0, 0, proto)
        h.root_shape[proto] = shape
        h.meta[proto] = h.meta[proto] | F_IS_PROTO
        # What was found through this object as an ordinary one is not guarded by the epoch.
        h.state[S_PROTO_EPOCH] = h.state[S_PROTO_EPOCH] + 1
    return shape


@kernel
def dictionary_shape_of(h, proto):
    """The shape of dictionaries with that prototype."""
    root = root_shape_of(h, proto)
    child = find_transition(h, root, DICTIONARY_KEY, 0)
    if child == 0:
        child = add_transition(h, root, DICTIONARY_KEY, 0)
        h.shape_count[child] = 0
        h.shape_flags[child] = SF_LIVE | SF_DICTIONARY
    return child


@kernel
def lookup(h, shape, key):
    """Slot << 8 | attributes of a property in a shape, or -1. Through the global lookup cache."""
    at = (shape * 31 ^ key * 0x9E3779B1 >> 7) & (LOOKUP_SIZE - 1)
    if h.lookup_shape[at] == shape and h.lookup_key[at] == key:
        return h.lookup_slot[at]
    found = -1
    step = shape
    while h.shape_count[step] > 0:
        if h.shape_key[step] == key:
            found = (h.shape_count[step] - 1) << 8 | h.shape_attributes[step]
            break
        step = h.shape_parent[step]
    h.lookup_shape[at] = shape
    h.lookup_key[at] = key
    h.lookup_slot[at] = found
    return found


@kernel
def replay(h, shape, onto, changed_key, attributes):
    """The shape with the same properties on another root, `changed_key` (0: none) getting other attributes.

    Works through the `stack` region: the path of shapes from the root.
    """
    n = h.shape_count[shape]
    step = shape
    for i in range(n):
        h.stack[n - 1 - i] = step
        step = h.shape_parent[step]
    result = onto
    for i in range(n):
        step = h.stack[i]
        key = h.shape_key[step]
        result = add_transition(h, result, key, attributes if key == changed_key else h.shape_attributes[step])
    return result


@kernel
def shape_key_at(h, shape, slot):
    """The shape on the path whose property is in that slot."""
    step = shape
    while h.shape_count[step] > slot + 1:
        step = h.shape_parent[step]
    return step


@kernel
def touch_proto(h, cell) -> None:
    """Call when the layout of an object's properties changes: cached prototype hits end if it is a prototype."""
    if h.meta[cell] & F_IS_PROTO:
        h.state[S_PROTO_EPOCH] = h.state[S_PROTO_EPOCH] + 1
