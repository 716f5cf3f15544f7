// classes: Digits
package bad;

import dev.netwright.annotations.LeNet;

final class Nested {
    @LeNet
    interface DigitsSpec {}
//  ^ [netwright:spec-interface] DigitsSpec is nested in another type

    private Nested() {}
}
