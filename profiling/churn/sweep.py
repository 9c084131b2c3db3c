"""Running all points on an executor: processes here, a Dask cluster, or whatever has the same face."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

from profiling.churn.run import run_point

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from distributed import Client

    from profiling.churn.points import Point
    from profiling.churn.results import Journal
    from profiling.churn.run import Result

ATTEMPTS = 3
"""Times that a point is tried whose worker dies."""


def _end_with_parent() -> None:
    """In a worker: end when the process that started it has died, which would otherwise be waited for for ever."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class NoClusterError(Exception):
    """There is no Dask, or no scheduler at that address."""


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise NoClusterError("--dask: Dask is missing: pip install 'tsrun[dask]'") from None
    try:
        return Client(address)
    except (OSError, ValueError) as error:
        raise NoClusterError(f"--dask: no scheduler answers at {address} ({error})") from None


@contextmanager
def executor(dask: str = "", workers: int = 0) -> Iterator[Executor]:
    """Processes on this machine, or the workers of a Dask scheduler, which need this repository on their path."""
    if dask:
        with _client(dask) as client:
            yield client.get_executor()
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=context, initializer=_end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def run_all(
    wanted: Sequence[Point], journal: Journal,
    make_executor: Callable[[], AbstractContextManager[Executor]] | None = None,
    done: Callable[[int, int], object] = lambda *_: None, *, dask: str = "", workers: int = 0,
) -> list[Result]:
    """Results of all points, in their order; what the journal has is not run again.

    Each result is kept as soon as it is there, so an interruption loses what was under way and nothing else. When a
    worker dies, the points it may have died of are tried again. Raises what a point raises.
    """
    known = journal.known()
    missing = [point for point in wanted if point.key not in known]
    done(len(wanted) - len(missing), len(wanted))
    for attempt in range(ATTEMPTS):
        try:
            with executor(dask, workers) if make_executor is None else make_executor() as pool:
                _run(pool, [point for point in missing if point.key not in known], journal, known,
                     lambda: done(sum(point.key in known for point in wanted), len(wanted)))
            break
        except BrokenProcessPool:
            if attempt == ATTEMPTS - 1:
                raise
    return [known[point.key] for point in wanted]


def _run(
    pool: Executor, missing: Sequence[Point], journal: Journal, known: dict[str, Result], done: Callable[[], object]
) -> None:
    def keep(result: Result) -> None:
        if result["key"] not in known:
            journal.keep(result)
            known[result["key"]] = result
            done()

    futures: list[Future[Result]] = []
    try:
        futures += (pool.submit(run_point, point.row()) for point in missing)
        for future in as_completed(futures):
            keep(future.result())
    except BaseException:
        for future in futures:
            if not future.cancel() and future.done() and future.exception() is None:
                keep(future.result())
        raise
