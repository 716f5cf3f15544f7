package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.Activation;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's arrays behind an activation, which nobody outside of its kernel set has any business with. */
final class TensorAccess {
    private final Activation activation;

    TensorAccess(Activation activation) {
        this.activation = activation;
    }

    void multiplyValue(double factor) {
        array("value").muli(factor);
    }

    boolean hasGradient() {
        return read("gradientOrNull") != null;
    }

    /** Called before a backward; the result, behind it, multiplies what the backward has written or added. */
    Runnable multiplyWhatIsAdded(double factor) {
        INDArray gradient = array("gradientOrNull");
        if (!Boolean.TRUE.equals(read("accumulating"))) {
            return () -> gradient.muli(factor);
        }
        INDArray before = gradient.dup();
        return () -> {
            INDArray added = gradient.sub(before);
            gradient.addi(added.muli(factor - 1));
        };
    }

    private INDArray array(String part) {
        return (INDArray) Objects.requireNonNull(read(part), part);
    }

    private @Nullable Object read(String part) {
        try {
            Method accessor = activation.getClass().getDeclaredMethod(part);
            accessor.setAccessible(true);
            return accessor.invoke(activation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(activation + " has no " + part, e);
        }
    }
}
