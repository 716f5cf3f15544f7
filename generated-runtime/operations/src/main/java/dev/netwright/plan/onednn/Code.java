package dev.netwright.plan.onednn;

/**
 * The implementation that the library chooses for a request.
 *
 * @param isGenerated whether it is code generated for the sizes, instead of a copy of patches and a matrix product
 * @param in the layout of the input
 * @param weights the layout of the weights
 * @param out the layout of the output
 * @param scratchBytes the scratch memory that it needs besides its arguments
 */
record Code(boolean isGenerated, Layout in, Weights weights, Layout out, long scratchBytes) {}
