package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A pool with a square window and no padding, as {@code @LeNet.Pool} and its like state it.
 *
 * @param kind the constant's name in {@code Pooling}
 */
public record PoolDeclaration(String kind, int kernel, int stride, Origin origin) {
    /** Reads a pool of a known kind. */
    static PoolDeclaration read(AttributeReader pool, String kind) {
        return new PoolDeclaration(
                kind,
                pool.integer("kernel", 1).value(),
                pool.integer("stride", 1).value(),
                pool.origin());
    }
}
