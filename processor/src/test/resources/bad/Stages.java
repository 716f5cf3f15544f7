// classes: Empty Methods Heir Layers Unknown Flat
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
//  ^ [netwright:no-stages] EmptySpec has no method
//  ^ [netwright:no-stages] Fix: declare one for each layer, such as: @Linear(units = 10) void classes();
    interface EmptySpec {}

    // Their layers are known, and so is the input of the last one.
    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface MethodsSpec {
        @Relu
        default void standard() {}
//                   ^ [netwright:stage-method] standard: standard is a default method

        @Relu
        static void fixed() {}
//                  ^ [netwright:stage-method] fixed: fixed is a static method

        @Relu
        void asking(int units);
//           ^ [netwright:stage-method] asking: asking has parameters (a stage must be an abstract void method
//           ^ [netwright:stage-method] Fix: declare it as: void asking();

        @Relu
        <T> void generic();
//               ^ [netwright:stage-method] generic: generic has type parameters

        @Relu
        void failing() throws Exception;
//           ^ [netwright:stage-method] failing: failing throws exceptions

        @Relu
        String answering();
//             ^ [netwright:stage-method] answering: answering returns java.lang.String

        @MaxPool(kernel = 50)
//                        ^ [netwright:shape] pool has a pooling window of 50x50, but its input is 1x28x28
        void pool();
    }

    interface Ancestor {
        void inherited();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface HeirSpec extends Ancestor {
//  ^ [netwright:stage-method] HeirSpec inherits inherited from Ancestor
        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface LayersSpec {
        void nothing();
//           ^ [netwright:stage-layers] nothing: nothing has no layer
//           ^ [netwright:stage-layers] Fix: annotate it with one, such as @Linear(units = 10), or remove it.

        @Conv(channels = 4, kernel = 3)
        @MaxPool
//      ^ [netwright:stage-layers] both: found two layers, @Conv and @MaxPool
//      ^ [netwright:stage-layers] Fix: move @MaxPool to its own method.
        void both();

        @Relu
        @Tanh
//      ^ [netwright:stage-layers] bent: found two activations, @Relu and @Tanh
        void bent();
    }

    // One window that may be too large comes after a missing layer, the other before it.
    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface UnknownSpec {
        @Conv(channels = 4, kernel = 40)
//                                   ^ [netwright:shape] before has a kernel of 40x40, but its input is 1x28x28
        void before();

        @GlobalAveragePool
        @Linear(units = 0)
//      ^ [netwright:stage-layers] linear: found two layers
//                      ^ [netwright:range] linear.units: found 0
        void linear();

        void nothing();
//           ^ [netwright:stage-layers] nothing: nothing has no layer

        @MaxPool(kernel = 50)
        void pool();

        @Linear(units = 1)
//                      ^ [netwright:class-scores] classes.units: classes produces a single value
//                      ^ [netwright:class-scores] Shapes: input 1x28x28 -> before ? -> ? -> classes 1
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
//                   ^ [netwright:no-stages] input: no stage computes anything
    interface FlatSpec {
        @Flatten
        @Dropout
        void features();
    }
