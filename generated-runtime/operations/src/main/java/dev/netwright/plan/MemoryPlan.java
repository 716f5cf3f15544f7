package dev.netwright.plan;

import dev.netwright.operation.Dropout;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import dev.netwright.plan.PlannedRegion.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arena of one program for one kernel set and batch. The plan states when each value, each gradient and each
 * kernel's saved memory is needed, and which operations run in place.
 *
 * <p>With n operations, operation i runs forward at moment i. The losses run at moment n and their backward at n + 1;
 * the backward of operation i runs at 2n + 1 - i. The images and the output of an inference program, which the host
 * writes and reads, have memory outside the arena.
 */
public final class MemoryPlan {
    private final Program program;
    private final List<Operation> operations;
    private final KernelNeeds needs;
    private final Placement placement;
    private final Arena arena;
    private final List<PlannedRegion> regions = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Value, Region> values = new HashMap<>();
    private final Map<Value, Region> gradients = new HashMap<>();
    private final Map<String, Region> saved = new HashMap<>();
    private final long arenaBytes;

    private MemoryPlan(Program program, KernelNeeds needs, Arena arena) {
        this.program = program;
        this.needs = needs;
        this.arena = arena;
        operations = program.operations();
        placement = needs.joinsInPlace() ? Placement.of(program) : Placement.apart();
        for (Operation operation : operations) {
            positions.put(operation.name(), positions.size());
        }
        operations.forEach(operation -> add(operation, position(operation)));
        arenaBytes = arena.assign();
    }

    /**
     * Plans a program and assigns the arena's addresses.
     *
     * @param program the program to plan
     * @param needs the memory behaviour of the kernel set, for the batch
     * @param arena an arena without regions
     * @return the plan
     */
    public static MemoryPlan of(Program program, KernelNeeds needs, Arena arena) {
        return new MemoryPlan(program, needs, arena);
    }

    /** {@return the size of the arena in bytes} */
    public long arenaBytes() {
        return arenaBytes;
    }

    /** {@return the largest sum of the sizes that one moment needs, in bytes} */
    public long largestLiveBytes() {
        return arena.largestLiveBytes();
    }

    /** {@return the number of moments of a step: {@code 2n + 2} in training, {@code n} at inference} */
    public int moments() {
        return program.isTraining() ? 2 * operations.size() + 2 : operations.size();
    }

    /** {@return all regions with their purpose, in the order of the operations that first need them} */
    public List<PlannedRegion> regions() {
        return List.copyOf(regions);
    }

    /**
     * The larger value that contains a value.
     *
     * @param value a value of the program
     * @return the slice; empty if the value has memory of its own
     */
    public Optional<Slice> slice(Value value) {
        return placement.slice(value);
    }

    /**
     * The memory of a value.
     *
     * @param value a value that is no slice and that the host neither writes nor reads
     * @return its region
     * @throws NullPointerException if it has no memory in the arena
     */
    public Region value(Value value) {
        return required(values.get(value), value.name());
    }

    /**
     * The memory of a value's gradient.
     *
     * @param value a value of a training program
     * @return the region of its gradient
     * @throws NullPointerException if its gradient has no memory in the arena
     */
    public Region gradient(Value value) {
        return required(gradients.get(value), "gradient of " + value.name());
    }

    /**
     * The memory that a kernel keeps besides its input and output; see {@link KernelNeeds#savedBytes}.
     *
     * @param operation an operation that keeps memory
     * @return its region
     * @throws NullPointerException if it keeps none
     */
    public Region saved(Operation operation) {
        return required(saved.get(operation.name()), "what " + operation.name() + " saves");
    }

    private void add(Operation operation, int i) {
        addValue(operation, i);
        if (program.isTraining()) {
            addGradient(operation, i);
        }
        addSaved(operation, i);
    }

    private void addSaved(Operation operation, int i) {
        long bytes = needs.savedBytes(operation);
        if (bytes > 0) {
            Region region = region(Kind.SAVED, operation.name(), bytes);
            region.usedAt(i);
            region.usedAt(program.isTraining() ? backwardTime(i) : i);
            saved.put(operation.name(), region);
        }
    }

    private Region region(Kind kind, String owner, long bytes) {
        Region region = arena.region(bytes);
        regions.add(new PlannedRegion(kind, owner, region));
        return region;
    }

