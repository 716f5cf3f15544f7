package dev.netwright.runtime.network;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.runtime.kernel.Programs;
import java.util.List;

/** What a network computes of a batch of images: all of it, or the part up to a stage. Two passes are never equal. */
final class ForwardPass {
    private final Programs programs;
    private final Value output;

    private ForwardPass(Programs programs, Value output) {
        this.programs = programs;
        this.output = output;
    }

    static ForwardPass whole(Programs programs) {
        return new ForwardPass(programs, programs.layers().output());
    }

    /**
     * The part up to a value.
     *
     * @throws IllegalArgumentException if no layer of the network computes the value
     */
    static ForwardPass through(NetworkLayers network, Value value) {
        return new ForwardPass(Programs.ofPart(network.through(value)), value);
    }

    Programs programs() {
        return programs;
    }

    /** The layer whose output this is. */
    String layer() {
        return output.name();
    }

    /** The shape of one image's output: channels, rows and columns, or a vector's length. */
    List<Integer> shape() {
        Shape shape = output.shape();
        return output.isVector() ? List.of(shape.channels()) : List.of(shape.channels(), shape.height(), shape.width());
    }

    /** Values of one image's output. */
    int size() {
        return output.shape().size();
    }
}
