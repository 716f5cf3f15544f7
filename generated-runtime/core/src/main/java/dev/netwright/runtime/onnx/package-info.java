/**
 * Networks as ONNX files: a walk over an inference program that writes a node for each operation. Nothing here
 * computes, and no network's class is known.
 */
@NullMarked
package dev.netwright.runtime.onnx;

import org.jspecify.annotations.NullMarked;
