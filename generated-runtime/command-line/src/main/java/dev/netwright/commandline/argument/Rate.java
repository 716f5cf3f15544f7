package dev.netwright.commandline.argument;

import dev.netwright.runtime.option.OptionCodec;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.option.OptionReader;

/** The constant learning rate of a command line. Only programs can set a rate of 0. */
public final class Rate {
    /** The allowed rates. */
    public static final OptionRange<Double> RANGE = OptionRange.aboveZero();

    /** Parses a rate. */
    public static final OptionReader<Double> READER = OptionCodec.parsing("a number ", RANGE, Double::parseDouble);

    private Rate() {}
}
