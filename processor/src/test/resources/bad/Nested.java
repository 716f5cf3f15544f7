// classes: Digits
package bad;

import dev.netwright.annotations.LeNet;

final class Nested {
    @LeNet
    interface DigitsSpec {}
//  ^ [netwright:spec-interface] DigitsSpec stands inside another type

    private Nested() {}
}
