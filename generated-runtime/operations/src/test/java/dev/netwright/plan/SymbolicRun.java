package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Concat;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import dev.netwright.plan.SymbolicMemory.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a program with names instead of numbers in the memory of a plan, and checks at each read that everything is there: of a
 * value each channel, of a gradient the part of each reader. After its backward, a kernel's output and its gradient are gone.
 */
final class SymbolicRun {
    private final Program program;
    private final KernelNeeds needs;
    private final MemoryPlan plan;
    private final List<Operation> operations;
    private final SymbolicMemory memory;
    private final Map<Value, Place> host = new HashMap<>();

    /** What each channel of a value is, wherever it lies: a join has the channels of its branches. */
    private final Map<Value, List<Set<String>>> values = new HashMap<>();

    private SymbolicRun(Program program, KernelNeeds needs, MemoryPlan plan) {
        this.program = program;
        this.needs = needs;
        this.plan = plan;
        operations = program.operations();
        memory = new SymbolicMemory(plan.arenaBytes());
    }

    static SymbolicMemory of(Program program, KernelNeeds needs, MemoryPlan plan) {
        SymbolicRun run = new SymbolicRun(program, needs, plan);
        run.run();
        return run.memory;
    }

    private void run() {
        compute(program.images());
        int n = operations.size();
        for (int i = 0; i < n; i++) {
            memory.moveTo(i);
            forward(operations.get(i));
        }
        if (!program.isTraining()) {
            readValue(program.output());
            return;
        }
        memory.moveTo(n);
        for (Loss loss : program.losses()) {
            readValue(loss.output());
        }
        memory.moveTo(n + 1);
        for (Loss loss : program.losses()) {
            write(gradient(loss.output()), loss.name(), loss.output());
        }
        for (int i = n - 1; i >= 0; i--) {
            memory.moveTo(2 * n + 1 - i);
            backward(operations.get(i));
        }
    }

    private void forward(Operation operation) {
        operation.inputs().forEach(this::readValue);
        if (operation instanceof Concat) {
            join(operation);
        } else {
            for (Value input : operation.inputs()) {
                boolean mayOverwrite = needs.overwritesInput(operation) && input.equals(operation.input());
                requireApart(operation, mayOverwrite, value(operation.output()), value(input));
            }
            compute(operation.output());
        }
        if (program.isTraining() && needs.savedBytes(operation) > 0) {
            write(saved(operation), "saved by " + operation.name(), operation.output());
        }
        readValue(operation.output());
    }

    private Place saved(Operation operation) {
        Value output = operation.output();
        return memory.place(plan.saved(operation), channels(output), size(output));
    }

    private void compute(Value value) {
        values.put(value, named(value.name(), value));
        memory.write(value(value), valueOf(value));
    }

    /** Copies branches that aren't in their place. */
    private void join(Operation join) {
        List<Set<String>> joined = new ArrayList<>();
        for (Value branch : join.inputs()) {
            Place place = value(join.output()).part(joined.size(), channels(branch));
            if (!value(branch).isAt(place)) {
                memory.write(place, valueOf(branch));
            }
            joined.addAll(valueOf(branch));
        }
        values.put(join.output(), joined);
    }

    private void backward(Operation operation) {
        Value output = operation.output();
        expect("gradient of " + output.name(), gradient(output), wholeGradient(output));
        if (needs.readsInputInBackward(operation)) {
            operation.inputs().forEach(this::readValue);
        }
        if (needs.readsOutputInBackward(operation)) {
            readOutput(operation);
        }
        if (needs.savedBytes(operation) > 0) {
            expect("saved by " + operation.name(), saved(operation), named("saved by " + operation.name(), output));
        }
        if (operation instanceof Concat) {
            part(operation);
            return;
        }
        boolean isInPlace = operation.inputs().stream()
                .filter(input -> !input.isImages())
                .anyMatch(input -> gradient(input).overlaps(gradient(output)));
        if (!isInPlace) {
            write(gradient(output), "used up by " + operation.name(), output);
        }
        if (needs.readsOutputInBackward(operation)) {
            write(value(output), "used up by " + operation.name(), output);
        }
        for (int i = 0; i < operation.inputs().size(); i++) {
            Value input = operation.inputs().get(i);
            if (!input.isImages()) {
                requireApart(operation, needs.overwritesGradient(operation), gradient(output), gradient(input));
                give(operation, i, contribution(operation, i));
            }
        }
    }

