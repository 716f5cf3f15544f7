package dev.netwright.processor.plan;

import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of a network's two programs.
 *
 * @param mode which of the two
 * @param blocks kernels in order
 * @param shapes shape of each value, by id
 * @param slotOf slot of each buffer, by the ids of {@link #valueSlot}, {@link #gradientSlot} and {@link #savedSlot}
 * @param floatsPerImage all slots together
 */
public record Program(
        Mode mode,
        List<KernelBlock> blocks,
        Map<String, Shape> shapes,
        Map<String, Integer> slotOf,
        long floatsPerImage) {
    private static final String VALUE_KEY = "value ";
    private static final String GRADIENT_KEY = "gradient ";
    private static final String SAVED_KEY = "saved ";

    static Program of(ShapedNetwork network, Mode mode) {
        List<KernelBlock> blocks = Fusion.fuse(network.graph(), mode);
        List<Kernel> kernels =
                blocks.stream().flatMap(block -> block.kernels().stream()).toList();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(NetworkGraph.IMAGES, network.shapeOf(NetworkGraph.IMAGES));
        for (Kernel kernel : kernels) {
            shapes.put(kernel.name(), network.shapeOf(kernel.name()));
        }
        Liveness liveness = Liveness.of(kernels, network::shapeOf, mode);
        SlotAssignment slots = SlotAssignment.of(liveness.buffers());
        Map<String, Integer> slotOf = new LinkedHashMap<>();
        for (String value : shapes.keySet()) {
            putIfPresent(slotOf, VALUE_KEY + value, slots, liveness.valueBuffer(value));
            putIfPresent(slotOf, GRADIENT_KEY + value, slots, liveness.gradientBuffer(value));
            putIfPresent(slotOf, SAVED_KEY + value, slots, Liveness.savedBuffer(value));
        }
        putIfPresent(slotOf, SAVED_KEY + Liveness.LOSS, slots, Liveness.savedBuffer(Liveness.LOSS));
        return new Program(mode, blocks, shapes, slotOf, slots.floatsPerImage());
    }

    private static void putIfPresent(Map<String, Integer> slotOf, String key, SlotAssignment slots, String buffer) {
        Integer slot = slots.slotOf().get(buffer);
        if (slot != null) {
            slotOf.put(key, slot);
        }
    }

    /** Whether it has a backward. */
    public boolean isTraining() {
        return mode == Mode.TRAINING;
    }

    /** Shape of a value. */
    public Shape shape(String value) {
        Shape shape = shapes.get(value);
        if (shape == null) {
            throw new IllegalArgumentException("no value " + value);
        }
        return shape;
    }

    /** Slot of a value. */
    public int valueSlot(String value) {
        return slot(VALUE_KEY + value);
    }

    /** Slot of a value's gradient, in a training program. */
    public int gradientSlot(String value) {
        return slot(GRADIENT_KEY + value);
    }

    /** Slot of what a kernel saves for its backward, in a training program. */
    public int savedSlot(String kernel) {
        return slot(SAVED_KEY + kernel);
    }

    /** Slot of the loss's logarithmic probabilities, in a training program. */
    public int lossSlot() {
        return slot(SAVED_KEY + Liveness.LOSS);
    }

    /** Id of the logits. */
    public String logits() {
        return blocks.get(blocks.size() - 1).output();
    }

    private int slot(String key) {
        Integer slot = slotOf.get(key);
        if (slot == null) {
            throw new IllegalArgumentException("no slot for " + key);
        }
        return slot;
    }
}
