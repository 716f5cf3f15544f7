package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.Resize;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Preparation of pictures in training and evaluation, and the preprocessing that a network stores. */
class PreparedImagesTest {
    private static final ImageFormat FORMAT = new ImageFormat(3, 9, 8);
    private final ImageDataset images =
            new MemoryImages(FORMAT, PilFixture.pixels(1, FORMAT.values()), PilFixture.pixels(2, FORMAT.values()));

    @Test
    void evaluationSeesTheMiddleAndTrainingAnyPart() {
        ImageDataset crops = images.augmented(RandomCrop.of(5));
        assertThat(crops.format()).isEqualTo(new ImageFormat(3, 5, 5));
        assertThat(pixels(crops, 1)).isEqualTo(pixels(images.centerCrop(5), 1));
        List<byte[]> learned = IntStream.range(0, 20)
                .mapToObj(epoch -> pixels(crops, 1, Draw.of(3, epoch, 1)))
                .toList();
        assertThat(learned).anySatisfy(one -> assertThat(one).isNotEqualTo(learned.get(0)));
        assertThat(pixels(crops, 1, Draw.of(3, 7, 1)))
                .as("the same draw gives the same picture")
                .isEqualTo(learned.get(7));
    }

    @Test
    void whatTrainingReadsAreThePixelsItChanged() {
        ImageDataset flipped = images.augmented(HorizontalFlip.withProbability(0.5))
                .normalized(new Normalization(List.of(0.1f, 0.2f, 0.3f), List.of(0.5f, 0.6f, 0.7f)));
        float[] values = new float[FORMAT.values() + 1];
        for (int epoch = 0; epoch < 8; epoch++) {
            flipped.read(0, Draw.of(1, epoch, 0), values, 1);
            byte[] pixels = pixels(flipped, 0, Draw.of(1, epoch, 0));
            for (int i = 0; i < pixels.length; i++) {
                int channel = i / 72;
                float mean = new float[] {0.1f, 0.2f, 0.3f}[channel];
                float deviation = new float[] {0.5f, 0.6f, 0.7f}[channel];
                assertThat(values[i + 1]).isEqualTo((Byte.toUnsignedInt(pixels[i]) / 255f - mean) / deviation);
            }
        }
    }

    @Test
    void partsOfADatasetHandTheDrawOn() {
        ImageDataset all = images.augmented(RandomCrop.of(5));
        for (ImageDataset part :
                List.of(all.range(1, 2), new ImageDatasetSelection(all, Selection.of(new int[] {1}, 2)))) {
            assertThat(pixels(part, 0, Draw.of(3, 4, 1))).isEqualTo(pixels(all, 1, Draw.of(3, 4, 1)));
            float[] ofPart = new float[75];
            float[] ofAll = new float[75];
            part.read(0, Draw.of(3, 4, 1), ofPart, 0);
            all.read(1, Draw.of(3, 4, 1), ofAll, 0);
            assertThat(ofPart).isEqualTo(ofAll);
            new DatasetSelection(all, Selection.of(new int[] {1}, 2)).read(0, Draw.of(3, 4, 1), ofPart, 0);
            assertThat(ofPart).isEqualTo(ofAll);
        }
    }

    @Test
    void aNetworkKeepsWhatEvaluationDoesAndNothingRandom() {
        ImageDataset prepared = images.resizeShorterSide(16)
                .augmented(RandomCrop.of(12).padding(2), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.IMAGENET);
        Preprocessing preprocessing = prepared.preprocessing().orElseThrow();
        assertThat(preprocessing)
                .isEqualTo(new Preprocessing(
                        3, List.of(new ResizeShorterSide(16), new CenterCrop(12, 12)), Normalization.IMAGENET));
        float[] values = new float[3 * 12 * 12];
        prepared.read(1, values, 0);
        assertThat(preprocessing.apply(images.picture(1))).isEqualTo(values);
        assertThat(Preprocessing.fromMetadata(preprocessing.toMetadata())).isEqualTo(preprocessing);
    }

