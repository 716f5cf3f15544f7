// classes: Letters Empty
package bad;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Inception;

    @Inception(
            norm = {@BatchNorm, @BatchNorm},
//                 ^ [netwright:count] norm: found 2 elements, expected at most 1
            stages = @Inception.Stage(
                    modules = {})
//                            ^ [netwright:count] stages[0].modules: found 0 elements, expected at least 1
            )
    interface LettersSpec {}

    @Inception(
            stages = {})
//                   ^ [netwright:count] stages: found 0 elements, expected at least 1
    interface EmptySpec {}
