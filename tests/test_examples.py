"""Every example prints what the `.expected` file beside it says."""

from __future__ import annotations

import os
from pathlib import Path

import expectations
import pytest

FOLDER = Path(__file__).parent.parent / "examples"
EXAMPLES = sorted(path.with_suffix(".ts") for path in FOLDER.rglob("*.expected"))
STRESSED = os.environ.get("TSRUN_GC_STRESS") == "1"


@pytest.mark.parametrize("path", EXAMPLES, ids=[str(path.relative_to(FOLDER)) for path in EXAMPLES])
def test_example(path: Path, monkeypatch):
    if STRESSED and path.parent.name == "memory-management":
        # Hundreds of thousands of objects: a collection at every twenty thousandth.
        monkeypatch.setenv("TSRUN_GC_STRESS", "20000")
    wanted = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    happened = expectations.run(expectations.Script(path, expectations.Outcome(), []))
    assert happened == expectations.Outcome(output=wanted)


def test_every_example_is_run():
    """What has no expected output is a part that the main.ts beside it imports."""
    missing = [
        path for path in FOLDER.rglob("*.ts") if path not in EXAMPLES and path.with_name("main.ts") not in EXAMPLES
    ]
    assert missing == []
