// classes: Used Numbers Stray Shapes Skips
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface UsedSpec {
        @Empty void empty();
//      ^ [netwright:block] empty: @Empty has no nested interface
        @Typed(name = "x") void typed();
//      ^ [netwright:block] typed: @Typed has the attribute name of type java.lang.String
        @Nameless(width = 4) void nameless();
//      ^ [netwright:block] nameless: @Nameless has no attribute for its constant HEIGHT
        @Alike(width = 4, height = 5) void alike();
//      ^ [netwright:block] alike: @Alike has the same value for WIDTH and HEIGHT
        @First(stride = 2, times = 2) void first();
//      ^ [netwright:block] first: @First has no default for its attribute stride
        @Stageless void stageless();
//      ^ [netwright:no-stages] stageless: Stages has no method
        @Endless void endless();
        @Repeated(times = 0) void repeated();
//                        ^ [netwright:range] repeated.times: found 0, expected 1 to 100
        @Linear(units = 10) void classes();

        @Block @interface Empty {}

        @Block @interface Typed {
            String name();
            interface Stages { @Relu void relu(); }
        }

        @Block @interface Nameless {
            int width();
            int WIDTH = Block.A, HEIGHT = Block.B;
            interface Stages { @Conv(channels = WIDTH, kernel = HEIGHT) void conv(); }
        }

        @Block @interface Alike {
            int width();
            int height();
            int WIDTH = Block.A, HEIGHT = Block.A;
            interface Stages { @Conv(channels = WIDTH, kernel = HEIGHT) void conv(); }
        }

        @Block @interface First {
            @FirstOnly int stride();
            int times();
            int STRIDE = Block.A;
            interface Stages { @MaxPool(stride = STRIDE) void pool(); }
        }

        @Block @interface Stageless {
            interface Stages {}
        }

        @Block @interface Endless {
            interface Stages {
                @Endless void again();
//              ^ [netwright:block] Endless.again: @Endless uses itself
            }
        }

        @Block @interface Repeated {
            int times();
            interface Stages { @Relu void relu(); }
        }
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface NumbersSpec {
        @Wide(width = 0) void none();
//                    ^ [netwright:range] none.width: found 0, expected at least 1
//                    ^ [netwright:range] Fix: set width = 1
        @Linear(units = 10) void classes();

        @Block @interface Wide {
            int width();
            int WIDTH = Block.A;
            interface Stages {
                @Conv(channels = WIDTH / 2, kernel = 1) void half();
                @Conv(channels = WIDTH + 1, kernel = 1) void more();
//                                     ^ [netwright:block-number] Wide.more.channels: found a sum, or a multiple beyond 16, of the block's constants
                @Conv(channels = 0, kernel = 1) void nothing();
//                               ^ [netwright:range] Wide.nothing.channels: found 0
            }
        }
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface StraySpec {
        @Conv(channels = Block.A, kernel = 1) void outside();
//                            ^ [netwright:block-number] outside.channels: found a constant that is none of a block
        @Inner void inside();
        @Linear(units = 10) void classes();

        @Block @interface Inner {
            interface Stages {
                @Conv(channels = 2 * Block.P, kernel = 1) void conv();
//                                 ^ [netwright:block-number] Inner.conv.channels: found a constant that is none of this block's
                @From("outside") @Relu void relu();
//                    ^ [netwright:stage-input] Inner.relu.value: no stage is named "outside"
            }
        }
    }

    // The fault is in the block, and is reported once, for its first use.
    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface ShapesSpec {
        @Residual(channels = 4) void first();
        @Residual(channels = 4) void second();
        @Linear(units = 10) void classes();

        @Block @interface Residual {
            int channels();
            int times() default 3;
            int CHANNELS = Block.A;
            interface Stages {
                @Conv(channels = CHANNELS, kernel = 3) void conv();
                @Sum({"conv", "input"}) void sum();
//                            ^ [netwright:join-shapes] Residual.sum.value[1]: first.0.sum adds first.0.conv of 4x14x14 and images of 3x16x16
            }
        }
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface SkipsSpec {
        @Skipping void skipping();
        @Linear(units = 10) void classes();

        @Block @interface Skipping {
            interface Stages {
                @SkipIfSameShape @SqueezeExcite(width = 2) void gate();
//              ^ [netwright:stage-layers] Skipping.gate: found @SkipIfSameShape on a stage of several layers or a join
//              ^ [netwright:stage-layers] Fix: remove it, or write the stage as a single layer, such as a @Conv.
                @Conv(channels = 3, kernel = 1) void conv();
                @SkipIfSameShape @Sum({"conv", "gate"}) void sum();
//              ^ [netwright:stage-layers] Skipping.sum: found @SkipIfSameShape on a stage of several layers or a join
            }
        }
    }
