"""Powers of ten and digits: the constant tables of number formatting and parsing.

All of them are computed here with Python's integers, so each entry is exact by construction; only a kernel build
evaluates them.
"""
from __future__ import annotations

from tsrun.heap.arena import constant

LEAST_SHORTEST_POWER = -292
"""`shortest_high[i]` and `shortest_low[i]` hold 10 to the power of i + this."""
MOST_SHORTEST_POWER = 324
LEAST_PARSE_POWER = -342
"""`parse_high[i]` and `parse_low[i]` hold 5 to the power of i + this."""
MOST_PARSE_POWER = 308

_WORD = 1 << 64


def signed(value: int) -> int:
    """The int64 with the bits of an unsigned word."""
    return value - _WORD if value >> 63 else value


def power_of_ten_126(power: int) -> int:
    """10**power scaled by a power of two into 126 bits, rounded down, plus one (Schubfach's g)."""
    if power >= 0:
        value = 10**power
        shift = 126 - value.bit_length()
        return (value << shift if shift >= 0 else value >> -shift) + 1
    value = 10**-power
    return (1 << (value.bit_length() + 125)) // value + 1


def power_of_five_128(power: int) -> int:
    """5**power scaled by a power of two into 128 bits, rounded down, but up from -27 to -1 (as Eisel-Lemire asks)."""
    if power >= 0:
        value = 5**power
        shift = 128 - value.bit_length()
        return value << shift if shift >= 0 else value >> -shift
    value = 5**-power
    return (1 << (value.bit_length() + 127)) // value + (1 if power >= -27 else 0)


def _shortest(low: bool) -> list[int]:
    powers = (power_of_ten_126(k) for k in range(LEAST_SHORTEST_POWER, MOST_SHORTEST_POWER + 1))
    return [power & ((1 << 63) - 1) if low else power >> 63 for power in powers]


def _parse(low: bool) -> list[int]:
    powers = (power_of_five_128(k) for k in range(LEAST_PARSE_POWER, MOST_PARSE_POWER + 1))
    return [signed(power & (_WORD - 1) if low else power >> 64) for power in powers]


constant("shortest_high", "int64", lambda: _shortest(low=False))
constant("shortest_low", "int64", lambda: _shortest(low=True))
constant("parse_high", "int64", lambda: _parse(low=False))
constant("parse_low", "int64", lambda: _parse(low=True))
constant("integer_powers", "int64", lambda: [10**k for k in range(19)])
constant("exact_powers", "float64", lambda: [float(10**k) for k in range(23)])
constant("digit_pairs", "uint8", lambda: list("".join(f"{k:02}" for k in range(100)).encode()))
constant("radix_digits", "uint8", lambda: list(b"0123456789abcdefghijklmnopqrstuvwxyz"))
