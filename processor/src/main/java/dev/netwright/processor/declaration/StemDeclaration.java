package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @Stem}.
 *
 * @param pool at most one
 */
public record StemDeclaration(ConvolutionDeclaration conv, boolean isDeep, Written<List<Pool>> pool) {
    /** {@code @Stem.Pool}. */
    public record Pool(WrittenNumber kernel, WrittenNumber stride, WrittenNumber padding, Origin origin) {
        private static Pool read(AttributeReader pool) {
            return new Pool(
                    pool.integer("kernel", 1), pool.integer("stride", 1), pool.integer("padding", 0), pool.origin());
        }
    }

    static StemDeclaration read(AttributeReader stem) {
        return new StemDeclaration(
                ConvolutionDeclaration.read(stem), stem.flag("deep").value(), stem.array("pool", 0, 1, Pool::read));
    }
}
