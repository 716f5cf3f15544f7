/**
 * The networks that PyTorch's users have of our families, layer by layer with the names of their modules, and whether a network computes
 * what one of them does. Shapes of tensors aren't compared, since files show them; nothing of our own graph is made here.
 */
@NullMarked
package dev.netwright.processor.torch;

import org.jspecify.annotations.NullMarked;
