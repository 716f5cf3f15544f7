package dev.netwright.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An arena, and memory of the host, that hold names instead of numbers: for each float, what it is the sum of. Keeps the first and
 * the last moment at which each region was touched.
 */
final class SymbolicMemory {
    private static final Set<String> NOTHING = Set.of("nothing");

    /**
     * Some channels in a memory.
     *
     * @param region none in the host's memory
     * @param first number of floats before them
     * @param size floats of a channel
     */
    @SuppressWarnings("ArrayRecordComponent") // Places are equal if they are in the same memory, which the array is.
    record Place(Set<String>[] memory, @Nullable Region region, int first, int channels, int size) {
        boolean overlaps(Place other) {
            return memory == other.memory && first < other.end() && other.first < end();
        }

        private int end() {
            return first + channels * size;
        }

        boolean isAt(Place other) {
            return memory == other.memory && first == other.first && channels == other.channels;
        }

        Place part(int firstChannel, int count) {
            return new Place(memory, region, first + firstChannel * size, count, size);
        }
    }

    private final Set<String>[] arena;
    private final Map<Region, int[]> lifetimes = new HashMap<>();
    private int moment;

    SymbolicMemory(long bytes) {
        arena = empty(Math.toIntExact(bytes / Float.BYTES));
    }

    void moveTo(int newMoment) {
        moment = newMoment;
    }

    int moment() {
        return moment;
    }

    /** Channels at the start of a region. */
    Place place(Region region, int channels, int size) {
        return new Place(arena, region, Math.toIntExact(region.offset() / Float.BYTES), channels, size);
    }

    /** Memory of the host. */
    static Place host(int channels, int size) {
        return new Place(empty(channels * size), null, 0, channels, size);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
    private static Set<String>[] empty(int floats) {
        Set[] memory = new Set[floats];
        Arrays.fill(memory, NOTHING);
        return memory;
    }

    /** What each channel holds, whoever wrote it; a channel of several holds all of them. */
    List<Set<String>> read(Place place) {
        touch(place);
        List<Set<String>> found = new ArrayList<>();
        for (int channel = 0; channel < place.channels(); channel++) {
            int from = place.first() + channel * place.size();
            Set<String> here = place.memory()[from];
            for (int i = from; i < from + place.size(); i++) {
                here = place.memory()[i].equals(here) ? here : NOTHING;
            }
            found.add(here);
        }
        return found;
    }

    void write(Place place, List<Set<String>> contents) {
        touch(place);
        for (int channel = 0; channel < place.channels(); channel++) {
            int from = place.first() + channel * place.size();
            Arrays.fill(place.memory(), from, from + place.size(), contents.get(channel));
        }
    }

    private void touch(Place place) {
        if (place.region() != null) {
            int[] lifetime = lifetimes.computeIfAbsent(place.region(), key -> new int[] {moment, moment});
            lifetime[1] = moment;
        }
    }

    /** First and last moment of a region; -1 if nothing has touched it. */
    int[] lifetime(Region region) {
        return lifetimes.getOrDefault(region, new int[] {-1, -1});
    }
}
