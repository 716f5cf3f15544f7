package dev.netwright.plan.onednn;

import dev.netwright.plan.Arena;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.PlannedRegion.Kind;
import dev.netwright.plan.Region;
import java.util.ArrayList;
import java.util.List;

/** All memory that the kernels of one binding ask for: pieces of the arena, and what lasts from step to step. */
final class Ledger {
    /** Bytes at whose multiples every tensor begins. */
    static final long ALIGNMENT = 64;

    private final Arena arena = new Arena(ALIGNMENT);
    private final List<PlannedRegion> regions = new ArrayList<>();
    private long ownBytes;

    Region region(String kernel, Kind kind, long bytes) {
        Region region = arena.region(bytes);
        regions.add(new PlannedRegion(kind, kernel, region));
        return region;
    }

    /** Memory that lasts from step to step; less than 0 if it replaces more. */
    void own(long bytes) {
        ownBytes += aligned(bytes);
    }

    long ownBytes() {
        return ownBytes;
    }

    Arena arena() {
        return arena;
    }

    /** The pieces that are ever needed, in the order in which they were asked for. */
    List<PlannedRegion> used() {
        return regions.stream()
                .filter(named -> named.region().isUsed() && named.region().bytes() > 0)
                .toList();
    }

    static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
