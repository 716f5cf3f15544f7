package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.RegNet;

/** RegNetY-400MF with narrower stages of as many blocks. */
@RegNet(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        stem = 8,
        depth = 16,
        w0 = 16,
        wa = 9.297,
        wm = 2.09,
        groupWidth = 8,
        squeezeExcite = 0.25)
interface RegNetY400MFNarrowSpec {}
