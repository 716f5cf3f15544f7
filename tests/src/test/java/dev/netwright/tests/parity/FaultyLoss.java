package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.LossKernel;

/** A loss that may be off, or the gradient that it writes. */
record FaultyLoss(String kind, String name, LossKernel right, TensorAccess compared, InjectedFaults faults)
        implements LossKernel {
    @Override
    public void forward() {
        right.forward();
    }

    @Override
    public void backward() {
        boolean isOff = faults.isIn(kind + ", gradient of an input", name);
        Runnable injection = isOff ? compared.multiplyWhatIsAdded(faults.factor()) : () -> {};
        right.backward();
        injection.run();
    }

    @Override
    public double value() {
        return faults.isIn(kind + ", loss", name) ? right.value() * faults.factor() : right.value();
    }

    @Override
    public int correct() {
        return right.correct();
    }
}
