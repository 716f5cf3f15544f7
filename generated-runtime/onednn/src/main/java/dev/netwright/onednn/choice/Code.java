package dev.netwright.onednn.choice;

import dev.netwright.plan.onednn.CostTable;
import org.bytedeco.dnnl.primitive_desc_base;

/**
 * What kind of code the library answers a request with, from the slowest to the fastest. It tells so by a name alone, so the whole names
 * of version 2.5.2 are listed; {@link CostTable} decides what to ask for, and the name only whether the answer is what was asked for.
 */
public enum Code {
    /** Loops in plain C++, slower by orders of magnitude. */
    REFERENCE,

    /** Pools in plain C++ over planes or pixels. */
    PORTABLE,

    /** Anything else: it runs, and nobody has measured it. */
    UNKNOWN,

    /** A matrix product, of a convolution behind a copy of its patches ({@code im2col}). */
    PRODUCT,

    /** Winograd's F(2x2, 3x3), which the library has for few images. */
    SMALL_WINOGRAD,

    /** Winograd's F(4x4, 3x3). */
    WINOGRAD,

    /** Code generated for this CPU and these sizes. */
    GENERATED;

    public static Code of(primitive_desc_base description) {
        return named(description.impl_info_str().getString());
    }

    /** Whether it is the library's code for one channel in each group. */
    public static boolean isDepthwise(primitive_desc_base description) {
        return description.impl_info_str().getString().startsWith("jit_dw:");
    }

    static Code named(String name) {
        return switch (name) {
            case "ref:any" -> REFERENCE;
            case "simple_nchw:any", "simple_nhwc:any" -> PORTABLE;
            case "x64:gemm:jit" -> PRODUCT;
            case "jit_fp32_wino_2x3:avx512_core" -> SMALL_WINOGRAD;
            case "jit_wino_4x3:avx512_core" -> WINOGRAD;
            case "jit:avx2",
                    "jit:avx512_common",
                    "jit:avx512_core",
                    "jit_1x1:avx2",
                    "jit_1x1:avx512_common",
                    "jit_1x1:avx512_core",
                    "jit_dw:avx2",
                    "jit_dw:avx512_common",
                    "jit_dw:avx512_core",
                    "brgconv:avx512_core",
                    "brgconv_1x1:avx512_core",
                    "brdgmm_dw:avx512_core",
                    "brgemm:avx512_core",
                    "brgemm_bwd_d:avx512_core",
                    "brgemm_bwd_w:avx512_core" -> GENERATED;
            default -> UNKNOWN;
        };
    }

    /** Whether it is likely to be faster. */
    boolean isBetterThan(Code other) {
        return compareTo(other) > 0;
    }
}
