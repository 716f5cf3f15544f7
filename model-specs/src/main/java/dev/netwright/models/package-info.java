/**
 * Ready-made networks, one package for each family and one for exercises: every spec names its paper or what it reproduces.
 * Only specs stand here; what javac makes of them is this artifact's whole content.
 */
@NullMarked
package dev.netwright.models;

import org.jspecify.annotations.NullMarked;
