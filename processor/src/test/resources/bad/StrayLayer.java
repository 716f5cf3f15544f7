// classes: Digits
package bad;

import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Relu;

    @LeNet
    interface DigitsSpec {
        @Relu
//      ^ [netwright:stray-layer] lost: DigitsSpec has no @Network (layer annotations must be on methods of an interface with @Network)
        void lost();
    }

    final class Other {
        @Linear(units = 10)
//      ^ [netwright:stray-layer] Fix: annotate Other with @Network, or remove @Linear.
        void classes() {}
    }
