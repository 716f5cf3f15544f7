package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.TrainingKernel;
import java.util.List;
import java.util.stream.IntStream;

/** A kernel whose output may be off, or what its backward gives to an input. */
record FaultyKernel(FaultyForward faulty, TrainingKernel right, List<TensorAccess> inputs) implements TrainingKernel {
    @Override
    public void forward() {
        faulty.forward();
    }

    @Override
    public void backward() {
        List<Runnable> injections = IntStream.range(0, inputs.size())
                .filter(position -> inputs.get(position).hasGradient() && isOff(position))
                .mapToObj(position ->
                        inputs.get(position).multiplyWhatIsAdded(faulty.faults().factor()))
                .toList();
        right.backward();
        injections.forEach(Runnable::run);
    }

    private boolean isOff(int position) {
        return faulty.faults().isIn(faulty.kind() + ", gradient of an input", faulty.layer() + " " + position);
    }
}
