package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step of one image in planned memory without any arithmetic: at each address stands what was written there last, and each read
 * asks whether that is what it was to find.
 */
final class PlannedStep {
    private final Program program;
    private final KernelNeeds needs;
    private final String name;
    private final MemoryPlan plan;
    private final Map<Long, String> memory = new HashMap<>();
    private final Set<Value> hasGradient = new HashSet<>();

    PlannedStep(Program program, KernelNeeds needs, String name) {
        this.program = program;
        this.needs = needs;
        this.name = name;
        plan = MemoryPlan.of(program, needs, new Arena(Float.BYTES));
    }

    void run() {
        program.operations().forEach(this::forward);
        if (program.isTraining()) {
            program.losses().forEach(loss -> requireValue(loss.output()));
            program.losses().forEach(loss -> writeGradient(loss.output()));
            List<Operation> operations = program.operations();
            for (int i = operations.size() - 1; i >= 0; i--) {
                backward(operations.get(i));
            }
        }
    }

    private void forward(Operation operation) {
        operation.inputs().forEach(this::requireValue);
        writeValue(operation.output());
        if (needs.savedBytes(operation) > 0) {
            write(plan.saved(operation), "saved by " + operation.name());
        }
    }

    private void backward(Operation operation) {
        requireGradient(operation.output());
        if (needs.savedBytes(operation) > 0) {
            require(plan.saved(operation), "saved by " + operation.name());
        }
        if (needs.readsOutputInBackward(operation)) {
            requireOutput(operation);
        }
        if (needs.readsInputInBackward(operation)) {
            operation.inputs().forEach(this::requireValue);
        }
        for (int position = 0; position < operation.inputs().size(); position++) {
            Value input = operation.inputs().get(position);
            if (!input.isImages()) {
                assertThat(program.accumulates(operation, position))
                        .as("%s: whether %s adds to the gradient of its input %d", name, operation.name(), position)
                        .isEqualTo(hasGradient.contains(input));
                if (hasGradient.contains(input)) {
                    requireGradient(input);
                }
                writeGradient(input);
            }
        }
    }

    private void requireValue(Value value) {
        for (int number = 0; !isHosts(value) && number < value.shape().size(); number++) {
            require(address(plan.value(value), value, number), Set.of(valueAt(value, number)));
        }
    }

    private void writeValue(Value value) {
        for (int number = 0; !isHosts(value) && number < value.shape().size(); number++) {
            memory.put(address(plan.value(value), value, number), valueAt(value, number));
        }
    }

    /** Of a rectifier's output, what dropouts have made of it will do: where that is 0 in its stead, the gradient is 0 as well. */
    private void requireOutput(Operation operation) {
        Value output = operation.output();
        List<Value> enough = new ArrayList<>(List.of(output));
        if (operation.function() == ActivationFunction.RELU) {
            Value last = output;
            while (program.readers(last).size() == 1 && program.readers(last).get(0) instanceof Dropout dropout) {
                last = dropout.output();
                enough.add(last);
            }
        }
        for (int i = 0; i < output.shape().size(); i++) {
            int number = i;
            Set<String> expected = new HashSet<>();
            enough.forEach(value -> expected.add(valueAt(value, number)));
            require(address(plan.value(output), output, number), expected);
        }
    }

    private void requireGradient(Value value) {
        for (int number = 0; number < value.shape().size(); number++) {
            require(address(plan.gradient(value), value, number), Set.of(gradientAt(value, number)));
        }
    }

    private void writeGradient(Value value) {
        hasGradient.add(value);
        for (int number = 0; number < value.shape().size(); number++) {
            memory.put(address(plan.gradient(value), value, number), gradientAt(value, number));
        }
    }

    private void write(Region region, String what) {
        for (long place = 0; place < region.bytes(); place += Float.BYTES) {
            memory.put(region.offset() + place, what);
        }
    }

    private void require(Region region, String what) {
        for (long place = 0; place < region.bytes(); place += Float.BYTES) {
            require(region.offset() + place, Set.of(what));
        }
    }

    private void require(long address, Set<String> expected) {
        assertThat(expected).as("%s, at %d", name, address).contains(memory.get(address));
    }

    /** Whether the host has it in memory of its own. */
    private boolean isHosts(Value value) {
        Value whole = plan.slice(value).map(Slice::whole).orElse(value);
        return value.isImages() || (!program.isTraining() && program.isOutput(whole));
    }

    /** One number of a value, of all that an image has; a join's is one of its branches'. */
    private String valueAt(Value value, int number) {
        for (Operation operation : program.operations()) {
            if (operation instanceof Concat join && join.output().equals(value)) {
                int rest = number;
                for (Value branch : join.inputs()) {
                    if (rest < branch.shape().size()) {
                        return valueAt(branch, rest);
                    }
                    rest -= branch.shape().size();
                }
            }
        }
        return value.name() + " " + number;
    }

    private static String gradientAt(Value value, int number) {
        return "gradient of " + value.name() + " " + number;
    }

    private long address(Region region, Value value, int number) {
        int pixels = value.shape().height() * value.shape().width();
        int before = plan.slice(value).map(Slice::firstChannel).orElse(0) * pixels;
        return region.offset() + (long) Float.BYTES * (before + number);
    }
}
