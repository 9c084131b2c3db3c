"""Fixtures of the benchmarks, and the choice of groups. Everything runs on the release kernel unless told otherwise."""

from __future__ import annotations

import pytest

from profiling.engines import FrontEnd


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tsrun")
    group.addoption("--kernel", choices=["release", "dev", "profiling"], default="release", help="the kernel's profile")
    group.addoption("--group", action="append", default=[], help="only the groups that are this, or below this")


def group_of(item: pytest.Item) -> str:
    marker = item.get_closest_marker("benchmark")
    return str(marker.kwargs["group"]) if marker else ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = [name.rstrip("/") for name in config.getoption("--group")]
    if wanted:
        kept = [item for item in items if any(f"{group_of(item)}/".startswith(f"{name}/") for name in wanted)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(scope="session")
def kernel(request: pytest.FixtureRequest) -> str:
    return str(request.config.getoption("--kernel"))


@pytest.fixture(scope="session")
def front(kernel: str) -> FrontEnd:
    return FrontEnd(kernel)
