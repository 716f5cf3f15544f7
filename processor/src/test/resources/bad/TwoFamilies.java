// classes: Digits
package bad;

import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    @Vgg(blocks = @Vgg.Block(convs = 1, channels = 8))
//  ^ [netwright:one-family] DigitsSpec has more than one network annotation
    @LeNet
    interface DigitsSpec {}
