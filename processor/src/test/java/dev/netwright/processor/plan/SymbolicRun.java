package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.plan.SymbolicMemory.Place;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Runs a program with names instead of numbers, and checks at each read that everything is there: of a value each channel,
 * of a gradient the part of each reader. What a kernel reads and writes is spelled out here once more, independent of the
 * plan's own account. After its backward, a kernel's output and its gradient are gone, as {@code Kernel} of the runtime allows.
 */
final class SymbolicRun {
    private final Program program;
    private final ShapedNetwork network;
    private final List<Kernel> kernels;
    private final boolean hasJoins;
    private final SymbolicMemory memory = new SymbolicMemory();

    /** What each channel of a value is, wherever it lies: a join has the channels of its branches. */
    private final Map<String, List<Set<String>>> values = new HashMap<>();

    private SymbolicRun(Program program, ShapedNetwork network) {
        this.program = program;
        this.network = network;
        kernels = program.blocks().stream()
                .flatMap(block -> block.kernels().stream())
                .toList();
        hasJoins = kernels.stream().anyMatch(Kernel.Concat.class::isInstance);
    }

    static SymbolicRun of(Program program, ShapedNetwork network) {
        SymbolicRun run = new SymbolicRun(program, network);
        run.compute(NetworkGraph.IMAGES);
        for (Kernel kernel : run.kernels) {
            run.memory.tick();
            run.forward(kernel);
        }
        run.memory.tick();
        if (program.isTraining()) {
            run.lossesAndBackward();
        } else {
            run.readValue(program.output());
        }
        return run;
    }

    SymbolicMemory memory() {
        return memory;
    }

    private void lossesAndBackward() {
        for (LossTerm loss : program.losses()) {
            readValue(loss.output());
            memory.write(saved(loss.name(), loss.output()), named("saved by " + loss.name(), loss.output()));
        }
        memory.tick();
        for (LossTerm loss : program.losses()) {
            Place saved = saved(loss.name(), loss.output());
            expect("saved by " + loss.name(), saved, named("saved by " + loss.name(), loss.output()));
            memory.write(gradient(loss.output()), named(loss.name(), loss.output()));
        }
        for (int i = kernels.size() - 1; i >= 0; i--) {
            memory.tick();
            backward(kernels.get(i));
        }
    }

    private void forward(Kernel kernel) {
        String name = kernel.name();
        kernel.inputs().forEach(this::readValue);
        if (kernel instanceof Kernel.Concat) {
            join(kernel);
            return;
        }
        for (String input : kernel.inputs()) {
            assertMayOverlap(kernel, computesInPlace(kernel, input), value(name), value(input));
        }
        compute(name);
        if (program.isTraining() && saves(kernel)) {
            Place saved = saved(name, kernel.input());
            assertThat(saved.slot())
                    .isNotIn(value(name).slot(), value(kernel.input()).slot());
            memory.write(saved, named("saved by " + name, kernel.input()));
        }
    }

    private void compute(String value) {
        values.put(value, named(value, value));
        memory.write(value(value), valueOf(value));
    }

    /** Copies branches that aren't in their place. */
    private void join(Kernel join) {
        List<Set<String>> joined = new ArrayList<>();
        for (String branch : join.inputs()) {
            Place place = part(value(join.name()), joined.size(), width(branch));
            if (!isAt(value(branch), place)) {
                memory.write(place, valueOf(branch));
            }
            joined.addAll(valueOf(branch));
        }
        values.put(join.name(), joined);
    }

    private void backward(Kernel kernel) {
        String name = kernel.name();
        expect("gradient of " + name, gradient(name), wholeGradient(name));
        if (kernel instanceof Kernel.Concat) {
            part(kernel);
            return;
        }
        if (readsInput(kernel)) {
            kernel.inputs().forEach(this::readValue);
        }
        if (readsOutput(kernel)) {
            readOutput(kernel);
        }
        if (saves(kernel)) {
            expect("saved by " + name, saved(name, kernel.input()), named("saved by " + name, kernel.input()));
        }
        boolean inPlace = kernel.inputs().stream()
                .filter(input -> !input.equals(NetworkGraph.IMAGES))
                .anyMatch(input -> gradient(input).overlaps(gradient(name)));
        if (!inPlace) {
            memory.write(gradient(name), named("used up by " + name, name));
        }
        if (readsOutput(kernel)) {
            memory.write(value(name), named("used up by " + name, name));
        }
        giveGradients(kernel);
    }

