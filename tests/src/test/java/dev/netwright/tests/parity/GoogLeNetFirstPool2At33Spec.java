package dev.netwright.tests.parity;

import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

/** GoogLeNet with a first pool of 2x2, with all channels, on a small image. */
@Inception(
        input = @Input(channels = 1, height = 33, width = 44),
        classes = 10,
        stem = @Inception.Stem(pool1 = @Inception.Pool(kernel = 2, padding = 0)))
interface GoogLeNetFirstPool2At33Spec {}
