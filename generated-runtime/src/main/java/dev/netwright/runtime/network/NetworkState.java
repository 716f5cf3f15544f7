package dev.netwright.runtime.network;

import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;

/**
 * What a network holds beside its type.
 *
 * @param kernels what computes it
 * @param parameters its weights
 * @param signature names of the classes in the order of the logits, and what turns a picture into its input
 */
public record NetworkState(KernelSet kernels, ParameterMemory parameters, DataSignature signature) {}
