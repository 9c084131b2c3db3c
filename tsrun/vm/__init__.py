"""The virtual machine: opcodes, the dispatch loop, calls, and the compilation of the kernel."""
