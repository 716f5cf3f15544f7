package dev.netwright.tests.parity;

import dev.netwright.annotations.AlexNet;
import dev.netwright.annotations.Input;

/** AlexNet padded by 1 on a small image, with all channels and 256 and 192 hidden units for 4096. */
@AlexNet(
        input = @Input(channels = 1, height = 99, width = 67),
        classes = 10,
        hidden = {@AlexNet.Hidden(units = 256), @AlexNet.Hidden(units = 192)})
interface AlexNetAt99Spec {}
