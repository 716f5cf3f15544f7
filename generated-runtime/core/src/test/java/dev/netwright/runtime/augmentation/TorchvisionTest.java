package dev.netwright.runtime.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.PilFixture;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.PictureSize;
import dev.netwright.runtime.picture.PictureStep;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step and augmentation against torchvision, with the same random bits; src/test/python/augmentation_fixtures.py made the fixtures. */
class TorchvisionTest {
    private static final String FIXTURES = "/dev/netwright/runtime/augmentation/torchvision.txt";

    private static final Map<String, List<PictureStep>> STEPS = Map.of(
            "shorter-side-20", List.of(new ResizeShorterSide(20)),
            "shorter-side-3", List.of(new ResizeShorterSide(3)),
            "center-crop-12", List.of(new CenterCrop(12, 12)),
            "center-crop-9x30", List.of(new CenterCrop(9, 30)),
            "evaluation", List.of(new ResizeShorterSide(24), new CenterCrop(21, 21)));

    private static final Map<String, Augmentation> AUGMENTATIONS = Map.ofEntries(
            Map.entry("crop-9x7", RandomCrop.of(9, 7)),
            Map.entry("crop-14-padding-3", RandomCrop.of(14).padding(3)),
            Map.entry("resized-crop-8", RandomResizedCrop.of(8)),
            Map.entry("resized-crop-21", RandomResizedCrop.of(21).shares(0.5, 1).ratios(0.5, 2)),
            Map.entry("horizontal-flip", HorizontalFlip.withProbability(0.5)),
            Map.entry("vertical-flip", VerticalFlip.withProbability(0.5)),
            Map.entry("rotation-10", RandomRotation.degrees(10)),
            Map.entry("rotation-20-to-170", RandomRotation.degrees(20, 170)),
            Map.entry("vgg", Augmentation.of(ScaleJitter.shorterSide(16, 40), RandomCrop.of(13))),
            Map.entry(
                    "together",
                    Augmentation.of(
                            RandomResizedCrop.of(14), HorizontalFlip.withProbability(0.5), RandomRotation.degrees(5))),
            Map.entry("rand-augment-2-9", RandAugment.of(2, 9)),
            Map.entry("rand-augment-3-17-bilinear", RandAugment.of(3, 17).interpolation(Interpolation.BILINEAR)),
            Map.entry("trivial-augment", TrivialAugment.wide()),
            Map.entry("trivial-augment-bilinear", TrivialAugment.wide().interpolation(Interpolation.BILINEAR)));

    private static final Map<String, Normalization> NORMALIZATIONS = Map.of(
            "scaled", Normalization.NONE,
            "imagenet", Normalization.IMAGENET,
            "erasing", Normalization.NONE,
            "imagenet-erasing-tall", Normalization.IMAGENET);

    private static final Map<String, RandomErasing> ERASING = Map.of(
            "erasing", RandomErasing.withProbability(0.7),
            "imagenet-erasing-tall",
                    RandomErasing.withProbability(1).shares(0.2, 0.9).ratios(0.5, 8));

    /** A line of the fixtures. */
    record Fixture(
            String name,
            int channels,
            int height,
            int width,
            int pixelSeed,
            int drawSeed,
            PictureSize result,
            String sha256,
            String whole) {
        static Fixture of(String[] columns) {
            int[] numbers =
                    Arrays.stream(columns, 1, 8).mapToInt(Integer::parseInt).toArray();
            return new Fixture(
                    columns[0],
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    numbers[4],
                    new PictureSize(numbers[5], numbers[6]),
                    columns[8],
                    columns[9]);
        }

        Canvas canvas() {
            Canvas canvas = new Canvas();
            canvas.take(PilFixture.pixels(pixelSeed, channels * height * width), channels, height, width);
            return canvas;
        }

        void requireEqual(PictureSize size, byte[] bytes) {
            assertThat(size).isEqualTo(result);
            if (!whole.equals("-")) {
                assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(whole);
            }
            assertThat(PilFixture.sha256(bytes)).isEqualTo(sha256);
        }
    }

    static Stream<Fixture> fixtures() {
        return PilFixture.lines(FIXTURES).stream().map(Fixture::of);
    }

    static Stream<Fixture> pictureFixtures() {
        return fixtures().filter(fixture -> !NORMALIZATIONS.containsKey(fixture.name));
    }

    static Stream<Fixture> valueFixtures() {
        return fixtures().filter(fixture -> NORMALIZATIONS.containsKey(fixture.name));
    }

    @ParameterizedTest
    @MethodSource("pictureFixtures")
    void everyByteEqualsTorchvisions(Fixture fixture) {
        Canvas canvas = fixture.canvas();
        if (STEPS.containsKey(fixture.name)) {
            STEPS.get(fixture.name).forEach(step -> step.apply(canvas));
        } else {
            Objects.requireNonNull(AUGMENTATIONS.get(fixture.name)).change(canvas, new GivenBits(fixture.drawSeed));
        }
        fixture.requireEqual(
                canvas.size(), Arrays.copyOf(canvas.pixels(), canvas.channels() * canvas.height() * canvas.width()));
    }

    @ParameterizedTest
    @MethodSource("valueFixtures")
    void everyValueEqualsTorchvisions(Fixture fixture) {
        int plane = fixture.height * fixture.width;
        float[] values = new float[3 + fixture.channels * plane];
        Objects.requireNonNull(NORMALIZATIONS.get(fixture.name))
                .values(fixture.channels)
                .apply(fixture.canvas().pixels(), 0, plane, values, 3);
        if (ERASING.containsKey(fixture.name)) {
            ERASING.get(fixture.name)
                    .changeValues(
                            values,
                            3,
                            fixture.channels,
                            fixture.height,
                            fixture.width,
                            new GivenBits(fixture.drawSeed));
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * fixture.channels * plane).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, 3, fixture.channels * plane);
        fixture.requireEqual(new PictureSize(fixture.height, fixture.width), bytes.array());
    }

    @Test
    void everyCaseHasFixtures() {
        assertThat(fixtures().map(Fixture::name).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(STEPS, AUGMENTATIONS, NORMALIZATIONS)
                        .flatMap(cases -> cases.keySet().stream())
                        .toList());
    }
}
