package dev.netwright.runtime.kernel;

/**
 * Values of equal height and width one after the other along the channels.
 *
 * <p>Backward gives each input its channels of the gradient. An input that is a {@link Binding#slice} of the output is in
 * its place already; where a kernel set gives such inputs memory of their own, this kernel joins and parts them.
 */
public interface Concat extends Kernel {}
