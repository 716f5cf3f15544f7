package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.machine.ThreadLoad;
import dev.netwright.runtime.training.MemoryCheck;
import dev.netwright.runtime.training.OutputPass;
import java.util.function.Supplier;

/** Runs a whole dataset through a network, in batches and in memory of its own, which is freed at the end. */
final class DatasetPass {
    private static final int LARGEST_BATCH = 64;

    private final NetworkType<?> type;
    private final BatchMemory memory;

    DatasetPass(NetworkType<?> type, BatchMemory memory) {
        this.type = type;
        this.memory = memory;
    }

    /** Receives the target and the output of each image, in the dataset's order. */
    @FunctionalInterface
    interface Visitor {
        /**
         * One image. Its target is in {@code targets} from {@code first} on, its output in {@code output} from {@code offset} on: the
         * network's, or a stage's values.
         */
        void image(int index, float[] targets, int first, float[] output, int offset);
    }

    /**
     * Visits every image with its logits.
     *
     * @throws IllegalStateException if the network's output is NaN or infinite
     */
    void forEach(Dataset data, Visitor visitor) {
        forEach(type.whole(), data, visitor);
    }

    /**
     * Visits every image with the output of a pass.
     *
     * @throws IllegalStateException if it is NaN or infinite
     */
    void forEach(ForwardPass pass, Dataset data, Visitor visitor) {
        int batch = MemoryCheck.largestBatch(Math.min(LARGEST_BATCH, data.size()), size -> memory.bytes(pass, size));
        ThreadLoad.during(() -> {
            try (Workspace workspace = memory.planned(pass, batch)) {
                OutputPass.forEach(
                        workspace.inference(batch), data, pass.size(), new Counting(type, pass.size(), visitor));
                return batch;
            }
        });
    }

    /**
     * Rejects an output with a NaN or an infinity.
     *
     * @param image names the image in the message
     * @throws IllegalStateException if a number is NaN or infinite
     */
    static void requireNumbers(String network, Supplier<String> image, float[] logits, int offset, int classes) {
        for (int k = offset; k < offset + classes; k++) {
            if (!Float.isFinite(logits[k])) {
                throw new IllegalStateException(
                        network + " must give finite numbers, found " + logits[k] + " for " + image.get()
                                + "; load weights from before the loss became NaN, or train it again with a smaller learning rate");
            }
        }
    }

    /** Numbers the images. */
    private static final class Counting implements OutputPass.Visitor {
        private final NetworkType<?> type;
        private final int size;
        private final Visitor visitor;
        private int index;

        Counting(NetworkType<?> type, int size, Visitor visitor) {
            this.type = type;
            this.size = size;
            this.visitor = visitor;
        }

        @Override
        public void image(float[] targets, int first, float[] outputs, int offset) {
            requireNumbers(type.name(), () -> "image " + index, outputs, offset, size);
            visitor.image(index++, targets, first, outputs, offset);
        }
    }
}
