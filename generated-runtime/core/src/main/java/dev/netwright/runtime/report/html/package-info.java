/**
 * What a run looks like as a page: curves, confusion, classes, mistakes and the network's card in one file that works offline.
 * It is made of numbers that others measured; where the page is put, and when, isn't known here.
 */
@NullMarked
package dev.netwright.runtime.report.html;

import org.jspecify.annotations.NullMarked;
