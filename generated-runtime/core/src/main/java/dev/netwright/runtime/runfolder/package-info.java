/**
 * What a run leaves in a folder: its configuration, its numbers as a table and for TensorBoard, and a page to look at.
 * Here is decided which files there are and when they are written; how the page looks and how TensorBoard's files are made isn't known here.
 */
@NullMarked
package dev.netwright.runtime.runfolder;

import org.jspecify.annotations.NullMarked;
