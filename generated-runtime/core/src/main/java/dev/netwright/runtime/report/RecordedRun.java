package dev.netwright.runtime.report;

import dev.netwright.runtime.training.RunPoint;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What the folder of a run holds.
 *
 * @param name the folder as the user gave it
 * @param settings everything that the run's configuration says, by its path in it, such as {@code training.batch}
 * @param points points of the curves, in order
 */
public record RecordedRun(String name, Map<String, String> settings, List<RunPoint> points) {
    /**
     * Copies map and list.
     *
     * @param name the folder as the user gave it
     * @param settings everything that the run's configuration says
     * @param points points of the curves, in order
     */
    public RecordedRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        points = List.copyOf(points);
    }

    /** {@return the number of epochs so far, as a fraction; 0 without points} */
    public double epochs() {
        return points.isEmpty() ? 0 : last().epoch();
    }

    /** {@return the time between the first point and the last} */
    public Duration time() {
        return points.isEmpty() ? Duration.ZERO : Duration.between(points.get(0).time(), last().time());
    }

    /** {@return the mean of images per second over all points; empty without points} */
    public OptionalDouble imagesPerSecond() {
        return points.stream().mapToDouble(RunPoint::imagesPerSecond).average();
    }

    /**
     * The last value of a number that every point has.
     *
     * @param value reads the number
     * @return the value; empty without points
     */
    public OptionalDouble last(ToDoubleFunction<RunPoint> value) {
        return points.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value.applyAsDouble(last()));
    }

    /**
     * The last value of a number that points at the end of an epoch have.
     *
     * @param value reads the number
     * @return the value; empty if no point has it
     */
    public OptionalDouble lastTested(Function<RunPoint, OptionalDouble> value) {
        return tested(value).reduce((earlier, later) -> later);
    }

    /**
     * The largest value of a number that points at the end of an epoch have.
     *
     * @param value reads the number
     * @return the value; empty if no point has a finite one
     */
    public OptionalDouble largestTested(Function<RunPoint, OptionalDouble> value) {
        return tested(value).filter(Double::isFinite).max();
    }

    /**
     * The smallest value of a number that points at the end of an epoch have.
     *
     * @param value reads the number
     * @return the value; empty if no point has a finite one
     */
    public OptionalDouble smallestTested(Function<RunPoint, OptionalDouble> value) {
        return tested(value).filter(Double::isFinite).min();
    }

    private DoubleStream tested(Function<RunPoint, OptionalDouble> value) {
        return points.stream().map(value).flatMapToDouble(OptionalDouble::stream);
    }

    private RunPoint last() {
        return points.get(points.size() - 1);
    }
}
