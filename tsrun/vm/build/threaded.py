"""The loop of the release kernel as threaded code: each handler ends with the jump to the next one.

`vm.loop.run` says what the loop does; this is the same loop cut at the dispatch. Each opcode is a function that decodes
its operands, runs its handler (inlined) and leaves by a tail call through the table of all of them, so that every
handler has an indirect jump of its own and registers allocated for itself. Under LLVM's `preserve_none` convention the
four values that the loop carries stay in registers that calls to ordinary functions keep, and no handler saves any.
"""
from __future__ import annotations

import itertools
import re

import llvmlite.binding as llvm

from tsrun.heap import arena
from tsrun.heap.layout import STATE
from tsrun.vm.tables import OPCODES

RUN = "tsrun::vm::loop::run"
EVENT = "tsrun::vm::loop::event"
LEAST_LLVM = 19
"""The first version with the convention on both processors."""
_TABLE_SIZE = 256
_TABLE = f"[{_TABLE_SIZE} x i8*]"
_PLACE = "i64 range(i64 0, 1099511627776)"
"""The range tells LLVM that the next pc is no exit code."""
_ARGUMENTS = f"i8* %h, {_PLACE} %loop.now, {_PLACE} %fp, i64* %loop.frame, i64 %loop.code"
"""What the loop carries: the arena, the pc of the instruction, the first register's index and its address; the last is
for `after` and `event` alone."""
_SIGNATURE = "(i8*, i64, i64, i64*, i64)"
_KNOWN = f"""declare void @llvm.assume(i1)
@"tsrun::vm::threads" = external hidden constant {_TABLE}
"""
_METADATA = """
!900 = !{ !"tsrun" }
!901 = !{ !"code", !900, i64 0 }
!902 = !{ !901, !901, i64 0 }
!903 = !{ !"state", !900, i64 0 }
!904 = !{ !903, !903, i64 0 }
!905 = !{}
!906 = !{ !"branch_weights", i32 1, i32 2000 }
"""


def supported() -> bool:
    """Whether the processor and LLVM have the convention."""
    processor = llvm.get_default_triple().partition("-")[0]
    return llvm.llvm_version_info[0] >= LEAST_LLVM and processor in ("x86_64", "aarch64", "arm64")


def _word(region: str, index: str, to: str, tag: str) -> str:
    """Lines that load region[index] into %to."""
    return f"""  %{to}.base = getelementptr i8, i8* %h, i64 {arena.REGIONS[region].offset}
  %{to}.at = getelementptr i64, i64* %{to}.base, i64 {index}
  %{to} = load i64, i64* %{to}.at, !tbaa {tag}
"""


def _operand(name: str, at: int, bits: int) -> str:
    """Lines that load an operand, `at` bytes into the instruction's word: cheaper than cutting it out of a register."""
    return f"""  %{name}.at = getelementptr i8, i8* %loop.instruction, i64 {at}
  %{name}.stored = load i{bits}, i8* %{name}.at, align 1, !tbaa !902
"""


def _dispatch(key: str, pc: str, fp: str, frame: str, tail: str = "musttail ") -> str:
    """Lines that run the instruction at %pc and return what it returns."""
    return f"""  %{key}.code = getelementptr i8, i8* %h, i64 {arena.REGIONS["code"].offset}
  %{key}.at = getelementptr i64, i64* %{key}.code, i64 %{pc}
  %{key}.opcode = load i8, i8* %{key}.at, !tbaa !902
  %{key}.number = zext i8 %{key}.opcode to i64
  %{key}.entry = getelementptr {_TABLE}, {_TABLE}* @"tsrun::vm::threads", i64 0, i64 %{key}.number
  %{key}.next = load i8*, i8** %{key}.entry, !invariant.load !905
  %{key}.left = {tail}call preserve_nonecc i64 %{key}.next(i8* %h, i64 %{pc}, i64 %{fp}, i64* %{frame}, i64 poison)
  ret i64 %{key}.left
"""


def _moved(key: str, pc: str) -> str:
    """Lines that dispatch at %pc with the registers that the state names now."""
    return f"""{_word("state", str(STATE["fp"]), f"{key}.fp", "!904")}
  %{key}.frame.base = getelementptr i8, i8* %h, i64 {arena.REGIONS["regs"].offset}
  %{key}.frame = getelementptr i64, i64* %{key}.frame.base, i64 %{key}.fp
{_dispatch(key, pc, f"{key}.fp", f"{key}.frame")}"""


def _stayed(key: str, pc: str) -> str:
    """The same where the registers are expected to be the same ones: no lines are left of it when they are."""
    return f"""{_word("state", str(STATE["fp"]), f"{key}.fp", "!904")}
  %{key}.frame = getelementptr i64, i64* %loop.regs, i64 %{key}.fp
{_dispatch(key, pc, f"{key}.fp", f"{key}.frame")}"""


def _tail(key: str, to: str, value: str) -> str:
    """Lines that go on in `after` or `event` with what an instruction returned."""
    arguments = f"i8* %h, i64 %loop.now, i64 %fp, i64* %loop.frame, i64 {value}"
    return f"""  %{key}.left = musttail call preserve_nonecc i64 @"tsrun::op::{to}"({arguments})
  ret i64 %{key}.left
"""


