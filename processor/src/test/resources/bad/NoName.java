// classes:
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet(classes = 12)
//  ^ [netwright:class-name] Fix: rename the interface to LettersSpec, or add name = "LettersNetwork".
    interface Letters {}

    @LeNet
//  ^ [netwright:class-name] no name is given
    interface Spec {}

    @LeNet(name = "")
//                ^ [netwright:class-name] no name is given
    interface Digits {}
