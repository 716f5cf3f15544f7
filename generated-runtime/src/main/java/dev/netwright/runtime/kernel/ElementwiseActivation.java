package dev.netwright.runtime.kernel;

/** An activation by itself: {@code y = f(x)}. Backward: {@code gradInput = gradOutput f'}. */
public interface ElementwiseActivation extends Kernel {}
