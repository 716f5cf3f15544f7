package dev.netwright.processor.network;

/**
 * A classifier beside the last one, which only training has.
 *
 * @param logits name of its last node
 * @param weight of its loss beside the last classifier's, above 0
 */
public record AuxiliaryHead(String logits, double weight) {}
