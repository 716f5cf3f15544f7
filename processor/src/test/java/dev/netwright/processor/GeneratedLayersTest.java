package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.writer.NetworkWriter;
import dev.netwright.processor.writer.SourceTidier;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The list of layers in a generated class, read back. */
final class GeneratedLayersTest {
    private static final SpecCompiler STRICT =
            SpecCompiler.of(ToolProvider.getSystemJavaCompiler(), "-proc:none", "-Xlint:all", "-Werror");

    /** Graphs, some with branches, sums and joins that no family has, and the longest possible block. */
    private static List<ShapedNetwork> networks() {
        return Stream.concat(
                        SampleNetworks.random(13).limit(80),
                        Stream.of(SampleNetworks.shaped(SampleNetworks.vgg(
                                SampleNetworks.images(1, 8, 8),
                                2,
                                1,
                                List.of(SampleNetworks.normalized(
                                        SampleNetworks.block(50, 2, 3, 50), SampleNetworks.lrn())),
                                SampleNetworks.hidden(0.5, 4)))))
                .toList();
    }

    @Test
    void aClassListsExactlyTheLayersThatWerePlannedAndBindsThem() throws Exception {
        Map<String, NetworkPlan> plans = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>();
        for (ShapedNetwork network : networks()) {
            String name = "N" + plans.size();
            NetworkPlan plan =
                    NetworkPlan.of(new SpecDeclaration("sample", name + "Spec", name, true, true), network, List.of());
            plans.put(name, plan);
            sources.add(new Source(
                    "sample/" + name + ".java",
                    SourceTidier.tidy(NetworkWriter.write(plan).toString())));
        }

        Result result = STRICT.run(sources, List.of());

        assertThat(result.messages()).isEmpty();
        URL[] classPath = {
            result.output().toUri().toURL(), SpecCompiler.standIns().toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(classPath, GeneratedLayersTest.class.getClassLoader())) {
            for (Map.Entry<String, NetworkPlan> plan : plans.entrySet()) {
                assertThat(BoundProgram.run(loader.loadClass("sample." + plan.getKey())))
                        .as(plan.getKey())
                        .isEqualTo(plan.getValue().layers());
            }
        }
    }
}
