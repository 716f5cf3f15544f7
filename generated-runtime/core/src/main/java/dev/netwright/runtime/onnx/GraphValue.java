package dev.netwright.runtime.onnx;

import dev.netwright.operation.Shape;

/**
 * A value in the graph.
 *
 * @param shape shape of one image's values
 * @param tensor the value's name in the graph
 * @param isVector whether it has two dimensions (images and features) instead of four
 */
record GraphValue(Shape shape, String tensor, boolean isVector) {}
