/**
 * Pictures: decoding of files to planes of bytes, and deterministic steps from planes to other planes and values, as
 * Pillow and torchvision do them. File names, classes and networks aren't known here.
 */
@NullMarked
package dev.netwright.runtime.picture;

import org.jspecify.annotations.NullMarked;
