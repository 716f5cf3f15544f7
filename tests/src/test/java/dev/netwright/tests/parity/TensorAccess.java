package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.InferenceKernel;
import java.util.List;

/** A value and its gradient between kernels, which nobody outside of their kernel set has any business with. */
interface TensorAccess {
    /** What a bound kernel reads and, last, what it writes. */
    static List<TensorAccess> of(InferenceKernel kernel) {
        Hidden hidden = new Hidden(kernel);
        List<?> tensors = hidden.call("tensors").as(List.class);
        boolean isOneDnn = kernel.getClass().getPackageName().contains("onednn");
        return tensors.stream()
                .<TensorAccess>map(tensor ->
                        isOneDnn ? new OneDnnTensorAccess(tensor, hidden.call("memory")) : new Nd4jTensorAccess(tensor))
                .toList();
    }

    /** Multiplies the value that a forward has computed. */
    void multiplyValue(double factor);

    /** Whether a backward writes its gradient. */
    boolean hasGradient();

    /** Called before a backward; the result, behind it, multiplies what the backward has written or added. */
    Runnable multiplyWhatIsAdded(double factor);

    /** Multiplies the gradient that a loss has written. */
    void multiplyGradient(double factor);
}
