/**
 * Java's pictures and their bytes: from a file's content to planes, and from planes to other planes and numbers by steps that
 * are always the same, as Pillow and torchvision do them. Nothing here knows files' names, classes of pictures or networks.
 */
@NullMarked
package dev.netwright.runtime.picture;

import org.jspecify.annotations.NullMarked;
