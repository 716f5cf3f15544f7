package dev.netwright.nd4j;

import dev.netwright.runtime.engine.optimizer.HeapVector;
import dev.netwright.runtime.kernel.ParameterVector;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;

/** A vector on a device: ND4J's operations over the whole of it. In the process's own memory, Java's loops do the same. */
final class Nd4jVector implements ParameterVector {
    private final INDArray x;
    private final Runnable onClose;

    private Nd4jVector(INDArray x, Runnable onClose) {
        this.x = x;
        this.onClose = onClose;
    }

    static ParameterVector of(FlatArray flat, Runnable onClose, BackendPolicy policy) {
        INDArray whole = flat.whole();
        return policy == BackendPolicy.CPU
                ? HeapVector.of(whole.length(), StretchUpdate.memory(whole), () -> {}, onClose)
                : new Nd4jVector(whole, onClose);
    }

    @Override
    public void combine(double own, double factor, ParameterVector other) {
        INDArray y = array(other);
        if (own == 0) {
            x.assign(y).muli(factor);
            return;
        }
        x.muli(own);
        NativeCall.legacy(new Axpy(y, x, x, factor)).run();
    }

    @Override
    public void approach(ParameterVector other, double share) {
        // As y + (1 - share) (x - y), which needs no memory beside x.
        INDArray y = array(other);
        x.subi(y).muli(1 - share).addi(y);
    }

    private INDArray array(ParameterVector other) {
        if (!(other instanceof Nd4jVector known) || known.x.length() != x.length()) {
            throw new IllegalArgumentException(
                    "expected a vector of " + x.length() + " floats of the same kernels, found " + other);
        }
        return known.x;
    }

    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public String toString() {
        return "a vector of " + x.length() + " floats";
    }
}
