package dev.netwright.operation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that is closest to an unknown one, for messages. */
public final class ClosestName {
    private ClosestName() {}

    /**
     * The name with the fewest changed, added and removed letters.
     *
     * @param written the unknown name
     * @param names the known names
     * @return the closest name; empty if more than a third of it differs
     */
    public static Optional<String> of(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3));
    }

    /** The Levenshtein distance, one row of its table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
