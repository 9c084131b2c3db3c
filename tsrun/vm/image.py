"""What is kept between runs: the realm after its start, and compiled sources.

An image is what is in use of every region (Memory.save) once the prelude has run. It is read at every start, which
takes less than a millisecond. Both are found under hashes of all that they were made from.
"""
from __future__ import annotations

import os
from marshal import dumps, loads

from tsrun.errors import KernelError
from tsrun.vm import cache
from tsrun.vm.driver import ScriptError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tsrun.realm import Realm
    from tsrun.vm.kernel import Kernel

CONSOLE_METHODS = 18
"""Host functions that the prelude's console has; the console's table of methods has as many."""
MAGIC = b"tsrun image\x01"
PRELUDE = os.path.join(cache.PACKAGE, "library", "prelude")


def _image_path(kernel: Kernel) -> tuple[str, bytes]:
    key = cache.digest(kernel.sources.prelude.encode(), kernel.sources.front_end.encode())
    return f"{kernel.folder}/realm-{key}", MAGIC + key.encode()


def enter_realm(realm: Realm) -> None:
    """Put the realm into an engine's memory: from its image, or by running the prelude."""
    path, mark = _image_path(realm.kernel)
    if not _restore(realm, path, mark):
        make_realm(realm)
        _save(realm, path, mark)


def _restore(realm: Realm, path: str, mark: bytes) -> bool:
    """Read the image; False if there is none or it is not what was written. Nothing is in the memory then."""
    from zlib import crc32

    try:
        content = memoryview(cache.read_bytes(path))
    except OSError:
        return False
    start = len(mark) + 4
    if content[: len(mark)] != mark or crc32(content[start:]) != int.from_bytes(content[start - 4 : start], "little"):
        return False
    size = int.from_bytes(content[start : start + 4], "little")
    realm.engine.memory.restore(loads(content[start + 4 : start + 4 + size]), content[start + 4 + size :])
    return True


def _save(realm: Realm, path: str, mark: bytes) -> None:
    from zlib import crc32

    used, content = realm.engine.memory.save()
    head = dumps(used)
    body = b"".join([len(head).to_bytes(4, "little"), head, content])
    try:
        cache.write_whole(path, b"".join([mark, crc32(body).to_bytes(4, "little"), body]))
    except OSError:
        pass  # a cache that can't be written costs time, nothing else


def make_realm(realm: Realm) -> None:
    """Make the realm from nothing: the VM's own cells, then the prelude, which installs the library."""
    engine = realm.engine
    engine.begin()
    names = sorted(name for name in os.listdir(PRELUDE) if name.endswith(".ts"))
    # In a block, so that nothing it declares becomes a property of the global object.
    source = b"{" + b"".join(cache.read_bytes(os.path.join(PRELUDE, name)) + b"\n" for name in names) + b"}"
    unit, _ = realm.compile_now(source, "prelude", "script", internal=True)
    try:
        engine.call(engine.closure(engine.load_unit(unit), 0))
    except ScriptError as thrown:
        from tsrun.heap.layout import N_MESSAGE

        heap = engine.heap
        message = heap.data(thrown.value, N_MESSAGE)
        raise KernelError(f"the library can't be set up: {heap.string(message)}") from None
    engine.end_of_start()


def _unit_path(kernel: Kernel, source: bytes, name: str, goal: str) -> tuple[str, str]:
    key = cache.digest(
        kernel.sources.front_end.encode(), kernel.sources.kernel.encode(), goal.encode(),
        name.encode("utf-8", "surrogateescape"), source)
    return f"{kernel.cache}/scripts/{key}", key


def find_unit(kernel: Kernel, source: bytes, name: str, goal: str) -> tuple[bytes, dict[str, Any]] | None:
    """What a source was compiled to before."""
    path, key = _unit_path(kernel, source, name, goal)
    found: tuple[bytes, dict[str, Any]] | None = cache.load(path, key)
    return found


def keep_unit(kernel: Kernel, source: bytes, name: str, goal: str, unit: tuple[bytes, dict[str, Any]]) -> None:
    """Keep what a source was compiled to."""
    path, key = _unit_path(kernel, source, name, goal)
    cache.save(path, key, unit)
