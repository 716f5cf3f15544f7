package dev.netwright.tests.kernels.reference;

/** A part of the flat vectors of values and gradients. */
record Stretch(double[] values, double[] gradients, int start, int end) {}
