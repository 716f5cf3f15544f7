package dev.netwright.commandline.argument;

import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.option.OptionReader;

/** The learning rate of a command line, which is the same at every step. A rate of 0 is a program's to give. */
public final class Rate {
    /** What it may be. */
    public static final OptionRange<Double> RANGE = OptionRange.aboveZero();

    /** Reads it. */
    public static final OptionReader<Double> READER = OptionCodec.parsing("a number ", RANGE, Double::parseDouble);

    private Rate() {}
}
