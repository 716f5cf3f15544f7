/**
 * Layers that Java computes over whole images, where the library has no primitive for their layouts or sums: norms over channels and
 * groups, factors of channels and of images. Nothing here knows a program, or plans memory; a layer's class in the kernel package does.
 */
@NullMarked
package dev.netwright.onednn.image;

import org.jspecify.annotations.NullMarked;
