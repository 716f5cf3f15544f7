package dev.netwright.tests.reports;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;

/** The run whose report {@code docs/reports.md} shows: a program that a person starts; its argument is the run's folder. */
public final class ReportedRun {
    private ReportedRun() {}

    /** Trains for six epochs on all of Fashion-MNIST. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        // docs/reports.md: from here
        Training training = Training.with(Optimizer.adam(0.003))
                .epochs(6)
                .batch(256)
                .test(FashionMnist.test())
                .runFolder(folder);
        try (BatchNormLeNet28 network = BatchNormLeNet28.train(FashionMnist.train(), training)) {
            network.save(folder.resolve("lenet.safetensors"));
        }
        // to here
    }
}