    private void giveGradients(Kernel kernel) {
        for (int i = 0; i < kernel.inputs().size(); i++) {
            String input = kernel.inputs().get(i);
            if (!input.equals(NetworkGraph.IMAGES)) {
                assertMayOverlap(kernel, differentiatesInPlace(kernel), gradient(kernel.name()), gradient(input));
                give(kernel, i, contribution(kernel, i));
            }
        }
    }

    /** Copies to branches that aren't in their place. */
    private void part(Kernel join) {
        List<Set<String>> gradient = memory.read(gradient(join.name()));
        int channel = 0;
        for (int i = 0; i < join.inputs().size(); i++) {
            String branch = join.inputs().get(i);
            int width = width(branch);
            if (!branch.equals(NetworkGraph.IMAGES)
                    && !isAt(gradient(branch), part(gradient(join.name()), channel, width))) {
                give(join, i, gradient.subList(channel, channel + width));
            }
            channel += width;
        }
    }

    private void give(Kernel reader, int position, List<Set<String>> contribution) {
        Place place = gradient(reader.inputs().get(position));
        memory.write(
                place, program.accumulates(reader, position) ? sum(memory.read(place), contribution) : contribution);
    }

    /** What a value's gradient is when it is complete: the sum of what all its readers and losses give. */
    private List<Set<String>> wholeGradient(String value) {
        List<Set<String>> whole = new ArrayList<>();
        for (int i = 0; i < width(value); i++) {
            whole.add(Set.of());
        }
        for (LossTerm loss : program.losses()) {
            if (loss.output().equals(value)) {
                whole = sum(whole, named(loss.name(), value));
            }
        }
        for (Kernel reader : kernels) {
            int channel = 0;
            for (int i = 0; i < reader.inputs().size(); i++) {
                String input = reader.inputs().get(i);
                if (input.equals(value)) {
                    whole = sum(
                            whole,
                            reader instanceof Kernel.Concat
                                    ? wholeGradient(reader.name()).subList(channel, channel + width(value))
                                    : contribution(reader, i));
                }
                channel += width(input);
            }
        }
        return whole;
    }

    private List<Set<String>> contribution(Kernel reader, int position) {
        return named(reader.name() + " at " + position, reader.inputs().get(position));
    }

