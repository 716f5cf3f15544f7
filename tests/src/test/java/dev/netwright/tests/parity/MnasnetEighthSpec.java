package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Mnasnet;

/** MnasNet-B1 in torchvision's form, with an eighth of the channels, at least 8. */
@Mnasnet(input = @Input(channels = 3, height = 67, width = 99), classes = 10, width = 0.125)
interface MnasnetEighthSpec {}
