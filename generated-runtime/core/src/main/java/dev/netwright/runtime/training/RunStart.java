package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.BoundBytes;
import java.util.List;
import java.util.Optional;

/**
 * What is about to be done.
 *
 * @param device as PyTorch would name it
 * @param kernels name of the kernel set
 * @param fallbackReason a sentence on why it computes although there are faster ones; empty if there are none or it was chosen
 * @param images training images in an epoch
 * @param testImages 0 if none are evaluated
 * @param batch images in a batch
 * @param batches batches in an epoch
 * @param epochs how many
 * @param seed of the run
 * @param parameters trainable values
 * @param parameterBytes parameters, gradients and optimizer state
 * @param boundBytes what the bindings take
 * @param notes sentences on what isn't to the letter what was asked for, such as a warm-up that ends between two steps, and on classes without
 *     an image
 * @param resumption where the run goes on; empty if it begins
 */
public record RunStart(
        String device,
        String kernels,
        Optional<String> fallbackReason,
        int images,
        int testImages,
        int batch,
        int batches,
        int epochs,
        long seed,
        long parameters,
        long parameterBytes,
        BoundBytes boundBytes,
        List<String> notes,
        Optional<Resumption> resumption) {
    /** Copies the list. */
    public RunStart {
        notes = List.copyOf(notes);
    }
}
