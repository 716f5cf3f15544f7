package dev.netwright.runtime.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.source.PictureFolder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DuplicatesTest {
    private static final int SIDE = 96;

    @TempDir
    private Path folder;

    /** A smooth picture in colours, as photographs are: a sum of a few waves. */
    private static BufferedImage photograph(long seed, int width, int height, double brightness) {
        Random random = new Random(seed);
        double[][] waves = new double[12][];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = new double[] {
                random.nextDouble() * 9 - 4.5,
                random.nextDouble() * 9 - 4.5,
                random.nextDouble() * 6.3,
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble()
            };
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] sums = new double[3];
                for (double[] wave : waves) {
                    double sine = Math.sin(wave[0] * (x + 0.5) / width + wave[1] * (y + 0.5) / height + wave[2]);
                    for (int c = 0; c < 3; c++) {
                        sums[c] += sine * wave[3 + c];
                    }
                }
                int rgb = 0;
                for (double sum : sums) {
                    rgb = (rgb << 8) | (int) Math.max(0, Math.min(255, (128 + 18 * sum) * brightness));
                }
                picture.setRGB(x, y, rgb);
            }
        }
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(picture, null, null), parameters);
        ((ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static Pictures pictures(BufferedImage... pictures) {
        return new Pictures() {
            @Override
            public int size() {
                return pictures.length;
            }

            @Override
            public int channels() {
                return 3;
            }

            @Override
            public List<String> labels() {
                return List.of("all");
            }

            @Override
            public int label(int index) {
                return 0;
            }

            @Override
            public void decode(int index, Canvas canvas) {
                BufferedImage picture = pictures[index];
                int size = picture.getWidth() * picture.getHeight();
                byte[] planes = new byte[3 * size];
                for (int i = 0; i < size; i++) {
                    int rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
                    for (int c = 0; c < 3; c++) {
                        planes[c * size + i] = (byte) (rgb >> (8 * (2 - c)));
                    }
                }
                canvas.take(planes, 3, picture.getHeight(), picture.getWidth());
            }
        };
    }

    private static Pictures photographs(int count) {
        return pictures(IntStream.range(0, count)
                .mapToObj(seed -> photograph(seed, SIDE, SIDE, 1))
                .toArray(BufferedImage[]::new));
    }

    @Test
    void theSamePixelsAreFoundExactlyAndOtherSizesCompressionsAndBrightnessNearly() throws IOException {
        BufferedImage compressed = read(jpeg(photograph(7, SIDE, SIDE, 1), 0.7f));
        Pictures test = pictures(
                photograph(3, SIDE, SIDE, 1),
                compressed,
                photograph(11, 64, 48, 1),
                photograph(12, SIDE, SIDE, 0.8),
                photograph(1000, SIDE, SIDE, 1));

        Duplicates duplicates = Duplicates.between(photographs(40), test, 6);

        assertThat(duplicates.found()).extracting(Duplicate::index).containsExactly(0, 1, 2, 3);
        assertThat(duplicates.found()).extracting(Duplicate::originalIndex).containsExactly(3, 7, 11, 12);
        assertThat(duplicates.found()).extracting(Duplicate::isExact).containsExactly(true, false, false, false);
        assertThat(duplicates.exact()).isEqualTo(1);
        assertThat(duplicates.near()).isEqualTo(3);
        assertThat(duplicates.found().get(0)).hasToString("picture 0 equals picture 3");
    }

    @Test
    void differentPhotographsArentFound() {
        assertThat(Duplicates.within(photographs(200), Duplicates.USUAL_BITS).found())
                .isEmpty();
    }

    /** All of them have the same empty hash. */
    @Test
    void picturesOfOneColourAreComparedByTheirPixels() {
        BufferedImage white = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        BufferedImage black = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 400; i++) {
            white.setRGB(i % 20, i / 20, 0xffffff);
        }
        BufferedImage smaller = new BufferedImage(10, 20, BufferedImage.TYPE_INT_RGB);
        Duplicates duplicates = Duplicates.within(pictures(black, white, smaller, white, black), Duplicates.MOST_BITS);
        assertThat(duplicates.found()).extracting(Duplicate::index).containsExactly(3, 4);
        assertThat(duplicates.found()).extracting(Duplicate::originalIndex).containsExactly(1, 0);
        assertThat(duplicates.exact()).isEqualTo(2);
    }

    @Test
    void withinASetTheFirstPictureIsNoDuplicate() {
        BufferedImage one = photograph(1, SIDE, SIDE, 1);
        Duplicates duplicates = Duplicates.within(pictures(one, photograph(2, SIDE, SIDE, 1), one, one), 0);
        assertThat(duplicates.found()).extracting(Duplicate::index).containsExactly(2, 3);
        assertThat(duplicates.found()).extracting(Duplicate::originalIndex).containsOnly(0);
    }

    /** Comparing all pairs finds the same, for limits with and without probing of neighbours. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 7, 8, 15})
    void theIndexFindsWhatComparingAllPairsFinds(int bits) {
        Random random = new Random(5);
        List<BufferedImage> known = new ArrayList<>();
        List<BufferedImage> searched = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int[] pixels = random.ints(81, 0, 256).toArray();
            known.add(grey(pixels));
            int[] changed = pixels.clone();
            for (int j = 0; j < i % 12; j++) {
                changed[random.nextInt(81)] = random.nextInt(256);
            }
            searched.add(grey(changed));
        }
        PictureHashes first = PictureHashes.of(pictures(known.toArray(BufferedImage[]::new)));
        PictureHashes second = PictureHashes.of(pictures(searched.toArray(BufferedImage[]::new)));
        Originals found = Originals.of(second, first, bits);
        int[] expected = new int[150];
        Arrays.fill(expected, Originals.NONE);
        for (int i = 0; i < 150; i++) {
            int best = bits + 1;
            for (int j = 0; j < 150; j++) {
                if (second.distance(i, first, j) < best) {
                    best = second.distance(i, first, j);
                    expected[i] = j;
                }
            }
        }
        assertThat(IntStream.range(0, 150).map(found::original).toArray()).isEqualTo(expected);
        assertThat(Arrays.stream(expected).filter(j -> j != Originals.NONE).count())
                .as("some are close and some aren't")
                .isBetween(1L, 149L);
    }

    private static BufferedImage grey(int... pixels) {
        BufferedImage picture = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pixels.length; i++) {
            picture.setRGB(i % 9, i / 9, pixels[i] * 0x10101);
        }
        return picture;
    }

    @Test
    void filesAreNamed() throws IOException {
        for (String name : List.of("a.png", "b.png", "c.png")) {
            ImageIO.write(
                    photograph(name.equals("b.png") ? 2 : 1, SIDE, SIDE, 1),
                    "png",
                    folder.resolve(name).toFile());
        }
        Path list = Files.writeString(folder.resolve("list.csv"), "image,label\na.png,x\nb.png,x\nc.png,y\n");
        Pictures files = PictureFolder.at(folder).labelledBy(list).rgb();
        List<Duplicate> found =
                Duplicates.between(files.range(0, 2), files.range(2, 3)).found();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).name()).endsWith("c.png");
        assertThat(found.get(0).original()).endsWith("a.png");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16})
    void aNumberOfBitsOutOfRangeIsRefused(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Duplicates.within(photographs(1), bits))
                .withMessage("the bits that may differ must be from 0 to 15, found " + bits);
    }
}
