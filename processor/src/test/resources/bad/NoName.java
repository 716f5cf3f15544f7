// classes:
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet(classes = 12)
//  ^ [netwright:class-name] Fix: rename the interface to LettersSpec, or add name = "LettersNetwork".
    interface Letters {}

    @LeNet
//  ^ [netwright:class-name] name: not set
    interface Spec {}

    @LeNet(name = "")
//                ^ [netwright:class-name] name: not set
    interface Digits {}
