package dev.netwright.runtime.machine;

import java.util.List;

/**
 * The GPUs that NVIDIA's driver lists.
 *
 * @param gpus GPUs in the driver's order; empty if there are none
 * @param remark why there are none; empty if there are some
 */
public record GpuFinding(List<Gpu> gpus, String remark) {
    /**
     * Copies the list.
     *
     * @param gpus GPUs in the driver's order; empty if there are none
     * @param remark why there are none; empty if there are some
     */
    public GpuFinding {
        gpus = List.copyOf(gpus);
    }
}
