package dev.netwright.runtime.network;

import dev.netwright.runtime.training.InitialWeights;

/**
 * A network that has taken over what matches of a weights file.
 *
 * @param network to be closed by whoever asked for it
 * @param weights what it has from where
 */
public record MatchedNetwork<N extends Network>(N network, InitialWeights weights) {}
