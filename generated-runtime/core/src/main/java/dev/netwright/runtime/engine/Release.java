package dev.netwright.runtime.engine;

/** The release of Netwright that this core belongs to. */
public final class Release {
    /** Its version. It is a constant, so that an engine carries the version that it was compiled with. */
    public static final String VERSION = "0.1.0-SNAPSHOT";

    private Release() {}
}
