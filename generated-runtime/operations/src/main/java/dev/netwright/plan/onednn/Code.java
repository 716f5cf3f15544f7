package dev.netwright.plan.onednn;

/**
 * What the library answers a request with.
 *
 * @param isGenerated whether it is generated for the sizes, else a product of matrices behind a copy of patches
 * @param scratchBytes of the room that it wants beside its arguments
 */
record Code(boolean isGenerated, Layout in, Weights weights, Layout out, long scratchBytes) {}
