/**
 * Exported networks in ONNX Runtime, beside ours.
 * What the file's parts are is the runtime's own tests' affair.
 */
@NullMarked
package dev.netwright.tests.onnx;

import org.jspecify.annotations.NullMarked;
