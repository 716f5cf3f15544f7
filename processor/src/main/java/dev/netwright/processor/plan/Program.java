package dev.netwright.processor.plan;

import dev.netwright.processor.network.AuxiliaryHead;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One of a network's two programs.
 *
 * @param mode which of the two
 * @param blocks kernels in order
 * @param output id of the network's output
 * @param losses what a training program lowers, the network's own loss first; none in an inference program
 * @param shapes shape of each value, by id
 * @param slices values that lie in others, by id
 * @param slotOf slot of each buffer, by the ids of {@link #valueSlot}, {@link #gradientSlot} and {@link #savedSlot}
 * @param memory lifetime, size and slot of each buffer
 */
public record Program(
        Mode mode,
        List<KernelBlock> blocks,
        String output,
        List<LossTerm> losses,
        Map<String, Shape> shapes,
        Map<String, Slice> slices,
        Map<String, Integer> slotOf,
        MemoryPlan memory) {
    private static final String VALUE_KEY = "value ";
    private static final String GRADIENT_KEY = "gradient ";
    private static final String SAVED_KEY = "saved ";

    /** Copies the collections, keeping their order. */
    public Program {
        blocks = List.copyOf(blocks);
        losses = List.copyOf(losses);
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
        slotOf = Collections.unmodifiableMap(new LinkedHashMap<>(slotOf));
    }

    static Program of(ShapedNetwork network, Mode mode) {
        Fusion.Fused fused = Fusion.fuse(network, mode);
        List<Kernel> kernels = fused.blocks().stream()
                .flatMap(block -> block.kernels().stream())
                .toList();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(NetworkGraph.IMAGES, network.shapeOf(NetworkGraph.IMAGES));
        kernels.forEach(kernel -> shapes.put(kernel.name(), network.shapeOf(kernel.name())));
        List<LossTerm> losses = mode == Mode.TRAINING ? losses(network.graph(), fused) : List.of();
        Set<String> judged = new LinkedHashSet<>(fused.auxiliaryOutputs());
        judged.add(fused.output());
        Placement placement = Placement.of(kernels, judged, network::shapeOf);
        Liveness liveness = Liveness.of(kernels, losses, fused.output(), network::shapeOf, placement, mode);
        MemoryPlan memory = MemoryPlan.of(liveness.buffers());
        Map<String, Integer> slotOf = new LinkedHashMap<>();
        for (String value : shapes.keySet()) {
            if (placement.slice(value).isEmpty()) {
                putIfPresent(slotOf, VALUE_KEY + value, memory, liveness.valueBuffer(value));
                putIfPresent(slotOf, GRADIENT_KEY + value, memory, liveness.gradientBuffer(value));
            }
            putIfPresent(slotOf, SAVED_KEY + value, memory, Liveness.savedBuffer(value));
        }
        losses.forEach(
                loss -> putIfPresent(slotOf, SAVED_KEY + loss.name(), memory, Liveness.savedBuffer(loss.name())));
        return new Program(mode, fused.blocks(), fused.output(), losses, shapes, placement.slices(), slotOf, memory);
    }

    private static List<LossTerm> losses(NetworkGraph graph, Fusion.Fused fused) {
        List<LossTerm> losses = new ArrayList<>();
        losses.add(new LossTerm(NetworkGraph.LOSS, fused.output(), 1));
        for (int i = 0; i < graph.auxiliaryHeads().size(); i++) {
            AuxiliaryHead head = graph.auxiliaryHeads().get(i);
            losses.add(new LossTerm(
                    head.logits() + "_loss", fused.auxiliaryOutputs().get(i), head.weight()));
        }
        return losses;
    }

    private static void putIfPresent(Map<String, Integer> slotOf, String key, MemoryPlan memory, String buffer) {
        Integer slot = memory.slotOf().get(buffer);
        if (slot != null) {
            slotOf.put(key, slot);
        }
    }

    /** All slots together, for one image, in float32 values. */
    public long floatsPerImage() {
        return memory.floats();
    }

    /** Every kernel in order. */
    public List<Kernel> kernels() {
        return blocks.stream().flatMap(block -> block.kernels().stream()).toList();
    }

    /** Whether it has a backward. */
    public boolean isTraining() {
        return mode == Mode.TRAINING;
    }

    /** Whether a value is the network's output or a loss judges it. */
    public boolean isJudged(String value) {
        return value.equals(output)
                || losses.stream().anyMatch(loss -> loss.output().equals(value));
    }

    /**
     * Whether a value has a gradient already when a kernel's backward comes to it, so that it adds to that: its last reader
     * writes it, at the first of its inputs that is the value, or else a loss has.
     *
     * @param position of the value among the reader's inputs
     */
    public boolean accumulates(Kernel reader, int position) {
        String value = reader.inputs().get(position);
        if (!isTraining() || value.equals(NetworkGraph.IMAGES)) {
            return false;
        }
        List<Kernel> readers = blocks.stream()
                .flatMap(block -> block.kernels().stream())
                .filter(kernel -> kernel.inputs().contains(value))
                .toList();
        return readers.indexOf(reader) < readers.size() - 1
                || reader.inputs().indexOf(value) < position
                || isJudged(value);
    }

    /** Whether any kernel's backward adds to a gradient. */
    public boolean accumulates() {
        return blocks.stream()
                .flatMap(block -> block.kernels().stream())
                .anyMatch(kernel ->
                        IntStream.range(0, kernel.inputs().size()).anyMatch(position -> accumulates(kernel, position)));
    }

    /** Shape of a value. */
    public Shape shape(String value) {
        return required(shapes.get(value), "value " + value);
    }

    /** Where a value lies, if not in a slot of its own. */
    public Optional<Slice> slice(String value) {
        return Optional.ofNullable(slices.get(value));
    }

    /** The values of a block that another block or a loss reads. */
    public List<String> outputs(KernelBlock block) {
        return block.kernels().stream()
                .map(Kernel::name)
                .filter(value -> losses.stream().anyMatch(loss -> loss.output().equals(value))
                        || blocks.stream().anyMatch(other -> !other.equals(block) && other.reads(value)))
                .toList();
    }

    /**
     * The values with a slot of their own that lie in several blocks: a part of them is computed, or they are read, before
     * the block that completes them.
     */
    public List<String> sharedWholes(KernelBlock block) {
        return block.kernels().stream()
                .map(Kernel::name)
                .flatMap(value -> slice(value)
                        .map(Slice::whole)
                        .or(() -> Optional.of(value)
                                .filter(slices.values().stream()
                                        .map(Slice::whole)
                                        .toList()::contains))
                        .stream())
                .filter(whole ->
                        blocks.stream().anyMatch(other -> !other.name().equals(block.name()) && touches(other, whole)))
                .distinct()
                .toList();
    }

    private boolean touches(KernelBlock block, String whole) {
        return block.kernels().stream()
                .map(Kernel::name)
                .anyMatch(value -> value.equals(whole)
                        || slice(value).map(Slice::whole).filter(whole::equals).isPresent());
    }

    /** Slot of a value. */
    public int valueSlot(String value) {
        return slot(VALUE_KEY + value);
    }

    /** Slot of a value's gradient, in a training program. */
    public int gradientSlot(String value) {
        return slot(GRADIENT_KEY + value);
    }

    /** Slot of what a kernel or a loss saves for its backward, in a training program. */
    public int savedSlot(String kernel) {
        return slot(SAVED_KEY + kernel);
    }

    private int slot(String key) {
        return required(slotOf.get(key), "slot for " + key);
    }

    private static <T> T required(@Nullable T found, String what) {
        if (found == null) {
            throw new IllegalArgumentException("no " + what);
        }
        return found;
    }
}
