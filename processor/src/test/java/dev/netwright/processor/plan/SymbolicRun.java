package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs a program with names instead of numbers: a slot holds the name of what was written last, and each read checks
 * that it is still there. What a kernel reads and writes is spelled out here once more, independent of the plan's own
 * account, and so the times at which each name is needed come out as well.
 */
final class SymbolicRun {
    private final Program program;
    private final ShapedNetwork network;
    private final Map<Integer, String> contents = new HashMap<>();
    private final Map<String, int[]> lifetimes = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private int time;

    private SymbolicRun(Program program, ShapedNetwork network) {
        this.program = program;
        this.network = network;
    }

    static SymbolicRun of(Program program, ShapedNetwork network) {
        SymbolicRun run = new SymbolicRun(program, network);
        List<Kernel> kernels = program.blocks().stream()
                .flatMap(block -> block.kernels().stream())
                .toList();
        run.write(NetworkGraph.IMAGES, program.valueSlot(NetworkGraph.IMAGES), NetworkGraph.IMAGES);
        for (Kernel kernel : kernels) {
            run.time++;
            run.forward(kernel);
        }
        run.time++;
        run.read(program.output(), program.valueSlot(program.output()));
        if (program.isTraining()) {
            run.backward(kernels);
        }
        return run;
    }

    private void backward(List<Kernel> kernels) {
        String logits = program.output();
        write("loss", program.savedSlot("loss"), logits);
        time++;
        read("loss", program.savedSlot("loss"));
        write("gradient of " + logits, program.gradientSlot(logits), logits);
        for (int i = kernels.size() - 1; i >= 0; i--) {
            time++;
            backward(kernels.get(i));
        }
    }

    private void forward(Kernel kernel) {
        String name = kernel.name();
        read(kernel.input(), program.valueSlot(kernel.input()));
        boolean inPlace = program.valueSlot(name) == program.valueSlot(kernel.input());
        assertThat(!inPlace || kernel instanceof Kernel.Dropout)
                .as("%s runs in place", name)
                .isTrue();
        write(name, program.valueSlot(name), name);
        if (program.isTraining() && saves(kernel)) {
            assertThat(program.savedSlot(name)).isNotIn(program.valueSlot(name), program.valueSlot(kernel.input()));
            write("saved by " + name, program.savedSlot(name), name);
        }
    }

    private void backward(Kernel kernel) {
        String name = kernel.name();
        int gradient = program.gradientSlot(name);
        read("gradient of " + name, gradient);
        if (readsInput(kernel)) {
            read(kernel.input(), program.valueSlot(kernel.input()));
        }
        if (readsOutput(kernel)) {
            readOutput(name);
        }
        if (saves(kernel)) {
            read("saved by " + name, program.savedSlot(name));
        }
        if (!kernel.input().equals(NetworkGraph.IMAGES)) {
            int inputGradient = program.gradientSlot(kernel.input());
            assertThat(inputGradient != gradient || kernel instanceof Kernel.Dropout)
                    .as("%s overwrites the gradient that it reads", name)
                    .isTrue();
            write("gradient of " + kernel.input(), inputGradient, kernel.input());
        }
    }

    private static boolean saves(Kernel kernel) {
        return kernel instanceof Kernel.Dropout || kernel instanceof Kernel.LocalResponseNorm;
    }

    /** Weight gradients need the input, a maximum is looked for again, and x stands in the derivative of x / s^beta. */
    private static boolean readsInput(Kernel kernel) {
        return kernel instanceof Kernel.ConvBiasActivation
                || kernel instanceof Kernel.Linear
                || kernel instanceof Kernel.LocalResponseNorm
                || (kernel instanceof Kernel.Pool pool && pool.kind() == PoolKind.MAX);
    }

    /** The derivative of an activation is computed from its value; so is that of a normalization. */
    private static boolean readsOutput(Kernel kernel) {
        return functionOf(kernel) != ActivationFunction.IDENTITY || kernel instanceof Kernel.LocalResponseNorm;
    }

    private static ActivationFunction functionOf(Kernel kernel) {
        if (kernel instanceof Kernel.ConvBiasActivation convolution) {
            return convolution.function();
        }
        return kernel instanceof Kernel.Linear linear ? linear.function() : ActivationFunction.IDENTITY;
    }

    /** A rectifier only asks where its output is above 0: a dropout's output in its place has more zeros, but no gradient there. */
    private void readOutput(String name) {
        int slot = program.valueSlot(name);
        String there = contents.getOrDefault(slot, "nothing");
        boolean isDropoutOfIt = program.blocks().stream()
                .flatMap(block -> block.kernels().stream())
                .anyMatch(kernel -> kernel instanceof Kernel.Dropout dropout
                        && dropout.name().equals(there)
                        && dropout.input().equals(name));
        boolean isRectifier = program.blocks().stream()
                .flatMap(block -> block.kernels().stream())
                .anyMatch(kernel -> kernel.name().equals(name) && functionOf(kernel) == ActivationFunction.RELU);
        read(isDropoutOfIt && isRectifier ? there : name, slot);
    }

    private void read(String what, int slot) {
        assertThat(contents.get(slot)).as("slot %d at time %d", slot, time).isEqualTo(what);
        int now = time;
        lifetimes.computeIfPresent(what, (key, lifetime) -> new int[] {lifetime[0], now});
    }

    private void write(String what, int slot, String shapeOf) {
        contents.put(slot, what);
        lifetimes.put(what, new int[] {time, time});
        slots.put(what, slot);
        sizes.put(what, network.shapeOf(shapeOf).size());
    }

    /** Largest number of values that are needed at one time: no assignment of slots can do with less. */
    long lowerBound() {
        long largest = 0;
        for (int now = 0; now <= time; now++) {
            Map<Integer, Long> live = new HashMap<>();
            for (Map.Entry<String, int[]> lifetime : lifetimes.entrySet()) {
                if (lifetime.getValue()[0] <= now && now <= lifetime.getValue()[1]) {
                    // Two names in one slot at one time are an in-place kernel's input and output.
                    live.merge(slotOf(lifetime.getKey()), sizeOf(lifetime.getKey()), Math::max);
                }
            }
            largest = Math.max(
                    largest, live.values().stream().mapToLong(Long::longValue).sum());
        }
        return largest;
    }

    /** Every slot as large as the largest value in it. */
    long slotSizes() {
        Map<Integer, Long> largest = new HashMap<>();
        slots.forEach((what, slot) -> largest.merge(slot, sizeOf(what), Math::max));
        return largest.values().stream().mapToLong(Long::longValue).sum();
    }

    private int slotOf(String what) {
        return Objects.requireNonNull(slots.get(what));
    }

    private long sizeOf(String what) {
        return Objects.requireNonNull(sizes.get(what));
    }

    /** Names that were held in a slot. */
    List<String> sharersOf(int slot) {
        List<String> names = new ArrayList<>();
        slots.forEach((what, where) -> {
            if (where == slot) {
                names.add(what);
            }
        });
        return names;
    }
}
