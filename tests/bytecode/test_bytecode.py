"""Golden disassembly: what the sources beside this file compile to.

`python tests/bytecode/test_bytecode.py` writes the listings anew, for a change to be read in the diff.
"""

from __future__ import annotations

import pathlib
import sys

import pytest

FOLDER = pathlib.Path(__file__).parent
SOURCES = sorted(FOLDER.glob("*.ts"))


def bytecode(path):
    from compiling import listing

    return listing(path.read_text(encoding="utf-8"), "script" if path.stem.startswith("script") else "module")


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_listing_is_the_golden_one(path):
    assert bytecode(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


def main():
    sys.path[:0] = [str(FOLDER.parent), str(FOLDER.parent.parent)]
    for path in SOURCES:
        path.with_suffix(".txt").write_text(bytecode(path), encoding="utf-8")


if __name__ == "__main__":
    main()
