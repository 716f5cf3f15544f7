// classes: Signs Percents Shares Empty
package bad;

import dev.netwright.annotations.*;

    @Vgg(
            blocks = @Vgg.Block(
                    convs = -2,
//                          ^ [netwright:range] Fix: did you mean convs = 2? If not, set convs = 0, the nearest legal number.
                    channels = -8,
//                             ^ [netwright:range] Fix: did you mean channels = 8? If not, set channels = 1, the smallest legal number, or a larger one.
                    kernel = -3,
//                           ^ [netwright:range] Fix: did you mean kernel = 3? If not, set kernel = 1.
                    lrn = @LocalResponseNorm(
                            alpha = -0.1,
//                                  ^ [netwright:range] Fix: did you mean alpha = 0.1? If not, set alpha = 5.0E-4.
                            k = 0)))
//                              ^ [netwright:range] lrn[0].k: found 0.0, expected a finite number above 0
//                              ^ [netwright:range] Fix: set k = 2.0.
    interface SignsSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface PercentsSpec {
        @Conv(channels = 4, kernel = {3, -3})
//                                       ^ [netwright:range] Fix: did you mean 3? If not, replace it with 1
        void conv();

        @Dropout(rate = 50)
//                      ^ [netwright:range] dropout.rate: found 50.0, expected at least 0 and below 1
//                      ^ [netwright:range] Fix: set rate = 0.5.
        void dropout();

        @Linear(units = 2)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface SharesSpec {
        @Linear(units = 2)
        @Dropout(rate = 1)
//                      ^ [netwright:range] dropout.rate: found 1.0, expected at least 0 and below 1
//                      ^ [netwright:range] Fix: set rate = 0.5.
        void dropout();
    }

    @Vgg(blocks = {})
//                ^ [netwright:count] Fix: add 1 element to blocks.
    interface EmptySpec {}
