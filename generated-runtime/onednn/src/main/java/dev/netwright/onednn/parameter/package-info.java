/**
 * A network's parameters in oneDNN's layouts, and the steps of optimizers over them.
 * No kernel of a layer may be here.
 */
@NullMarked
package dev.netwright.onednn.parameter;

import org.jspecify.annotations.NullMarked;
