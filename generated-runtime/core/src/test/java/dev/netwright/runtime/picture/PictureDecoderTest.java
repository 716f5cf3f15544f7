package dev.netwright.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.PilFixture;
import dev.netwright.runtime.picture.PillowPictures.Expectation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding compared with Pillow, and files that can't be decoded. */
class PictureDecoderTest {
    private static final PictureDecoder DECODER = PictureDecoder.upTo(PictureDecoder.DEFAULT_MAX_PIXELS);
    private static final String JPEG = "420.jpg";
    private static final String PNG = "colour.png";
    private static final String BMP = "colour.bmp";

    /** The place of a PNG's header chunk, and of the sizes in it. */
    private static final int PNG_HEADER = 8;

    static List<Expectation> pictures() {
        return PillowPictures.all();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyByteEqualsPillows(Expectation expected) throws UnreadablePictureException {
        BufferedImage picture = DECODER.decode(PillowPictures.content(expected.name()));
        assertThat(picture.getHeight()).isEqualTo(expected.height());
        assertThat(picture.getWidth()).isEqualTo(expected.width());
        assertThat(PilFixture.sha256(PicturePlanes.of(picture, 3))).isEqualTo(expected.rgbSha256());
        assertThat(PilFixture.sha256(PicturePlanes.of(picture, 1))).isEqualTo(expected.greySha256());
    }

    @Test
    void aPictureTurnedByExifStaysAsItIsWritten() {
        Expectation turned = pictures().stream()
                .filter(picture -> picture.name().equals("turned.jpg"))
                .findFirst()
                .orElseThrow();
        assertThat(turned.width()).isGreaterThan(turned.height());
    }

    static Stream<Arguments> malformed() throws IOException {
        byte[] jpeg = PillowPictures.content(JPEG);
        byte[] png = PillowPictures.content(PNG);
        byte[] bmp = PillowPictures.content(BMP);
        byte[] runs = PillowPictures.content("run-length.bmp");
        return Stream.of(
                of("an empty file", new byte[0], "a JPEG, PNG or BMP picture", "an empty file"),
                of("one byte", new byte[] {'B'}, "a JPEG, PNG or BMP picture", "begins with 42"),
                of("text", "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII), "JPEG, PNG or BMP", "3c 21 44 4f"),
                of(
                        "GIF",
                        "GIF89a......".getBytes(StandardCharsets.US_ASCII),
                        "JPEG, PNG or BMP",
                        "GIF, which must be converted"),
                of(
                        "WebP",
                        "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII),
                        "JPEG, PNG or BMP",
                        "WebP, which must be converted"),
                of(
                        "TIFF",
                        new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0},
                        "JPEG, PNG or BMP",
                        "TIFF, which must be converted"),
                of("JPEG of a signature", Arrays.copyOf(jpeg, 3), "a complete JPEG picture", "truncated after 3 bytes"),
                of("JPEG without end", cut(jpeg, 2), "a complete JPEG picture", "before its end marker"),
                of("JPEG cut in its pixels", cut(jpeg, 60), "a complete JPEG picture", "before its end marker"),
                of(
                        "JPEG cut in its header",
                        Arrays.copyOf(jpeg, 100),
                        "a complete JPEG picture",
                        "before its end marker"),
                of("JPEG with its pixels' end lost", withoutScanEnd(jpeg), "a complete JPEG picture", "truncated"),
                of("JPEG without pixels", withoutScan(jpeg), "a JPEG picture with pixels", "no pixels before its end"),
                of("JPEG of no rows", withJpegSize(jpeg, 0, 23), "at least one pixel", "23 columns and 0 rows"),
                of("JPEG of too many pixels", withJpegSize(jpeg, 65535, 65535), "at most 89478485", "65535x65535"),
                of("JPEG with two frames", withTwoFrames(jpeg), "one JPEG frame", "a second one"),
                of("JPEG with a segment of one byte", changed(jpeg, 5, 1), "two bytes or more", "one of 1"),
                of("JPEG with a segment past its end", changed(jpeg, 4, 255), "a complete JPEG picture", "truncated"),
                of("JPEG without a marker", changed(jpeg, 20, 0), "a JPEG marker at byte 20", "damaged data"),
                of("JPEG without tables", withoutTables(jpeg), "a valid JPEG picture", "damaged data"),
                of("PNG of a signature", Arrays.copyOf(png, 8), "a complete PNG picture", "truncated after 8 bytes"),
                of("PNG without end", cut(png, 12), "a complete PNG picture", "before its last chunk (IEND)"),
                of("PNG cut in its pixels", cut(png, 60), "a complete PNG picture", "truncated"),
                of(
                        "PNG with a damaged pixel",
                        changed(png, png.length - 40, 7),
                        "the checksum of chunk IDAT",
                        "another"),
                of("PNG with a damaged header", changed(png, 19, 7), "the checksum of chunk IHDR", "another"),
                of("PNG without pixels", withoutData(png), "a PNG picture with pixels", "no chunk IDAT"),
                of("PNG without header", withoutHeader(png), "a PNG header (IHDR)", "IDAT of"),
                of("PNG of no columns", withPngSize(png, 0, 17), "at least one pixel", "0 columns and 17 rows"),
                of("PNG of too many pixels", withPngSize(png, 50_000, 50_000), "at most 89478485", "50000x50000"),
                of("PNG of negative size", withPngSize(png, -1, 17), "at least one pixel", "-1 columns"),
                of("PNG of more rows than it has", withPngSize(png, 23, 18), "a valid PNG picture", "damaged data"),
                of("PNG with a chunk past its end", changed(png, 33, 0x7f), "a complete PNG picture", "truncated"),
                of("BMP of a signature", Arrays.copyOf(bmp, 2), "a BMP header of at least 26 bytes", "2 bytes"),
                of(
                        "BMP cut in its header",
                        Arrays.copyOf(bmp, 40),
                        "a complete BMP picture",
                        "truncated after 40 bytes"),
                of("BMP cut in its pixels", cut(bmp, 60), "a complete BMP picture", "truncated"),
                of("BMP with a header of no length", changed(bmp, 14, 13), "a BMP header of 12, or 40 to 124", "of 13"),
                of("BMP with a PNG in it", changed(bmp, 30, 5), "uncompressed or run-length coded", "compression 5"),
                of("BMP of more pixels than it has", withBmpSize(bmp, 25, -17), "a complete BMP picture", "truncated"),
                of("BMP of too many pixels", withBmpSize(runs, 60_000, -60_000), "at most 89478485", "60000x60000"),
                of("BMP of a height below all", withBmpSize(bmp, 23, Integer.MIN_VALUE), "one pixel", "0 rows"),
                of("BMP of three bits", changed(bmp, 28, 3), "a valid BMP picture", "damaged data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsNoPictureIsRefusedWithWhatWasExpectedAndFound(
            String what, byte[] content, String expected, String found) {
        assertThatThrownBy(() -> DECODER.decode(content))
                .as(what)
                .isInstanceOfSatisfying(UnreadablePictureException.class, e -> {
                    assertThat(e.expected()).contains(expected);
                    assertThat(e.found()).contains(found);
                })
                .hasMessageStartingWith("expected ")
                .hasMessageContaining(", found ");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyTruncationIsRefused(Expectation picture) {
        byte[] content = PillowPictures.content(picture.name());
        for (int length = content.length - 1; length >= 0; length -= length < content.length - 20 ? 13 : 1) {
            byte[] cut = Arrays.copyOf(content, length);
            assertThatThrownBy(() -> DECODER.decode(cut))
                    .as("%d of %d bytes", length, content.length)
                    .isInstanceOf(UnreadablePictureException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void damagedBytesAreRefusedOrGiveAPictureButNeverAnotherError(Expectation picture) {
        byte[] content = PillowPictures.content(picture.name());
        PictureDecoder decoder = PictureDecoder.upTo(10_000);
        Random random = new Random(42);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = content.clone();
            int places = 1 + random.nextInt(4);
            for (int place = 0; place < places; place++) {
                // Headers are where damage is worst.
                int bound = random.nextBoolean() ? damaged.length : 60;
                damaged[random.nextInt(bound)] = (byte) random.nextInt(256);
            }
            try {
                BufferedImage decoded = decoder.decode(damaged);
                assertThat((long) decoded.getWidth() * decoded.getHeight()).isLessThanOrEqualTo(10_000);
            } catch (UnreadablePictureException e) {
                assertThat(e.expected()).isNotEmpty();
            }
        }
    }

    @Test
    void theLimitOfPixelsIsThatOfTheHeader() throws UnreadablePictureException {
        byte[] content = PillowPictures.content(PNG);
        assertThat(PictureDecoder.upTo(23 * 17).decode(content).getWidth()).isEqualTo(23);
        assertThatThrownBy(() -> PictureDecoder.upTo(23 * 17 - 1).decode(content))
                .hasMessage("expected a picture of at most 390 pixels, found 23x17 pixels");
        assertThatThrownBy(() -> PictureDecoder.upTo(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEndlessStreamIsGivenUp() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'B';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) 'B');
                return length;
            }
        };
        assertThatThrownBy(() -> PictureDecoder.upTo(1).decode(endless))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("at most 67108872 bytes");
    }

    @Test
    void whatFollowsAPictureIsPassedOver() throws IOException, UnreadablePictureException {
        for (String name : List.of(JPEG, PNG, BMP)) {
            byte[] content = PillowPictures.content(name);
            byte[] longer = Arrays.copyOf(content, content.length + 100);
            BufferedImage picture = DECODER.decode(new ByteArrayInputStream(longer));
            assertThat(PicturePlanes.of(picture, 3)).isEqualTo(PicturePlanes.of(DECODER.decode(content), 3));
        }
    }

    @Test
    void decodingLeavesImageIosSettingsAlone() throws UnreadablePictureException {
        boolean usesCache = ImageIO.getUseCache();
        DECODER.decode(PillowPictures.content(JPEG));
        assertThat(ImageIO.getUseCache()).isEqualTo(usesCache);
    }

    @Test
    void severalThreadsDecodeTheSameBytes() {
        List<Expectation> pictures = pictures();
        assertThat(IntStream.range(0, 400).parallel().allMatch(i -> {
                    Expectation picture = pictures.get(i % pictures.size());
                    try {
                        byte[] planes = PicturePlanes.of(DECODER.decode(PillowPictures.content(picture.name())), 3);
                        return PilFixture.sha256(planes).equals(picture.rgbSha256());
                    } catch (UnreadablePictureException e) {
                        throw new AssertionError(e);
                    }
                }))
                .isTrue();
    }

    /** The scans of a progressive picture, of which the last is repeated. */
    private static byte[] withScans(byte[] jpeg, int more) {
        int last = jpeg.length - 2;
        while (jpeg[last] != (byte) 0xff || jpeg[last + 1] != (byte) 0xda) {
            last--;
        }
        int length = jpeg.length - 2 - last;
        byte[] longer = Arrays.copyOf(jpeg, jpeg.length + more * length);
        for (int i = 0; i <= more; i++) {
            System.arraycopy(jpeg, last, longer, last + i * length, length);
        }
        System.arraycopy(jpeg, jpeg.length - 2, longer, longer.length - 2, 2);
        return longer;
    }

    @Test
    void scansAreLimitedAsPixelsAre() throws UnreadablePictureException {
        byte[] progressive = PillowPictures.content("progressive.jpg");
        int pixels = 23 * 17;
        PictureDecoder tight = PictureDecoder.upTo(pixels);
        assertThat(tight.decode(progressive).getWidth()).as("10 scans").isEqualTo(23);
        assertThat(tight.decode(withScans(progressive, 6)).getWidth())
                .as("16 scans")
                .isEqualTo(23);
        assertThatThrownBy(() -> tight.decode(withScans(progressive, 7)))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessage("expected at most 16 scans of 23x17 pixels, found 17 scans");
        assertThat(PictureDecoder.upTo(2 * pixels)
                        .decode(withScans(progressive, 7))
                        .getWidth())
                .as("a smaller picture may have more")
                .isEqualTo(23);
    }

    @Test
    void lookingFindsEverythingButDamagedPixels() throws IOException, UnreadablePictureException {
        for (Expectation picture : pictures()) {
            byte[] content = PillowPictures.content(picture.name());
            DECODER.inspect(new ByteArrayInputStream(content));
            assertThatThrownBy(() -> DECODER.inspect(new ByteArrayInputStream(cut(content, 20))))
                    .as(picture.name())
                    .isInstanceOf(UnreadablePictureException.class);
        }
    }

    private static Arguments of(String what, byte[] content, String expected, String found) {
        return Arguments.of(what, content, expected, found);
    }

    private static byte[] cut(byte[] content, int bytes) {
        return Arrays.copyOf(content, content.length - bytes);
    }

    private static byte[] changed(byte[] content, int place, int value) {
        byte[] changed = content.clone();
        changed[place] = (byte) value;
        return changed;
    }

    private static byte[] without(byte[] content, int from, int to) {
        byte[] shorter = Arrays.copyOf(content, content.length - (to - from));
        System.arraycopy(content, to, shorter, from, content.length - to);
        return shorter;
    }

    /** The place of a JPEG marker's first occurrence. */
    private static int marker(byte[] jpeg, int code) {
        for (int i = 2; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) code) {
                return i;
            }
        }
        throw new AssertionError("no marker " + code);
    }

    /** The index after a JPEG segment. */
    private static int segmentEnd(byte[] jpeg, int place) {
        return place + 2 + ByteBuffer.wrap(jpeg).getShort(place + 2);
    }

    private static byte[] withoutScan(byte[] jpeg) {
        return without(jpeg, marker(jpeg, 0xda), jpeg.length - 2);
    }

    private static byte[] withoutScanEnd(byte[] jpeg) {
        return without(jpeg, segmentEnd(jpeg, marker(jpeg, 0xda)) + 20, jpeg.length - 2);
    }

    private static byte[] withoutTables(byte[] jpeg) {
        int tables = marker(jpeg, 0xdb);
        return without(jpeg, tables, segmentEnd(jpeg, tables));
    }

    private static byte[] withJpegSize(byte[] jpeg, int height, int width) {
        byte[] changed = jpeg.clone();
        int place = marker(jpeg, 0xc0) + 5;
        ByteBuffer.wrap(changed).putShort(place, (short) height).putShort(place + 2, (short) width);
        return changed;
    }

    private static byte[] withTwoFrames(byte[] jpeg) {
        int frame = marker(jpeg, 0xc0);
        int end = segmentEnd(jpeg, frame);
        byte[] longer = Arrays.copyOf(jpeg, jpeg.length + end - frame);
        System.arraycopy(jpeg, frame, longer, end, jpeg.length - frame);
        return longer;
    }

    private static byte[] withPngSize(byte[] png, int width, int height) {
        byte[] changed = png.clone();
        ByteBuffer.wrap(changed).putInt(PNG_HEADER + 8, width).putInt(PNG_HEADER + 12, height);
        CRC32 sum = new CRC32();
        sum.update(changed, PNG_HEADER + 4, 17);
        ByteBuffer.wrap(changed).putInt(PNG_HEADER + 21, (int) sum.getValue());
        return changed;
    }

    private static byte[] withoutHeader(byte[] png) {
        return without(png, PNG_HEADER, PNG_HEADER + 25);
    }

    private static byte[] withoutData(byte[] png) {
        return without(png, PNG_HEADER + 25, png.length - 12);
    }

    private static byte[] withBmpSize(byte[] bmp, int width, int height) {
        byte[] changed = bmp.clone();
        ByteBuffer.wrap(changed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(18, width)
                .putInt(22, height);
        return changed;
    }
}
