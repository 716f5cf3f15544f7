package dev.netwright.runtime.onnx;

import dev.netwright.operation.Shape;

/**
 * A value as the graph names it.
 *
 * @param shape of one image's values
 * @param tensor its name in the graph
 * @param isVector whether it has two sides, images and features, and not four
 */
record GraphValue(Shape shape, String tensor, boolean isVector) {}
