package dev.netwright.tests.input;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Sound files made unsound: by flipped bits, other bytes, cuts, insertions, repetitions and other numbers. */
final class Mutations {
    /** Numbers at which lengths and sizes break. */
    private static final int[] EDGES = {
        0, 1, -1, 2, 127, 128, 255, 256, 1 << 15, 1 << 16, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** One to four changes; the file is left as it was. */
    byte[] of(byte[] whole) {
        byte[] changed = whole.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] content) {
        if (content.length < Integer.BYTES) {
            return insertion(content);
        }
        return switch (random.nextInt(7)) {
            case 0 -> flip(content);
            case 1 -> overwritten(content, random.nextInt(content.length), (byte) random.nextInt(256));
            case 2 -> Arrays.copyOf(content, random.nextInt(content.length));
            case 3 -> insertion(content);
            case 4 -> withoutSome(content);
            case 5 -> repetition(content);
            default -> edge(content);
        };
    }

    private byte[] flip(byte[] content) {
        int place = random.nextInt(content.length);
        return overwritten(content, place, (byte) (content[place] ^ 1 << random.nextInt(Byte.SIZE)));
    }

    private static byte[] overwritten(byte[] content, int place, byte value) {
        content[place] = value;
        return content;
    }

    private byte[] insertion(byte[] content) {
        byte[] inserted = new byte[1 + random.nextInt(8)];
        random.nextBytes(inserted);
        return replaced(content, random.nextInt(content.length + 1), 0, inserted);
    }

    private byte[] withoutSome(byte[] content) {
        int place = random.nextInt(content.length);
        return replaced(content, place, random.nextInt(Math.min(16, content.length - place) + 1), new byte[0]);
    }

    private byte[] repetition(byte[] content) {
        int from = random.nextInt(content.length);
        int to = from + random.nextInt(Math.min(64, content.length - from) + 1);
        return replaced(content, random.nextInt(content.length + 1), 0, Arrays.copyOfRange(content, from, to));
    }

    /** A number of four bytes, its first byte the largest or the smallest. */
    private byte[] edge(byte[] content) {
        int value = EDGES[random.nextInt(EDGES.length)];
        int ordered = random.nextBoolean() ? value : Integer.reverseBytes(value);
        int place = random.nextInt(Math.min(content.length, 64) - Integer.BYTES + 1);
        for (int i = 0; i < Integer.BYTES; i++) {
            content[place + i] = (byte) (ordered >>> (Byte.SIZE * i));
        }
        return content;
    }

    private static byte[] replaced(byte[] content, int place, int removed, byte[] inserted) {
        byte[] changed = new byte[content.length - removed + inserted.length];
        System.arraycopy(content, 0, changed, 0, place);
        System.arraycopy(inserted, 0, changed, place, inserted.length);
        System.arraycopy(content, place + removed, changed, place + inserted.length, content.length - place - removed);
        return changed;
    }
}
