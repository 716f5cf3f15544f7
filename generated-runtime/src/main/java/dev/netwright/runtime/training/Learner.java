package dev.netwright.runtime.training;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Shape;

/**
 * What the training loop needs of a network.
 *
 * @param name for messages
 * @param images shape of one image
 * @param classes number of classes
 * @param programs its two programs
 * @param kernels what computes them
 * @param parameters initialized, made by the same kernel set
 */
public record Learner(
        String name, Shape images, int classes, Programs programs, KernelSet kernels, ParameterMemory parameters) {}
