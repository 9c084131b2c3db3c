"""Building the kernel into the cache: one process at a time, whole or not at all.

Runs in a process of its own (see kernel.build), so that Numba never gets into the one that runs scripts.
"""
from __future__ import annotations

import contextlib
import errno
import os
import pathlib
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tsrun.vm import cache
from tsrun.vm.kernel import Place
from tsrun.vm.progress import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM_FOR_PACKAGE = 64 << 20


@contextlib.contextmanager
def locked(path: str, report: Report) -> Iterator[None]:
    """Hold a lock that ends with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system: two builds at once do double work, no harm
        yield
        return
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            report("waiting for another process that builds it", 0, 1)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _lower_in_two(kernels: dict[str, Any], checked: bool, store: pathlib.Path, report: Report) -> None:
    """Fill the store of IR from two processes where there are two processors."""
    from tsrun.vm.build.link import kernel_ir

    every = list(kernels.values())
    if (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        return
    half = len(every) // 2
    child = os.fork()
    if child == 0:
        status = 1
        try:
            kernel_ir(every[half:], checked, store, lambda _doing, _done, _total: None)
            status = 0
        except BaseException:  # noqa: BLE001, S110 (the parent meets the same error and reports it)
            pass
        finally:
            os._exit(status)
    try:
        kernel_ir(every[:half], checked, store, lambda doing, done, _total: report(doing, 2 * done, len(every)))
        os.waitpid(child, 0)
    except BaseException:
        with contextlib.suppress(OSError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        raise


def build(place: Place, report: Report) -> None:
    """Compile all kernels and write code and manifest into the place's folder."""
    report("importing Numba", 0, 1)
    from tsrun.vm.kernel_modules import load_kernel_modules

    load_kernel_modules()
    from tsrun.heap import arena
    from tsrun.vm.build.link import PROFILES, build as compile_all
    from tsrun.vm.memory import region_table
    from tsrun.vm.tables import OPCODES

    profile = PROFILES[place.profile]
    arena.COUNTING = profile.keep or profile.checked
    store = pathlib.Path(place.cache) / "ir"
    _lower_in_two(arena.KERNELS, profile.checked, store, report)
    folder = pathlib.Path(place.folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    code = folder / place.file
    compile_all(arena.KERNELS, profile, store, code, report)
    near_size, rows = region_table()
    status = code.stat()
    manifest = {
        "file": place.file, "size": status.st_size, "digest": cache.digest(code.read_bytes()),
        "stamp": (status.st_mtime_ns, status.st_ino, status.st_size), "near": near_size, "regions": rows,
        "opcodes": [(each.name, "site" in each.operands) for each in OPCODES.values()],
    }
    cache.save(f"{place.folder}/manifest", place.key, manifest)
    if place.manifest() is None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    for kept in ("kernels", "ir", "scripts"):
        cache.prune(f"{place.cache}/{kept}")
    compile_package(report)


def has_room(path: str) -> bool:
    """Whether files can be written there in full: Python's compiler does not notice where they are cut short."""
    import resource

    if resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY:
        return False
    status = os.statvfs(path)
    return status.f_bavail * status.f_frsize >= ROOM_FOR_PACKAGE


def compile_package(report: Report) -> None:
    """Python's own bytecode of the package, beside it, as an installation makes it: an editable one does not.

    With PYTHONDONTWRITEBYTECODE set it would be made anew at every start, which takes longer than most scripts.
    """
    import compileall

    if os.access(cache.PACKAGE, os.W_OK) and has_room(cache.PACKAGE):
        report("compiling the Python files", 0, 1)
        compileall.compile_dir(cache.PACKAGE, quiet=2)


def main(arguments: list[str]) -> int:
    """`PROFILE FILE [again] [quiet]`; returns the exit status."""
    profile, file, *options = arguments
    folder = cache.usable_folder()
    place = Place(profile, file, folder, cache.sources(folder))
    locks = f"{folder}/locks"
    os.makedirs(locks, mode=0o700, exist_ok=True)
    try:
        with Report(f"compiling the kernel ({profile})", quiet="quiet" in options) as report, \
                locked(f"{locks}/{os.path.basename(place.folder)}", report):
            if "again" in options or place.manifest() is None:
                build(place, report)
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as error:
        print(f"tsrun: linking the kernel failed: {str(error.stderr).strip().partition(chr(10))[0]}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"tsrun: the kernel can't be kept in {folder}: {error.strerror or error}", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 (whatever it is, the process that waits wants one line and a status)
        import traceback

        if not type(error).__name__.endswith("KernelError"):
            traceback.print_exc()
        print(f"tsrun: the kernel can't be built: {error}", file=sys.stderr)
        return 1
    return 0
