package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The name of a {@code @Network} stage in the graph.
 *
 * @param name the method's name; if it clashes, with underscores appended
 * @param clash the first of its layers' names that is taken, or empty
 */
public record StageName(String name, String clash) {
    private static final String FLATTENED_SUFFIX = "_flat";

    /**
     * The names of all stages in order. Case is ignored, because some file systems ignore it in the names of class
     * files.
     */
    public static List<StageName> of(NetworkDeclaration network) {
        List<StageName> names = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(NetworkGraph.IMAGES, NetworkGraph.LOSS));
        for (StageDeclaration stage : network.stages().value()) {
            StageName name = new StageName(stage.name(), clash(stage, stage.name(), taken));
            while (!clash(stage, name.name(), taken).isEmpty()) {
                name = new StageName(name.name() + "_", name.clash());
            }
            layers(stage, name.name()).map(StageName::folded).forEach(taken::add);
            names.add(name);
        }
        return names;
    }

    /** The name of the flattening after a network's last stage. */
    String flattened() {
        return name + FLATTENED_SUFFIX;
    }

    private static String clash(StageDeclaration stage, String name, Set<String> taken) {
        return layers(stage, name)
                .filter(layer -> taken.contains(folded(layer)))
                .findFirst()
                .orElse("");
    }

    /** With 0 channels before it, a residual block always has its shortcut, and thus all names that it can have. */
    private static Stream<String> layers(StageDeclaration stage, String name) {
        GraphBuilder graph = new GraphBuilder();
        new StageExpander(graph, Interval.of(0)).expand(stage, name);
        return Stream.concat(
                Stream.of(name, name + FLATTENED_SUFFIX),
                graph.endBlock(name).blocks().stream()
                        .flatMap(block -> block.nodes().stream())
                        .map(Node::name));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
