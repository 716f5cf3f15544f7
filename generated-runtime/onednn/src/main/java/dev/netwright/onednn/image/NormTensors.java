package dev.netwright.onednn.image;

import dev.netwright.onednn.memory.Tensor;

/**
 * A norm's parameters and their gradients.
 *
 * @param gamma the factor of each channel
 * @param beta the offset of each channel
 * @param gammaGradient where backward writes the gradient of gamma; gamma itself in an inference program
 * @param betaGradient where backward writes the gradient of beta; beta itself in an inference program
 */
public record NormTensors(Tensor gamma, Tensor beta, Tensor gammaGradient, Tensor betaGradient) {}
