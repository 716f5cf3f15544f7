package garments;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

@Vgg(
        input = @Input(channels = 1, height = 28, width = 28),
        classes = 10,
        hidden = @Vgg.Hidden(units = 64),
        blocks = {@Vgg.Block(convs = 1, channels = 8), @Vgg.Block(convs = 1, channels = 16)})
public interface GarmentsSpec {}
