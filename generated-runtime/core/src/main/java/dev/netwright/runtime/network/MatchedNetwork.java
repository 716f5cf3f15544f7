package dev.netwright.runtime.network;

import dev.netwright.runtime.training.InitialWeights;

/**
 * A new network with the matching tensors of a weights file.
 *
 * @param network the network, which the caller closes
 * @param weights which tensors come from the file, and which don't match
 */
public record MatchedNetwork<N extends NeuralNetwork>(N network, InitialWeights weights) {}
