package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.RegNet;

/** RegNetX-400MF with narrower stages of as many blocks. */
@RegNet(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        stem = 8,
        depth = 22,
        w0 = 8,
        wa = 8.16,
        wm = 2.54,
        groupWidth = 8)
interface RegNetX400MFNarrowSpec {}
