package dev.netwright.commandline.command;

import dev.netwright.commandline.project.ProgramFolder;
import dev.netwright.commandline.project.ProgramName;
import dev.netwright.commandline.project.TrainingProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an empty folder into a training program. */
@Command(
        name = "new",
        description = "Writes a training program into a new or empty folder: a pom.xml, a spec and a Main.",
        sortOptions = false)
public final class NewCommand implements Runnable {
    @Parameters(paramLabel = "FOLDER", description = "The program's folder, missing or empty.")
    private @Nullable Path folder;

    @Option(
            names = "--package",
            paramLabel = "<name>",
            description = "The Java package; its last part names the network (default: the folder's name).")
    private @Nullable String packageName;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Override
    public void run() {
        Path place = Objects.requireNonNull(folder, "the parameter is required");
        ProgramName name = packageName == null ? ProgramName.ofFolder(place) : ProgramName.of(packageName);
        Map<String, String> files = TrainingProgram.files(name);
        ProgramFolder.at(place).write(files);
        files.keySet().forEach(file -> System.out.println("wrote " + place.resolve(file)));
        System.out.println();
        System.out.println("Train it with a JDK (17 or newer) and Maven:");
        System.out.println("    " + entering(place) + "mvn -q compile exec:java");
    }

    /** Maven's program runs where Maven was started, and saves its weights there. */
    private static String entering(Path place) {
        String path = place.toString();
        if (place.toAbsolutePath().normalize().equals(Path.of("").toAbsolutePath())) {
            return "";
        }
        return "cd " + (path.indexOf(' ') >= 0 ? '"' + path + '"' : path) + " && ";
    }
}
