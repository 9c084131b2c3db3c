"""The optimisation checklist, computed: what in the counts of a run is worth a change of the script, and which."""
from __future__ import annotations

from typing import TYPE_CHECKING

from tsrun.heap import counters
from tsrun.tools.profile import short_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.tools.opcodes import Counts, Event, Made, Site
    from tsrun.tools.places import Place

OFTEN = 1000
"""Events below this number are not worth a word."""
VERY_OFTEN = 20_000
LARGE = 1 << 20
"""Units or bytes below this number are not, either."""
MISS_SHARE, OTHER_SHARE, ALLOCATION_SHARE, COLLECTOR_SHARE, ACCESS_SHARE = 0.05, 0.5, 0.2, 0.2, 0.1
MOST_SHAPES = 256
"""A place that makes more shapes than that makes them from data."""
SEVERAL = 64


def where(place: Place | None) -> str:
    """File and line for a finding."""
    return f"{short_file(place.file)}:{place.line}" if place is not None else "(outside the script)"


def findings(counts: Counts) -> list[str]:
    """A line for each, in the order of the sections of the report."""
    return [*_collector(counts), *_caches(counts), *_layouts(counts), *_strings(counts), *_allocation(counts)]


def _is_script(place: Place | None) -> bool:
    return place is not None and not place.function.library


def _collector(counts: Counts) -> Iterator[str]:
    number, spent = counts.collections
    whole = spent + counts.instruction_ns
    if number and spent > COLLECTOR_SHARE * whole and spent > 5e6:
        yield (f"the collector takes {spent / whole:.0%} of the time ({number:,} collections): make less garbage (see "
               "the allocations below), keep less alive, or give it more room with --gc growth=...")


def _caches(counts: Counts) -> Iterator[str]:
    sites = [site for site in counts.sites if _is_script(site.place) and site.asked >= OFTEN]
    for site in sites:
        finding = _about_site(site)
        if finding:
            yield f"{where(site.place)}: {finding}"
    reads = max(counts.instructions, 1)
    for site in sorted(sites, key=lambda site: -site.asked)[:3]:
        if site.opcode == "get_property" and site.asked > max(ACCESS_SHARE * reads, VERY_OFTEN):
            yield (f"{where(site.place)}: .{site.key} is read {site.asked:,} times, {site.asked / reads:.0%} of all "
                   "instructions: if it stays the same in the loop, read it once into a const before")


