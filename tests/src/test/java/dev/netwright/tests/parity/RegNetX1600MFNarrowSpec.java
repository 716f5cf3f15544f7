package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.RegNet;

/** RegNetX-1.6GF with narrower stages of as many blocks. */
@RegNet(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        stem = 8,
        depth = 18,
        w0 = 16,
        wa = 6.802,
        wm = 2.25,
        groupWidth = 8)
interface RegNetX1600MFNarrowSpec {}