    /** Copies to branches that aren't in their place. */
    private void part(Operation join) {
        List<Set<String>> gradient = memory.read(gradient(join.output()));
        int channel = 0;
        for (int i = 0; i < join.inputs().size(); i++) {
            Value branch = join.inputs().get(i);
            int width = channels(branch);
            if (!branch.isImages()
                    && !gradient(branch).isAt(gradient(join.output()).part(channel, width))) {
                give(join, i, gradient.subList(channel, channel + width));
            }
            channel += width;
        }
    }

    private void give(Operation reader, int position, List<Set<String>> contribution) {
        Place place = gradient(reader.inputs().get(position));
        memory.write(
                place, program.accumulates(reader, position) ? sum(memory.read(place), contribution) : contribution);
    }

    /** What a value's gradient is when it is complete: the sum of what all its readers and losses give. */
    private List<Set<String>> wholeGradient(Value value) {
        List<Set<String>> whole = new ArrayList<>();
        for (int i = 0; i < channels(value); i++) {
            whole.add(Set.of());
        }
        for (Loss loss : program.losses()) {
            if (loss.output().equals(value)) {
                whole = sum(whole, named(loss.name(), value));
            }
        }
        for (Operation reader : program.readers(value)) {
            int channel = 0;
            for (int i = 0; i < reader.inputs().size(); i++) {
                Value input = reader.inputs().get(i);
                if (input.equals(value)) {
                    whole = sum(
                            whole,
                            reader instanceof Concat
                                    ? wholeGradient(reader.output()).subList(channel, channel + channels(value))
                                    : contribution(reader, i));
                }
                channel += channels(input);
            }
        }
        return whole;
    }

    private static List<Set<String>> contribution(Operation reader, int position) {
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

    private static void requireApart(Operation operation, boolean mayRunInPlace, Place output, Place input) {
        boolean isInPlace = mayRunInPlace && output.memory() == input.memory() && output.first() == input.first();
        assertThat(isInPlace || !output.overlaps(input))
                .as("%s overwrites what it reads", operation.name())
                .isTrue();
    }

    /** A rectifier only asks where its output is above 0: a dropout's output in its place has more zeros, but no gradient there. */
    private void readOutput(Operation operation) {
        Value there = operation.output();
        for (Operation other : operations) {
            boolean isDropoutInItsPlace = other instanceof Dropout
                    && other.input().equals(there)
                    && value(other.output()).overlaps(value(there));
            if (operation.function().isPositivelyHomogeneous() && isDropoutInItsPlace) {
                there = other.output();
            }
        }
        expect("output of " + operation.name(), value(there), valueOf(there));
    }

    private void readValue(Value value) {
        expect(value.name(), value(value), valueOf(value));
    }

    private void expect(String what, Place place, List<Set<String>> expected) {
        assertThat(memory.read(place)).as("%s at %d", what, memory.moment()).isEqualTo(expected);
    }

    private void write(Place place, String name, Value shapeOf) {
        memory.write(place, named(name, shapeOf));
    }

    private List<Set<String>> valueOf(Value value) {
        return Objects.requireNonNull(values.get(value), () -> value + " is read before it is computed");
    }

    /** A name for each channel of a value's shape. */
    private static List<Set<String>> named(String name, Value shapeOf) {
        List<Set<String>> names = new ArrayList<>();
        for (int i = 0; i < channels(shapeOf); i++) {
            names.add(Set.of(name + " " + i));
        }
        return names;
    }

    private static int channels(Value value) {
        return value.shape().channels();
    }

    private static int size(Value value) {
        return value.shape().height() * value.shape().width();
    }

    private Place value(Value value) {
        Optional<Slice> slice = plan.slice(value);
        Value whole = slice.map(Slice::whole).orElse(value);
        Place place = whole.isImages() || (!program.isTraining() && program.isOutput(whole))
                ? host.computeIfAbsent(whole, found -> SymbolicMemory.host(channels(found), size(found)))
                : memory.place(plan.value(whole), channels(whole), size(whole));
        return slice.map(part -> place.part(part.firstChannel(), channels(value)))
                .orElse(place);
    }

    private Place gradient(Value value) {
        Optional<Slice> slice = plan.slice(value);
        Value whole = slice.map(Slice::whole).orElse(value);
        Place place = memory.place(plan.gradient(whole), channels(whole), size(whole));
        return slice.map(part -> place.part(part.firstChannel(), channels(value)))
                .orElse(place);
    }
}