def _about_site(site: Site) -> str:
    kinds = site.kinds
    least = max(OFTEN // 2, MISS_SHARE * site.asked)

    def many(kind: int) -> bool:
        return kinds.get(kind, 0) > least

    if many(counters.CACHE_FULL):
        return (f".{site.key} meets objects of more than four layouts ({kinds[counters.CACHE_FULL]:,} of "
                f"{site.asked:,} accesses searched for it): make them in one place with the same properties in the "
                "same order, or use a Map")
    if many(counters.CACHE_EPOCH):
        return (f".{site.key} is searched for again {kinds[counters.CACHE_EPOCH]:,} times because prototypes change "
                "while it is used: finish classes and prototypes before the work begins")
    if many(counters.CACHE_DICTIONARY):
        return (f".{site.key} is looked up by hash {kinds[counters.CACHE_DICTIONARY]:,} times, the object being a "
                "dictionary: don't delete its properties (assign undefined), or use a Map")
    if many(counters.CACHE_ACCESSOR):
        return (f".{site.key} runs a getter or setter {kinds[counters.CACHE_ACCESSOR]:,} times: in a loop keep its "
                "value in a const, or make it a plain property")
    if kinds.get(counters.CACHE_OTHER, 0) > max(VERY_OFTEN, OTHER_SHARE * site.asked):
        return (f".{site.key} meets objects of two to four layouts ({kinds[counters.CACHE_OTHER]:,} of "
                f"{site.asked:,} accesses were not of the first): the same properties in the same order make them one")
    return ""


def _rows(counts: Counts, what: int, count: int, amount: int = 0) -> Iterator[Event]:
    """Places of the script where something happened at least that often and that much."""
    for event in counts.events(what):
        if _is_script(event.place) and event.count >= count and event.amount >= amount:
            yield event


def _layouts(counts: Counts) -> Iterator[str]:
    for event in _rows(counts, counters.NEW_SHAPE, MOST_SHAPES):
        yield (f"{where(event.place)}: {event.count:,} object layouts are made here, as if names of properties were "
               "data: use a Map for a table")
    for event in _rows(counts, counters.DICTIONARY, SEVERAL):
        yield (f"{where(event.place)}: {event.count:,} objects become hash tables here, by delete or by more than 128 "
               "properties: assign undefined instead, or use a Map")
    for event in _rows(counts, counters.SPARSE, SEVERAL):
        yield (f"{where(event.place)}: {event.count:,} arrays or objects get their elements into hash tables here: "
               "fill arrays from 0 without gaps, or use a Map with numbers as keys")
    for event in _rows(counts, counters.GROWN, SEVERAL, LARGE):
        yield (f"{where(event.place)}: arrays that grow move {event.amount:,} elements here: where the length is "
               "known, make them with new Array(n).fill(0) or map")


def _strings(counts: Counts) -> Iterator[str]:
    for event in _rows(counts, counters.FLATTENED, SEVERAL, LARGE):
        yield (f"{where(event.place)}: {event.count:,} times a string that grew by + is made flat, {event.amount:,} "
               "units copied: don't look into a string while it grows; push the parts to an array and join once")
    for event in _rows(counts, counters.COPIED, VERY_OFTEN):
        yield (f"{where(event.place)}: {event.count:,} short strings are joined here: if they are keys, use numbers or "
               "nested Maps; if they are output, collect and join once")
    hashed: dict[str, int] = {}
    for what in (counters.INTERNED, counters.INTERN_FOUND):
        for event in _rows(counts, what, OFTEN):
            hashed[where(event.place)] = hashed.get(where(event.place), 0) + event.count
    for place, count in hashed.items():
        if count > VERY_OFTEN:
            yield (f"{place}: {count:,} strings made by the script are hashed to be property keys: use a Map, numbers "
                   "as keys, or keep the key instead of making it again")


def _allocation(counts: Counts) -> Iterator[str]:
    whole = sum(made.bytes for made in counts.made)
    for made in counts.made:
        if not _is_script(made.place):
            continue
        looped = made.calls and made.cells > 4 * made.calls
        if made.kind in {"function", "environment"} and made.cells >= VERY_OFTEN:
            yield _about_closures(made)
        elif made.bytes > max(ALLOCATION_SHARE * whole, LARGE):
            loop = f", {made.cells // made.calls:,} for each call" if looped else ""
            number = f"{made.cells:,} new, " if made.cells else ""
            yield (f"{where(made.place)}: {made.bytes / whole:.0%} of what is allocated (kind {made.kind}: {number}"
                   f"{made.bytes:,} bytes{loop}): {_advice(made.kind)}")


def _about_closures(made: Made) -> str:
    if made.kind == "function":
        return (f"{where(made.place)}: {made.cells:,} functions are made here: define it once outside, and give it as "
                "arguments what it captures")
    return (f"{where(made.place)}: {made.cells:,} scopes are kept for closures here: a closure in a loop makes one "
            "each round; declare what it captures outside the loop, or don't capture")


def _advice(kind: str) -> str:
    if kind == "string":
        return ("build text once at the end, compare with startsWith(x, at) or unit by unit instead of cutting pieces "
                "out, and don't make text of numbers to compare them")
    if kind == "array":
        return "reuse one array and its length, or write the loop that map, filter and spread stand for"
    return "reuse an object that is changed in place, or keep the fields in variables or arrays"
