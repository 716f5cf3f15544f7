// classes: Digits
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
    interface DigitsSpec {}

    @LeNet(
            classes = 62,
            name = "Digits")
//                 ^ [netwright:class-name] another spec or source file of this compilation already declares bad.Digits
    interface LettersSpec {}
