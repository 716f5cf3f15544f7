package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.source.ArrayDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldsTest {
    private static final int SIZE = 203;
    private static final int CLASSES = 7;

    /** Pictures of one pixel; the classes have different sizes. Three bytes of channels hold a picture's number. */
    private static ImageDataset dataset(int size) {
        byte[] pixels = new byte[3 * size];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            pixels[3 * i] = (byte) i;
            pixels[3 * i + 1] = (byte) (i >> 8);
            labels[i] = (int) Math.sqrt(i) % CLASSES;
        }
        return ArrayDataset.ofBytes(new ImageFormat(3, 1, 1), pixels, labels, DataSignature.numbers(CLASSES));
    }

    private static List<Integer> numbers(ImageDataset part) {
        byte[] pixels = new byte[3];
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            part.readPixels(i, pixels, 0);
            numbers.add((pixels[0] & 0xff) + ((pixels[1] & 0xff) << 8));
        }
        return numbers;
    }

    private static long count(ImageDataset part, int label) {
        return IntStream.range(0, part.size())
                .filter(i -> part.label(i) == label)
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, SIZE})
    void everySampleIsEvaluatedOnceAndEachFoldHasItsShareOfEveryClass(int count) {
        ImageDataset dataset = dataset(SIZE);
        Folds<ImageDataset> folds = Folds.stratified(dataset, count, 3);
        assertThat(folds.splits()).hasSize(count);
        List<Integer> evaluated = new ArrayList<>();
        for (Split<ImageDataset> split : folds.splits()) {
            List<Integer> validation = numbers(split.validation());
            List<Integer> training = numbers(split.training());
            assertThat(validation).isSorted().hasSizeBetween(SIZE / count, SIZE / count + 1);
            assertThat(training).isSorted().hasSize(SIZE - validation.size()).doesNotContainAnyElementsOf(validation);
            evaluated.addAll(validation);
            for (int label = 0; label < CLASSES; label++) {
                long all = count(dataset, label);
                assertThat(count(split.validation(), label)).isBetween(all / count, all / count + 1);
            }
        }
        assertThat(evaluated)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SIZE).boxed().toList());
    }

    @Test
    void aSeedAlwaysDrawsTheSameFoldsForEveryKindOfData() {
        ImageDataset dataset = dataset(SIZE);
        List<Integer> first =
                numbers(Folds.stratified(dataset, 5, 3).splits().get(0).validation());
        assertThat(numbers(Folds.stratified(dataset, 5, 3).splits().get(0).validation()))
                .isEqualTo(first);
        assertThat(numbers(Folds.stratified(dataset, 5, 4).splits().get(0).validation()))
                .isNotEqualTo(first);
        Pictures pictures =
                Folds.stratified((Pictures) dataset, 5, 3).splits().get(0).validation();
        assertThat(numbers(pictures.resize(1))).isEqualTo(first);
        Dataset plain =
                Folds.stratified((Dataset) dataset, 5, 3).splits().get(0).validation();
        assertThat(IntStream.range(0, plain.size()).map(plain::label).sum())
                .isEqualTo(first.stream().mapToInt(dataset::label).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -4})
    void fewerThanTwoFoldsAreRefused(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.stratified(dataset(10), count, 0))
                .withMessage("a cross-validation has at least 2 folds, found " + count
                        + "; with a single part to train on, use Split");
    }

    @Test
    void moreFoldsThanSamplesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.stratified(dataset(10), 11, 0))
                .withMessage("each of the folds needs at least one sample, found 11 folds of 10 samples");
    }
}
