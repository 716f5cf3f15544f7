/**
 * A new training program: its names and its files, written into an empty folder. What the files say stands in templates
 * beside the classes, and nothing here compiles or runs a program.
 */
@NullMarked
package dev.netwright.commandline.project;

import org.jspecify.annotations.NullMarked;
