"""Finding and loading the compiled kernel; having it built where there is none.

A kernel lies in a folder of the cache whose name has a hash of all that it depends on: its sources, the profile, the
processor, Python and the compilers' versions. The folder holds the code (a shared object, or without a C compiler an
object file that llvmlite loads) and a manifest with its size and digest and with the table of regions, so that a start
needs neither numba, llvmlite nor numpy, nor any module of the kernel.

TSRUN_KERNEL chooses the profile, TSRUN_CACHE the folder; TSRUN_LINKER=none does without a C compiler.
"""
from __future__ import annotations

import os
import sys

from tsrun.vm import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tsrun.vm.memory import RegionRow

    Enter = Callable[[int, int, int], int]

PROFILES = ("release", "dev", "profiling")
ENTRY = "tsrun_enter"
ATTEMPTS = 3
"""Times that a kernel is built: while someone edits the sources, what was built is not what is wanted next."""
SHARED, OBJECT = "kernel.so", "kernel.o"


class KernelUnavailableError(Exception):
    """The kernel could not be built; the message says why."""


def default_profile() -> str:
    """The profile that TSRUN_KERNEL names, else release. Raises ValueError for one that there is not."""
    return checked_profile(os.environ.get("TSRUN_KERNEL") or PROFILES[0], "TSRUN_KERNEL: ")


def checked_profile(name: str, origin: str = "") -> str:
    """The name of a profile. Raises ValueError for any other."""
    if name not in PROFILES:
        raise ValueError(f"{origin}there is no kernel profile {name!r}; there are {', '.join(PROFILES)}")
    return name


def linker() -> str | None:
    """Path of a C compiler, which only links, or None."""
    if os.environ.get("TSRUN_LINKER") == "none":
        return None
    for name in (os.environ.get("CC", ""), "cc", "gcc", "clang"):
        if not name:
            continue
        for place in [""] if "/" in name else os.environ.get("PATH", "").split(os.pathsep):
            path = os.path.join(place, name)
            if os.access(path, os.X_OK) and not os.path.isdir(path):
                return path
    return None


class Kernel:
    """A loaded kernel: its entry, the table of regions, and where its cache is."""

    __slots__ = ("_library", "cache", "enter", "file", "folder", "near_size", "opcodes", "profile", "rows", "sources")

    def __init__(self, place: Place, manifest: dict[str, Any]) -> None:
        self.profile, self.cache, self.sources, self.folder = place.profile, place.cache, place.sources, place.folder
        self.near_size: int = manifest["near"]
        self.rows: list[RegionRow] = manifest["regions"]
        self.opcodes: list[tuple[str, bool]] = manifest["opcodes"]
        """Name of each opcode, and whether it has an inline cache."""
        self.file = f"{place.folder}/{manifest['file']}"
        load = _load_shared if manifest["file"] == SHARED else _load_object
        self._library, self.enter = load(self.file)

    def entry_address(self) -> int:
        """Where the entry's code is in this process."""
        from ctypes import c_void_p, cast

        return cast(self.enter, c_void_p).value or 0  # type: ignore[arg-type]  # a function of ctypes


def _load_shared(path: str) -> tuple[Any, Enter]:
    from ctypes import CDLL, c_int64

    library = CDLL(path)
    enter = library[ENTRY]
    enter.restype, enter.argtypes = c_int64, [c_int64] * 3
    return library, enter


def _load_object(path: str) -> tuple[Any, Enter]:
    from ctypes import CFUNCTYPE, c_int64

    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine(jit=True)
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(cache.read_bytes(path)))
    engine.finalize_object()
    return engine, CFUNCTYPE(c_int64, c_int64, c_int64, c_int64)(engine.get_function_address(ENTRY))


class Place:
    """Where the kernel of a profile belongs, for one kind of file."""

    __slots__ = ("cache", "file", "folder", "key", "profile", "sources")

    def __init__(self, profile: str, file: str, folder: str, sources: cache.Sources) -> None:
        self.profile, self.file, self.cache, self.sources = profile, file, folder, sources
        kind = file.rpartition(".")[2]
        self.key = cache.digest(sources.kernel.encode(), profile.encode(), cache.processor().encode(), kind.encode())
        self.folder = f"{folder}/kernels/{profile}-{self.key[:16]}-{kind}"

    def manifest(self) -> dict[str, Any] | None:
        """What there is, if it is whole and ours."""
        path = f"{self.folder}/manifest"
        found: dict[str, Any] | None = cache.load(path, self.key)
        if found is None:
            return None
        try:
            code = f"{self.folder}/{self.file}"
            status = os.stat(code)
            stamp = (status.st_mtime_ns, status.st_ino, status.st_size)
            if found["stamp"] != stamp:  # not the file that was checked last: look at it
                if status.st_size != found["size"] or cache.digest(cache.read_bytes(code)) != found["digest"]:
                    return None
                found["stamp"] = stamp
                cache.save(path, self.key, found)
        except OSError:
            return None
        return found


def places(profile: str) -> list[Place]:
    """Where to look for a kernel, in this order."""
    folder = cache.folder()
    if not os.access(folder, os.W_OK | os.X_OK):
        folder = cache.usable_folder()
    sources = cache.sources(folder)
    files = [OBJECT] if os.environ.get("TSRUN_LINKER") == "none" else [SHARED, OBJECT]
    return [Place(profile, file, folder, sources) for file in files]


def find(profile: str) -> Kernel | None:
    """The kernel of a profile, if it is in the cache."""
    for place in places(profile):
        if place.file == OBJECT and os.environ.get("TSRUN_LINKER") != "none" and linker():
            break  # there is a C compiler now: better than what was made without
        manifest = place.manifest()
        if manifest is not None:
            return Kernel(place, manifest)
    return None


def load(profile: str | None = None) -> Kernel:
    """The kernel of a profile, built first if need be. Raises KernelUnavailableError, ValueError for no profile."""
    profile = checked_profile(profile) if profile else default_profile()
    for _ in range(ATTEMPTS):
        found = find(profile)
        if found is not None:
            return found
        build(profile)
    raise KernelUnavailableError(f"the {profile} kernel was built but is not in {cache.usable_folder()}")


def build(profile: str, *, again: bool = False, quiet: bool = False) -> None:
    """Build a kernel in a process of its own, which shows how far it is. Raises KernelUnavailableError."""
    import subprocess

    options = [word for word, wanted in (("again", again), ("quiet", quiet)) if wanted]
    code = f"import sys; sys.path[:] = {sys.path!r}; from tsrun.vm.builder import main; sys.exit(main(sys.argv[1:]))"
    file = SHARED if linker() else OBJECT
    command = [sys.executable, "-c", code, profile, file, *options]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        status = process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise
    if status == 130:
        raise KeyboardInterrupt
    if status != 0:
        raise KernelUnavailableError(f"building the {profile} kernel failed (see above)")
