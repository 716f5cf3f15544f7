package dev.netwright.models.nin;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Nin;

/**
 * Network in network (Lin et al., 2013) in the form of d2l.ai at the size that the comments of another tutorial assume: grey
 * images of 227x227, 1,992,166 parameters.
 */
// The authors' network has that ReLU.
@SuppressWarnings("netwright:relu-logits")
@Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10)
public interface Nin227Spec {}
