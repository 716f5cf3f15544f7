package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.BoundBytes;
import java.util.List;
import java.util.Optional;

/**
 * A run that is about to start.
 *
 * @param device the device by PyTorch's name, such as {@code cpu}
 * @param kernels name of the kernel set
 * @param fallbackReason a sentence on why a faster kernel set isn't used; empty if there is none or the set was chosen
 *     explicitly
 * @param images number of training images
 * @param testImages number of test images; 0 if there are none
 * @param batch images in a step
 * @param batches steps in an epoch
 * @param epochs number of epochs
 * @param seed seed of the run
 * @param parameters number of trainable parameters
 * @param parameterBytes memory of parameters, gradients and optimizer state, in bytes
 * @param boundBytes memory of the bound kernels, in bytes
 * @param notes sentences on deviations from the options, such as a warm-up that ends between two steps, and on classes
 *     without an image
 * @param resumption facts about the resumed run; empty if the run starts
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
    /**
     * Copies the list.
     *
     * @param device the device by PyTorch's name, such as {@code cpu}
     * @param kernels name of the kernel set
     * @param fallbackReason a sentence on why a faster kernel set isn't used; empty if there is none or the set was
     *     chosen explicitly
     * @param images number of training images
     * @param testImages number of test images; 0 if there are none
     * @param batch images in a step
     * @param batches steps in an epoch
     * @param epochs number of epochs
     * @param seed seed of the run
     * @param parameters number of trainable parameters
     * @param parameterBytes memory of parameters, gradients and optimizer state, in bytes
     * @param boundBytes memory of the bound kernels, in bytes
     * @param notes sentences on deviations from the options, such as a warm-up that ends between two steps, and on
     *     classes without an image
     * @param resumption facts about the resumed run; empty if the run starts
     */
    public RunStart {
        notes = List.copyOf(notes);
    }
}
