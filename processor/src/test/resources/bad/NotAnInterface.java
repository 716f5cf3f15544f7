// classes: Letters Suits Marks Stages
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Network;

    @LeNet
    class LettersSpec {}
//  ^ [netwright:spec-interface] LettersSpec is a class (a spec must be a top-level interface without type parameters)

    @LeNet
    enum SuitsSpec {}
//  ^ [netwright:spec-interface] SuitsSpec is an enum

    @LeNet
    @interface MarksSpec {}
//   ^ [netwright:spec-interface] Fix: declare it at the top level of a file as: interface MarksSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    class StagesSpec {}
//  ^ [netwright:spec-interface] StagesSpec is a class
