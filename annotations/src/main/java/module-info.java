/** The annotations that describe a network in a spec. */
module dev.netwright.annotations {
    requires static transitive org.jspecify;

    exports dev.netwright.annotations;
}
