"""Moving and filling many words of `slots` in pieces, so that a time limit or Ctrl-C is noticed in between."""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.errors import CHUNK, worked
from tsrun.heap.machine import copy, fill


@kernel
def move_words(h, to, source, count):
    """Copy words of slots, which may overlap. 0, or 1 when the time is up and not all are copied."""
    done = 0
    while done < count:
        more = count - done if count - done < CHUNK else CHUNK
        if to > source:
            copy(h.slots, to + count - done - more, source + count - done - more, more)
        else:
            copy(h.slots, to + done, source + done, more)
        done += more
        if worked(h, more):
            return 1
    return 0


@kernel
def fill_words(h, start, count, value):
    """Write a value into words of slots. 0, or 1 when the time is up and not all are written."""
    done = 0
    while done < count:
        more = count - done if count - done < CHUNK else CHUNK
        fill(h.slots, start + done, more, value)
        done += more
        if worked(h, more):
            return 1
    return 0
