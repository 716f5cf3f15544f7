package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.source.FashionMnist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    /** int(18353 * 0.8); the tutorial, which counts the header as a leaf, gets 14,681 and 3,672. */
    @Test
    void anOrderedSplitTakesTheFirstSamplesForTraining() {
        Split<ImageDataset> split = Split.ordered(classes(18_353, 176), 0.8);
        assertThat(split.training().size()).isEqualTo(14_682);
        assertThat(split.validation().size()).isEqualTo(3_671);
        assertThat(numbers(split.training())).startsWith(0, 1).endsWith(14_681);
        assertThat(numbers(split.validation())).startsWith(14_682).endsWith(18_352);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.37, 0.5, 0.8, 0.999})
    void aStratifiedSplitGivesEachPartItsShareOfEveryClassAndLosesNothing(double share) {
        ImageDataset dataset = classes(2_003, 17);
        Split<ImageDataset> split = Split.stratified(dataset, share, 7);
        int count = (int) (2_003 * share);
        assertThat(split.training().size()).isEqualTo(count);
        int[] all = counts(dataset);
        int[] training = counts(split.training());
        for (int label = 0; label < 17; label++) {
            assertThat(Math.abs(training[label] - all[label] * (double) count / 2_003))
                    .isLessThan(1);
        }
        List<Integer> together = new ArrayList<>(numbers(split.training()));
        together.addAll(numbers(split.validation()));
        assertThat(numbers(split.training())).isSorted();
        assertThat(numbers(split.validation())).isSorted();
        assertThat(together)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 2_003).boxed().toList());
    }

    @Test
    void aStratifiedSplitDependsOnTheSeedAlone() {
        ImageDataset dataset = classes(300, 3);
        List<Integer> training = numbers(Split.stratified(dataset, 0.5, 7).training());
        assertThat(numbers(Split.stratified(dataset, 0.5, 7).training())).isEqualTo(training);
        assertThat(numbers(Split.stratified(dataset, 0.5, 8).training())).isNotEqualTo(training);
        assertThat(training).isNotEqualTo(IntStream.range(0, 150).boxed().toList());
        assertThat(numbers(Split.stratified((Dataset) dataset, 0.5, 7).training()))
                .isEqualTo(training);
        Pictures pictures = Split.stratified((Pictures) dataset, 0.5, 7).training();
        assertThat(numbers(pictures.resize(1))).isEqualTo(training);
    }

    @Test
    void aSplitIsAViewOfPicturesAndLabels() {
        ImageDataset whole = FashionMnist.bundledTest();
        Split<ImageDataset> split = Split.stratified(whole, 0.9, 1);
        ImageDataset part = split.validation();
        assertThat(part.format()).isEqualTo(whole.format());
        assertThat(part.labels()).isEqualTo(whole.labels());
        assertThat(part.preprocessing()).isEqualTo(whole.preprocessing());
        int first = numbersOf(whole, part, 0);
        byte[] pixels = new byte[784];
        byte[] expected = new byte[784];
        part.readPixels(0, pixels, 0);
        whole.readPixels(first, expected, 0);
        assertThat(pixels).isEqualTo(expected);
        assertThat(part.label(0)).isEqualTo(whole.label(first));
        assertThatThrownBy(() -> part.label(100)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN, 0.05, 0.0001})
    void partsWithoutSamplesAreRefused(double share) {
        ImageDataset dataset = classes(10, 2);
        assertThatThrownBy(() -> Split.ordered(dataset, share)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.stratified(dataset, share, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The index in the whole dataset of a part's sample; no two pictures are equal. */
    private static int numbersOf(ImageDataset whole, ImageDataset part, int index) {
        byte[] wanted = new byte[784];
        part.readPixels(index, wanted, 0);
        byte[] pixels = new byte[784];
        for (int i = 0; i < whole.size(); i++) {
            whole.readPixels(i, pixels, 0);
            if (Arrays.equals(wanted, pixels)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    /** Numbered pictures of unequal classes: class c about c + 1 times as often as class 0. */
    private static ImageDataset classes(int size, int labels) {
        int[] classes = new int[size];
        int weight = labels * (labels + 1) / 2;
        for (int i = 0; i < size; i++) {
            int place = i % weight;
            int label = 0;
            while (place > label) {
                place -= label + 1;
                label++;
            }
            classes[i] = label;
        }
        return new NumberedPictures(labels, classes);
    }

    /** Pictures of one pixel, whose three bytes are the picture's number. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record NumberedPictures(int classes, int[] classOf) implements ImageDataset {
        @Override
        public int size() {
            return classOf.length;
        }

        @Override
        public ImageFormat format() {
            return new ImageFormat(3, 1, 1);
        }

        @Override
        public List<String> labels() {
            return IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
        }

        @Override
        public int label(int index) {
            return classOf[index];
        }

        @Override
        public void readPixels(int index, byte[] target, int offset) {
            target[offset] = (byte) (index >> 16);
            target[offset + 1] = (byte) (index >> 8);
            target[offset + 2] = (byte) index;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            byte[] pixels = new byte[3];
            readPixels(index, pixels, 0);
            UnitScale.apply(pixels, 0, target, offset, 3);
        }
    }

    private static int[] counts(Dataset dataset) {
        int[] counts = new int[dataset.labels().size()];
        for (int i = 0; i < dataset.size(); i++) {
            counts[dataset.label(i)]++;
        }
        return counts;
    }

    private static List<Integer> numbers(Dataset dataset) {
        float[] bytes = new float[3];
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < dataset.size(); i++) {
            dataset.read(i, bytes, 0);
            numbers.add(
                    Math.round(bytes[0] * 255) << 16 | Math.round(bytes[1] * 255) << 8 | Math.round(bytes[2] * 255));
        }
        return numbers;
    }
}
