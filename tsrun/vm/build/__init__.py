"""Compiling the kernel: Numba lowers each function, LLVM optimises and emits them, a C compiler links them.

Only this package imports Numba and llvmlite; it is itself imported only to build.
"""
