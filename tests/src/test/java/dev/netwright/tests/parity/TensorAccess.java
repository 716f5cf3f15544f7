package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.InferenceKernel;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's arrays behind a value, which nobody outside of its kernel set has any business with. */
final class TensorAccess {
    private final Object activation;

    private TensorAccess(Object activation) {
        this.activation = activation;
    }

    /** What a kernel reads and, last, what it writes. */
    static List<TensorAccess> of(InferenceKernel kernel) {
        List<?> tensors = (List<?>) Objects.requireNonNull(read(kernel, "tensors"));
        return tensors.stream().map(TensorAccess::new).toList();
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

    void multiplyGradient(double factor) {
        array("gradientOrNull").muli(factor);
    }

    private INDArray array(String part) {
        return (INDArray) Objects.requireNonNull(read(part), part);
    }

    private @Nullable Object read(String part) {
        return read(activation, part);
    }

    private static @Nullable Object read(Object owner, String part) {
        try {
            Method accessor = owner.getClass().getDeclaredMethod(part);
            accessor.setAccessible(true);
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner + " has no " + part, e);
        }
    }
}
