package dev.netwright.tests.soak;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Trains in a process of its own, whose heap has its final size from the start, and prints the resident memory in KiB after every
 * hundredth step. Its arguments are the kernels' name, the number of epochs, and bytes to leak with each step.
 */
final class SoakRun {
    static final int BATCHES = 100;

    private static final int BATCH = 8;
    private static final int EVERY = 100;

    private SoakRun() {}

    public static void main(String[] arguments) {
        Meter meter = new Meter(Integer.parseInt(arguments[2]));
        ImageDataset images = FashionMnist.bundledTrain().first(BATCHES * BATCH).resize(8);
        Training training = Training.with(Optimizer.adam(1e-4))
                .batch(BATCH)
                .epochs(Integer.parseInt(arguments[1]))
                .test(images.first(BATCH))
                .kernels(KernelSets.named(arguments[0]))
                .listener(meter);
        SmallStages.train(images, training).close();
        System.out.println(String.join(" ", meter.sizes));
    }

    private static final class Meter implements TrainingListener {
        private final int leakedBytes;
        private final List<String> sizes = new ArrayList<>();
        private final List<Pointer> leaked = new ArrayList<>();
        private int steps;

        Meter(int leakedBytes) {
            this.leakedBytes = leakedBytes;
        }

        @Override
        public void stepped(StepEnd step) {
            if (leakedBytes > 0) {
                leaked.add(new BytePointer(leakedBytes).fill(1));
            }
            if (++steps % EVERY == 0) {
                sizes.add(Long.toString(ResidentMemory.kibibytes()));
            }
        }
    }
}
