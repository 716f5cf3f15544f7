package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * {@code @LeNet} as written.
 *
 * @param activation the constant's name in {@code Nonlinearity}
 */
public record LeNetDeclaration(
        InputDeclaration input,
        Written<Integer> classes,
        Conv c1,
        Pool s2,
        Conv c3,
        Pool s4,
        List<Written<Integer>> hiddenUnits,
        String activation) {
    private static final int MOST_HIDDEN = 50;

    /** {@code @LeNet.Conv}. */
    public record Conv(int channels, Written<Integer> kernel, int stride, int padding, Origin origin) {
        private static Conv read(AttributeReader conv) {
            return new Conv(
                    conv.integer("channels", 1).value(),
                    conv.integer("kernel", 1),
                    conv.integer("stride", 1).value(),
                    conv.integer("padding", 0).value(),
                    conv.origin());
        }
    }

    /**
     * {@code @LeNet.Pool}.
     *
     * @param kind the constant's name in {@code Pooling}
     */
    public record Pool(String kind, int kernel, int stride, Origin origin) {
        private static Pool read(AttributeReader pool) {
            return new Pool(
                    pool.constant("kind"),
                    pool.integer("kernel", 1).value(),
                    pool.integer("stride", 1).value(),
                    pool.origin());
        }
    }

    /** Reads {@code @LeNet}. */
    public static LeNetDeclaration read(AttributeReader leNet) {
        return new LeNetDeclaration(
                InputDeclaration.read(leNet.nested("input")),
                leNet.integer("classes", 2),
                Conv.read(leNet.nested("c1")),
                Pool.read(leNet.nested("s2")),
                Conv.read(leNet.nested("c3")),
                Pool.read(leNet.nested("s4")),
                leNet.array("hidden", 0, MOST_HIDDEN).stream()
                        .map(hidden -> hidden.integer("units", 1))
                        .toList(),
                leNet.constant("activation"));
    }
}
