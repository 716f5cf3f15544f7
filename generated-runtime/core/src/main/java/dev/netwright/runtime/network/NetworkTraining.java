package dev.netwright.runtime.network;

import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.internal.runfolder.RunFacts;
import dev.netwright.runtime.internal.runfolder.RunFolder;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.training.InitialWeights;
import dev.netwright.runtime.training.Learner;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunInput;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.Training;

/**
 * Makes trained networks of a type: from a data set and options to what the training loop needs, and from its end to a
 * network.
 */
final class NetworkTraining<N extends NeuralNetwork> {
    private final NetworkType<N> type;
    private final NetworkFiles<N> files;

    NetworkTraining(NetworkType<N> type, NetworkFiles<N> files) {
        this.type = type;
        this.files = files;
    }

    N train(Dataset data, Training training) {
        RunInput input = listening(RunInput.of(type.input(), data, training));
        KernelSet kernels = training.kernels().orElseGet(KernelSets::preferred);
        ParameterMemory memory = type.initialized(kernels, training.initializer(), training.seed());
        try {
            training.start().ifPresent(file -> {
                InitialWeights weights = files.loadMatching(file, memory);
                input.training().listeners().forEach(listener -> listener.began(weights));
            });
            RunEnd end = Trainer.fit(learner(kernels, memory), input);
            return type.of(new NetworkState(kernels, memory, DataSignature.of(input.data()), end.toMetadata()));
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private Learner learner(KernelSet kernels, ParameterMemory memory) {
        return new Learner(
                type.identity(), type.structure(), type.images(), type.classes(), type.programs(), kernels, memory);
    }

    /** Adds the listeners that a run has by default: standard output if the options name none, and the run's folder. */
    private RunInput listening(RunInput input) {
        Training training = input.training();
        RunInput listened = training.listeners().isEmpty() ? input.listener(ConsoleReport.standard()) : input;
        return training.runFolder()
                .map(folder -> listened.listener(RunFolder.at(
                        folder, new RunFacts(type.name(), type.fingerprint(), type.card(), input.data(), training))))
                .orElse(listened);
    }
}
