/**
 * The face that generated classes show to their users: training, evaluation, prediction, saving and loading.
 * What computes, learns or stores stands in its own package; here it is only put together.
 */
@NullMarked
package dev.netwright.runtime.network;

import org.jspecify.annotations.NullMarked;
