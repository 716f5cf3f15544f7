package dev.netwright.tests.competition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.competition.LeafCompetition;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.source.LabelledPictureFiles;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leaf competition with garments: PNG and JPEG files, two lists, the tutorials' ResNet-18, the best epoch, a submission. */
@Tag("slow")
class LeafCompetitionTest {
    private static final int LABELLED = 500;
    private static final int TEST = 100;

    @TempDir
    private Path folder;

    @Test
    void aFolderOfPicturesBecomesASubmissionInTheOrderOfItsTestList() throws IOException {
        ImageDataset all = FashionMnist.bundledTrain();
        writePictures(all);
        // The list isn't in the order of the names, as a folder's listing would be.
        List<Integer> asked = IntStream.range(LABELLED, LABELLED + TEST)
                .map(i -> 2 * LABELLED + TEST - 1 - i)
                .boxed()
                .toList();
        writeList(
                "train.csv", "image,label", IntStream.range(0, LABELLED).boxed().toList(), all);
        writeList("test.csv", "image", asked, all);

        Epochs epochs = new Epochs();
        double accuracy = LeafCompetition.enter(
                ResNet18At96.TYPE,
                folder,
                Training.with(Optimizer.adam(1e-3)).epochs(3).batch(16).listener(epochs));

        assertThat(epochs.accuracies).hasSize(3);
        assertThat(accuracy)
                .as("of the best epoch of %s", epochs.accuracies)
                .isEqualTo(Collections.max(epochs.accuracies));
        assertThat(accuracy)
                .as("of pictures that weren't learned; chance is 0.1")
                .isGreaterThan(0.5);
        LabelledPictureFiles submitted = PictureFolder.at(folder).labelledBy(folder.resolve("submission.csv"));
        assertThat(IntStream.range(0, submitted.size()).mapToObj(submitted::name))
                .containsExactlyElementsOf(asked.stream().map(this::name).toList());
        assertThat(FashionMnist.labels()).containsAll(submitted.labels());
        long right = IntStream.range(0, TEST)
                .filter(i -> submitted.label(i).equals(label(all, asked.get(i))))
                .count();
        assertThat((double) right / TEST)
                .as("of the pictures that were handed in")
                .isGreaterThan(0.5);
    }

    private static final class Epochs implements TrainingListener {
        private final List<Double> accuracies = new ArrayList<>();

        @Override
        public void epochEnded(EpochEnd epoch) {
            accuracies.add(epoch.testAccuracy().orElseThrow());
        }
    }

    private void writePictures(ImageDataset all) throws IOException {
        Files.createDirectory(folder.resolve("images"));
        for (int i = 0; i < LABELLED + TEST; i++) {
            Path file = folder.resolve(name(i));
            assertThat(ImageIO.write(all.picture(i), i % 2 == 0 ? "png" : "jpg", file.toFile()))
                    .isTrue();
        }
    }

    private void writeList(String file, String columns, List<Integer> pictures, ImageDataset all) throws IOException {
        List<String> lines = new ArrayList<>(List.of(columns));
        for (int i : pictures) {
            lines.add(columns.endsWith("label") ? name(i) + "," + label(all, i) : name(i));
        }
        Files.write(folder.resolve(file), lines);
    }

    private String name(int picture) {
        return "images/" + picture + (picture % 2 == 0 ? ".png" : ".jpg");
    }

    private static String label(ImageDataset all, int picture) {
        return all.labels().get(all.label(picture));
    }
}
