"""The arena's memory: where regions lie, and images of what is in use."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tsrun.heap import arena, extents, layout
from tsrun.syntax import regions  # noqa: F401 (declares the regions of the lexer)
from tsrun.vm.memory import Memory, region_table


@pytest.fixture
def memory():
    return Memory(*region_table(), 64 << 20)


def test_every_region_has_an_extent():
    for each in arena.REGIONS.values():
        if each.offset < 0 and not each.same_as:
            places = [extents.FIXED, extents.PER_CELL, extents.PER_WORD, extents.SOURCE]
            assert sum(each.name in place for place in places) == 1, each.name


def test_images_name_existing_regions():
    assert set(extents.IN_USE) <= set(arena.REGIONS)


def test_regions_do_not_overlap(memory):
    places = sorted(
        (memory.offsets[each.name], memory.length(each.name) * each.item_size, each.name)
        for each in arena.REGIONS.values()
        if not each.same_as
    )
    end = 8 * arena.HEADER_WORDS
    for start, size, name in places:
        assert start >= end, name
        end = start + size
    assert end <= len(memory.map)


def test_header_leads_to_the_regions(memory):
    header = memory.view("header")
    for each in arena.REGIONS.values():
        assert header[arena.HEADER_BASES + each.number] == memory.base + memory.offsets[each.name]
        assert header[arena.HEADER_LENGTHS + each.number] == len(memory.view(each.name))
        if each.offset >= 0:
            assert memory.offsets[each.name] == each.offset


def test_views_of_the_same_memory(memory):
    memory.view("slots")[3] = 0x3FF0 << 48
    assert memory.view("fslots")[3] == 1.0
    memory.view("words8")[1] = 0x41
    assert memory.view("chars8")[8] == 0x41
    assert memory.view("chars16")[4] == 0x41


def test_an_image_brings_back_what_was_in_use(memory):
    state = memory.view("state")
    state[layout.S_CELL_TOP] = 1000
    state[layout.S_SLOT_TOP] = 50
    memory.view("meta")[999] = 7
    memory.view("slots")[49] = -5
    memory.view("slots")[50] = 1
    memory.view("mark_bits")[15] = 1 << 40
    used, content = memory.save()
    other = Memory(*region_table(), 32 << 20)
    other.restore(used, memoryview(content))
    assert other.view("meta")[999] == 7
    assert other.view("slots")[49] == -5
    assert other.view("slots")[50] == 0
    assert other.view("mark_bits")[15] == 1 << 40
    assert other.view("header")[0] == other.base + other.offsets[next(iter(arena.REGIONS))]


def test_numpy_sees_the_same_memory(memory):
    memory.view("meta")[2] = 9
    found = memory.numpy("meta")
    assert found.dtype == "int32"
    assert found[2] == 9


@pytest.mark.skipif(sys.platform != "linux", reason="limits of address space as Linux has them")
def test_scarce_address_space_makes_smaller_reservations():
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))\n"
        "import tsrun.heap.layout, tsrun.syntax.regions\n"
        "from tsrun.vm.memory import Memory, region_table\n"
        "memory = Memory(*region_table()); memory.view('slots')[1000] = 1; print(memory.limit)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert 16 << 20 <= int(done.stdout) < 4 << 30
