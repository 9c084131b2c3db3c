"""The prelude and the kernel agree on what both number: kinds of errors, attributes, kinds of cells, natives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tsrun.heap import layout
from tsrun.vm.kernel_modules import load_kernel_modules
from tsrun.vm.tables import NATIVES

PRELUDE = Path(__file__).parents[2] / "tsrun" / "library" / "prelude"
TEXT = "".join(path.read_text() for path in sorted(PRELUDE.glob("*.ts")))


def test_errors_are_in_the_order_of_the_layout():
    """Each maker of an error has the name of its kind behind it."""
    makers = TEXT[TEXT.index("const errorMakers = [") :]
    makers = makers[: makers.index("\n];")]
    assert tuple(re.findall(r",\s*// (\w+)$", makers, re.MULTILINE)) == layout.ERROR_KINDS


@pytest.mark.parametrize("name", re.findall(r"^const (K_\w+) = ", TEXT, re.MULTILINE))
def test_kinds_of_cells(name):
    assert int(re.search(rf"^const {name} = (\d+);", TEXT, re.MULTILINE)[1]) == getattr(layout, name)


def test_attributes():
    values = dict(re.findall(r"^const (WRITABLE|ENUMERABLE|CONFIGURABLE|ACCESSOR|HIDDEN) = (\d+);", TEXT, re.MULTILINE))
    assert {name: int(value) for name, value in values.items()} == {
        "WRITABLE": layout.A_WRITABLE,
        "ENUMERABLE": layout.A_ENUMERABLE,
        "CONFIGURABLE": layout.A_CONFIGURABLE,
        "ACCESSOR": layout.A_ACCESSOR,
        "HIDDEN": layout.A_HIDDEN,
    }


def test_roots_have_functions():
    """What the VM may call is there: each root that the kernel names is set by the prelude or by a native."""
    named = set(re.findall(r'\$root\("(\w+)"', TEXT))
    assert named <= set(layout.ROOTS)


def test_slow_versions_are_of_natives():
    load_kernel_modules()
    versions = re.findall(r'^  "((?:get )?[A-Z]\w+[.\w\[\]]*)"\(', TEXT, re.MULTILINE)
    assert len(versions) > 50
    assert [name for name in versions if name not in NATIVES] == []
