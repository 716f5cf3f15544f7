// classes: Things
package bad;

import dev.netwright.annotations.Block;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface ThingsSpec {
        @Hundredfold(times = 100) void a();
        @Hundredfold(times = 100) void b();
        @Hundredfold(times = 100) void c();
        @Hundredfold(times = 100) void d();
        @Conv(channels = 2, kernel = 1) void e();
//      ^ [netwright:too-deep] found 4003 layers and activations; e is one too many
//      ^ [netwright:too-deep] Fix: remove at least 3 of them.
        @GlobalAveragePool void mean();
        @Linear(units = 2) void classes();
    }

    @Block
    @interface Hundredfold {
        int times();

        interface Stages {
            @Relu void r0();
            @Relu void r1();
            @Relu void r2();
            @Relu void r3();
            @Relu void r4();
            @Relu void r5();
            @Relu void r6();
            @Relu void r7();
            @Relu void r8();
            @Relu void r9();
        }
    }
