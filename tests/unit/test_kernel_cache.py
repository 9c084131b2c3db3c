"""The cache of kernels: built once, found again, rebuilt when it is not what was written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tsrun.vm import cache, kernel
from tsrun.vm.memory import Memory

TINY = Path(__file__).with_name("tiny_kernel.py")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at files as Linux has them")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TSRUN_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TSRUN_LINKER", raising=False)
    return tmp_path / "cache"


def start(file, *options):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, str(TINY), "release", file, *options], stderr=subprocess.PIPE, text=True, env=environment
    )


def build(file=kernel.SHARED, *options):
    process = start(file, *options)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return errors


def code_file(folder):
    [found] = folder.glob("kernels/*/kernel.*")
    return found


def assert_works(found):
    assert found is not None
    memory = Memory(found.near_size, found.rows, 64 << 20)
    assert found.enter(memory.base, 40, 2) == 42
    assert memory.view("state")[1] == 40


@pytest.mark.parametrize("file", [kernel.SHARED, kernel.OBJECT])
def test_both_kinds_load(folder, monkeypatch, file):
    if file == kernel.SHARED and kernel.linker() is None:
        pytest.skip("no C compiler")
    if file == kernel.OBJECT:
        monkeypatch.setenv("TSRUN_LINKER", "none")
    assert kernel.find("release") is None
    build(file)
    assert_works(kernel.find("release"))
    assert kernel.find("dev") is None


def test_without_a_linker_there_is_none(monkeypatch):
    monkeypatch.setenv("TSRUN_LINKER", "none")
    assert kernel.linker() is None
    monkeypatch.delenv("TSRUN_LINKER")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("CC", raising=False)
    assert kernel.linker() is None


def test_a_second_build_finds_the_first(folder):
    build(kernel.OBJECT)
    stamp = code_file(folder).stat().st_mtime_ns
    build(kernel.OBJECT)
    assert code_file(folder).stat().st_mtime_ns == stamp
    build(kernel.OBJECT, "again")
    assert code_file(folder).stat().st_mtime_ns != stamp


@pytest.mark.parametrize("damage", ["truncate", "foreign", "missing", "manifest"])
def test_a_damaged_file_is_rebuilt(folder, monkeypatch, damage):
    monkeypatch.setenv("TSRUN_LINKER", "none")
    build(kernel.OBJECT)
    file = code_file(folder)
    if damage == "truncate":
        os.truncate(file, file.stat().st_size // 2)
    elif damage == "foreign":
        file.write_bytes(b"x" * file.stat().st_size)
    elif damage == "missing":
        file.unlink()
    else:
        manifest = file.with_name("manifest")
        manifest.write_bytes(manifest.read_bytes()[:-1])
    assert kernel.find("release") is None
    build(kernel.OBJECT)
    assert_works(kernel.find("release"))


def test_a_copied_cache_is_checked_and_used(folder, monkeypatch):
    monkeypatch.setenv("TSRUN_LINKER", "none")
    build(kernel.OBJECT)
    os.utime(code_file(folder))
    assert_works(kernel.find("release"))


def test_two_processes_build_once(folder):
    processes = [start(kernel.OBJECT) for _ in range(2)]
    reports = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert sum("emitting" in report for report in reports) == 1


def test_the_lock_of_a_killed_process_is_free(folder):
    process = start(kernel.OBJECT)
    while not list(folder.glob("locks/*")):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    build(kernel.OBJECT)
    assert len(list(folder.glob("kernels/*/manifest"))) == 1


def test_other_sources_are_another_kernel(folder):
    sources = cache.Sources("a", "b", "c")
    other = cache.Sources("a2", "b", "c")
    places = [kernel.Place(profile, file, str(folder), each) for profile, file, each in (
        ("release", kernel.SHARED, sources), ("release", kernel.SHARED, other), ("dev", kernel.SHARED, sources),
        ("release", kernel.OBJECT, sources),
    )]  # fmt: skip
    assert len({place.folder for place in places}) == 4


def test_a_kernel_depends_on_what_is_compiled_and_nothing_else():
    for name in ("heap/arena.py", "heap/layout.py", "vm/build/link.py", "vm/tables.py", "syntax/lexer.py"):
        assert cache.in_kernel(name), name
    for name in ("cli.py", "runtime.py", "vm/kernel.py", "library/console/inspect.py", "compiler/scope.py"):
        assert not cache.in_kernel(name), name
    code = "import sys; from tsrun.vm.kernel_modules import *; load_kernel_modules(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = [name.replace(".", "/")[6:] + ".py" for name in done.stdout.split() if name.startswith("tsrun.")]
    files = [name for name in modules if (Path(cache.PACKAGE) / name).is_file()]
    assert len(files) > 50
    assert [name for name in files if not cache.in_kernel(name)] == []


def test_values_are_read_back_only_whole(tmp_path):
    path = str(tmp_path / "deep" / "value")
    cache.save(path, "key", {"a": (1, b"x")})
    assert cache.load(path, "key") == {"a": (1, b"x")}
    assert cache.load(path, "other key") is None
    os.truncate(path, os.stat(path).st_size - 1)
    assert cache.load(path, "key") is None
    assert cache.load(path + "2", "key") is None


def test_the_memo_of_sources_notices_a_change(tmp_path, monkeypatch):
    package = tmp_path / "package"
    (package / "library").mkdir(parents=True)
    (package / "library" / "a.ts").write_text("1")
    (package / "vm").mkdir()
    (package / "vm" / "loop.py").write_text("1")
    monkeypatch.setattr(cache, "PACKAGE", str(package))
    first = cache.sources(str(tmp_path / "cache"))
    again = cache.sources(str(tmp_path / "cache"))
    assert (first.kernel, first.prelude) == (again.kernel, again.prelude)
    (package / "library" / "a.ts").write_text("22")
    changed = cache.sources(str(tmp_path / "cache"))
    assert changed.kernel == first.kernel
    assert changed.prelude != first.prelude


def test_a_folder_that_can_not_be_written_is_not_needed(tmp_path, monkeypatch):
    monkeypatch.setenv("TSRUN_CACHE", "/proc/nowhere")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", None)
    assert cache.usable_folder().startswith(str(tmp_path))


@pytest.mark.parametrize(("most", "file"), [(0, kernel.SHARED), (1000, kernel.SHARED), (0, kernel.OBJECT),
                                            (1000, kernel.OBJECT)])  # fmt: skip
def test_a_disk_that_is_full(folder, most, file):
    """The build ends with one line, leaves no kernel that is cut short, and damages nothing beside it."""
    import resource

    done = subprocess.run(
        [sys.executable, str(TINY), "release", file, "quiet"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("tsrun: ")
    assert kernel.find("release") is None
    build(file)
    assert len(list(folder.glob("kernels/*/manifest"))) == 1


def test_nobody_without_a_home(monkeypatch):
    for name in ("HOME", "XDG_CACHE_HOME", "TSRUN_CACHE"):
        monkeypatch.delenv(name, raising=False)
    assert os.path.isabs(cache.folder())
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as for a user that the system does not know
    assert os.path.isabs(cache.folder())


def test_the_folder_is_where_the_platform_keeps_caches(monkeypatch):
    import platformdirs

    monkeypatch.delenv("TSRUN_CACHE", raising=False)
    assert cache.folder() == platformdirs.user_cache_dir("tsrun", appauthor=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.folder() == platformdirs.user_cache_dir("tsrun", appauthor=False)


@pytest.mark.slow
def test_a_script_runs_without_a_linker(tmp_path):
    script = tmp_path / "script.ts"
    script.write_text("console.log([1, 2].map(n => Math.sin(n) ** 2 + 0.5).length, 'ok')")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TSRUN_LINKER": "none"}
    command = [sys.executable, "-m", "tsrun", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "2 ok\n"


@pytest.mark.parametrize("damage", ["none", "flip", "truncate", "foreign"])
def test_a_damaged_realm_or_script_is_made_again(tmp_path, monkeypatch, damage):
    import shutil

    found = kernel.load()
    shutil.copytree(found.folder, tmp_path / "kernels" / Path(found.folder).name)
    monkeypatch.setenv("TSRUN_CACHE", str(tmp_path))
    script = tmp_path / "script.ts"
    script.write_text("console.log([1, 2].map(n => n * 2))")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    def run():
        command = [sys.executable, "-m", "tsrun", str(script)]
        return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout

    assert run() == "[ 2, 4 ]\n"
    for file in [*tmp_path.glob("kernels/*/realm-*"), *tmp_path.glob("scripts/*"), *tmp_path.glob("memo/*")]:
        content = file.read_bytes()
        middle = len(content) // 2
        changed = {
            "none": content,
            "flip": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "truncate": content[:middle],
            "foreign": b"something else",
        }
        file.write_bytes(changed[damage])
    assert run() == "[ 2, 4 ]\n"
