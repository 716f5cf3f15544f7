/**
 * Kernels that are oneDNN primitives, made once for each binding and run over ND4J's memory; the default on x86 CPUs.
 * Like {@code nd4j} it asks {@code machine} before it takes memory.
 * Nothing outside knows of primitives or their layouts, and what runs on any ND4J backend stands in {@code nd4j}.
 */
@NullMarked
package dev.netwright.runtime.onednn;

import org.jspecify.annotations.NullMarked;
