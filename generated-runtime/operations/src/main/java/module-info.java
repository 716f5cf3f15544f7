/** A network as data, and the plan of its memory. Processor, runtime and engines share it. */
module dev.netwright.operation {
    requires static transitive org.jspecify;

    exports dev.netwright.operation;
    exports dev.netwright.plan;
    exports dev.netwright.plan.onednn;
}
