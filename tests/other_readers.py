"""What other programs that read tsrun's files find in them; tests are skipped where those are not installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path(__file__).with_name("tools") / "read_in_chromium.cjs"


def by_node(arguments: list[str], folder: str) -> Any:
    """What a script for Node finds."""
    done = subprocess.run(["node", *arguments], capture_output=True, text=True, timeout=250, check=True, cwd=folder)
    return json.loads(done.stdout.rpartition("RESULT")[2])


def node_modules(package: str) -> str:
    """The folder named by TSRUN_MEMLAB, if npm installed a package there."""
    folder = os.environ.get("TSRUN_MEMLAB", "")
    if not shutil.which("node") or not os.path.isdir(os.path.join(folder, "node_modules", *package.split("/"))):
        pytest.skip(f"TSRUN_MEMLAB names no folder where npm installed {package}")
    return folder


def by_chromium(path: str) -> Any:
    """What the models behind the panels of Chromium's DevTools say, in a browser without a window."""
    folder = node_modules("puppeteer-core")
    browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if browser is None:
        pytest.skip("there is no Chromium")
    return by_node([str(CHROMIUM), os.path.join(folder, "node_modules", "puppeteer-core"), browser, path], folder)
