// classes: Things
package bad;

import dev.netwright.annotations.Vgg;

    @Vgg(blocks = {})
//                ^ [netwright:count] blocks: found 0 elements, expected at least 1
    interface ThingsSpec {}
