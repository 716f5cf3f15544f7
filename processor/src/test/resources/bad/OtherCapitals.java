// classes: Letters
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
//  ^ [netwright:class-name] name: bad.Digits differs from bad.digits in capitals alone
//  ^ [netwright:class-name] Fix: set name = "DigitsNetwork".
    interface DigitsSpec {}

    final class digits {}

    @LeNet
    interface LettersSpec {}

    @LeNet(name = "LETTERS")
//                ^ [netwright:class-name] name: bad.LETTERS differs from bad.Letters in capitals alone
    interface OtherSpec {}
