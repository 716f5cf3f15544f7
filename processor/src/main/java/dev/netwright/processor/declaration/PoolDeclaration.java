package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A pool with a square window and no padding, as in {@code @LeNet.Pool} and similar annotations.
 *
 * @param kind the constant's name in {@code Pooling}
 */
public record PoolDeclaration(Written<String> kind, WrittenNumber kernel, WrittenNumber stride, Origin origin) {
    /** Reads a max-pool. */
    static PoolDeclaration max(AttributeReader pool) {
        return read(pool, Written.of("MAX", pool.origin()));
    }

    /** Reads an average pool. */
    static PoolDeclaration average(AttributeReader pool) {
        return read(pool, Written.of("AVERAGE", pool.origin()));
    }

    /** Reads the rest of a pool whose kind is known. */
    static PoolDeclaration read(AttributeReader pool, Written<String> kind) {
        return new PoolDeclaration(kind, pool.integer("kernel", 1), pool.integer("stride", 1), pool.origin());
    }
}
