"""The loop of the release kernel as threaded code: each handler ends with the jump to the next one.

`vm.loop.run` says what the loop does; this is the same loop cut at the dispatch. Each opcode is a function that decodes
its operands, runs its handler (inlined) and leaves by a tail call through the table of all of them, so that every
handler has an indirect jump of its own and registers allocated for itself. Under LLVM's `preserve_none` convention the
four values that the loop carries stay in registers that calls to ordinary functions keep, and no handler saves any.
"""
from __future__ import annotations

import llvmlite.binding as llvm

from tsrun.heap import arena
from tsrun.heap.layout import STATE
from tsrun.vm.tables import OPCODES

RUN = "tsrun::vm::loop::run"
EVENT = "tsrun::vm::loop::event"
LEAST_LLVM = 19
"""The first version with the convention on both processors."""
_SIGNATURE = "(i8* %h, i64 range(i64 0, 1099511627776) %pc, i64 range(i64 0, 1099511627776) %fp, i64 %word)"
"""The ranges tell LLVM that the next pc is no exit code."""
_TABLE_SIZE = 256


def supported() -> bool:
    """Whether the processor and LLVM have the convention."""
    processor = llvm.get_default_triple().partition("-")[0]
    return llvm.llvm_version_info[0] >= LEAST_LLVM and processor in ("x86_64", "aarch64", "arm64")


def _region(name: str, index: str, to: str, tag: str) -> str:
    """Lines that load region[index] into %to."""
    return f"""  %{to}.base = getelementptr i8, i8* %h, i64 {arena.REGIONS[name].offset}
  %{to}.at = getelementptr i64, i64* %{to}.base, i64 {index}
  %{to} = load i64, i64* %{to}.at, !tbaa {tag}
"""


def _dispatch(pc: str, fp: str, tail: str) -> str:
    """Lines that run the instruction at %pc with %fp and return what it returns."""
    return _region("code", f"%{pc}", "next.word", "!2") + f"""  %next.opcode = and i64 %next.word, {_TABLE_SIZE - 1}
  %next.at = getelementptr [{_TABLE_SIZE} x i8*], [{_TABLE_SIZE} x i8*]* @"tsrun::vm::threads", i64 0, i64 %next.opcode
  %next = load i8*, i8** %next.at, !invariant.load !5
  %left = {tail}call preserve_nonecc i64 %next(i8* %h, i64 %{pc}, i64 %{fp}, i64 %next.word)
  ret i64 %left
"""


def _thread(name: str, handler: str) -> str:
    fp = STATE["fp"]
    return f"""
define internal preserve_nonecc i64 @"tsrun::op::{name}"{_SIGNATURE} nounwind {{
entry:
{_region("state", str(fp), "now.fp", "!4")}  %known = icmp eq i64 %now.fp, %fp
  call void @llvm.assume(i1 %known)
  %next.pc = add nuw nsw i64 %pc, 1
  %a.shifted = lshr i64 %word, 8
  %a = and i64 %a.shifted, 65535
  %b.shifted = lshr i64 %word, 24
  %b = and i64 %b.shifted, 65535
  %c = ashr i64 %word, 40
  %after = call i64 @"{handler}"(i8* %h, i64 %next.pc, i64 %fp, i64 %a, i64 %b, i64 %c) alwaysinline
  %left.early = icmp slt i64 %after, 0
  br i1 %left.early, label %event, label %go, !prof !6
go:
{_region("state", str(fp), "new.fp", "!4")}{_dispatch("after", "new.fp", "musttail ")}event:
  %went = musttail call preserve_nonecc i64 @"tsrun::op::event"(i8* %h, i64 %pc, i64 %fp, i64 %after)
  ret i64 %went
}}
declare i64 @"{handler}"(i8*, i64, i64, i64, i64, i64)
"""


def loop_ir() -> str:
    """LLVM IR of `run` in this form: takes the place of the loop's."""
    entries = [f'i8* @"tsrun::op::{name}"' for name in OPCODES]
    entries += ["i8* null"] * (_TABLE_SIZE - len(entries))
    fp = STATE["fp"]
    return f"""
@"tsrun::vm::threads" = internal constant [{_TABLE_SIZE} x i8*] [{", ".join(entries)}]
declare void @llvm.assume(i1)
declare i64 @"{EVENT}"(i8*, i64, i64)

define i64 @"{RUN}"(i8* %h, i64 %pc) noinline nounwind {{
{_region("state", str(fp), "fp", "!4")}{_dispatch("pc", "fp", "")}}}

define internal preserve_nonecc i64 @"tsrun::op::event"{_SIGNATURE} noinline nounwind {{
  %after = call i64 @"{EVENT}"(i8* %h, i64 %pc, i64 %word)
  %over = icmp slt i64 %after, 0
  br i1 %over, label %leave, label %go
leave:
  ret i64 %after
go:
{_region("state", str(fp), "new.fp", "!4")}{_dispatch("after", "new.fp", "musttail ")}}}
""" + "".join(_thread(name, opcode.handler.symbol) for name, opcode in OPCODES.items()) + """
!0 = !{ !"tsrun" }
!1 = !{ !"code", !0, i64 0 }
!2 = !{ !1, !1, i64 0 }
!3 = !{ !"state", !0, i64 0 }
!4 = !{ !3, !3, i64 0 }
!5 = !{}
!6 = !{ !"branch_weights", i32 1, i32 2000 }
"""
