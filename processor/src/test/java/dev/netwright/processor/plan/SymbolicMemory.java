package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Slots that hold names instead of numbers: for each channel of a buffer, what it is the sum of. Keeps the first and the last
 * time at which each buffer was needed.
 */
final class SymbolicMemory {
    /** What a channel holds that nobody has written. */
    private static final Set<String> NOTHING = Set.of("nothing");

    /**
     * Some channels of a buffer.
     *
     * @param buffer unique in a program
     * @param width all channels of the buffer
     * @param floats size of the buffer
     * @param first number of the buffer's channels before these
     */
    record Place(String buffer, int slot, int width, long floats, int first, int channels) {
        boolean overlaps(Place other) {
            return slot == other.slot && first < other.first + other.channels && other.first < first + channels;
        }
    }

    private record Contents(String buffer, List<Set<String>> channels) {}

    private final Map<Integer, Contents> slots = new HashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, int[]> lifetimes = new LinkedHashMap<>();
    private int time;

    void tick() {
        time++;
    }

    int time() {
        return time;
    }

    /** What the channels hold, whoever wrote it. */
    List<Set<String>> read(Place place) {
        lifetimes.computeIfPresent(place.buffer(), (key, lifetime) -> new int[] {lifetime[0], time});
        Contents there = slots.getOrDefault(place.slot(), new Contents("", List.of()));
        List<Set<String>> found = new ArrayList<>();
        for (int i = place.first(); i < place.first() + place.channels(); i++) {
            found.add(i < there.channels().size() ? there.channels().get(i) : NOTHING);
        }
        return found;
    }

    /** Writes channels; if another buffer was in the slot, nothing is left of that. */
    void write(Place place, List<Set<String>> contents) {
        places.put(place.buffer(), place);
        lifetimes.putIfAbsent(place.buffer(), new int[] {time, time});
        lifetimes.computeIfPresent(place.buffer(), (key, lifetime) -> new int[] {lifetime[0], time});
        Contents there = slots.get(place.slot());
        if (there == null || !there.buffer().equals(place.buffer())) {
            there = new Contents(place.buffer(), new ArrayList<>(Collections.nCopies(place.width(), NOTHING)));
            slots.put(place.slot(), there);
        }
        for (int i = 0; i < place.channels(); i++) {
            there.channels().set(place.first() + i, contents.get(i));
        }
    }

    /** Largest size of the buffers that are needed at one time: no assignment of slots can do with less. */
    long lowerBound() {
        long largest = 0;
        for (int now = 0; now <= time; now++) {
            Map<Integer, Long> live = new HashMap<>();
            for (Map.Entry<String, int[]> lifetime : lifetimes.entrySet()) {
                if (lifetime.getValue()[0] <= now && now <= lifetime.getValue()[1]) {
                    // Two buffers in one slot at one time are an in-place kernel's input and output.
                    Place place = Objects.requireNonNull(places.get(lifetime.getKey()));
                    live.merge(place.slot(), place.floats(), Math::max);
                }
            }
            largest = Math.max(
                    largest, live.values().stream().mapToLong(Long::longValue).sum());
        }
        return largest;
    }

    /** Every slot as large as the largest buffer in it. */
    long slotSizes() {
        Map<Integer, Long> largest = new HashMap<>();
        places.values().forEach(place -> largest.merge(place.slot(), place.floats(), Math::max));
        return largest.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The buffers that were in a slot. */
    List<String> sharersOf(int slot) {
        return places.values().stream()
                .filter(place -> place.slot() == slot)
                .map(Place::buffer)
                .toList();
    }
}
