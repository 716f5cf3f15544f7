package dev.netwright.runtime.duplicate;

import java.util.Arrays;

/** Finds the first picture of a set with given pixels: a table with linear probing, eight bytes a picture at least. */
final class ContentIndex {
    private static final int EMPTY = -1;

    private final PictureHashes hashes;
    private final int[] table;

    ContentIndex(PictureHashes hashes) {
        this.hashes = hashes;
        table = new int[Math.max(2, Integer.highestOneBit(hashes.size()) << 2)];
        Arrays.fill(table, EMPTY);
        for (int i = 0; i < hashes.size(); i++) {
            int place = place(hashes, i);
            if (table[place] == EMPTY) {
                table[place] = i;
            }
        }
    }

    /** The index of the first picture with the pixels of another, which may be of another set; none if there is none. */
    int first(PictureHashes others, int other) {
        int found = table[place(others, other)];
        return found == EMPTY ? Originals.NONE : found;
    }

    /** The place of the first picture with these pixels, or else the empty place where one would be. */
    private int place(PictureHashes others, int other) {
        int place = (int) others.contentKey(other) & table.length - 1;
        while (table[place] != EMPTY && !others.hasContent(other, hashes, table[place])) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }
}
