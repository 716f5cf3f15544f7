/**
 * PyTorch's counterparts of our families, layer by layer with the names of their modules, and their comparison with a
 * network. Shapes of tensors aren't compared, because files contain them; nothing here changes our own graph.
 */
@NullMarked
package dev.netwright.processor.torch;

import org.jspecify.annotations.NullMarked;
