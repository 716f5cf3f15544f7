package dev.netwright.tests.parity;

import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's arrays behind an activation. */
record Nd4jTensorAccess(Object activation) implements TensorAccess {
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

    @Override
    public void multiplyGradient(double factor) {
        array("gradient").muli(factor);
    }

    private INDArray array(String part) {
        return new Hidden(activation).call(part).as(INDArray.class);
    }
}
