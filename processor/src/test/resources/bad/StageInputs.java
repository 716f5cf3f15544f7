// classes: Inputs Sums Products Joins Vectors
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface InputsSpec {
        @Conv(channels = 4, kernel = 3) void stem();

        @From("stemm") @Conv(channels = 4, kernel = 3) void misspelt();
//            ^ [netwright:stage-input] misspelt.value: no stage is named "stemm"
//            ^ [netwright:stage-input] Fix: did you mean "stem"? If not, name one of the earlier stages: stem, input.

        @From("itself") @Conv(channels = 4, kernel = 3) void itself();
//            ^ [netwright:stage-input] itself.value: itself reads itself

        @From("classes") @Conv(channels = 4, kernel = 3) void early();
//            ^ [netwright:stage-input] early.value: classes comes after early
//            ^ [netwright:stage-input] Fix: move classes before early, or name an earlier stage.

        @Sum({"stem", "stem"}) void doubled();
//                    ^ [netwright:stage-input] doubled.value[1]: doubled reads stem twice

        @Concat({"stem"}) void alone();
//              ^ [netwright:count] alone.value: found 1 elements, expected at least 2

        @From("stem") @Sum({"stem", "misspelt"}) void both();
//            ^ [netwright:stage-input] both.value: found @From beside @Sum, which names its inputs itself

        @Linear(units = 10) void classes();
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface SumsSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void left();
        @From("input") @Conv(channels = 6, kernel = 1) void right();
        @Sum({"left", "right"}) void sum();
//                    ^ [netwright:join-shapes] sum.value[1]: sum adds left of 4x16x16 and right of 6x16x16
//                    ^ [netwright:join-shapes] Shapes: input 3x16x16 -> left 4x16x16; input 3x16x16 -> right 6x16x16
//                    ^ [netwright:join-shapes] Fix: give right 4 channels, or left 6.
        @Linear(units = 10) void classes();
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface ProductsSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void image();
        @From("input") @GlobalAveragePool void narrow();
        @Product({"image", "narrow"}) void product();
//                         ^ [netwright:join-shapes] product.value[1]: product multiplies image of 4x16x16 and narrow of 3x1x1
//                         ^ [netwright:join-shapes] Fix: give narrow 4 channels, or image 3.
        @Linear(units = 10) void classes();
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface JoinsSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void left();
        @From("input") @Conv(channels = 6, kernel = 3, padding = 1) void middle();
        @From("input") @Conv(channels = 6, kernel = 2, stride = 2) void right();
        @Concat({"left", "middle", "right"}) void join();
//      ^ [netwright:join-shapes] join: join concatenates left of 4x16x16 and right of 6x8x8
//      ^ [netwright:join-shapes] Fix: choose strides and padding that make right 16x16, or left 8x8.
        @MaxPool(kernel = 100) void unknown();
        @Linear(units = 10) void classes();
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface VectorsSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void image();
        @Linear(units = 4) void vector();
        @Concat({"image", "vector"}) void join();
//      ^ [netwright:join-shapes] join: join concatenates image of 4x16x16 and vector of 4
//      ^ [netwright:join-shapes] Fix: flatten both, or none of them.
        @Linear(units = 10) void classes();
    }
