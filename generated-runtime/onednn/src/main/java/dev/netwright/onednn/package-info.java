/**
 * oneDNN's kernel set and its workspaces, the default on x86 CPUs. {@code kernel} computes operations with
 * {@code step}s over {@code memory} and {@code parameter}s, and {@code choice} picks among what {@code library} offers.
 *
 * <p>Dependencies go one way: {@code kernel}, {@code parameter}, {@code winograd}, {@code step}, {@code memory},
 * {@code library}, and from {@code kernel} through {@code choice} to {@code library}. No other package knows primitives or their layouts.
 * Like {@code nd4j}, this package asks {@code machine} before it allocates memory. Kernels for any ND4J backend belong
 * in {@code nd4j}.
 */
@NullMarked
package dev.netwright.onednn;

import org.jspecify.annotations.NullMarked;
