"""Which tests are run, which are left out and why, and which need a library object that is not there yet.

An exclusion is a decision: the test is not run. A test that needs a missing object is run like any other, but whatever
it does is no part of the percentage: it is counted under the name of the object. An object leaves that list by itself,
the day that a realm has it.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .metadata import Metadata


@dataclass(frozen=True)
class Exclusion:
    """Tests that are not run, found by folder or path, feature or flag."""

    name: str
    reason: str
    paths: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()

    def covers(self, path: str, metadata: Metadata) -> bool:
        return bool(path.startswith(self.paths) or self.features & metadata.features or self.flags & metadata.flags)


EXCLUSIONS = (
    Exclusion(
        "sloppy mode", "everything runs in strict mode", flags=frozenset({"noStrict"}),
        paths=("test/language/eval-code/indirect/always-non-strict.js",)),
    Exclusion(
        "raw scripts that need sloppy mode", "they may not be given a directive, and read or write as sloppy code does",
        paths=("test/language/comments/hashbang/use-strict.js",)),
    Exclusion(
        "annex B", "additional features for web browsers", paths=("test/annexB/",), features=frozenset({"IsHTMLDDA"})),
    Exclusion("intl402", "the internationalisation API is a standard of its own", paths=("test/intl402/",)),
    Exclusion("staging", "not yet part of the suite proper", paths=("test/staging/",)),
    Exclusion("Temporal", "a later edition", paths=("test/built-ins/Temporal/",), features=frozenset({"Temporal"})),
    Exclusion(
        "Atomics and SharedArrayBuffer", "there is one agent and no shared memory",
        paths=("test/built-ins/Atomics/", "test/built-ins/SharedArrayBuffer/"),
        features=frozenset({"Atomics", "Atomics.pause", "Atomics.waitAsync", "SharedArrayBuffer"}),
        flags=frozenset({"CanBlockIsFalse", "CanBlockIsTrue"})),
    Exclusion("ShadowRealm", "a proposal", paths=("test/built-ins/ShadowRealm/",), features=frozenset({"ShadowRealm"})),
    Exclusion("tail calls", "no engine but one has them", features=frozenset({"tail-call-optimization"})),
    Exclusion("await dictionary", "a proposal", features=frozenset({"await-dictionary"})),
    Exclusion("import defer", "a proposal", features=frozenset({"import-defer"})),
    Exclusion(
        "nonextensible applies to private", "a proposal", features=frozenset({"nonextensible-applies-to-private"})),
    Exclusion(
        "source phase imports", "a proposal",
        features=frozenset({"source-phase-imports", "source-phase-imports-module-source"})),
)

@dataclass(frozen=True)
class Reason:
    """Why tests fail that are counted all the same: found by a regular expression in their source."""

    name: str
    reason: str
    source: str


REASONS = (
    Reason("createRealm", "an engine has one realm", r"\bcreateRealm\b"),
    Reason("agents", "there is one agent", r"\$262\.agent\b"),
    Reason(
        "error-stack-accessor", "a proposal; errors have their stacks as in Node",
        r"features: \[[^\]]*error-stack-accessor"),
    Reason("import of text and bytes", "a proposal", r"with\s*\{\s*type:\s*[\"'](?:text|bytes)[\"']"),
)


def reason_for(source: str) -> str:
    """Name of the reason for a failure, or ""."""
    return next((each.name for each in REASONS if re.search(each.source, source)), "")


_TYPED_ARRAYS = (
    "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
    "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
)


@dataclass(frozen=True)
class LibraryObject:
    """An object of the library that tests may need: by a feature, by an include, or by a use in their source."""

    name: str
    features: frozenset[str] = frozenset()
    includes: frozenset[str] = frozenset()
    source: str = ""
    """A regular expression; without one, the name as a word of its own."""

    def needed(self, metadata: Metadata, source: str) -> bool:
        if self.features & metadata.features or self.includes.intersection(metadata.includes):
            return True
        return re.search(self.source or rf"\b{self.name}\b", source) is not None


LIBRARY = (
    LibraryObject(
        "RegExp",
        frozenset({
            "RegExp.escape", "legacy-regexp", "regexp-dotall", "regexp-duplicate-named-groups", "regexp-lookbehind",
            "regexp-match-indices", "regexp-modifiers", "regexp-named-groups", "regexp-unicode-property-escapes",
            "regexp-v-flag", "Symbol.match", "Symbol.matchAll", "Symbol.replace", "Symbol.search", "Symbol.split",
            "String.prototype.matchAll"}),
        # deepEqual and nativeFunctionMatcher are written with regular expressions.
        frozenset({"regExpUtils.js", "nativeFunctionMatcher.js", "deepEqual.js"}),
        # A literal: a slash where no operand ended, up to a slash with flags.
        r"\bRegExp\b|(?:^|[=(,:;!&|?{}\[]|\b(?:return|typeof|case|in|of|do|else|void|yield|await))[ \t]*"
        r"/(?![*/])(?:[^\n\\/\[]|\\.|\[(?:[^\n\\\]]|\\.)*\])+/[a-z]*(?!\w)"),
    LibraryObject("BigInt", frozenset({"BigInt"}), source=r"\bBigInt\b|\b[0-9](?:[0-9a-fA-FxXoO_])*n\b"),
    LibraryObject(
        "ArrayBuffer",
        frozenset({"ArrayBuffer", "arraybuffer-transfer", "resizable-arraybuffer", "immutable-arraybuffer"}),
        frozenset({"detachArrayBuffer.js", "resizableArrayBufferUtils.js"})),
    LibraryObject("DataView", frozenset({"DataView"})),
    *(LibraryObject(name, frozenset({name})) for name in _TYPED_ARRAYS),
    LibraryObject("Date"),
    LibraryObject("FinalizationRegistry", frozenset({"FinalizationRegistry"})),
)
TYPED_ARRAYS = LibraryObject(
    "TypedArray",
    frozenset({
        "TypedArray", "TypedArray.prototype.at", "align-detached-buffer-semantics-with-web-reality",
        "stable-typedarray-sort", "uint8array-base64"}),
    frozenset({"testTypedArray.js", "byteConversionValues.js", "nans.js"}))
"""Has no global name: it is there when Int8Array is."""


def missing(names: Iterable[str]) -> list[LibraryObject]:
    """Library objects that a realm with these globals lacks."""
    there = set(names)
    found = [each for each in LIBRARY if each.name not in there]
    return found if "Int8Array" in there else [*found, TYPED_ARRAYS]


def needs(metadata: Metadata, source: str, lacking: Iterable[LibraryObject]) -> str:
    """The missing object that a test needs, or "". A test of the parser needs none."""
    if metadata.negative and metadata.negative[0] == "parse":
        return ""
    body = source.partition("---*/")[2] or source
    return next((each.name for each in lacking if each.needed(metadata, body)), "")


def excluded(path: str, metadata: Metadata) -> str:
    """Name of the exclusion that covers a test, or ""."""
    return next((each.name for each in EXCLUSIONS if each.covers(path, metadata)), "")


def tests_in(root: Path) -> Iterator[str]:
    """Paths of the tests below a corpus, as they are written everywhere here: from `test/` on, with slashes."""
    for folder, folders, files in sorted(_walk(root / "test")):
        del folders
        for name in sorted(files):
            if name.endswith(".js") and "_FIXTURE" not in name:
                yield f"{folder.relative_to(root).as_posix()}/{name}"


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    import os

    for name, folders, files in os.walk(folder):
        yield type(folder)(name), folders, files


def sample(paths: list[str], count: int, seed: int) -> list[str]:
    """Some of the tests, the same ones each time."""
    if count >= len(paths):
        return paths
    return sorted(random.Random(seed).sample(paths, count))
