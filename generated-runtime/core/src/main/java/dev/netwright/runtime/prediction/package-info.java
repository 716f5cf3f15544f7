/**
 * Networks' predictions for pictures: ranked classes with probabilities, and files for submission. How predictions are
 * computed isn't known here.
 */
@NullMarked
package dev.netwright.runtime.prediction;

import org.jspecify.annotations.NullMarked;
