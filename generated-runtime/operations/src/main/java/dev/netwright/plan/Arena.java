package dev.netwright.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Memory that regions of a binding share over time: two have the same bytes only if no moment of a step needs both. */
public final class Arena {
    private final List<Region> regions = new ArrayList<>();
    private final long alignment;

    /** An arena whose regions begin at multiples of {@code alignment} bytes, at least 1. */
    public Arena(long alignment) {
        this.alignment = alignment;
    }

    /** A region without an address yet. */
    public Region region(long bytes) {
        Region region = new Region((bytes + alignment - 1) / alignment * alignment);
        regions.add(region);
        return region;
    }

    /** Every region, in the order in which they were asked for. */
    public List<Region> regions() {
        return List.copyOf(regions);
    }

    /**
     * Gives every region that is used its address: the largest first, each as low as those that live beside it allow.
     *
     * @return bytes of the arena
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

    /** The largest sum of regions that live at the same moment: no arena can be smaller. */
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

    /** The first gap, in the order of addresses, that is wide enough between regions that live at the same time. */
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
