/**
 * The spec language: annotations and enums with which a developer states a convolutional network.
 * Nothing here computes, checks or depends on anything; meaning is given by the processor.
 */
@NullMarked
package dev.netwright.annotations;

import org.jspecify.annotations.NullMarked;
