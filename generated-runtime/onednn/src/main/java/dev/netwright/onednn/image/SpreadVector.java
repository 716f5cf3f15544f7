package dev.netwright.onednn.image;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.HostVector;
import dev.netwright.onednn.memory.Tensor;

/** A parameter with one number for each channel, in all places of a whole chunk that belong to the channel. */
final class SpreadVector {
    private final Chunks chunks;
    private final HostVector vector;
    private final float[] values;

    private SpreadVector(Chunks chunks, HostVector vector) {
        this.chunks = chunks;
        this.vector = vector;
        values = new float[chunks.values()];
    }

    static SpreadVector of(Tensor parameter, Chunks chunks, BindingMemory memory) {
        return new SpreadVector(chunks, HostVector.of(parameter, memory));
    }

    /** Takes the parameter as it is now. */
    void read() {
        Stretches images = chunks.images();
        Lanes.spreadChannels(vector.read(), images.count(), images.width(), chunks.pixels(), values);
    }

    float[] values() {
        return values;
    }

    /** Where the numbers of a stretch begin. */
    int start(int stretch) {
        return stretch * chunks.pixels() * chunks.images().width();
    }
}
