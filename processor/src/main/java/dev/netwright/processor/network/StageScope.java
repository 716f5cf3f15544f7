package dev.netwright.processor.network;

import dev.netwright.processor.declaration.StageDeclaration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The stages of one interface so far, by name: those of the network, or those of one repetition of a block. */
final class StageScope {
    private final String prefix;
    private final Map<String, String> outputs = new HashMap<>();

    /**
     * A scope without stages.
     *
     * @param prefix what the names of its layers begin with: {@code layer1.0.}, or nothing
     * @param input the node that the first stage reads
     */
    StageScope(String prefix, String input) {
        this.prefix = prefix;
        outputs.put(StageDeclaration.INPUT, input);
    }

    /** What the names of its layers begin with. */
    String prefix() {
        return prefix;
    }

    /** The node that computes a stage's output; empty if there is no such stage yet. */
    Optional<String> output(String stage) {
        return Optional.ofNullable(outputs.get(stage));
    }

    /** Adds a stage. */
    void add(String stage, String output) {
        outputs.put(stage, output);
    }
}
