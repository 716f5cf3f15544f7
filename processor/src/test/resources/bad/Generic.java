// classes: Digits
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
    interface DigitsSpec<T> {}
//  ^ [netwright:spec-interface] DigitsSpec has type parameters
