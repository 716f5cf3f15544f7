// classes: Dead Read
package lint;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface DeadSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void stem();
        @Conv(channels = 4, kernel = 3, padding = 1) void before();
        @Relu void forgotten();
//      ^ [netwright:unread-stage] forgotten: nothing reads forgotten
//      ^ [netwright:unread-stage] Fix: name its stage in the @From or the join that is meant to read it, or remove it.
        @From("stem") @Linear(units = 10) void classes();
    }

    @Network(input = @Input(channels = 3, height = 16, width = 16))
    interface ReadSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void stem();
        @Conv(channels = 4, kernel = 3, padding = 1) void conv();
        @Sum({"conv", "stem"}) @Relu void sum();
        @Linear(units = 10) void classes();
    }
