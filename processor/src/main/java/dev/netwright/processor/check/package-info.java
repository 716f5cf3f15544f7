/**
 * What must hold of a spec beyond the range of single values: one class per rule, each a pure function to a report.
 * No rule prints, throws, or changes what it looks at.
 */
@NullMarked
package dev.netwright.processor.check;

import org.jspecify.annotations.NullMarked;
