// classes: Letters Suits Marks
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
    class LettersSpec {}
//  ^ [netwright:spec-interface] LettersSpec is a class (a spec must be a top-level interface without type parameters)

    @LeNet
    enum SuitsSpec {}
//  ^ [netwright:spec-interface] SuitsSpec is an enum

    @LeNet
    @interface MarksSpec {}
//   ^ [netwright:spec-interface] Fix: declare it at the top level of a file as: interface MarksSpec {}
