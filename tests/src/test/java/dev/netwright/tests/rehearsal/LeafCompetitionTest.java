package dev.netwright.tests.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.source.LabelledPictureFiles;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leaf competition rehearsed with real pictures: clothes as PNG and JPEG files, {@code train.csv} and {@code test.csv}. */
@Tag("slow")
final class LeafCompetitionTest {
    private static final int LEARNED = 400;
    private static final int JUDGED = 100;

    @TempDir
    private Path folder;

    @Test
    void fromPicturesAndAListToASubmissionInTheOrderOfTheTestList() throws IOException {
        List<String> truth = exported();

        PictureFolder pictures = PictureFolder.at(folder);
        LabelledPictureFiles labelled = pictures.labelledBy(folder.resolve("train.csv"));
        Split<Pictures> split = Split.ordered(labelled.grey(), 0.8);
        Training training = Training.with(Optimizer.adamW(1e-3, 0.01))
                .epochs(3)
                .batch(16)
                .test(split.validation().resize(96))
                .best(Metric.TEST_ACCURACY)
                .checkpoints(folder.resolve("run"));
        ResNet18At96.train(split.training().resize(96), training).close();

        Path submission = folder.resolve("submission.csv");
        NamedPredictions predictions;
        try (ResNet18At96 best =
                ResNet18At96.load(Checkpoints.in(folder.resolve("run")).best())) {
            predictions = best.predict(pictures.listedIn(folder.resolve("test.csv")));
            predictions.writeSubmission(submission);
        }

        assertThat(labelled.labels()).as("sorted").isSorted().hasSize(10);
        assertThat(split.training().size()).isEqualTo(320);
        List<String> lines = Files.readAllLines(submission);
        assertThat(lines).hasSize(JUDGED + 1).startsWith("image,label");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .isEqualTo(Files.readAllLines(folder.resolve("test.csv")).subList(1, JUDGED + 1));
        long right = IntStream.range(0, JUDGED)
                .filter(i -> lines.get(i + 1).endsWith("," + truth.get(i)))
                .count();
        assertThat(right)
                .as("right answers of " + JUDGED + ", where a guess gets 10")
                .isGreaterThan(30);
    }

    /** Writes the files, and returns what the test pictures show. */
    private List<String> exported() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        list(FashionMnist.bundledTrain().first(LEARNED), "train", true);
        return list(FashionMnist.bundledTest().first(JUDGED), "test", false);
    }

    private List<String> list(ImageDataset clothes, String name, boolean isLabelled) throws IOException {
        StringBuilder csv = new StringBuilder(isLabelled ? "image,label\n" : "image\n");
        List<String> labels = IntStream.range(0, clothes.size())
                .mapToObj(i -> clothes.labels().get(clothes.label(i)))
                .toList();
        for (int i = 0; i < clothes.size(); i++) {
            String format = i % 2 == 0 ? "png" : "jpg";
            String file = "images/" + name + i + "." + format;
            assertThat(ImageIO.write(
                            clothes.picture(i), format, folder.resolve(file).toFile()))
                    .isTrue();
            csv.append(file).append(isLabelled ? "," + labels.get(i) : "").append('\n');
        }
        Files.writeString(folder.resolve(name + ".csv"), csv);
        return labels;
    }
}
