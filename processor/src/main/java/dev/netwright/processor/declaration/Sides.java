package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A number for rows and a number for columns; they are the same if the spec has a single number.
 *
 * @param origin the attribute that holds both
 */
public record Sides(WrittenNumber height, WrittenNumber width, Origin origin) {}
