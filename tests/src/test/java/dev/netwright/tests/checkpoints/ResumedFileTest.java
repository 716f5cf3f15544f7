package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.nd4j.adapter.Nd4jOptimizer;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.schedule.ReduceOnPlateau;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.KeptEpoch;
import dev.netwright.runtime.training.LossAveraging;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.ResumeException;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.SavedTensors;
import dev.netwright.runtime.training.Training;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** The file that a run continues from: damaged, missing, a link, another run's, or an earlier version's. */
final class ResumedFileTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(40).resize(12);
    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(20).resize(12);

    private static final ImageDataset AUGMENTED = FashionMnist.bundledTrain()
            .first(40)
            .augmented(HorizontalFlip.withProbability(0.5))
            .resize(12);
    private static final ExpectedNetwork EXPECTED = new ExpectedNetwork(
            new NetworkIdentity(TinyNet.TYPE.name(), TinyNet.TYPE.fingerprint()),
            SavedTensors.shapes(TinyNet.TYPE.parameters()));

    @TempDir
    private Path folder;

    private static Training training() {
        return Training.with(Optimizer.adam(1e-3)).batch(16).epochs(2).seed(7).test(TEST);
    }

    private Training saved() {
        return training().checkpoints(folder).listener(Recorded.run());
    }

    private Path last() {
        return Checkpoints.in(folder).last();
    }

    private Path best() {
        return Checkpoints.in(folder).best();
    }

    private void run() {
        TinyNet.train(IMAGES, saved()).close();
    }

    /** Each bit of damage used to be compared with the run, so that a flipped letter of a key was another run's. */
    @Test
    void whateverByteOfACheckpointIsDamagedItIsDamageAndNotAnotherRun() throws IOException {
        run();
        byte[] whole = Files.readAllBytes(last());
        Set<String> endings = new TreeSet<>();
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(last(), damaged);
            try {
                CheckpointFile.verifiedState(last(), EXPECTED);
                throw new AssertionError("byte " + i + " was changed, and nobody noticed");
            } catch (MalformedWeightsException e) {
                endings.add(String.valueOf(e.getMessage()).replaceAll("(?s).*\\. ", ""));
            }
        }
        assertThat(endings).isNotEmpty();
        assertThat(endings).noneMatch(ending -> ending.contains("resume with the same value"));
    }

    @Test
    void aDamagedCheckpointIsRefusedWithTheBestOneAsTheWayOut() throws IOException {
        run();
        byte[] damaged = Files.readAllBytes(last());
        int key = new String(damaged, StandardCharsets.ISO_8859_1).indexOf("training.run.batch");
        damaged[key + "training.run.".length()] ^= 1;
        Files.write(last(), damaged);
        assertThatThrownBy(() -> TinyNet.train(IMAGES, saved().resume()))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("The file is damaged")
                .hasMessageContaining("The best checkpoint beside it, " + best()
                        + ", is intact: resume the run after epoch 1 with resumeFrom(file).");
        assertThat(Files.readAllBytes(last())).as("is left for a look").isEqualTo(damaged);

        try (NeuralNetwork resumed = TinyNet.train(IMAGES, saved().resumeFrom(best()));
                NeuralNetwork expected = TinyNet.train(IMAGES, training().listener(Recorded.run()))) {
            assertThat(Recorded.tensors(resumed)).isEqualTo(Recorded.tensors(expected));
        }
        TinyNet.train(IMAGES, saved().resume()).close();
    }

    @Test
    void aDamagedCheckpointBesideAnotherIsAllThatThereIs() throws IOException {
        run();
        Files.writeString(last(), "nothing");
        Files.writeString(best(), "nothing either");
        assertThatThrownBy(() -> TinyNet.train(IMAGES, saved().resume()))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContaining("The best checkpoint beside it can't be resumed either");
    }

    @Test
    void aLinkThatLeadsNowhereIsNoNewRun() throws IOException {
        run();
        Path moved = folder.resolve("moved.safetensors");
        Files.move(last(), moved);
        Files.createSymbolicLink(last(), moved);
        TinyNet.train(IMAGES, saved().epochs(3).resume()).close();
        Files.delete(last());
        Files.createSymbolicLink(last(), folder.resolve("gone.safetensors"));
        for (Training training : List.of(saved(), saved().resume())) {
            assertThatThrownBy(() -> TinyNet.train(IMAGES, training))
                    .hasMessage("checkpoint " + last() + " is a link to " + folder.resolve("gone.safetensors")
                            + ", which doesn't exist; restore that file, or remove the link to start a new run");
        }
        assertThat(last()).isSymbolicLink();
    }

    @Test
    void whereTheLastCheckpointWasTakenAwayTheBestOneIsResumed() throws IOException {
        run();
        Files.delete(last());
        assertThatThrownBy(() -> TinyNet.train(IMAGES, saved()))
                .hasMessageContaining(best() + " is the checkpoint of another run, and a new run would overwrite it");
        Recorded rest = Recorded.run();
        TinyNet.train(IMAGES, saved().resume().listener(rest)).close();
        assertThat(rest.start()
                        .orElseThrow()
                        .resumption()
                        .orElseThrow()
                        .checkpoint()
                        .file())
                .isEqualTo(best());
    }

    @Test
    void noRunIsSavedOverAnother() throws IOException {
        run();
        byte[] before = Files.readAllBytes(last());
        Path other = folder.resolve("other");
        TinyNet.train(IMAGES, training().seed(8).checkpoints(other).listener(Recorded.run()))
                .close();
        Path resumed = Checkpoints.in(other).last();
        assertThatThrownBy(() -> TinyNet.train(IMAGES, saved().seed(8).epochs(3).resumeFrom(resumed)))
                .hasMessageContaining(resumed.toString())
                .hasMessageContaining(last() + " is the checkpoint of another run");
        assertThat(Files.readAllBytes(last())).isEqualTo(before);
        // The folder's own, by another path.
        Path sameFolder = other.resolve("..").resolve("last.safetensors");
        TinyNet.train(IMAGES, saved().epochs(3).resumeFrom(sameFolder)).close();
    }

    private static final class Halving implements ISchedule {
        private static final long serialVersionUID = 1L;

        private final double first;

        Halving(double first) {
            this.first = first;
        }

        @Override
        public double valueAt(int iteration, int epoch) {
            return first / (1 << epoch);
        }

        @Override
        public ISchedule clone() {
            return new Halving(first);
        }
    }

    @Test
    void aScheduleOfOnesOwnIsComparedByItsContent() {
        Path run = folder.resolve("run");
        for (int epochs = 1; epochs <= 2; epochs++) {
            TinyNet.train(IMAGES, halving(0.01).epochs(epochs).checkpoints(run)).close();
        }
        assertThatThrownBy(() -> TinyNet.train(IMAGES, halving(0.02).epochs(3).checkpoints(run)))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("Halving(first=0.01)")
                .hasMessageContaining("Halving(first=0.02)");
    }

    private static Training halving(double first) {
        return Training.with(Nd4jOptimizer.of(new RmsProp(new Halving(first))))
                .batch(16)
                .resume()
                .listener(Recorded.run());
    }

    @Test
    void aCheckpointOfVersion01IsResumedAndSaysWhatItDoesNot() throws IOException {
        copy("version-0.1-adam.safetensors");
        Recorded rest = Recorded.run();
        TinyNet.train(IMAGES, training().epochs(3).checkpoints(folder).resume().listener(rest))
                .close();
        assertThat(rest.start().orElseThrow().resumption().orElseThrow().differences())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("not compared, because an earlier version wrote the checkpoint")
                        .contains("learning rate", "class names", "images' content", "test images", "epochs"));
        assertThat(rest.epochs()).singleElement().asString().startsWith("3 ");
        // From now on it is one of this version.
        assertThatThrownBy(() -> TinyNet.train(
                        IMAGES,
                        Training.with(Optimizer.adam(2e-3))
                                .batch(16)
                                .epochs(4)
                                .seed(7)
                                .test(TEST)
                                .checkpoints(folder)
                                .resume()))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("learning rate");
        copy("version-0.1-adam.safetensors");
        assertThatThrownBy(() -> TinyNet.train(
                        IMAGES, training().seed(8).checkpoints(folder).resume()))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("seed 7, found 8");
    }

    /** Of ND4J's optimizers version 0.1 saved the {@code toString}, and its best epoch wasn't that of early stopping. */
    @Test
    void nd4jsOptimizersOfVersion01AreKnownAgain() throws IOException {
        copy("version-0.1-rmsprop.safetensors");
        Recorded rest = Recorded.run();
        TinyNet.train(IMAGES, rmsProp(0.5).listener(rest)).close();
        assertThat(rest.start().orElseThrow().resumption().orElseThrow().differences())
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith(
                                        "the best epoch so far was 1 by test accuracy, and this run compares epochs by test loss"));
        copy("version-0.1-rmsprop.safetensors");
        assertThatThrownBy(() -> TinyNet.train(IMAGES, rmsProp(0.4)))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("decayRate=0.4");
    }

    /** Both were written before options stood in one list. */
    @ParameterizedTest
    @ValueSource(strings = {"every-option", "plain"})
    void everyTermOfAnEarlierCheckpointIsReadUnderItsNameAndByItsText(String run) throws IOException {
        copy("terms-2-" + run + ".safetensors");
        Map<String, String> before = terms();
        Training training = run.equals("plain") ? plain() : everyOption();
        Recorded rest = Recorded.run();
        TinyNet.train(AUGMENTED, training.checkpoints(folder).resume().listener(rest))
                .close();
        assertThat(rest.start().orElseThrow().resumption().orElseThrow().differences())
                .noneMatch(line -> line.contains("not compared"));
        assertThat(before).hasSizeGreaterThan(20).containsEntry("epochs", "2");
        before.put("epochs", "3");
        if (run.equals("plain")) {
            before.put("optimizer", "RmsProp[alpha=0.95, epsilon=1.0E-8, momentum=0.0]");
        }
        // Options that didn't exist then had one value in every run.
        RunOptions.ALL.stream()
                .flatMap(option -> option.resume().terms().stream())
                .forEach(term -> term.absent().ifPresent(value -> before.putIfAbsent(term.name(), value)));
        assertThat(terms()).isEqualTo(before);
    }

    /** ND4J had its own formula, so that the run goes on as another would: the reader is shown that. */
    @Test
    void aRunThatNd4jsOptimizerBeganGoesOnByOurRuleWithItsStates() throws IOException {
        copy("terms-2-plain.safetensors");
        Optimizer ours = Optimizer.of(new UpdateRule.RmsProp(0.95, 1e-8, 0), 1e-3);
        Recorded rest = Recorded.run();
        TinyNet.train(AUGMENTED, plain(ours).checkpoints(folder).resume().listener(rest))
                .close();
        assertThat(rest.start().orElseThrow().resumption().orElseThrow().differences())
                .contains(
                        "not bit-equal to a run without a stop: the optimizer was computed by ND4J and is by PyTorch's formula");
        copy("terms-2-plain.safetensors");
        for (Optimizer other : List.of(
                Optimizer.of(new UpdateRule.RmsProp(0.9, 1e-8, 0), 1e-3),
                Optimizer.of(new UpdateRule.RmsProp(0.95, 1e-8, 0), 2e-3))) {
            assertThatThrownBy(() -> TinyNet.train(
                            AUGMENTED, plain(other).checkpoints(folder).resume()))
                    .isInstanceOf(ResumeException.class);
        }
    }

    private Map<String, String> terms() {
        return CheckpointFile.verifiedState(last(), EXPECTED).under("run.");
    }

    private static Training plain() {
        return plain(Nd4jOptimizer.of(new RmsProp(1e-3)));
    }

    private static Training plain(Optimizer optimizer) {
        return Training.with(optimizer).epochs(3).batch(16);
    }

    private static Training everyOption() {
        return Training.with(Optimizer.sgd(0.05)
                        .momentum(0.9)
                        .weightDecay(1e-4)
                        .withoutDecayOfBiasesAndNorms()
                        .schedule(Schedule.step(30, 0.1)))
                .epochs(3)
                .batch(15)
                .dropLastBatch()
                .seed(7)
                .initializer(Initializer.HE_NORMAL)
                .lossAveraging(LossAveraging.BATCHES)
                .test(TEST)
                .best(Metric.TEST_LOSS)
                .keep(KeptEpoch.LAST)
                .earlyStopping(Metric.TEST_ACCURACY, 9, 1e-3)
                .clipGradientNorm(1)
                .labelSmoothing(0.1)
                .freezeThrough("stemBlock")
                .startFrom(Path.of("src", "test", "resources", "checkpoints", "version-0.1-adam.safetensors"))
                .reduceOnPlateau(Metric.TEST_LOSS, ReduceOnPlateau.by(0.1, 5));
    }

    private Training rmsProp(double decay) {
        return Training.with(Nd4jOptimizer.of(new RmsProp(new StepSchedule(ScheduleType.EPOCH, 1e-3, decay, 10))))
                .batch(16)
                .epochs(3)
                .seed(7)
                .test(TEST)
                .earlyStopping(Metric.TEST_LOSS, 3, 0)
                .checkpoints(folder)
                .resume();
    }

    private void copy(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ResumedFileTest.class.getResourceAsStream("/checkpoints/" + resource), resource)) {
            Files.write(last(), file.readAllBytes());
        }
    }
}
