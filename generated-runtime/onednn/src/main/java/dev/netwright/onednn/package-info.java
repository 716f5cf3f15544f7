/**
 * Kernels that are oneDNN primitives, made once for each binding and run over ND4J's memory; the default on x86 CPUs.
 * Like {@code nd4j} it asks {@code machine} before it takes memory.
 * Here are the kernel set and its workspaces; {@code kernel} computes operations, out of {@code step}s over {@code memory}, with {@code parameter}s, by
 * the {@code choice} among what the {@code library} offers. Dependencies go one way: {@code kernel}, {@code parameter}, {@code step},
 * {@code memory}, {@code library}, and from {@code kernel} by {@code choice} to {@code library}.
 * Nothing outside knows of primitives or their layouts, and what runs on any ND4J backend stands in {@code nd4j}.
 */
@NullMarked
package dev.netwright.onednn;

import org.jspecify.annotations.NullMarked;
