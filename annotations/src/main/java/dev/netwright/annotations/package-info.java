/**
 * The spec language: annotations and enums with which a developer describes a convolutional network. Nothing here
 * computes, validates or depends on anything; the processor gives them their meaning.
 */
@NullMarked
package dev.netwright.annotations;

import org.jspecify.annotations.NullMarked;
