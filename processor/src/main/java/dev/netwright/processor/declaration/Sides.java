package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A number for rows and one for columns, which is the same one if a single number was written.
 *
 * @param origin the attribute that holds both
 */
public record Sides(WrittenNumber height, WrittenNumber width, Origin origin) {}
