package dev.netwright.models.nin;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Nin;

/**
 * Network in network for the colour images of CIFAR-10, as one tutorial builds it after section 4.2 of Lin et al. (2013): 1x1
 * convolutions narrower than their block, dropout 0.25 after each pool, a 7x7 average pool, 966,986 parameters.
 */
// The authors' network has that ReLU and pools of 3x3 on 32 pixels.
@SuppressWarnings({"netwright:relu-logits", "netwright:flatten-size"})
@Nin(
        input = @Input(channels = 3, height = 32, width = 32),
        classes = 10,
        blocks = {
            @Nin.Block(
                    channels = 192,
                    kernel = 5,
                    padding = 2,
                    pointwise = {@Nin.Pointwise(channels = 160), @Nin.Pointwise(channels = 96)},
                    dropout = 0.25),
            @Nin.Block(channels = 192, kernel = 5, padding = 2, dropout = 0.25)
        },
        last = @Nin.Last(channels = 192, kernel = 3, padding = 1),
        averagePool = @Nin.Pool(kernel = 7, stride = 1))
public interface CifarNinSpec {}
