/**
 * The files that a run leaves in a folder: configuration, metrics as a table and for TensorBoard, and a report page.
 * Decides which files exist and when they are written; the page's design and TensorBoard's format aren't known here.
 */
@NullMarked
package dev.netwright.runtime.internal.runfolder;

import org.jspecify.annotations.NullMarked;
