/** The language of specs. */
module dev.netwright.annotations {
    requires static transitive org.jspecify;

    exports dev.netwright.annotations;
}
