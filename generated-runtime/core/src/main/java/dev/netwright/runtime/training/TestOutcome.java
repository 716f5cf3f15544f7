package dev.netwright.runtime.training;

/**
 * A network's results on the test images after an epoch, for reports: {@link ClassOutcome} for classes, {@link LabelEvaluation} for several
 * labels, {@link NumberEvaluation} for numbers and {@link PixelEvaluation} for classes of pixels. Images with an output that isn't finite are missing.
 */
public sealed interface TestOutcome permits ClassOutcome, LabelEvaluation, NumberEvaluation, PixelEvaluation {}
