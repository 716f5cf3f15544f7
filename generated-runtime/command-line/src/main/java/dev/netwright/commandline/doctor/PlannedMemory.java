package dev.netwright.commandline.doctor;

import dev.netwright.operation.Mode;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.network.NetworkType;
import java.util.Optional;

/**
 * What training a network with Adam takes: on the machine that the class names, and with the kernels at hand, which plan a batch without taking
 * memory for it.
 *
 * @param batch images in a step, at least 1
 * @param kernels those of this machine, if there are any
 */
record PlannedMemory(NetworkType<?> type, int batch, Optional<KernelSet> kernels) {
    private static final int STATES_OF_ADAM = 2;

    /** From here on a batch grows evenly. */
    private static final int LARGE_BATCH = 32;

    /** Bytes on {@link OneDnnReference#NAME}. */
    long referenceBytes() {
        return type.trainingBytes(batch, STATES_OF_ADAM);
    }

    /** Bytes with the kernels at hand; those of the reference if there are none. */
    long bytes() {
        return bytes(batch);
    }

    /** The largest batch that a limit leaves room for; 0 if not even one image fits. */
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
            // A norm refuses one image whose map is one pixel, which no memory would change.
            return type.trainingBytes(images, STATES_OF_ADAM);
        }
    }
}
