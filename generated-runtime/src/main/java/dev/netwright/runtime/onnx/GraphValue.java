package dev.netwright.runtime.onnx;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Shape;
import org.jspecify.annotations.Nullable;

/** An activation, and what the graph calls what was last written into it. */
final class GraphValue implements Activation {
    private final Shape shape;
    private @Nullable String tensor;
    private boolean isVector;

    GraphValue(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    String tensor() {
        if (tensor == null) {
            throw new IllegalStateException("a kernel reads " + shape + " that none has written");
        }
        return tensor;
    }

    /** Whether it has two sides, images and features, and not four. */
    boolean isVector() {
        return isVector;
    }

    void written(String as, boolean asVector) {
        tensor = as;
        isVector = asVector;
    }
}
