package dev.netwright.runtime.internal.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the files with an independent reader, written from the formats' specifications. */
final class EventFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000L, 250_000_000), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tensorboardFindsTheVersionAndThenTheScalars() throws IOException {
        EventFile file = EventFile.in(folder.resolve("train"), CLOCK);
        file.scalars(47, new TreeMap<>(Map.of("accuracy", 0.25, "loss", 2.5)));
        file.scalars(300, Map.of("loss", Double.NaN));

        Path path = folder.resolve("train").resolve("events.out.tfevents.1700000000.netwright");
        List<Message> events = events(Files.readAllBytes(path));
        assertThat(events).hasSize(3);
        assertThat(events.get(0).text(3)).isEqualTo("brain.Event:2");
        assertThat(events.get(0).fixed64(1)).isEqualTo(1_700_000_000.25);
        assertThat(events.get(1).varint(2)).isEqualTo(47);
        List<Message> values = events.get(1).message(5).messages(1);
        assertThat(values).hasSize(2);
        assertThat(values.get(0).text(1)).isEqualTo("accuracy");
        assertThat(values.get(0).fixed32(2)).isEqualTo(0.25f);
        assertThat(values.get(1).text(1)).isEqualTo("loss");
        assertThat(values.get(1).fixed32(2)).isEqualTo(2.5f);
        assertThat(events.get(2).varint(2)).isEqualTo(300);
        assertThat(events.get(2).message(5).messages(1).get(0).fixed32(2)).isNaN();
    }

    @Test
    void twoRunsInOneSecondHaveTwoFiles() throws IOException {
        EventFile.in(folder, CLOCK).scalars(1, Map.of("loss", 1.0));
        EventFile.in(folder, CLOCK).scalars(2, Map.of("loss", 2.0));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "events.out.tfevents.1700000000.netwright", "events.out.tfevents.1700000000.netwright.1");
        }
    }

    /**
     * The reader reads what TensorBoard 2.21 writes: {@code EventFileWriter(folder).close()} of
     * {@code tensorboard.summary.writer.event_file_writer}, while {@code time.time} returned 1700000000.25.
     */
    @Test
    void theReaderOfThisTestReadsAFileOfTensorboardsToo() {
        Message event = events(HexFormat.of()
                        .parseHex("4800000000000000fe92489d0900001040fc54d9411a0d627261696e2e4576656e743a32522e0a2c"
                                + "74656e736f72626f6172642e73756d6d6172792e7772697465722e6576656e745f66696c655f777269746572"
                                + "75711fd6"))
                .get(0);
        assertThat(event.text(3)).isEqualTo("brain.Event:2");
        assertThat(event.fixed64(1)).isEqualTo(1_700_000_000.25);
    }

    /** The fields of a protobuf message, by number. */
    private record Message(Map<Integer, List<byte[]>> fields) {
        static Message of(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            Map<Integer, List<byte[]>> fields = new TreeMap<>();
            while (in.hasRemaining()) {
                int key = (int) readVarint(in);
                byte[] content = switch (key & 7) {
                    case 0 -> ByteBuffer.allocate(8).putLong(readVarint(in)).array();
                    case 1 -> new byte[8];
                    case 2 -> new byte[(int) readVarint(in)];
                    case 5 -> new byte[4];
                    default -> throw new AssertionError("wire type " + (key & 7));
                };
                if ((key & 7) != 0) {
                    in.get(content);
                }
                fields.computeIfAbsent(key >>> 3, number -> new ArrayList<>()).add(content);
            }
            return new Message(fields);
        }

        private static long readVarint(ByteBuffer in) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        private byte[] only(int field) {
            List<byte[]> found = fields.getOrDefault(field, List.of());
            assertThat(found).hasSize(1);
            return found.get(0);
        }

        String text(int field) {
            return new String(only(field), StandardCharsets.UTF_8);
        }

        long varint(int field) {
            return ByteBuffer.wrap(only(field)).getLong();
        }

        double fixed64(int field) {
            return ByteBuffer.wrap(only(field)).order(ByteOrder.LITTLE_ENDIAN).getDouble();
        }

        float fixed32(int field) {
            return ByteBuffer.wrap(only(field)).order(ByteOrder.LITTLE_ENDIAN).getFloat();
        }

        Message message(int field) {
            return of(only(field));
        }

        List<Message> messages(int field) {
            return fields.getOrDefault(field, List.of()).stream()
                    .map(Message::of)
                    .toList();
        }
    }

    private static List<Message> events(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<Message> events = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            assertThat(in.getInt()).isEqualTo(masked(length));
            byte[] event = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            in.get(event);
            assertThat(in.getInt()).isEqualTo(masked(event));
            events.add(Message.of(event));
        }
        return events;
    }

    /** CRC-32C bit by bit (polynomial 0x1EDC6F41, reflected), masked as TensorFlow's crc32c.h says. */
    private static int masked(byte[] bytes) {
        int crc = ~0;
        for (byte next : bytes) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ (crc & 1) * 0x82f63b78;
            }
        }
        crc = ~crc;
        return (crc >>> 15 | crc << 17) + 0xa282ead8;
    }
}
