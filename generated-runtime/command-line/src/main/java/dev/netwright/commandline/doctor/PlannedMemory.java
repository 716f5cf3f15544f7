package dev.netwright.commandline.doctor;

import dev.netwright.operation.Mode;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.network.NetworkType;
import java.util.Optional;

/**
 * The memory for training a network with Adam: on the reference machine of the class, and with the available kernels,
 * which plan a batch without allocating it.
 *
 * @param batch images per step, at least 1
 * @param kernels kernels of this machine, if there are any
 */
record PlannedMemory(NetworkType<?> type, int batch, Optional<KernelSet> kernels) {
    private static final int STATES_OF_ADAM = 2;

    /** For larger batches memory grows linearly. */
    private static final int LARGE_BATCH = 32;

    /** Bytes on {@link OneDnnReference#NAME}. */
    long referenceBytes() {
        return type.trainingBytes(batch, STATES_OF_ADAM);
    }

    /** Bytes with the available kernels; those of the reference without any. */
    long bytes() {
        return bytes(batch);
    }

    /** The largest batch that fits into a limit; 0 if not even one image does. */
    long largestBatch(long limit) {
        long large = bytes(LARGE_BATCH);
        if (large > limit) {
            return largestSmallBatch(limit);
        }
        long image = Math.max(1, (bytes(2 * LARGE_BATCH) - large) / LARGE_BATCH);
        return LARGE_BATCH + (limit - large) / image;
    }

    private long largestSmallBatch(long limit) {
        int fits = 0;
        int tooLarge = LARGE_BATCH;
        while (tooLarge - fits > 1) {
            int middle = (fits + tooLarge) / 2;
            if (bytes(middle) <= limit) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }

    private long bytes(int images) {
        return kernels.map(set -> bytes(set, images)).orElseGet(() -> type.trainingBytes(images, STATES_OF_ADAM));
    }

    private long bytes(KernelSet set, int images) {
        try {
            return set.plannedBytes(type.parameters(), type.programs(), Mode.TRAINING, images)
                    .trainingBytes(STATES_OF_ADAM);
        } catch (SingleValueNormException e) {
            // Batch norm rejects a single image whose map is one pixel, however much memory there is.
            return type.trainingBytes(images, STATES_OF_ADAM);
        }
    }
}
