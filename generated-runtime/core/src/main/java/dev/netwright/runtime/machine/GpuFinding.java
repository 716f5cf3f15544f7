package dev.netwright.runtime.machine;

import java.util.List;

/**
 * The graphics processors that NVIDIA's driver names.
 *
 * @param gpus in the driver's order; empty if there are none
 * @param remark if there are none, how that is known
 */
public record GpuFinding(List<Gpu> gpus, String remark) {
    /** Copies the list. */
    public GpuFinding {
        gpus = List.copyOf(gpus);
    }
}
