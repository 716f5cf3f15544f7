package dev.netwright.onednn.step;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Zeros in all channels of a batch but some: stretches of each image, because blocks of channels lie one after the other. */
public final class ZeroChannels {
    private ZeroChannels() {}

    /**
     * Adds the zeros to a pass.
     *
     * @param target a plain tensor, or one in blocks with which the channels begin and end
     * @param first the number of channels before those that are left as they are
     * @param count the number of those channels
     */
    public static void add(Pass pass, Tensor target, int first, int count) {
        pass.host(
                memory -> {
                    Stretch[] stretches = stretches(target, first, count, memory);
                    return () -> {
                        for (Stretch stretch : stretches) {
                            Pointer.memset(stretch.start, 0, stretch.bytes);
                        }
                    };
                },
                target);
    }

    private record Stretch(Pointer start, long bytes) {}

    /** Those behind the channels of one image and before them in the next are one. */
    private static Stretch[] stretches(Tensor target, int first, int count, BindingMemory memory) {
        int images = Math.toIntExact(target.layout().dimensions()[0]);
        long[] dimensions = target.layout().dimensions();
        long image = target.layout().bytes() / images;
        long pixels = dimensions[2] * dimensions[3] * Float.BYTES;
        long[] ends = new long[images + 1];
        long[] starts = new long[images + 1];
        for (int i = 0; i < images; i++) {
            ends[i] = i * image + first * pixels;
            starts[i + 1] = ends[i] + count * pixels;
        }
        ends[images] = images * image;
        BytePointer start = new BytePointer(target.place().in(memory));
        return IntStream.rangeClosed(0, images)
                .filter(i -> ends[i] > starts[i])
                .mapToObj(i -> new Stretch(start.getPointer(starts[i]), ends[i] - starts[i]))
                .toArray(Stretch[]::new);
    }
}
