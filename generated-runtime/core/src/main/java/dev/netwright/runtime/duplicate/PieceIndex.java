package dev.netwright.runtime.duplicate;

import java.util.function.IntConsumer;

/** The pictures of a set by one piece of their perceptual hashes; four bytes a picture and 256 KiB. */
final class PieceIndex {
    private final int[] starts = new int[PictureHashes.PIECE_VALUES + 1];
    private final int[] pictures;

    private PieceIndex(int size) {
        pictures = new int[size];
    }

    /** Sorts by counting, so that the pictures of a value are in order. Those without structure are left out. */
    static PieceIndex of(PictureHashes hashes, int piece) {
        PieceIndex index = new PieceIndex(hashes.size());
        for (int i = 0; i < hashes.size(); i++) {
            if (hashes.hasStructure(i)) {
                index.starts[hashes.piece(i, piece) + 1]++;
            }
        }
        for (int value = 0; value < PictureHashes.PIECE_VALUES; value++) {
            index.starts[value + 1] += index.starts[value];
        }
        int[] next = index.starts.clone();
        for (int i = 0; i < hashes.size(); i++) {
            if (hashes.hasStructure(i)) {
                index.pictures[next[hashes.piece(i, piece)]++] = i;
            }
        }
        return index;
    }

    /** Visits the pictures below a limit whose piece has a value, in order. */
    void forEach(int value, int limit, IntConsumer visitor) {
        for (int i = starts[value]; i < starts[value + 1] && pictures[i] < limit; i++) {
            visitor.accept(pictures[i]);
        }
    }
}
