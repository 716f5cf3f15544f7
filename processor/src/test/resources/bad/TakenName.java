// classes:
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
//  ^ [netwright:class-name] the type bad.Digits already exists
//  ^ [netwright:class-name] Fix: rename it, or set name = "DigitsNetwork2".
    interface DigitsSpec {}

    @LeNet(name = "LettersSpec")
//                ^ [netwright:class-name] the type bad.LettersSpec already exists
    interface LettersSpec {}

    final class Digits {}

    final class DigitsNetwork {}
