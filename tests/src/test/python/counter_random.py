"""Netwright's counter-based random numbers in numpy: bit for bit those of dev.netwright.runtime.random.CounterRandom.

The 32 bits at an index are word (index % 4) of the Philox4x32-10 block whose counter is (low and high 32 bits of
index // 4, stream, step) and whose key is (low and high 32 bits of the seed).
Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3.3 and table 2.

Uniform numbers, masks and permutations are equal to Java's in every bit. Normal numbers use numpy's log, cos and sin
in double precision where Java uses StrictMath's; after rounding to float32 a difference of one unit in the last place
is possible, if rare.

Run this file to test it: python3 counter_random.py
"""

import numpy as np

SHUFFLE = -1
FIRST_DROPOUT = 1_000_000

_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_ROUNDS = 10
_MULTIPLIERS = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_WEYL = (0x9E3779B9, 0xBB67AE85)


def philox4x32(counters, keys):
    """The block function. counters: uint64 array [4, n] of 32-bit words; keys: two ints. Returns the same shape."""
    c0, c1, c2, c3 = counters
    for round_ in range(_ROUNDS):
        k0 = np.uint64((keys[0] + round_ * _WEYL[0]) & 0xFFFFFFFF)
        k1 = np.uint64((keys[1] + round_ * _WEYL[1]) & 0xFFFFFFFF)
        product0 = _MULTIPLIERS[0] * c0
        product1 = _MULTIPLIERS[1] * c2
        c0, c1, c2, c3 = (product1 >> _HALF) ^ c1 ^ k0, product1 & _LOW, (product0 >> _HALF) ^ c3 ^ k1, product0 & _LOW
    return np.stack([c0, c1, c2, c3])


def parameter(position):
    """The stream of the initial values of the parameter at this position of its network's list."""
    assert 0 <= position < FIRST_DROPOUT
    return position


def dropout(position):
    """The stream of the masks of the dropout layer at this position among its network's dropout layers."""
    assert 0 <= position < FIRST_DROPOUT
    return FIRST_DROPOUT + position


class CounterRandom:
    """The numbers that belong to a seed, any integer that fits a Java long."""

    def __init__(self, seed):
        self.key = (seed & 0xFFFFFFFF, (seed >> 32) & 0xFFFFFFFF)

    def bits(self, stream, step, length, first_index=0):
        """uint32 array of the bits at indices first_index .. first_index + length - 1."""
        if length == 0:
            return np.empty(0, np.uint32)
        first_block, skipped = divmod(first_index, 4)
        blocks = np.arange(first_block, (first_index + length - 1) // 4 + 1, dtype=np.uint64)
        counters = np.empty((4, len(blocks)), np.uint64)
        counters[0] = blocks & _LOW
        counters[1] = blocks >> _HALF
        counters[2] = stream & 0xFFFFFFFF
        counters[3] = step & 0xFFFFFFFF
        words = philox4x32(counters, self.key).T.reshape(-1)
        return words[skipped : skipped + length].astype(np.uint32)

    def uniform(self, stream, step, length, first_index=0):
        """float32 array, uniform over the multiples of 2^-24 in [0, 1)."""
        bits = self.bits(stream, step, length, first_index)
        return (bits >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)

    def gaussian(self, stream, step, length, first_index=0):
        """float32 array of standard normal numbers: Box-Muller on words (0, 1) and (2, 3) of each block."""
        skipped = first_index % 4
        whole_blocks = (skipped + length + 3) // 4 * 4
        bits = self.bits(stream, step, whole_blocks, first_index - skipped)
        pairs = ((bits.astype(np.float64) + 0.5) * 2.0**-32).reshape(-1, 2)
        radius = np.sqrt(-2 * np.log(pairs[:, 0]))
        angle = 2 * np.pi * pairs[:, 1]
        values = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).reshape(-1)
        return values[skipped : skipped + length].astype(np.float32)

    def dropout_mask(self, stream, step, keep_probability, length):
        """float32 array: 1 / keep_probability where uniform < keep_probability, else 0."""
        keep = np.float32(keep_probability)
        kept = self.uniform(stream, step, length) < keep
        return np.where(kept, np.float32(1) / keep, np.float32(0)).astype(np.float32)

    def permutation(self, stream, step, size):
        """int64 array: the numbers 0 .. size - 1, shuffled from the end by Fisher and Yates's method."""
        order = np.arange(size)
        bits = self.bits(stream, step, size).astype(np.uint64)
        partners = (bits * np.arange(1, size + 1, dtype=np.uint64)) >> _HALF
        for i in range(size - 1, 0, -1):
            j = int(partners[i])
            order[i], order[j] = order[j], order[i]
        return order


def _self_test():
    # The known answers that the paper's authors publish with their library Random123.
    known = [
        ([0] * 4, (0, 0), [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]),
        ([0xFFFFFFFF] * 4, (0xFFFFFFFF,) * 2, [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]),
        (
            [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344],
            (0xA4093822, 0x299F31D0),
            [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1],
        ),
    ]
    for counter, keys, expected in known:
        found = philox4x32(np.array(counter, np.uint64).reshape(4, 1), keys)[:, 0].tolist()
        assert found == expected, (found, expected)

    random = CounterRandom(-5_000_000_000)
    for draw in (random.bits, random.uniform, random.gaussian):
        whole = draw(7, 3, 100)
        assert all(np.array_equal(draw(7, 3, 40, first), whole[first : first + 40]) for first in range(60)), draw
    assert len(random.bits(0, 0, 0)) == 0
    far = random.bits(SHUFFLE, 2, 6, (1 << 34) - 2)
    assert not np.array_equal(far[2:], random.bits(SHUFFLE, 2, 4)), "the high word of the block number counts"

    many = random.uniform(0, 0, 1_000_000)
    assert many.dtype == np.float32 and 0 <= many.min() and many.max() < 1
    assert abs(many.mean() - 0.5) < 0.0015 and abs(many.var() - 1 / 12) < 0.0005
    normal = random.gaussian(0, 0, 1_000_000)
    assert abs(normal.mean()) < 0.005 and abs(normal.var() - 1) < 0.007
    mask = random.dropout_mask(dropout(0), 0, 0.8, 100_000)
    assert set(np.unique(mask)) == {np.float32(0), np.float32(1) / np.float32(0.8)}
    assert abs((mask > 0).mean() - 0.8) < 0.006
    assert sorted(random.permutation(SHUFFLE, 4, 1000)) == list(range(1000))
    print("counter_random: all tests passed")


if __name__ == "__main__":
    _self_test()
