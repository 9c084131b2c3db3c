"""Non-negative integers of any size the number conversions need, in the region `big`.

A number is a run of 32-bit limbs, the lowest first, one limb per int64 so that products and carries stay positive
int64. It is named by the index of its lowest limb; its length goes in as an argument and comes back as the result.
The top limb is not 0, so zero has length 0. The largest number that occurs is a decimal text of 801 digits or the
2**1074 below the smallest double times its 801 digits, under 120 limbs; each of the four places has room for 256.
"""
from __future__ import annotations

from tsrun.heap.arena import kernel
from tsrun.heap.machine import udiv

BIG_FIRST = 0
"""Index in `big` of the first number, the others follow at a distance of 256."""
BIG_SECOND = 256
BIG_CHUNKS = 512
"""Groups of nine decimal digits on their way out."""
BIG_LIMBS = 1024
"""Length of the region `big`."""

LOW_32 = 0xFFFFFFFF
FIVE_13 = 1220703125
"""5**13, the largest power of five below 2**31: a factor of one limb."""
BILLION = 1000000000


@kernel
def big_set(h, at, value):
    """Set a number to a non-negative int64."""
    length = 0
    while value:
        h.big[at + length] = value & LOW_32
        value >>= 32
        length += 1
    return length


@kernel
def big_multiply_add(h, at, length, factor, carry):
    """Set number = number * factor + carry, both below 2**31."""
    for i in range(at, at + length):
        carry += h.big[i] * factor
        h.big[i] = carry & LOW_32
        carry >>= 32
    if carry:
        h.big[at + length] = carry
        length += 1
    return length


@kernel
def big_multiply_power_of_five(h, at, length, power):
    """Set number = number * 5**power."""
    while power >= 13:
        length = big_multiply_add(h, at, length, FIVE_13, 0)
        power -= 13
    factor = 1
    while power > 0:
        factor *= 5
        power -= 1
    return big_multiply_add(h, at, length, factor, 0)


@kernel
def big_shift_left(h, at, length, bits):
    """Set number = number * 2**bits."""
    if length == 0:
        return 0
    limbs = bits >> 5
    bits &= 31
    carry = 0
    if bits:
        for i in range(at, at + length):
            limb = (h.big[i] << bits) | carry
            h.big[i] = limb & LOW_32
            carry = limb >> 32
        if carry:
            h.big[at + length] = carry
            length += 1
    if limbs:
        i = at + length - 1
        while i >= at:
            h.big[i + limbs] = h.big[i]
            i -= 1
        for j in range(at, at + limbs):
            h.big[j] = 0
    return length + limbs


@kernel
def big_shift_right(h, at, length, bits):
    """Set number = floor(number / 2**bits)."""
    limbs = bits >> 5
    bits &= 31
    if limbs >= length:
        return 0
    length -= limbs
    for i in range(at, at + length):
        limb = h.big[i + limbs] >> bits
        if bits and i + 1 < at + length:
            limb |= (h.big[i + limbs + 1] << (32 - bits)) & LOW_32
        h.big[i] = limb
    if h.big[at + length - 1] == 0:
        length -= 1
    return length


@kernel
def big_divide_by_billion(h, at, length):
    """Set number = floor(number / 10**9); returns the remainder. The caller drops a top limb that became 0."""
    remainder = 0
    i = at + length - 1
    while i >= at:
        dividend = (remainder << 32) | h.big[i]
        quotient = udiv(dividend, BILLION)
        remainder = dividend - quotient * BILLION
        h.big[i] = quotient
        i -= 1
    return remainder


@kernel
def big_compare(h, a, a_length, b, b_length):
    """-1, 0 or 1 as number a is below, equal to or above number b."""
    if a_length != b_length:
        return -1 if a_length < b_length else 1
    i = a_length - 1
    while i >= 0:
        if h.big[a + i] != h.big[b + i]:
            return -1 if h.big[a + i] < h.big[b + i] else 1
        i -= 1
    return 0


@kernel
def big_to_digits(h, at, length, to):
    """Write a number's decimal digits into `scratch` from index `to`; returns how many (0 for zero). Destroys it."""
    chunks = 0
    while length > 0:
        h.big[BIG_CHUNKS + chunks] = big_divide_by_billion(h, at, length)
        chunks += 1
        while length > 0 and h.big[at + length - 1] == 0:
            length -= 1
    if chunks == 0:
        return 0
    first = h.big[BIG_CHUNKS + chunks - 1]
    count = 0
    while first:
        first = udiv(first, 10)
        count += 1
    digits = count + 9 * (chunks - 1)
    end = to + digits
    for i in range(chunks):
        chunk = h.big[BIG_CHUNKS + i]
        start = end - 9 if i < chunks - 1 else to
        while end > start:
            end -= 1
            quotient = udiv(chunk, 10)
            h.scratch[end] = 48 + chunk - quotient * 10
            chunk = quotient
    return digits