    private void addValue(Operation operation, int i) {
        Value output = operation.output();
        Value whole = placement.whole(output);
        if (!program.isTraining() && program.isOutput(whole)) {
            return;
        }
        Region region = computesInPlace(operation, i)
                ? value(operation.input())
                : values.computeIfAbsent(whole, value -> region(Kind.VALUE, value.name(), needs.bytes(value.shape())));
        values.put(output, region);
        region.usedAt(i);
        region.usedAt(lastRead(output, i));
        if (program.isTraining() && needs.readsOutputInBackward(operation)) {
            region.usedAt(backwardTime(i));
        }
    }

    private void addGradient(Operation operation, int i) {
        Value output = operation.output();
        Value whole = placement.whole(output);
        Region region = differentiatesInPlace(operation)
                ? gradient(operation.input())
                : gradients.computeIfAbsent(
                        whole, value -> region(Kind.GRADIENT, value.name(), needs.bytes(value.shape())));
        gradients.put(output, region);
        region.usedAt(firstGradient(output));
        region.usedAt(backwardTime(i));
    }

    /**
     * Whether an operation reads its output only for a function whose derivative is the same after a dropout. A norm
     * without a function reads it for the norm itself.
     */
    private static boolean bends(Operation operation) {
        return operation.function().isPositivelyHomogeneous()
                && !operation.function().isIdentity();
    }

    /**
     * A kernel can overwrite its input if nothing else reads it, now or in the backward pass. One exception: a dropout
     * may overwrite a rectifier's output, leaky or not. Where its mask sets the output to 0, the gradient is 0 too, so
     * the rectifier's backward, which only tests whether its output is above 0, stays correct.
     */
    private boolean computesInPlace(Operation operation, int i) {
        return needs.overwritesInput(operation)
                && isOnlyReader(operation)
                && (program.mode() == Mode.INFERENCE || spoilsNoBackward(operation, i));
    }

    /** Whether no earlier operation that has written the region needs the overwritten values in its backward. */
    private boolean spoilsNoBackward(Operation operation, int i) {
        Region region = value(operation.input());
        return operations.subList(0, i).stream()
                .filter(writer -> region.equals(values.get(writer.output())))
                .allMatch(writer ->
                        !needs.readsOutputInBackward(writer) || (bends(writer) && operation instanceof Dropout));
    }

    private boolean differentiatesInPlace(Operation operation) {
        return needs.overwritesGradient(operation) && isOnlyReader(operation);
    }

    /**
     * Whether this operation alone reads its first input, once, and neither a loss nor the host sees that input or the
     * output, which both have memory of their own. Flattening an image may change the layout of its values; only a
     * dropout, which kernel sets compute value by value, can flatten in place.
     */
    private boolean isOnlyReader(Operation operation) {
        Value input = operation.input();
        Value output = operation.output();
        return !input.isImages()
                && !program.isOutput(input)
                && !program.isOutput(output)
                && (operation instanceof Dropout || input.shape().equals(output.shape()))
                && !placement.isShared(input)
                && !placement.isShared(output)
                && program.readers(input).size() == 1
                && Collections.frequency(operation.inputs(), input) == 1;
    }

    private int backwardTime(int i) {
        return 2 * operations.size() + 1 - i;
    }

    private int lastRead(Value value, int written) {
        int last = program.isOutput(value) ? operations.size() : written;
        for (Operation reader : program.readers(value)) {
            int i = position(reader);
            boolean again = program.isTraining() && needs.readsInputInBackward(reader);
            last = Math.max(last, again ? backwardTime(i) : i);
        }
        return last;
    }

    /** The last reader's backward is the first to write a gradient, unless a loss has written it. */
    private int firstGradient(Value value) {
        List<Operation> readers = program.readers(value);
        return program.isOutput(value) || readers.isEmpty()
                ? operations.size() + 1
                : backwardTime(position(readers.get(readers.size() - 1)));
    }

    private int position(Operation operation) {
        return Objects.requireNonNull(positions.get(operation.name()), operation.name());
    }

    private static Region required(@Nullable Region region, String what) {
        return Objects.requireNonNull(region, what + " has no memory in the plan");
    }
}
