/**
 * What will be computed, in which order and in which buffers: fused kernels, slots by liveness, names.
 * Everything here is deterministic, the same spec gives the same plan; no Java text is written here.
 */
@NullMarked
package dev.netwright.processor.plan;

import org.jspecify.annotations.NullMarked;
