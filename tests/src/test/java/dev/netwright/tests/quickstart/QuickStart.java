package dev.netwright.tests.quickstart;

import java.nio.file.Path;

/** The files of the user's project, in the sources and in the copy that the build runs. */
enum QuickStart {
    POM("pom.xml"),
    SPEC("src/main/java/garments/GarmentsSpec.java"),
    MAIN("src/main/java/garments/Main.java");

    /** Where the build copies the project and leaves its log. */
    static final Path COPY = Path.of("target", "it", "quick-start");

    private final String name;

    QuickStart(String name) {
        this.name = name;
    }

    /** The path inside the project, with slashes. */
    String inProject() {
        return name;
    }

    /** The original. */
    Path source() {
        return Path.of("src", "it", "quick-start").resolve(name);
    }

    /** The copy. */
    Path copy() {
        return COPY.resolve(name);
    }
}
