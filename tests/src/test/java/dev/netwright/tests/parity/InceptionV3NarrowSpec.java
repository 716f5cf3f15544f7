package dev.netwright.tests.parity;

import dev.netwright.annotations.InceptionV3;
import dev.netwright.annotations.Input;

/** Inception-v3 with its auxiliary classifier and a thirty-second of the channels, on the smallest images that give it 5x6 maps. */
@InceptionV3(
        input = @Input(channels = 3, height = 299, width = 347),
        classes = 10,
        width = 0.03125,
        auxiliary = @InceptionV3.Auxiliary)
interface InceptionV3NarrowSpec {}
