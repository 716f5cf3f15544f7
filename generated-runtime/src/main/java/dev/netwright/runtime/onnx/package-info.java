/**
 * Networks as ONNX files: a binding that writes down what it is asked for, and the file made of it.
 * Nothing here computes, and no network's class is known.
 */
@NullMarked
package dev.netwright.runtime.onnx;

import org.jspecify.annotations.NullMarked;
