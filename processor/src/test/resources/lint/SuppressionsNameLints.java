// classes: Typing Error
package lint;

import dev.netwright.annotations.*;

    @SuppressWarnings({"unused", "netwright:relu-logit", "netwright:rf-small"})
//                               ^ [netwright:options] there is no lint "netwright:relu-logit"
//                               ^ [netwright:options] Fix: did you mean "netwright:relu-logits"? If not, remove it.
    @LeNet
    interface TypingSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface ErrorSpec {
        @SuppressWarnings("netwright:shape")
//                        ^ [netwright:options] hidden: there is no lint "netwright:shape"
//                        ^ [netwright:options] Fix: remove it; an error can't be suppressed.
        @Linear(units = 20)
        @Sigmoid
        void hidden();

        @Linear(units = 10)
        void classes();
    }
