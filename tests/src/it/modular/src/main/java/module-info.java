module garments {
    requires dev.netwright.annotations;
    requires dev.netwright.runtime;
}
