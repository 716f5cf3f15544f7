package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The requirements of Gradle's incremental compilation for an isolating processor: it declares itself isolating, and
 * every generated file has exactly one originating element. The tests don't run Gradle itself.
 */
final class GradleMetadataTest {
    @Test
    void theProcessorsDeclareThatTheyAreIsolating() throws IOException {
        assertThat(Files.readAllLines(SpecCompiler.resource("META-INF/gradle/incremental.annotation.processors")))
                .containsExactly(
                        NetwrightProcessor.class.getName() + ",isolating",
                        UserBlockProcessor.class.getName() + ",isolating");
    }

    @Test
    void everyFileFollowsFromTheOneSpecThatItBelongsTo() {
        Map<String, List<String>> origins = new TreeMap<>();

        Result result = SpecCompiler.javac()
                .run(
                        List.of(
                                Source.spec("@LeNet", "DigitsSpec"),
                                Source.spec("@LeNet(classes = 1)", "FaultySpec"),
                                Source.specWithStages(
                                        "@Network(input = @Input(channels = 1, height = 9, width = 9))",
                                        "@Linear(units = 2) void classes();",
                                        "StagesSpec")),
                        List.of(recording(origins)));

        assertThat(result.generated()).hasSize(3);
        assertThat(origins).containsKeys("sample.Digits", "sample.Faulty", "sample.Stages");
        assertThat(origins)
                .allSatisfy((file, elements) ->
                        assertThat(elements).containsExactly(file.replaceFirst(".*(sample\\.\\w+).*", "$1Spec")));
    }

    /** Records the originating elements of each new file. */
    private static Processor recording(Map<String, List<String>> origins) {
        return new ForwardingProcessor() {
            @Override
            ProcessingEnvironment environment(ProcessingEnvironment compilers) {
                return new ForwardingEnvironment(compilers, new RecordingFiler(compilers.getFiler(), origins));
            }
        };
    }

    private record RecordingFiler(Filer filer, Map<String, List<String>> origins) implements Filer {
        private void note(CharSequence name, Element... elements) {
            origins.put(
                    name.toString(), Stream.of(elements).map(Element::toString).toList());
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... elements) throws IOException {
            note(name, elements);
            return filer.createSourceFile(name, elements);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... elements) throws IOException {
            note(name, elements);
            return filer.createClassFile(name, elements);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence pack, CharSequence name, Element... elements)
                throws IOException {
            note(pack + "/" + name, elements);
            return filer.createResource(location, pack, name, elements);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence pack, CharSequence name)
                throws IOException {
            throw new AssertionError("an isolating processor reads no file: " + name);
        }
    }
}
