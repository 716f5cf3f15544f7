package dev.netwright.commandline.bench;

import dev.netwright.commandline.timing.LayerTime;
import dev.netwright.commandline.timing.LayerTimes;
import dev.netwright.runtime.summary.LayerFacts;
import dev.netwright.runtime.summary.NetworkStructure;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The times of a step's parts.
 *
 * @param stepMillis median time of whole steps while layers were timed, in ms
 * @param lines times of the layers
 * @param ends times of loading the batch and of the update, for a training step
 */
public record LayerProfile(double stepMillis, List<Line> lines, List<Line> ends) {
    private static final double OPERATIONS_PER_MILLISECOND = 1e6;

    /**
     * Times of a layer, or of loading or updating.
     *
     * @param layer name of the layer
     * @param kind kind of the kernel, such as {@code convolution}
     * @param code the library's names of the code that computes it; empty if the kernel set doesn't say
     * @param forwardMillis median time of its forward calls in ms; 0 if there were none
     * @param backwardMillis median time of its backward calls in ms; 0 if there were none
     * @param forwardGflops forward GFLOP/s of a convolution or fully connected layer; empty for others, which are bound
     *     by memory
     * @param backwardGflops backward GFLOP/s of a convolution or fully connected layer; empty for others
     * @param share share of the step's time, from 0 to about 1
     */
    public record Line(
            String layer,
            String kind,
            String code,
            double forwardMillis,
            double backwardMillis,
            OptionalDouble forwardGflops,
            OptionalDouble backwardGflops,
            double share) {
        /** Whether it is faster than the ceiling, which a fast algorithm can be. */
        boolean isAbove(Ceiling ceiling) {
            return forwardGflops.orElse(0) > ceiling.gflops() || backwardGflops.orElse(0) > ceiling.gflops();
        }
    }

    /**
     * Copies the lists.
     *
     * @param stepMillis median time of whole steps while layers were timed, in ms
     * @param lines times of the layers
     * @param ends times of loading the batch and of the update, for a training step
     */
    public LayerProfile {
        lines = List.copyOf(lines);
        ends = List.copyOf(ends);
    }

    /**
     * Computes the profile from the times of a step's layers. A forward pass has two operations per multiply-add.
     * Backward has twice as many, or the same number for a layer that reads the images, whose gradient isn't computed.
     */
    static LayerProfile of(NetworkStructure structure, int batch, MeasuredStep step, LayerTimes times) {
        double whole = step.whole().medianMillis();
        Map<String, LayerFacts> facts =
                structure.layers().collect(Collectors.toMap(layer -> key(layer.name()), Function.identity()));
        List<Line> lines = times.inOrder().stream()
                .map(time -> line(time, batch, whole, facts))
                .toList();
        List<Line> ends = step instanceof MeasuredStep.Training training
                ? List.of(
                        end("load", training.loads().medianMillis(), whole),
                        end("update", training.updates().medianMillis(), whole))
                : List.of();
        return new LayerProfile(whole, lines, ends);
    }

    /** All layers and ends together, as a share of the step. */
    double share() {
        return lines.stream().mapToDouble(Line::share).sum()
                + ends.stream().mapToDouble(Line::share).sum();
    }

    /** Kernel names have dots where layer names have none. */
    private static String key(String name) {
        return name.replace('.', '_');
    }

    private static Line line(LayerTime time, int batch, double whole, Map<String, LayerFacts> structure) {
        double forward = time.forward().medianMillis();
        double backward = time.backward().medianMillis();
        LayerFacts facts = structure.get(key(time.layer()));
        double operations = facts == null || !isArithmetic(facts) ? 0 : 2.0 * batch * facts.multiplyAdds();
        boolean isFirst = facts != null
                && facts.inputs().stream().anyMatch(input -> input.layer().equals(NetworkStructure.IMAGES));
        return new Line(
                time.layer(),
                time.kind(),
                time.code(),
                forward,
                backward,
                gflops(operations, forward),
                gflops(isFirst ? operations : 2 * operations, backward),
                (forward + backward) / whole);
    }

    private static boolean isArithmetic(LayerFacts facts) {
        return facts.kind().equals("Conv2d") || facts.kind().equals("Linear");
    }

    private static OptionalDouble gflops(double operations, double millis) {
        return operations == 0 || millis == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(operations / (millis * OPERATIONS_PER_MILLISECOND));
    }

    private static Line end(String name, double millis, double whole) {
        return new Line(name, "", "", millis, 0, OptionalDouble.empty(), OptionalDouble.empty(), millis / whole);
    }
}
