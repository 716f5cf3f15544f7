package dev.netwright.runtime.onednn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Memory that places of a binding have by turns: two share bytes only if no moment of a step needs both. */
final class Arena {
    private final List<ArenaPlace> places = new ArrayList<>();

    /** A place without an address yet. */
    ArenaPlace place(long bytes) {
        ArenaPlace place = new ArenaPlace(NativeBytes.aligned(bytes));
        places.add(place);
        return place;
    }

    /**
     * Gives every place that is used its address: the largest first, each as low as those that live beside it allow.
     *
     * @return bytes of the arena
     */
    long assign() {
        List<ArenaPlace> placed = new ArrayList<>();
        long end = 0;
        for (ArenaPlace place : bySize()) {
            long offset = lowest(place, placed);
            place.moveTo(offset);
            insert(place, placed);
            end = Math.max(end, offset + place.bytes());
        }
        return end;
    }

    /** The largest sum of places that live at the same moment: no arena can be smaller. */
    long largestLiveBytes() {
        int last = places.stream().mapToInt(ArenaPlace::lastUse).max().orElse(0);
        long largest = 0;
        for (int time = 0; time <= last; time++) {
            int now = time;
            largest = Math.max(
                    largest,
                    places.stream()
                            .filter(place -> place.livesAt(now))
                            .mapToLong(ArenaPlace::bytes)
                            .sum());
        }
        return largest;
    }

    private List<ArenaPlace> bySize() {
        return places.stream()
                .filter(ArenaPlace::isUsed)
                .sorted(Comparator.comparingLong(ArenaPlace::bytes).reversed())
                .toList();
    }

    /** The first gap, in the order of addresses, that is wide enough between places that live at the same time. */
    private static long lowest(ArenaPlace place, List<ArenaPlace> placed) {
        long offset = 0;
        for (ArenaPlace other : placed) {
            if (other.meets(place)) {
                if (offset + place.bytes() <= other.offset()) {
                    return offset;
                }
                offset = Math.max(offset, other.offset() + other.bytes());
            }
        }
        return offset;
    }

    private static void insert(ArenaPlace place, List<ArenaPlace> placed) {
        int index = 0;
        while (index < placed.size() && placed.get(index).offset() <= place.offset()) {
            index++;
        }
        placed.add(index, place);
    }
}
