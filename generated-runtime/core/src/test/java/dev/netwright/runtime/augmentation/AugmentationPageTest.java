package dev.netwright.runtime.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compiles and runs the code of docs/augmentation.md. */
class AugmentationPageTest {
    private static final Path PAGE = Path.of("../../docs/augmentation.md");
    private static final Path SOURCE =
            Path.of("src/test/java/dev/netwright/runtime/augmentation/AugmentationPageTest.java");

    @Test
    void everyPieceOfCodeOnThePageStandsHere() throws IOException {
        List<String> pieces = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult piece) -> withoutMargins(piece.group(1)))
                .toList();
        assertThat(pieces).hasSize(10);
        String source = withoutMargins(Files.readString(SOURCE));
        assertThat(pieces).allSatisfy(piece -> assertThat(source).contains(piece));
    }

    @Test
    void theChainsOfThePageCanBeReadInTrainingAndEvaluation() {
        Pictures pictures = colourful();
        long seed = 1;
        int epoch = 2;

        ImageDataset train = pictures.resizeShorterSide(256)
                .augmented(RandomCrop.of(224), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.IMAGENET);
        ImageDataset usual = pictures.augmented(RandomResizedCrop.of(224), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.IMAGENET);
        ImageDataset jittered = pictures.augmented(
                ScaleJitter.shorterSide(256, 512), RandomCrop.of(224), HorizontalFlip.withProbability(0.5));
        ImageDataset modern = pictures.augmented(
                        RandomResizedCrop.of(176),
                        HorizontalFlip.withProbability(0.5),
                        TrivialAugment.wide().interpolation(Interpolation.BILINEAR),
                        RandomErasing.withProbability(0.1))
                .normalized(Normalization.IMAGENET);
        ImageDataset kept = pictures.resize(256).cached().augmented(RandomCrop.of(224));

        BufferedImage seen = train.picture(3, Draw.of(seed, epoch, 3));

        assertThat(seen.getWidth()).isEqualTo(224);
        for (ImageDataset images : List.of(train, usual, jittered, kept)) {
            assertThat(images.format()).isEqualTo(new ImageFormat(3, 224, 224));
            assertThat(read(images, Loading.forTraining(2, seed))).isEqualTo(5);
            assertThat(read(images, Loading.forEvaluation(2))).isEqualTo(5);
        }
        assertThat(modern.format()).isEqualTo(new ImageFormat(3, 176, 176));
        assertThat(read(modern, Loading.forTraining(2, seed))).isEqualTo(5);
    }

    @Test
    void fashionMnistsRecipeCanBeRead() {
        ImageDataset garments = FashionMnist.bundledTrain()
                .augmented(RandomCrop.of(28).padding(4), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.of(0.286, 0.353));

        assertThat(read(garments.first(100), Loading.forTraining(64, 1))).isEqualTo(100);
    }

    @Test
    void anAugmentationOfOnesOwnChangesAsManyPicturesAsItSays() {
        Augmentation negative = new Augmentation() {
            @Override
            public void change(Canvas canvas, Draw draw) {
                if (draw.happens(0.1)) {
                    canvas.replace(canvas.height(), canvas.width(), (source, from, target, to) -> {
                        for (int i = 0; i < canvas.height() * canvas.width(); i++) {
                            target[to + i] = (byte) (255 - source[from + i]);
                        }
                    });
                }
            }
        };
        ImageDataset images = FashionMnist.bundledTrain().augmented(negative);
        byte[] pixels = new byte[28 * 28];
        int negatives = 0;
        for (int index = 0; index < 1000; index++) {
            images.readPixels(index, Draw.of(1, 0, index), pixels, 0);
            // The corner of every picture is black.
            negatives += pixels[0] == -1 ? 1 : 0;
        }
        // Within five standard deviations of a binomial count.
        assertThat(negatives).isBetween(53, 147);
    }

    @Test
    void trainingTakesTheNumberOfThreads() {
        Training training = Training.with(Optimizer.adam(1e-3)).batch(64).loadingWorkers(2);

        assertThat(training.loadingWorkers()).isEqualTo(2);
    }

    @Test
    void mixingIsAnOptionOfTheRun() {
        Training mixing = Training.with(Optimizer.sgd(0.1)).mixUp(0.2).cutMix(1).labelSmoothing(0.1);

        assertThat(mixing.mixUp()).hasValue(0.2);
        assertThat(mixing.cutMix()).hasValue(1);
    }

    private static int read(ImageDataset images, Loading loading) {
        int read = 0;
        try (BatchLoader loader = BatchLoader.open(images, loading)) {
            for (Batch batch : loader.epoch(0)) {
                read += batch.size();
            }
        }
        return read;
    }

    /** Five photographs of several sizes, as a folder would have them. */
    private static Pictures colourful() {
        ImageDataset grey = FashionMnist.bundledTest();
        return new Pictures() {
            @Override
            public int size() {
                return 5;
            }

            @Override
            public int channels() {
                return 3;
            }

            @Override
            public List<String> labels() {
                return grey.labels();
            }

            @Override
            public int label(int index) {
                return grey.label(index);
            }

            @Override
            public void decode(int index, Canvas canvas) {
                byte[] plane = new byte[28 * 28];
                grey.readPixels(index, plane, 0);
                byte[] planes = canvas.begin(3, 28, 28);
                for (int channel = 0; channel < 3; channel++) {
                    System.arraycopy(plane, 0, planes, channel * plane.length, plane.length);
                }
                canvas.resize(300 + 10 * index, 400 - 20 * index);
            }
        };
    }

    private static String withoutMargins(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
