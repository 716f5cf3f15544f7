package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a {@code @Network} stage in the graph.
 *
 * @param name the method's name after the prefix of its block; if it clashes, with underscores appended
 * @param clash the first of its layers' names that is taken, or empty
 */
public record StageName(String name, String clash) {
    private static final String FLATTENED_SUFFIX = "_flat";

    /**
     * The names of all stages of an interface in order. Case is ignored, because some file systems ignore it in the names
     * of class files.
     *
     * @param prefix what the names begin with: {@code layer1.0.} in a block, or nothing
     */
    public static List<StageName> of(List<StageDeclaration> stages, String prefix) {
        List<StageName> names = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(NetworkGraph.IMAGES, NetworkGraph.LOSS));
        for (StageDeclaration stage : stages) {
            String full = prefix + stage.name();
            StageName name = new StageName(full, clash(stage, full, taken));
            while (!clash(stage, name.name(), taken).isEmpty()) {
                name = new StageName(name.name() + "_", name.clash());
            }
            layers(stage, name.name()).map(StageName::folded).forEach(taken::add);
            names.add(name);
        }
        return names;
    }

    /** The Java identifier of a layer or a block: {@code layer1_0_conv1} for {@code layer1.0.conv1}. */
    static String identifier(String name) {
        return name.replace('.', '_');
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

    /**
     * With 0 channels before it, a residual block always has its shortcut, and thus all names that it can have; so does a
     * stage that is skipped where it keeps the shape.
     */
    private static Stream<String> layers(StageDeclaration stage, String name) {
        GraphBuilder graph = new GraphBuilder(ShapeBounds.image(Interval.of(0)));
        StageExpander.expand(graph, stage, name);
        Stream<String> nodes = graph.endBlock(name).blocks().stream()
                .flatMap(block -> block.nodes().stream())
                .map(Node::name);
        return Stream.of(Stream.of(name, name + FLATTENED_SUFFIX), inside(stage, name), nodes)
                .flatMap(Function.identity());
    }

    /** The repetitions and stages of a block, after which the generated class names its nested classes. */
    private static Stream<String> inside(StageDeclaration stage, String name) {
        return stage.layers().stream()
                .flatMap(layer -> layer instanceof StageLayer.BlockUse use ? Stream.of(use) : Stream.empty())
                .flatMap(use -> IntStream.range(0, use.repetitions().size())
                        .boxed()
                        .flatMap(i -> repetition(use.repetitions().get(i), use.isNumbered() ? name + "." + i : name)));
    }

    private static Stream<String> repetition(List<StageDeclaration> stages, String name) {
        return Stream.concat(
                Stream.of(name),
                stages.stream()
                        .flatMap(stage -> Stream.concat(
                                Stream.of(name + "." + stage.name()), inside(stage, name + "." + stage.name()))));
    }

    private static String folded(String name) {
        return identifier(name).toLowerCase(Locale.ROOT);
    }
}
