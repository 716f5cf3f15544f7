/** The language of specs. */
module dev.netwright.annotations {
    requires static org.jspecify;

    exports dev.netwright.annotations;
}