    private static List<Set<String>> sum(List<Set<String>> left, List<Set<String>> right) {
        List<Set<String>> sum = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Set<String> both = new HashSet<>(left.get(i));
            both.addAll(right.get(i));
            sum.add(both);
        }
        return sum;
    }

    private static void assertMayOverlap(Kernel kernel, boolean mayRunInPlace, Place output, Place input) {
        boolean inPlace = mayRunInPlace && output.slot() == input.slot();
        assertThat(inPlace || !output.overlaps(input))
                .as("%s overwrites what it reads", kernel.name())
                .isTrue();
    }

    /** As {@code Binding} of the runtime promises to those who implement it. */
    private boolean computesInPlace(Kernel kernel, String input) {
        return kernel instanceof Kernel.Dropout
                || kernel instanceof Kernel.ElementwiseActivation
                || (kernel instanceof Kernel.AddActivation sum
                        && !program.isTraining()
                        && input.equals(sum.left())
                        && !input.equals(sum.right()));
    }

    private static boolean differentiatesInPlace(Kernel kernel) {
        return kernel instanceof Kernel.Dropout
                || kernel instanceof Kernel.ElementwiseActivation
                || kernel instanceof Kernel.NormActivation;
    }

    private static boolean saves(Kernel kernel) {
        return kernel instanceof Kernel.Dropout || kernel instanceof Kernel.LocalResponseNorm;
    }

    /** Weight gradients need the input, a maximum is looked for again, and x stands in the derivative of both norms. */
    private static boolean readsInput(Kernel kernel) {
        return kernel instanceof Kernel.ConvBiasActivation
                || kernel instanceof Kernel.Linear
                || kernel instanceof Kernel.NormActivation
                || kernel instanceof Kernel.LocalResponseNorm
                || (kernel instanceof Kernel.Pool pool && pool.kind() == PoolKind.MAX);
    }

    /** The derivative of an activation is computed from its value; so is that of a local response norm. */
    private static boolean readsOutput(Kernel kernel) {
        return functionOf(kernel) != ActivationFunction.IDENTITY || kernel instanceof Kernel.LocalResponseNorm;
    }

    static ActivationFunction functionOf(Kernel kernel) {
        if (kernel instanceof Kernel.ConvBiasActivation convolution) {
            return convolution.function();
        } else if (kernel instanceof Kernel.ConvNormActivation convolution) {
            return convolution.function();
        } else if (kernel instanceof Kernel.NormActivation norm) {
            return norm.function();
        } else if (kernel instanceof Kernel.AddActivation sum) {
            return sum.function();
        } else if (kernel instanceof Kernel.ElementwiseActivation elementwise) {
            return elementwise.function();
        }
        return kernel instanceof Kernel.Linear linear ? linear.function() : ActivationFunction.IDENTITY;
    }

    /** A rectifier only asks where its output is above 0: a dropout's output in its place has more zeros, but no gradient there. */
    private void readOutput(Kernel kernel) {
        Place place = value(kernel.name());
        String there = kernel.name();
        for (Kernel other : kernels) {
            boolean isDropoutInItsPlace = other instanceof Kernel.Dropout
                    && other.input().equals(there)
                    && value(other.name()).overlaps(place);
            if (functionOf(kernel) == ActivationFunction.RELU && isDropoutInItsPlace) {
                there = other.name();
            }
        }
        expect("output of " + kernel.name(), place, valueOf(there));
    }

    private void readValue(String value) {
        expect(value, value(value), valueOf(value));
    }

    private void expect(String what, Place place, List<Set<String>> expected) {
        assertThat(memory.read(place))
                .as("%s in slot %d at time %d", what, place.slot(), memory.time())
                .isEqualTo(expected);
    }

    private List<Set<String>> valueOf(String value) {
        return Objects.requireNonNull(values.get(value), () -> value + " is read before it is computed");
    }

    /** A name for each channel of a value's shape. */
    private List<Set<String>> named(String name, String shapeOf) {
        List<Set<String>> names = new ArrayList<>();
        for (int i = 0; i < width(shapeOf); i++) {
            names.add(Set.of(name + " " + i));
        }
        return names;
    }

    /** Without joins, channels aren't told apart. */
    private int width(String value) {
        return hasJoins ? network.shapeOf(value).channels() : 1;
    }

    private Place value(String value) {
        String whole = program.slice(value).map(Slice::whole).orElse(value);
        return place("value " + whole, program.valueSlot(whole), whole, value);
    }

    private Place gradient(String value) {
        String whole = program.slice(value).map(Slice::whole).orElse(value);
        return place("gradient of " + whole, program.gradientSlot(whole), whole, value);
    }

    private Place place(String buffer, int slot, String whole, String value) {
        Shape shape = network.shapeOf(whole);
        int first = program.slice(value).map(Slice::firstChannel).orElse(0);
        return new Place(buffer, slot, width(whole), shape.size(), first, width(value));
    }

    private Place saved(String kernel, String shapeOf) {
        int width = width(shapeOf);
        long floats = network.shapeOf(shapeOf).size();
        return new Place("saved by " + kernel, program.savedSlot(kernel), width, floats, 0, width);
    }

    private static Place part(Place whole, int first, int channels) {
        return new Place(whole.buffer(), whole.slot(), whole.width(), whole.floats(), whole.first() + first, channels);
    }

    private static boolean isAt(Place branch, Place place) {
        return branch.equals(place);
    }
}
