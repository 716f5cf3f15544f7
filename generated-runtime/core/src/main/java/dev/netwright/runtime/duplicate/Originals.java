package dev.netwright.runtime.duplicate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each picture of one set the closest picture of another: one with equal pixels, else the first of those whose
 * perceptual hashes differ least.
 *
 * <p>Close hashes are found without comparing all pairs (M. Norouzi, A. Punjani and D. Fleet, "Fast Search in Hamming Space
 * with Multi-Index Hashing", 2012): of two hashes that differ in at most r bits, at least one of the eight pieces of 16
 * bits differs in at most r / 8. Only pictures with such a piece are compared. The index of one piece exists at a time.
 */
final class Originals {
    /** No picture is close enough. */
    static final int NONE = -1;

    private final PictureHashes searched;
    private final PictureHashes known;
    private final boolean isWithin;
    private final int most;
    private final int[] originals;
    private final byte[] bits;
    private final boolean[] isExact;

    private Originals(PictureHashes searched, PictureHashes known, int most) {
        this.searched = searched;
        this.known = known;
        this.isWithin = searched == known;
        this.most = most;
        originals = new int[searched.size()];
        Arrays.fill(originals, NONE);
        bits = new byte[searched.size()];
        isExact = new boolean[searched.size()];
    }

    /**
     * Finds the closest known picture of each; within one set, the closest earlier one.
     *
     * @param most bits in which close hashes may differ
     */
    static Originals of(PictureHashes searched, PictureHashes known, int most) {
        Originals originals = new Originals(searched, known, most);
        originals.findEqual();
        for (int piece = 0; piece < PictureHashes.PIECES; piece++) {
            originals.findClose(piece);
        }
        return originals;
    }

    int original(int index) {
        return originals[index];
    }

    int bits(int index) {
        return bits[index];
    }

    boolean isExact(int index) {
        return isExact[index];
    }

    /** Finds the first picture with equal pixels of each. */
    private void findEqual() {
        ContentIndex index = new ContentIndex(known);
        for (int i = 0; i < searched.size(); i++) {
            int first = index.first(searched, i);
            if (first != NONE && (!isWithin || first < i)) {
                originals[i] = first;
                isExact[i] = true;
            }
        }
    }

    private void findClose(int piece) {
        PieceIndex index = PieceIndex.of(known, piece);
        IntStream.range(0, searched.size())
                .parallel()
                .filter(i -> !isExact[i] && searched.hasStructure(i))
                .forEach(i -> findClose(index, piece, i));
    }

    private void findClose(PieceIndex index, int piece, int i) {
        int value = searched.piece(i, piece);
        int limit = isWithin ? i : Integer.MAX_VALUE;
        index.forEach(value, limit, other -> compare(i, other));
        if (most >= PictureHashes.PIECES) {
            for (int bit = 0; bit < PictureHashes.PIECE_BITS; bit++) {
                index.forEach(value ^ 1 << bit, limit, other -> compare(i, other));
            }
        }
    }

    private void compare(int i, int other) {
        int distance = searched.distance(i, known, other);
        boolean isCloser = originals[i] == NONE || distance < bits[i] || (distance == bits[i] && other < originals[i]);
        if (distance <= most && isCloser) {
            originals[i] = other;
            bits[i] = (byte) distance;
        }
    }
}
