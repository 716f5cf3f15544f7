// classes: Letters
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
//  ^ [netwright:class-name] name: bad.Digits differs from bad.digits only in case
//  ^ [netwright:class-name] Fix: set name = "DigitsNetwork".
    interface DigitsSpec {}

    final class digits {}

    @LeNet
    interface LettersSpec {}

    @LeNet(name = "LETTERS")
//                ^ [netwright:class-name] name: bad.LETTERS differs from bad.Letters only in case
    interface OtherSpec {}
