package dev.netwright.processor.network;

/**
 * An additional classifier that only training has.
 *
 * @param logits name of its last node
 * @param weight of its loss relative to the last classifier's, above 0
 */
public record AuxiliaryHead(String logits, double weight) {}
