/**
 * The API of generated classes: training, evaluation, prediction, saving and loading. Code that computes, trains or
 * stores is in its own package; this package only puts it together.
 */
@NullMarked
package dev.netwright.runtime.network;

import org.jspecify.annotations.NullMarked;
