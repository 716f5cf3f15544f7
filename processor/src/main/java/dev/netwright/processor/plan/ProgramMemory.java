package dev.netwright.processor.plan;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Program;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.plan.onednn.ReferenceMemory;

/**
 * The memory of one program on the reference machine of {@link OneDnnReference}.
 *
 * @param batch images of a step
 * @param bytesPerImage what one more image adds to a large batch
 */
public record ProgramMemory(Program program, int batch, ReferenceMemory reference, long bytesPerImage) {
    /** The batch size for which a card shows the memory. */
    static final int SHOWN_BATCH = 32;

    /** Smaller parts don't appear in a drawing of the whole memory. */
    private static final long VISIBLE_PARTS = 2000;

    static ProgramMemory of(NetworkLayers network, Mode mode) {
        return new ProgramMemory(
                network.program(mode),
                SHOWN_BATCH,
                OneDnnReference.of(network, mode, SHOWN_BATCH),
                OneDnnReference.bytesPerImage(network, mode));
    }

    /** Bytes of all bound memory: the arena, and after it the memory that persists between steps. */
    public long bytes() {
        return reference.bindingBytes();
    }

    /** The largest sum of the memory that is live at the same time: no plan takes less. */
    public long liveBytes() {
        return reference.largestLiveBytes() + reference.ownBytes();
    }

    /** Whether a region is large enough to appear in a drawing of the whole memory. */
    public boolean isVisible(PlannedRegion region) {
        return region.region().bytes() >= bytes() / VISIBLE_PARTS;
    }
}
