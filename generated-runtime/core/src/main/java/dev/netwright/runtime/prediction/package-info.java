/**
 * What networks answered about pictures: ranked classes with probabilities, and the files they are handed in as.
 * How an answer is computed isn't known here.
 */
@NullMarked
package dev.netwright.runtime.prediction;

import org.jspecify.annotations.NullMarked;
