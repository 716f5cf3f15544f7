// classes:
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
//  ^ [netwright:class-name] there already is a type bad.Digits
//  ^ [netwright:class-name] Fix: rename it, or set name = "DigitsNetwork2".
    interface DigitsSpec {}

    @LeNet(name = "LettersSpec")
//                ^ [netwright:class-name] there already is a type bad.LettersSpec
    interface LettersSpec {}

    final class Digits {}

    final class DigitsNetwork {}
