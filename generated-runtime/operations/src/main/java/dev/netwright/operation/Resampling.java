package dev.netwright.operation;

/**
 * A linear map of each channel's rows and columns: {@code y[n, c] = R x[n, c] C^T} with the matrices R of the rows and
 * C of the columns.
 *
 * <p>Backward: {@code gradInput[n, c] = R^T gradOutput[n, c] C}.
 *
 * @param rows R
 * @param columns C
 */
public record Resampling(SideWeights rows, SideWeights columns) {}
