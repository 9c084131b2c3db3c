"""The user's cache folder: where it is, what the sources are, and files that are either whole or not there.

Everything kept there has a key made of what it was made from, so nothing is ever out of date, only unused. A file that
was cut short or written by something else is recognised by its digest and made again.
"""
from __future__ import annotations

import os
import sys
from _thread import get_ident
from marshal import dumps, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

try:  # hashlib takes 3 ms to import, which is a fifth of Python's own start
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DIGEST = 16
UNUSED_DAYS = 30
MAGIC = b"tsrun\x00\x01\n"
SOURCE_SUFFIXES = (".py", ".ts")
FRONT_END = ("syntax", "compiler")
"""Folders that decide what bytecode a script becomes."""
OUTSIDE_KERNEL = (
    "__init__.py", "__main__.py", "cli", "errors.py", "overtime.py", "runtime.py", "realm.py", "convert.py",
    "report.py", "modules.py", "stats.py", "tools", "library/console", "library/normalize.py", "vm/cache.py",
    "vm/memory.py", "vm/kernel.py", "vm/builder.py", "vm/progress.py", "vm/driver.py", "vm/image.py", "vm/host.py",
    "vm/turns.py", "heap/reader.py", "compiler", "syntax/parser", "syntax/ast.py", "syntax/ast_ts.py",
    "syntax/node.py", "syntax/errors.py", "syntax/positions.py", "linking.py", "resolution.py", "tsconfig.py",
    "syntax/columns.py", "syntax/dump.py",
)
"""Sources that no kernel is made of."""


def digest(*parts: bytes) -> str:
    """A short hash of some bytes as hexadecimal text."""
    hashed = blake2b(digest_size=DIGEST)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little"))
        hashed.update(part)
    return hashed.hexdigest()


def folder() -> str:
    """The cache folder (TSRUN_CACHE, else the platform's custom), not necessarily there yet."""
    chosen = os.environ.get("TSRUN_CACHE")
    if chosen:
        return os.path.abspath(chosen)
    if sys.platform == "linux":
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not base.startswith("/"):
            base = os.path.expanduser("~/.cache")
        return base + "/tsrun" if base.startswith("/") else spare_folder()
    import platformdirs

    return platformdirs.user_cache_dir("tsrun", appauthor=False)


def spare_folder() -> str:
    """A folder among the temporary files, for users without a home."""
    import tempfile

    return os.path.join(tempfile.gettempdir(), f"tsrun-{os.getuid()}")


def usable_folder() -> str:
    """The cache folder, made if need be; one among the temporary files where the user has none that can be written."""
    chosen = folder()
    try:
        os.makedirs(chosen, mode=0o700, exist_ok=True)
        if os.access(chosen, os.W_OK | os.X_OK):
            return chosen
    except OSError:
        pass
    spare = spare_folder()
    os.makedirs(spare, mode=0o700, exist_ok=True)
    if os.stat(spare).st_uid != os.getuid():  # somebody else's: its kernels would run as us
        raise PermissionError(f"{spare} belongs to another user; set TSRUN_CACHE to a folder of your own")
    return spare


def write_whole(path: str, content: bytes) -> None:
    """Write a file that appears with all of its content or not at all."""
    part = f"{path}.{os.getpid()}-{get_ident()}.part"
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view):]
        finally:
            os.close(handle)
        os.replace(part, path)
    except BaseException:
        try:
            os.unlink(part)
        except OSError:
            pass
        raise


