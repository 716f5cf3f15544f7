package dev.netwright.commandline.project;

import dev.netwright.annotations.Vgg;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** The package of a new program, which names its network too: {@code com.example.leaf_shapes} has {@code LeafShapes}. */
public final class ProgramName {
    private static final Pattern LOWER_CASE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern UNUSABLE = Pattern.compile("[^a-z0-9_]+");
    /** What Main imports or is, besides the classes of {@code java.lang} and the annotations, which the compiler protects. */
    private static final Set<String> USED_BY_MAIN = Set.of("Main", "Path", "FashionMnist", "Optimizer", "Training");

    private static final String FIX = "give a lower-case name such as garments or clothes.garments";

    private final String name;
    private final String network;

    private ProgramName(String name, String network) {
        this.name = name;
        this.network = network;
    }

    /**
     * A program in the given package.
     *
     * @param name the package, such as {@code com.example.garments}
     * @return the name
     * @throws IllegalArgumentException if it isn't a lower-case package name, or its network would be called like a class
     *     that the program uses
     */
    public static ProgramName of(String name) {
        if (!LOWER_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "--package must be a Java package of lower-case ASCII letters, digits and" + " underscores, found '"
                            + name + "'; " + FIX);
        }
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException(
                    "--package contains a keyword of Java, found '" + name + "'; give another name");
        }
        if (name.equals("java") || name.startsWith("java.")) {
            throw new IllegalArgumentException("--package is reserved for the JDK, found '" + name
                    + "'; give a name that doesn't begin with java");
        }
        String network = className(name.substring(name.lastIndexOf('.') + 1));
        if (USED_BY_MAIN.contains(network) || isUsedEverywhere(network)) {
            throw new IllegalArgumentException("--package names the network too, and there is another class called "
                    + network + ", found '" + name + "'; give a package that ends in another name");
        }
        return new ProgramName(name, network);
    }

    /**
     * A program in the package that a folder's name suggests.
     *
     * @param folder the program's folder
     * @return the name, in lower case without the characters that a package can't have
     * @throws IllegalArgumentException if it suggests none
     */
    public static ProgramName ofFolder(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String given = last == null ? "" : last.toString();
        String suggested = UNUSABLE.matcher(given.toLowerCase(Locale.ROOT)).replaceAll("");
        try {
            return of(suggested);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the folder's name, '" + given + "', doesn't make a package; give one with --package", e);
        }
    }

    /** {@return the package} */
    public String packageName() {
        return name;
    }

    /** {@return the class that the compiler generates} */
    public String network() {
        return network;
    }

    /** {@return the last part of the package, for the artifact and its files} */
    String artifact() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@return the folder of the package, with slashes} */
    String folder() {
        return name.replace('.', '/');
    }

    private static String className(String last) {
        StringBuilder letters = new StringBuilder();
        for (String word : last.split("_+", -1)) {
            if (!word.isEmpty()) {
                letters.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return letters.toString();
    }

    private static boolean isUsedEverywhere(String network) {
        return Object.class.getResource(network + ".class") != null
                || Vgg.class.getResource(network + ".class") != null;
    }
}
