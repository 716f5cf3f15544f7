package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.RegNet;

/** RegNetY-1.6GF with narrower stages of as many blocks. */
@RegNet(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        stem = 8,
        depth = 27,
        w0 = 8,
        wa = 3.452,
        wm = 2.65,
        groupWidth = 8,
        squeezeExcite = 0.25)
interface RegNetY1600MFNarrowSpec {}
