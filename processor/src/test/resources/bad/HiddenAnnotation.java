// classes:
package bad;

import dev.netwright.annotations.*;

    @LeNet
//  ^ [netwright:hidden-annotation] name: class LeNet would hide dev.netwright.annotations.LeNet from wildcard imports in its package
//  ^ [netwright:hidden-annotation] Fix: set name = "LeNetNetwork", or rename the interface.
    interface LeNetSpec {}

    @LeNet(name = "Input")
//                ^ [netwright:hidden-annotation] Fix: set name = "InputNetwork"
    interface PicturesSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
//  ^ [netwright:hidden-annotation] Fix: set name = "MyNetwork"
    interface NetworkSpec {
        @Linear(units = 10)
        void classes();
    }
