package dev.netwright.onednn.library;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_version;

import dev.netwright.plan.onednn.CostTable;
import java.util.Map;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.stream;

/** The native library: its one engine, and what this CPU lets it do. */
public final class OneDnn {
    private final engine cpu;
    private final stream calls;
    private final int isa;

    private OneDnn() {
        OpenMpWaiting.shorten();
        cpu = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
        calls = new stream(cpu);
        // So that they outlive the scope in which the library happens to be asked for first.
        cpu.retainReference();
        calls.retainReference();
        isa = dnnl_get_effective_cpu_isa();
    }

    /** Loaded on first use. */
    private static final class Holder {
        private static final OneDnn LIBRARY = new OneDnn();
    }

    /** The library. */
    public static OneDnn loaded() {
        return Holder.LIBRARY;
    }

    public engine engine() {
        return cpu;
    }

    /** A CPU's stream runs each primitive in the calling thread's OpenMP team; it holds nothing, so that threads may share it. */
    public stream stream() {
        return calls;
    }

    /** Whether 32 registers of 16 floats are there: what Winograd's kernels need. */
    public boolean hasAvx512() {
        return has(dnnl_cpu_isa_avx512_core);
    }

    /** Whether there are kernels that are worth their layouts. */
    public boolean hasAvx2() {
        return has(dnnl_cpu_isa_avx2);
    }

    /** Channels in a block of a blocked layout. */
    public int block() {
        return hasAvx512() ? CostTable.AVX512_BLOCK : CostTable.AVX2_BLOCK;
    }

    /** What ways of computing cost on this CPU. */
    public CostTable costs() {
        return hasAvx512() ? CostTable.AVX512 : CostTable.AVX2;
    }

    /** What the library's results depend on: its version, the instructions that it uses, and whether Winograd's algorithm may. */
    public Map<String, String> environment() {
        dnnl_version_t version = dnnl_version();
        String instructions = hasAvx512() ? "avx512" : hasAvx2() ? "avx2" : "sse41";
        return Map.of(
                "onednn", version.major() + "." + version.minor() + "." + version.patch(),
                "onednn instructions", instructions + " (" + isa + ")",
                "winograd", WinogradRule.isAllowed() ? "on" : "off");
    }

    private boolean has(int features) {
        return (isa & features) == features;
    }
}
