package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Nin;

/** Network in network on a small image. */
@Nin(input = @Input(channels = 1, height = 67, width = 71), classes = 10)
interface NinAt67Spec {}
