"""From the IR of all kernels to one shared object (a C compiler links) or one object file (llvmlite loads)."""
from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import llvmlite.binding as llvm

from tsrun.vm.build import threaded, views
from tsrun.vm.build.fingerprint import fingerprint
from tsrun.vm.build.lower import lower
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tsrun.heap.arena import Kernel

KEPT = 'noinline uwtable "frame-pointer"="all" "disable-tail-calls"="true"'
"""Attributes of functions that stay functions: perf finds all callers of each, by either way of unwinding."""
ENTRY = "tsrun::vm::loop::enter"
EXPORTED = "tsrun_enter"

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a kernel is compiled. level: LLVM's optimisation; checked: every index tested; keep: functions stay
    functions.
    """

    name: str
    level: int
    checked: bool
    keep: bool


PROFILES = {
    "dev": Profile("dev", 1, checked=True, keep=False),
    "release": Profile("release", 3, checked=False, keep=False),
    "profiling": Profile("profiling", 3, checked=False, keep=True),
}


def compiler() -> str | None:
    """Path of a C compiler, which only links, or None."""
    return shutil.which(os.environ.get("CC", "") or "cc") or shutil.which("gcc") or shutil.which("clang")


def _machine() -> llvm.TargetMachine:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    # Loops whose count is known only at run time mostly go round once or twice: unrolled, they cost more to enter.
    llvm.set_option("", "-unroll-runtime=false")
    return llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=3, reloc="pic",
        codemodel="small")


def kernel_ir(kernels: Iterable[Kernel], checked: bool, store: pathlib.Path, progress: Progress) -> dict[str, str]:
    """IR text of each kernel by symbol; what is in `store` already is not lowered again."""
    views.CHECKED = checked
    store.mkdir(parents=True, exist_ok=True)
    wanted, texts = list(kernels), {}
    for done, target in enumerate(wanted):
        progress("lowering", done, len(wanted))
        file = store / fingerprint(target, checked)
        try:
            texts[target.symbol] = file.read_text()
        except OSError:
            text = lower(target)
            handle, temporary = tempfile.mkstemp(dir=store)
            with os.fdopen(handle, "w") as out:
                out.write(text)
            os.replace(temporary, file)
            texts[target.symbol] = text
    progress("lowering", len(wanted), len(wanted))
    return texts


def _attributes(text: str, symbol: str, attribute: str) -> str:
    pattern = rf'^(define [^\n]*@"{re.escape(symbol)}"\([^\n]*\))'
    return re.sub(pattern, rf"\1 {attribute}", text, count=1, flags=re.M)


def _inlining(target: Kernel | None) -> str:
    if target is None:
        return ""
    return "alwaysinline" if target.inline else "noinline cold" if target.cold else ""


def _optimise(module: llvm.ModuleRef, machine: llvm.TargetMachine, level: int) -> None:
    options = llvm.create_pipeline_tuning_options(speed_level=level)
    options.loop_vectorization = options.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)


def _linked(texts: Iterable[str]) -> llvm.ModuleRef:
    whole = llvm.parse_assembly("")
    for text in texts:
        whole.link_in(llvm.parse_assembly(text))
    return whole


def whole_object(texts: dict[str, str], kernels: dict[str, Kernel], profile: Profile, progress: Progress) -> bytes:
    """One object file of all kernels, optimised together."""
    machine = _machine()
    progress("optimising", 0, 1)
    if threaded.RUN in texts and not profile.keep and threaded.supported():
        inline = frozenset(symbol for symbol, each in kernels.items() if each.inline)
        texts = texts | threaded.loop_ir(texts, inline)
    module = _linked(
        _attributes(text, symbol, KEPT if profile.keep else _inlining(kernels.get(symbol)))
        for symbol, text in texts.items())
    for function in module.functions:
        if not function.is_declaration and function.name != ENTRY and not profile.keep:
            function.linkage = "internal"
    _optimise(module, machine, profile.level)
    progress("emitting", 0, 1)
    data: bytes = machine.emit_object(_exported(module))
    return data


def _exported(module: llvm.ModuleRef) -> llvm.ModuleRef:
    """The module with the entry under its C name."""
    return llvm.parse_assembly(str(module).replace(f'@"{ENTRY}"', f"@{EXPORTED}"))


def group_objects(
    texts: dict[str, str], kernels: dict[str, Kernel], profile: Profile, store: pathlib.Path, progress: Progress
) -> list[pathlib.Path]:
    """An object file per module of kernels, so that a change compiles little: for the checked build."""
    import hashlib

    machine = _machine()
    groups: dict[str, list[str]] = {}
    for symbol in texts:
        groups.setdefault(kernels[symbol].group, []).append(symbol)
    files = []
    for done, (group, symbols) in enumerate(sorted(groups.items())):
        progress(f"compiling {group}", done, len(groups))
        key = hashlib.sha256("".join(texts[symbol] for symbol in symbols).encode() + str(profile).encode()).hexdigest()
        file = store / f"{key}.o"
        if not file.exists():
            module = _linked(texts[symbol] for symbol in symbols)
            _optimise(module, machine, profile.level)
            handle, temporary = tempfile.mkstemp(dir=store)
            with os.fdopen(handle, "wb") as out:
                out.write(machine.emit_object(_exported(module)))
            os.replace(temporary, file)
        files.append(file)
    return files


def link_shared(objects: list[pathlib.Path], target: pathlib.Path) -> None:
    """Link object files into a shared object. Raises CalledProcessError."""
    cc = compiler()
    if cc is None:
        raise FileNotFoundError("no C compiler")
    command = [cc, "-shared", "-nostartfiles", "-Wl,--gc-sections", "-Wl,-Bsymbolic", "-o", str(target),
               *map(str, objects), "-lm"]
    subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (the user's own compiler)


def build(
    kernels: dict[str, Kernel], profile: Profile, store: pathlib.Path, target: pathlib.Path, progress: Progress
) -> None:
    """Compile all kernels into `target`: a shared object if its suffix is .so, else an object file for llvmlite.

    store: folder of intermediate files, safe to share between processes. The target appears whole or not at all.
    """
    texts = kernel_ir(kernels.values(), profile.checked, store, progress)
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=target.suffix)
    os.close(handle)
    part = pathlib.Path(temporary)
    try:
        if target.suffix == ".so" and profile.checked:
            link_shared(group_objects(texts, kernels, profile, store, progress), part)
        else:
            data = whole_object(texts, kernels, profile, progress)
            if target.suffix == ".so":
                file = part.with_suffix(".o")
                file.write_bytes(data)
                try:
                    link_shared([file], part)
                finally:
                    file.unlink()
            else:
                part.write_bytes(data)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