def _leave(number: int, value: str, kind: str, jumps: bool) -> str:
    """Lines in place of `ret i64 value` in a handler. kind: "pc" for the next instruction's, "slow" for the result of a
    function that is called rarely, "" for any other. jumps: whether the instruction goes on in the same function.
    """
    key = f"loop.{number}"
    if kind == "slow":
        return _tail(key, "after", value)
    if kind == "pc":
        return _stayed(key, '"pc"')
    return f"""  %{key}.early = icmp slt i64 {value}, 0
  br i1 %{key}.early, label %{key}.event, label %{key}.go, !prof !906
{key}.event:
{_tail(f"{key}.event", "event", value)}{key}.go:
  %{key}.pc = add i64 {value}, 0
{_stayed(key, f"{key}.pc") if jumps else _moved(key, f"{key}.pc")}"""


def _unchanged_pcs(body: str) -> set[str]:
    """Values of a handler's IR that are the next pc as it was given: itself, and what is loaded from its variable."""
    kept = set(re.findall(r'^  store i64 (\S+), i64\* %"pc\.1"$', body, re.M)) - {"0"}
    found = {'%"pc"'}
    if kept == found:
        found.update(re.findall(r'^  (%"[^"]*") = load i64, i64\* %"pc\.1"$', body, re.M))
    return found


def _thread(name: str, symbol: str, text: str, inline: frozenset[str]) -> str:
    """A handler's IR as the function that ends with the next dispatch."""
    head = re.search(rf'^define i64 @"{re.escape(symbol)}"\([^\n]*\)\n{{\nentry:\n', text, re.M)
    assert head is not None, symbol
    body_end = text.index("\n}\n", head.end())
    body = text[head.end():body_end]
    regs, code = arena.REGIONS["regs"].offset, arena.REGIONS["code"].offset
    body = re.sub(
        rf'getelementptr i8, i8\* %"[^"]*", i64 {regs}$', "getelementptr i8, i8* %loop.regs, i64 0", body, flags=re.M)
    slow = {value for value, callee in re.findall(r'^  (%"[^"]*") = call i64 @"([^"]*)"', body, re.M)
            if callee not in inline}
    straight = _unchanged_pcs(body)
    count = itertools.count()
    body = re.sub(
        r"^  ret i64 (\S+)$",
        lambda found: _leave(
            next(count), found[1], "slow" if found[1] in slow else "pc" if found[1] in straight else "",
            "jump" in OPCODES[name].operands),
        body, flags=re.M)
    return f"""{text[:head.start()]}
declare preserve_nonecc i64 @"tsrun::op::event"{_SIGNATURE}
declare preserve_nonecc i64 @"tsrun::op::after"{_SIGNATURE}
{_KNOWN}
define preserve_nonecc i64 @"tsrun::op::{name}"({_ARGUMENTS}) nounwind {{
decode:
{_word("state", str(STATE["fp"]), "loop.fp.known", "!904")}  %loop.known = icmp eq i64 %loop.fp.known, %fp
  call void @llvm.assume(i1 %loop.known)
  %"pc" = add nuw nsw i64 %loop.now, 1
  %loop.code.first = getelementptr i8, i8* %h, i64 {code}
  %loop.instruction = getelementptr i64, i64* %loop.code.first, i64 %loop.now
{_operand("a", 1, 16)}  %"a" = zext i16 %a.stored to i64
{_operand("b", 3, 16)}  %"b" = zext i16 %b.stored to i64
{_operand("c", 4, 32)}  %c.signed = ashr i32 %c.stored, 8
  %"c" = sext i32 %c.signed to i64
  %loop.below = sub i64 0, %fp
  %loop.regs = getelementptr i64, i64* %loop.frame, i64 %loop.below
  br label %entry
entry:
{body}
}}
{text[body_end + 3:]}{_METADATA}"""


def loop_ir(texts: dict[str, str], inline: frozenset[str]) -> dict[str, str]:
    """LLVM IR by symbol of `run` in this form, from the IR of all kernels. inline: symbols that LLVM inlines anyway."""
    entries = [f'i8* @"tsrun::op::{name}"' for name in OPCODES]
    entries += ["i8* null"] * (_TABLE_SIZE - len(entries))
    threads = {
        f"tsrun::op::{name}": _thread(name, opcode.handler.symbol, texts[opcode.handler.symbol], inline)
        for name, opcode in OPCODES.items()}
    declared = "".join(f'declare preserve_nonecc i64 @"tsrun::op::{name}"{_SIGNATURE}\n' for name in OPCODES)
    loop = f"""
@"tsrun::vm::threads" = hidden constant {_TABLE} [{", ".join(entries)}]
declare i64 @"{EVENT}"(i8*, i64, i64)
{declared}
define i64 @"{RUN}"(i8* %h, i64 %pc) noinline nounwind {{
{_moved("go", "pc").replace("musttail ", "")}}}

define preserve_nonecc i64 @"tsrun::op::event"({_ARGUMENTS}) noinline nounwind {{
  %after = call i64 @"{EVENT}"(i8* %h, i64 %loop.now, i64 %loop.code)
  %over = icmp slt i64 %after, 0
  br i1 %over, label %leave, label %go
leave:
  ret i64 %after
go:
{_moved("went", "after")}}}

define preserve_nonecc i64 @"tsrun::op::after"({_ARGUMENTS}) noinline nounwind {{
  %early = icmp slt i64 %loop.code, 0
  br i1 %early, label %event, label %go, !prof !906
event:
{_tail("went.event", "event", "%loop.code")}go:
{_moved("went", "loop.code")}}}
{_METADATA}"""
    return threads | {RUN: loop}
