package dev.netwright.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.PilFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JPEG pictures with every combination of markers that determine their color space, compared with Pillow. */
class JpegColoursTest {
    private static final int FRAME = 0xc0;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;

    /**
     * A picture and Pillow's result; see {@code src/test/python/pil_decoding_fixtures.py}.
     *
     * @param picture whose application segments are replaced
     * @param jfif the length of JFIF's segment, 0 for none
     * @param adobe the length of Adobe's
     * @param numbers of the components
     */
    record Variant(
            String picture,
            int jfif,
            int adobe,
            int transform,
            boolean isJfifFirst,
            List<Integer> numbers,
            String greySha256,
            String rgbSha256) {
        private static Variant of(String[] line) {
            return new Variant(
                    line[0],
                    Integer.parseInt(line[1]),
                    Integer.parseInt(line[2]),
                    Integer.parseInt(line[3]),
                    line[4].equals("jfif-first"),
                    Arrays.stream(line[5].split(",", -1)).map(Integer::valueOf).toList(),
                    line[6],
                    line[7]);
        }

        byte[] content() {
            byte[] jpeg = PillowPictures.content(picture);
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(jpeg, 0, 2);
            byte[] jfifSegment = segment(0xe0, jfif, "JFIF\0\1\1\0\0\1\0\1\0\0");
            byte[] adobeSegment = segment(0xee, adobe, "Adobe\0d\0\0\0\0" + (char) transform);
            changed.writeBytes(isJfifFirst ? jfifSegment : adobeSegment);
            changed.writeBytes(isJfifFirst ? adobeSegment : jfifSegment);
            int place = 2;
            while (Byte.toUnsignedInt(jpeg[place + 1]) != END) {
                int marker = Byte.toUnsignedInt(jpeg[place + 1]);
                int end = marker == SCAN
                        ? jpeg.length - 2
                        : place + 2 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(place + 2));
                byte[] part = Arrays.copyOfRange(jpeg, place, end);
                for (int i = 0; i < numbers.size(); i++) {
                    if (marker == FRAME) {
                        part[10 + 3 * i] = numbers.get(i).byteValue();
                    } else if (marker == SCAN) {
                        part[5 + 2 * i] = numbers.get(i).byteValue();
                    }
                }
                if (marker < 0xe0 || marker > 0xef) {
                    changed.writeBytes(part);
                }
                place = end;
            }
            changed.write(jpeg, jpeg.length - 2, 2);
            return changed.toByteArray();
        }

        private static byte[] segment(int marker, int length, String content) {
            if (length == 0) {
                return new byte[0];
            }
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            return ByteBuffer.allocate(2 + length)
                    .put((byte) 0xff)
                    .put((byte) marker)
                    .putShort((short) length)
                    .put(bytes, 0, length - 2)
                    .array();
        }
    }

    static Stream<Variant> variants() {
        return PilFixture.lines("/dev/netwright/runtime/picture/jpeg-colours.txt").stream()
                .map(Variant::of);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyByteEqualsPillows(Variant variant) throws UnreadablePictureException {
        BufferedImage picture =
                PictureDecoder.upTo(PictureDecoder.DEFAULT_MAX_PIXELS).decode(variant.content());
        assertThat(PilFixture.sha256(PicturePlanes.of(picture, 3))).isEqualTo(variant.rgbSha256());
        assertThat(PilFixture.sha256(PicturePlanes.of(picture, 1))).isEqualTo(variant.greySha256());
    }
}