    @Test
    void aPictureOfAnotherSizeIsFirstMadeLikeTheDatasets() {
        assertThat(images.centerCrop(4).preprocessing().orElseThrow().steps())
                .containsExactly(new Resize(9, 8), new CenterCrop(4, 4));
        assertThat(images.augmented(RandomCrop.of(9, 8).padding(4)).preprocessing())
                .as("a crop of the whole is none")
                .contains(new Preprocessing(FORMAT));
        assertThat(images.resize(12).resize(5).preprocessing().orElseThrow().steps())
                .containsExactly(new Resize(12, 12), new Resize(5, 5));
        assertThat(images.resize(12)
                        .cached()
                        .resize(5)
                        .preprocessing()
                        .orElseThrow()
                        .steps())
                .containsExactly(new Resize(12, 12), new Resize(5, 5));
        assertThat(images.resize(12)
                        .cached()
                        .range(1, 2)
                        .resize(5)
                        .preprocessing()
                        .orElseThrow()
                        .steps())
                .containsExactly(new Resize(12, 12), new Resize(5, 5));
        assertThat(images.normalized(Normalization.of(0.5, 0.5)).preprocessing())
                .contains(new Preprocessing(3, List.of(new Resize(9, 8)), Normalization.of(0.5, 0.5)));
    }

    @Test
    void picturesOfSeveralSizesBecomeADatasetByAStepThatGivesThemOne() {
        Pictures pictures = new SeveralSizes();
        ImageDataset cropped = pictures.resizeShorterSide(8).centerCrop(6);
        assertThat(cropped.format()).isEqualTo(new ImageFormat(1, 6, 6));
        assertThat(cropped.preprocessing().orElseThrow().steps())
                .containsExactly(new ResizeShorterSide(8), new CenterCrop(6, 6));
        assertThat(pixels(cropped.range(3, 5), 1)).isEqualTo(pixels(cropped, 4));
        assertThat(pixels(pictures.range(3, 5).resize(7), 1)).isEqualTo(pixels(pictures.resize(7), 4));
        assertThatThrownBy(() -> pictures.augmented(HorizontalFlip.withProbability(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HorizontalFlip")
                .hasMessageContaining("add a crop or resize");
    }

    @Test
    void aCropThatDoesNotFitIsRefusedBeforeTraining() {
        assertThatThrownBy(() -> images.augmented(RandomCrop.of(20).padding(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a picture with room for RandomCrop.of(20, 20).padding(3)");
        assertThatThrownBy(() -> images.augmented(new Augmentation() {
                    @Override
                    public void change(Canvas canvas, Draw draw) {
                        canvas.crop(0, 0, 1, 1);
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pictures of 3x9x8, found 3x1x1");
    }

    @Test
    void aNormalizationOfOtherChannelsIsRefused() {
        assertThatThrownBy(() -> images.normalized(Normalization.IMAGENET)
                        .range(0, 1)
                        .normalized(new Normalization(List.of(0f), List.of(0f))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deviations above 0");
        ImageDataset grey = new MemoryImages(new ImageFormat(1, 2, 2), new byte[4]);
        assertThatThrownBy(() -> grey.normalized(Normalization.IMAGENET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 channels doesn't fit pictures of 1");
    }

    /** Five grey pictures of 10 + i rows and 20 - i columns. */
    private static final class SeveralSizes implements Pictures {
        @Override
        public int size() {
            return 5;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public List<String> labels() {
            return List.of("thing");
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void decode(int index, Canvas canvas) {
            int height = 10 + index;
            int width = 20 - index;
            canvas.take(PilFixture.pixels(index, height * width), 1, height, width);
        }
    }

    private static byte[] pixels(ImageDataset images, int index) {
        byte[] pixels = new byte[images.format().values()];
        images.readPixels(index, pixels, 0);
        return pixels;
    }

    private static byte[] pixels(ImageDataset images, int index, Draw draw) {
        byte[] pixels = new byte[images.format().values()];
        images.readPixels(index, draw, pixels, 0);
        return pixels;
    }
}
