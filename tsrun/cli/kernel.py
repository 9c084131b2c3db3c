"""`tsrun kernel build|info|clear`: the compiled kernels in the cache."""
from __future__ import annotations

import os
import shutil

from tsrun.vm import cache, kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tsrun.cli.output import Output

USAGE = "usage: tsrun kernel build|info|clear [--profile release|dev|profiling]"


def _profiles(arguments: list[str]) -> list[str] | None:
    """The profiles that are meant; None for an argument that makes no sense."""
    words = [part for word in arguments for part in word.split("=", 1)]
    if not words:
        return []
    if len(words) == 2 and words[0] in {"--profile", "--kernel"} and words[1] in kernel.PROFILES:
        return [words[1]]
    return None


def kernel_command(arguments: list[str], output: Output) -> int:
    """Do the command; the exit status."""
    profiles = _profiles(arguments[1:]) if arguments else None
    if profiles is None:
        output.error(f"tsrun: {USAGE}")
        return 2
    try:
        chosen = profiles or [kernel.default_profile()]
        if arguments[0] == "build":
            for profile in chosen:
                kernel.build(profile)
                output.line(_description(profile))
        elif arguments[0] == "info":
            output.line(f"cache: {cache.folder()}")
            output.line(f"linker: {kernel.linker() or 'none (kernels are loaded through llvmlite)'}")
            for profile in profiles or kernel.PROFILES:
                output.line(_description(profile))
        else:
            _clear(profiles, output)
    except (ValueError, kernel.KernelUnavailableError) as error:
        output.error(f"tsrun: {error}")
        return 1
    return 0


def _description(profile: str) -> str:
    for place in kernel.places(profile):
        manifest = place.manifest()
        if manifest is not None:
            return f"{profile}: {place.folder}/{place.file}, {manifest['size'] >> 10} kB"
    return f"{profile}: not built"


def _clear(profiles: list[str], output: Output) -> None:
    """Remove kernels; all of them together with everything else that is kept."""
    folder = cache.folder()
    if not profiles:
        shutil.rmtree(folder, ignore_errors=True)
        output.line(f"cleared {folder}")
        return
    kernels = f"{folder}/kernels"
    names = [name for name in (os.listdir(kernels) if os.path.isdir(kernels) else [])
             if name.startswith(f"{profiles[0]}-")]
    for name in names:
        shutil.rmtree(f"{kernels}/{name}", ignore_errors=True)
    output.line(f"cleared {len(names)} kernel{'s' if len(names) != 1 else ''} in {kernels}")
