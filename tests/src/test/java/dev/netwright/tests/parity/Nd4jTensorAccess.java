package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.InferenceKernel;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's arrays behind a value. */
record Nd4jTensorAccess(Object activation) implements TensorAccess {
    /** What a kernel reads and, last, what it writes. */
    static List<TensorAccess> of(InferenceKernel kernel) {
        List<?> tensors = new Hidden(kernel).call("tensors").as(List.class);
        return tensors.stream().<TensorAccess>map(Nd4jTensorAccess::new).toList();
    }

    @Override
    public void multiplyValue(double factor) {
        array("value").muli(factor);
    }

    @Override
    public boolean hasGradient() {
        return new Hidden(activation).call("hasGradient").as(Boolean.class);
    }

    @Override
    public Runnable multiplyWhatIsAdded(double factor) {
        INDArray gradient = array("gradient");
        if (!new Hidden(activation).call("accumulating").as(Boolean.class)) {
            return () -> gradient.muli(factor);
        }
        INDArray before = gradient.dup();
        return () -> {
            INDArray added = gradient.sub(before);
            gradient.addi(added.muli(factor - 1));
        };
    }

    private INDArray array(String part) {
        return new Hidden(activation).call(part).as(INDArray.class);
    }
}
