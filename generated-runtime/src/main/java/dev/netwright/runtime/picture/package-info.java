/**
 * Java's pictures and their bytes: from a file's content to planes, and from planes to planes of another size, as Pillow
 * does it. Nothing here knows files' names, classes of pictures or networks.
 */
@NullMarked
package dev.netwright.runtime.picture;

import org.jspecify.annotations.NullMarked;
