package dev.netwright.plan.onednn;

import dev.netwright.plan.Arena;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.PlannedRegion.Kind;
import dev.netwright.plan.Region;
import java.util.ArrayList;
import java.util.List;

/** The memory of a binding's kernels: regions of the arena, and memory that stays allocated from step to step. */
final class Ledger {
    /** The bytes at whose multiples tensors begin. */
    static final long ALIGNMENT = 64;

    private final Arena arena = new Arena(ALIGNMENT);
    private final List<PlannedRegion> regions = new ArrayList<>();
    private long ownBytes;

    Region region(String kernel, Kind kind, long bytes) {
        Region region = arena.region(bytes);
        regions.add(new PlannedRegion(kind, kernel, region));
        return region;
    }

    /** Adds memory that stays allocated from step to step; negative if it replaces more than it adds. */
    void own(long bytes) {
        ownBytes += aligned(bytes);
    }

    long ownBytes() {
        return ownBytes;
    }

    Arena arena() {
        return arena;
    }

    /** The regions that any moment needs, in the order of request. */
    List<PlannedRegion> used() {
        return regions.stream()
                .filter(named -> named.region().isUsed() && named.region().bytes() > 0)
                .toList();
    }

    static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
