package dev.netwright.runtime.training;

import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A learning rate's content as text. A lambda's text says little, so the text then includes the rates of a run of fixed
 * length.
 */
final class RateContent {
    private static final int STEPS_PER_EPOCH = 10;
    private static final int EPOCHS = 100;

    private RateContent() {}

    static String of(LearningRate rate) {
        String text = Content.of(rate);
        return text.contains(Content.LAMBDA) ? text + " with rates " + rates(rate) : text;
    }

    private static String rates(LearningRate rate) {
        return FileContent.checksum(IntStream.range(0, STEPS_PER_EPOCH * EPOCHS)
                .mapToObj(step -> (float) rate.at(RunPosition.of(step, STEPS_PER_EPOCH, EPOCHS)))
                .map(String::valueOf)
                .collect(Collectors.joining(" ")));
    }
}
