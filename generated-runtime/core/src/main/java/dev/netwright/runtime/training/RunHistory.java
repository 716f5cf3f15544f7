package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run has reported so far. Checkpoints store it, so that the report of a resumed run is complete.
 *
 * @param points points of the curves, the newest {@value #MOST_POINTS}
 * @param outcome outcome of the last evaluation; empty if there was none or it is too large to save
 */
record RunHistory(List<RunPoint> points, Optional<TestOutcome> outcome) {
    static final RunHistory NONE = new RunHistory(List.of(), Optional.empty());

    /** Enough for eight hundred epochs, in half a megabyte. */
    static final int MOST_POINTS = 4096;

    /**
     * A file's header is bounded; the largest confusion matrix of a thousand classes takes about this many characters.
     */
    private static final int LONGEST_OUTCOME = 4 << 20;

    private static final String POINTS = "history";
    private static final String OUTCOME = "outcome";

    RunHistory {
        points = List.copyOf(points.subList(Math.max(0, points.size() - MOST_POINTS), points.size()));
    }

    /** Adds a point; it replaces a point of the same step. */
    RunHistory with(RunPoint point) {
        List<RunPoint> more = new ArrayList<>(points);
        more.removeIf(earlier -> earlier.step() == point.step());
        more.add(point);
        return new RunHistory(more, outcome);
    }

    RunHistory with(Optional<TestOutcome> newOutcome) {
        return new RunHistory(points, newOutcome.isPresent() ? newOutcome : outcome);
    }

    /** Removes the point of a step that is reported again after the evaluation. */
    RunHistory before(long step) {
        return new RunHistory(
                points.stream().filter(point -> point.step() < step).toList(), outcome);
    }

    /** The point of a step, if there is one. */
    Optional<RunPoint> at(long step) {
        return points.stream().filter(point -> point.step() == step).findFirst();
    }

    void addTo(Map<String, String> text) {
        text.put(POINTS, points.stream().map(RunPoint::row).collect(Collectors.joining("\n")));
        outcome.map(OutcomeText::of)
                .filter(saved -> !saved.isEmpty() && saved.length() <= LONGEST_OUTCOME)
                .ifPresent(saved -> text.put(OUTCOME, saved));
    }

    /** Parses what {@link #addTo} wrote; empty for a checkpoint of version 0.1. */
    static RunHistory of(CheckpointState state) {
        List<RunPoint> points =
                state.text(POINTS).isEmpty() ? List.of() : state.value(POINTS, "rows of points", RunHistory::points);
        Optional<TestOutcome> outcome = state.text(OUTCOME).isEmpty()
                ? Optional.empty()
                : Optional.of(state.value(OUTCOME, "a confusion matrix and mistakes", OutcomeText::parse));
        return new RunHistory(points, outcome);
    }

    private static List<RunPoint> points(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("\n")).map(RunPoint::of).toList();
    }
}
