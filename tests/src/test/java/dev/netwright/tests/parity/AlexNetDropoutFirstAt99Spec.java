package dev.netwright.tests.parity;

import dev.netwright.annotations.AlexNet;
import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;

/**
 * AlexNet without padding, with dropout before ReLU, on a small image, with all channels and 256 and 192 hidden units
 * for 4096.
 */
@AlexNet(
        input = @Input(channels = 1, height = 99, width = 67),
        classes = 10,
        conv1 = @AlexNet.Conv(channels = 96, kernel = 11, stride = 4),
        hidden = {@AlexNet.Hidden(units = 256, dropout = 0.2), @AlexNet.Hidden(units = 192)},
        dropoutPlace = DropoutPlace.BEFORE_ACTIVATION)
interface AlexNetDropoutFirstAt99Spec {}
