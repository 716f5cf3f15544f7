package dev.netwright.tests.parity;

import dev.netwright.annotations.Inception;
import dev.netwright.annotations.Input;

/** GoogLeNet as in d2l.ai, with all channels, on a small image. */
@Inception(input = @Input(channels = 1, height = 33, width = 41), classes = 10)
interface GoogLeNetAt33Spec {}
