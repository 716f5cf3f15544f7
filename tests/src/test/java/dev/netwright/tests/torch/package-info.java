/**
 * Weights that come from PyTorch and go there, held to what PyTorch itself says: names, shapes and logits.
 * No test runs PyTorch; what it said lies in {@code src/test/resources/torch}, and {@code src/test/python} has the script.
 */
@NullMarked
package dev.netwright.tests.torch;

import org.jspecify.annotations.NullMarked;
