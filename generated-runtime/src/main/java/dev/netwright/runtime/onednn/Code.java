package dev.netwright.runtime.onednn;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.dnnl.primitive_desc_base;

/**
 * What kind of code the library answers a request with. It tells so by a name alone, so the whole names of version 2.5.2 are listed;
 * {@link CostTable} decides what to ask for, and the name only whether the answer is what was asked for.
 */
enum Code {
    /** Loops in plain C++, slower by orders of magnitude. */
    REFERENCE("ref:any"),

    /** Pools in plain C++ over planes or pixels. */
    PORTABLE("simple_nchw:any", "simple_nhwc:any"),

    /** Anything else: it runs, and nobody has measured it. */
    UNKNOWN,

    /** A matrix product, of a convolution behind a copy of its patches ({@code im2col}). */
    PRODUCT("x64:gemm:jit"),

    /** Winograd's F(4x4, 3x3). */
    WINOGRAD("jit_wino_4x3:avx512_core"),

    /** Code generated for this CPU and these sizes. */
    GENERATED(
            "jit:avx2",
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
            "brgemm_bwd_w:avx512_core");

    private static final Map<String, Code> BY_NAME = Arrays.stream(values())
            .flatMap(code -> Arrays.stream(code.names).map(name -> Map.entry(name, code)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String[] names;

    Code(String... names) {
        this.names = names;
    }

    static Code of(primitive_desc_base description) {
        return named(description.impl_info_str().getString());
    }

    /** Whether it is likely to be faster, from worst to best as they stand here. */
    boolean isBetterThan(Code other) {
        return compareTo(other) > 0;
    }

    static Code named(String name) {
        return BY_NAME.getOrDefault(name, UNKNOWN);
    }
}
