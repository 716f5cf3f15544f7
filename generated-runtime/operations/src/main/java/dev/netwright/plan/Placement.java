package dev.netwright.plan;

import dev.netwright.operation.Concat;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that are computed directly inside a concatenated value. A branch whose last reader is a concatenation lies
 * in its channels of the result, and so does a concatenation that another one reads last: a dense block is one buffer
 * that grows to its full width. The images, which the host writes, and the values that losses read have memory of their
 * own.
 */
final class Placement {
    private final Map<Value, Slice> slices = new LinkedHashMap<>();
    private final Set<Value> wholes = new LinkedHashSet<>();

    private Placement() {}

    /** Every value has memory of its own, so that concatenation copies. */
    static Placement apart() {
        return new Placement();
    }

    static Placement of(Program program) {
        Placement placement = new Placement();
        List<Operation> operations = program.operations();
        // From the last concatenation backwards, so that its own place is known before its branches are placed.
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (operations.get(i) instanceof Concat concat) {
                int channel = 0;
                for (Value branch : concat.inputs()) {
                    if (!program.isOutput(branch)
                            && placement.isFree(branch, operations.subList(i + 1, operations.size()))) {
                        placement.place(branch, concat.output(), channel);
                    }
                    channel += branch.shape().channels();
                }
            }
        }
        return placement;
    }

    /** The slice in which a value lies; empty if the value has memory of its own. */
    Optional<Slice> slice(Value value) {
        return Optional.ofNullable(slices.get(value));
    }

    /** The value whose memory contains a value, which may be itself. */
    Value whole(Value value) {
        return slice(value).map(Slice::whole).orElse(value);
    }

    /** Whether a value lies in another or contains others, so that nothing can overwrite it. */
    boolean isShared(Value value) {
        return slices.containsKey(value) || wholes.contains(value);
    }

    private boolean isFree(Value branch, List<Operation> later) {
        return !branch.isImages()
                && !slices.containsKey(branch)
                && later.stream().noneMatch(operation -> operation.inputs().contains(branch));
    }

    private void place(Value branch, Value join, int channel) {
        int offset = slice(join).map(Slice::firstChannel).orElse(0);
        slices.put(branch, new Slice(whole(join), offset + channel));
        wholes.add(whole(join));
    }
}
