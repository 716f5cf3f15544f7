package dev.netwright.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Memory that the regions of a binding share over time. Two regions overlap only if no moment of a step needs both. */
public final class Arena {
    private final List<Region> regions = new ArrayList<>();
    private final long alignment;

    /**
     * An arena without regions.
     *
     * @param alignment the bytes at whose multiples regions begin, at least 1
     */
    public Arena(long alignment) {
        this.alignment = alignment;
    }

    /**
     * Requests a region. It has no address until {@link #assign} is called.
     *
     * @param bytes the size, which is rounded up to the alignment
     * @return the region
     */
    public Region region(long bytes) {
        Region region = new Region((bytes + alignment - 1) / alignment * alignment);
        regions.add(region);
        return region;
    }

    /** {@return all regions in the order of request} */
    public List<Region> regions() {
        return List.copyOf(regions);
    }

    /**
     * Assigns an address to every region in use: the largest region first, each at the lowest address that the regions
     * needed at the same time leave free.
     *
     * @return the size of the arena in bytes
     */
    public long assign() {
        List<Region> placed = new ArrayList<>();
        long end = 0;
        for (Region region : bySize()) {
            long offset = lowest(region, placed);
            region.moveTo(offset);
            insert(region, placed);
            end = Math.max(end, offset + region.bytes());
        }
        return end;
    }

    /**
     * {@return the largest sum of the sizes of regions that one moment needs, in bytes; a lower bound of the arena's
     * size}
     */
    public long largestLiveBytes() {
        int last = regions.stream()
                .filter(Region::isUsed)
                .mapToInt(Region::lastUse)
                .max()
                .orElse(0);
        long[] change = new long[last + 2];
        regions.stream().filter(Region::isUsed).forEach(region -> {
            change[region.firstUse()] += region.bytes();
            change[region.lastUse() + 1] -= region.bytes();
        });
        long live = 0;
        long largest = 0;
        for (long difference : change) {
            live += difference;
            largest = Math.max(largest, live);
        }
        return largest;
    }

    private List<Region> bySize() {
        return regions.stream()
                .filter(Region::isUsed)
                .sorted(Comparator.comparingLong(Region::bytes).reversed())
                .toList();
    }

    /** The first gap, by address, that is wide enough between regions needed at the same time. */
    private static long lowest(Region region, List<Region> placed) {
        long offset = 0;
        for (Region other : placed) {
            if (other.meets(region)) {
                if (offset + region.bytes() <= other.offset()) {
                    return offset;
                }
                offset = Math.max(offset, other.offset() + other.bytes());
            }
        }
        return offset;
    }

    private static void insert(Region region, List<Region> placed) {
        int index = 0;
        while (index < placed.size() && placed.get(index).offset() <= region.offset()) {
            index++;
        }
        placed.add(index, region);
    }
}
