"""Choices that hold for every test: which kernel, and how hard the collector is tried."""

from __future__ import annotations

import os
import signal

import pytest


def pytest_addoption(parser: pytest.Parser):
    group = parser.getgroup("tsrun")
    profiles = ["dev", "release", "profiling"]
    group.addoption("--kernel", choices=profiles, help="the kernel's profile; else TSRUN_KERNEL, else dev")
    group.addoption("--verify", action="store_true", help="verify the heap after each collection (TSRUN_VERIFY=1)")
    group.addoption("--gc-stress", action="store_true", help="collect at every possible point (TSRUN_GC_STRESS=1)")


def pytest_configure(config: pytest.Config):
    """The engine and the processes that tests start read these from the environment; so do pytest-xdist's workers."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        # So a shell starts what runs in the background; programs under test would inherit it and never hear Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if kernel := config.getoption("--kernel"):
        os.environ["TSRUN_KERNEL"] = kernel
    os.environ.setdefault("TSRUN_KERNEL", "dev")
    if config.getoption("--verify"):
        os.environ["TSRUN_VERIFY"] = "1"
    if config.getoption("--gc-stress"):
        os.environ["TSRUN_GC_STRESS"] = "1"


@pytest.fixture(scope="session", autouse=True)
def built_kernel():
    """The kernel is there before the first test looks at the clock."""
    import tsrun

    tsrun.run("0")


def pytest_report_header(config: pytest.Config) -> str:
    modes = [name for name in ("TSRUN_VERIFY", "TSRUN_GC_STRESS") if os.environ.get(name) == "1"]
    return " ".join([f"tsrun: kernel {os.environ['TSRUN_KERNEL']}", *modes])
