package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.BoundBytes;

/**
 * What is about to be done.
 *
 * @param device as PyTorch would name it
 * @param kernels name of the kernel set
 * @param images training images in an epoch
 * @param testImages 0 if none are evaluated
 * @param batch images in a batch
 * @param batches batches in an epoch
 * @param epochs how many
 * @param seed of the run
 * @param parameters trainable values
 * @param parameterBytes parameters, gradients and optimizer state
 * @param boundBytes what the bindings take
 */
public record RunStart(
        String device,
        String kernels,
        int images,
        int testImages,
        int batch,
        int batches,
        int epochs,
        long seed,
        long parameters,
        long parameterBytes,
        BoundBytes boundBytes) {}
