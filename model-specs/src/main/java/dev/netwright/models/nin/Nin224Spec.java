package dev.netwright.models.nin;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Nin;

/**
 * Network in network (Lin et al., 2013) as in d2l.ai, chapter "Network in network": grey images of 224x224, 1,992,166
 * parameters. On Fashion-MNIST with batches of 128, SGD at 0.1, Xavier's initial values and 10 epochs its notes report test
 * accuracy 0.847.
 */
// The authors' network has that ReLU; the tutorial takes 224 pixels in place of 227.
@SuppressWarnings({"netwright:relu-logits", "netwright:flatten-size"})
@Nin(input = @Input(channels = 1, height = 224, width = 224), classes = 10)
public interface Nin224Spec {}