def read_bytes(path: str) -> bytes:
    """All of a file. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        size = os.fstat(handle).st_size
        content = os.read(handle, size + 1)
        if len(content) <= size and len(content) == size:
            return content
        parts = [content]
        while chunk := os.read(handle, 1 << 20):
            parts.append(chunk)
        return b"".join(parts)
    finally:
        os.close(handle)


def save(path: str, key: str, value: Any) -> None:
    """Keep a value that `marshal` can store. What can't be written is not kept: the cache is no one's duty."""
    content = dumps(value)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        write_whole(path, MAGIC + bytes.fromhex(digest(key.encode(), content)) + content)
    except OSError:
        pass


def load(path: str, key: str) -> Any:
    """The value kept under this key, or None if there is none or the file is not what was written."""
    try:
        content = read_bytes(path)
    except OSError:
        return None
    start = len(MAGIC) + DIGEST
    body = content[start:]
    if content[:start] != MAGIC + bytes.fromhex(digest(key.encode(), body)):
        return None
    return loads(body)


def _sources(path: str, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(path):
        name = entry.name
        if name.endswith(SOURCE_SUFFIXES):
            status = entry.stat()
            yield prefix + name, status.st_mtime_ns, status.st_size
        elif name[0] not in "_." and "." not in name and entry.is_dir():
            yield from _sources(entry.path, f"{prefix}{name}/")


def _content_hash(names: list[str]) -> str:
    parts = []
    for name in names:
        parts.append(name.encode())
        parts.append(read_bytes(os.path.join(PACKAGE, name)))
    return digest(*parts)


def _versions() -> list[tuple[str, int, int]]:
    """The compilers' version files with their stamps, found without importing either."""
    found = []
    for module in ("numba", "llvmlite"):
        for place in sys.path:
            path = os.path.join(place or ".", module, "_version.py")
            try:
                status = os.stat(path)
            except OSError:
                continue
            found.append((os.path.abspath(path), status.st_mtime_ns, status.st_size))
            break
    return found


def _is_current(stamps: list[tuple[str, int, int]]) -> bool:
    for path, modified, size in stamps:
        try:
            status = os.stat(path)
        except OSError:
            return False
        if status.st_mtime_ns != modified or status.st_size != size:
            return False
    return True


def in_kernel(name: str) -> bool:
    """Whether a source file (relative to the package) is part of what a kernel is made of."""
    return name.endswith(".py") and not any(
        name == outside or name.startswith(outside + "/") or name == outside + ".py" for outside in OUTSIDE_KERNEL)


class Sources:
    """Hashes of tsrun's own sources. A memo of time stamps spares a warm start from reading them."""

    __slots__ = ("front_end", "kernel", "prelude")

    def __init__(self, kernel: str, front_end: str, prelude: str) -> None:
        self.kernel, self.front_end, self.prelude = kernel, front_end, prelude


def sources(cache: str) -> Sources:
    """The hashes for this moment's sources."""
    now = sorted(_sources(PACKAGE))
    key = f"{PACKAGE} {sys.hexversion} {sys.prefix}"
    memo_path = f"{cache}/memo/{digest(key.encode())}"
    memo = load(memo_path, key)
    if memo is not None and memo[0] == now and _is_current(memo[1]):
        return Sources(*memo[2])
    names = [name for name, _, _ in now]
    versions = _versions()
    kernel = digest(_content_hash([name for name in names if in_kernel(name)]).encode(),
                    *(read_bytes(path) for path, _, _ in versions), sys.version.encode())
    front_end = _content_hash([name for name in names if name.split("/")[0] in FRONT_END])
    prelude = _content_hash([name for name in names if name.startswith("library/")])
    save(memo_path, key, (now, versions, (kernel, front_end, prelude)))
    return Sources(kernel, front_end, prelude)


def processor() -> str:
    """What identifies the processor for the machine code that is made for it."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_IDENTIFIER", "")
    try:
        handle = os.open("/proc/cpuinfo", os.O_RDONLY)
    except OSError:
        return machine
    try:
        text = os.read(handle, 8192)
    finally:
        os.close(handle)
    first = text.split(b"\n\n", 1)[0]
    lines = [line for line in first.split(b"\n")
             if line.startswith((b"vendor_id", b"model", b"cpu family", b"flags", b"Features", b"CPU "))]
    return machine + digest(*lines)


def prune(path: str) -> None:
    """Remove what was not used for a month. Files in use keep their content until they are closed."""
    import shutil
    import time

    oldest = time.time() - UNUSED_DAYS * 86400
    try:
        entries = list(os.scandir(path))
    except OSError:
        return
    for entry in entries:
        try:
            if max(entry.stat().st_mtime, entry.stat().st_atime) >= oldest:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                os.unlink(entry.path)
        except OSError:
            continue
