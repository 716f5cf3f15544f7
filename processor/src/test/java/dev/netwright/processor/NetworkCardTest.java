package dev.netwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.SpecCompiler.Result;
import dev.netwright.processor.SpecCompiler.Source;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page next to each class. */
final class NetworkCardTest {
    private static final Source RESNET = Source.spec("""
            @ResNet(
                    input = @Input(channels = 3, height = 32, width = 32),
                    classes = 3,
                    stages = {@ResNet.Stage(blocks = 3, channels = 4, stride = 1), @ResNet.Stage(blocks = 1, channels = 8)},
                    form = ResidualForm.BOTTLENECK)""", "ResidualSpec");
    private static final Source INCEPTION = Source.spec("""
            @Inception(
                    input = @Input(channels = 1, height = 16, width = 16),
                    classes = 3,
                    name = "Wörter",
                    stem = @Inception.Stem(channels = 4, kernel = 3, stride = 1, padding = 1, reduce3x3 = 4, c3x3 = 6,
                            pool2 = @Inception.Pool(padding = 0, ceil = true)),
                    stages = @Inception.Stage(
                            modules = @Inception.Module(c1x1 = 2, reduce3x3 = 3, c3x3 = 4, reduce5x5 = 1, c5x5 = 2, pool = 2,
                                    auxiliary = @Inception.Auxiliary(kernel = 2, stride = 2, channels = 4, units = 8)),
                            pool = @Inception.Pool),
                    dropout = 0.4)""", "InceptionSpec");
    private static final Source BLOCKS =
            Source.specWithStages("@Network(input = @Input(channels = 3, height = 9, width = 8))", """

                @Unit(width = 4, stride = 2, times = 3) void layer();
                @Unit(width = 8, slim = true) void last();
                @Linear(units = 3) void classes();

                @Block @interface Unit {
                    int width();
                    @FirstOnly int stride() default 1;
                    boolean slim() default false;
                    int times() default 1;
                    int WIDTH = Block.C, STRIDE = Block.A, SLIM = Block.B;
                    int KERNEL = 3;

                    interface Stages {
                        @Conv(channels = 3 * WIDTH / 2, kernel = KERNEL, stride = STRIDE, padding = 1) void wide();
                        @OnlyIf(SLIM) @Conv(channels = WIDTH / 4, kernel = 1) @Relu void slim();
                        @Conv(channels = WIDTH, kernel = 1) void conv();
                        @From(From.INPUT) @Conv(channels = WIDTH, kernel = 1, stride = STRIDE) @SkipIfSameShape void shortcut();
                        @Sum(value = {"conv", "shortcut"}, ifSameShape = true) @Relu void sum();
                    }
                }
            """, "BlocksSpec");
    private static final Source STAGES = Source.specWithStages(
            "@Network(input = @Input(channels = 1, height = 9, width = 8), loss = Loss.SQUARED_ERROR)",
            """

                @Conv(channels = 2 + 1, kernel = {3, 1}, bias = false) @BatchNorm @Relu @Dropout(rate = 1e-1) void zeta$1();
                @DenseBlock(layers = 3, growth = 2) void dense();
                @Linear(units = 2) void mu();
            """,
            "StagesSpec");

    static List<Source> specs() {
        return List.of(RESNET, INCEPTION, STAGES, BLOCKS);
    }

    private static Path card(Result result, String name) {
        return result.output().resolve("META-INF/netwright/sample." + name + ".html");
    }

    private static String onlyCard(Result result) {
        List<Path> cards = SpecCompiler.files(result.output(), ".html");
        assertThat(cards).hasSize(1);
        return SpecCompiler.read(cards.get(0));
    }

    private static Document parsed(String card) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(card)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static String specText(String card) {
        NodeList sections = parsed(card).getElementsByTagName("section");
        return IntStream.range(0, sections.getLength())
                .mapToObj(i -> (Element) sections.item(i))
                .filter(section -> section.getAttribute("id").equals("spec"))
                .map(section -> section.getElementsByTagName("pre").item(0).getTextContent())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void isWellFormedAndSelfContained(Source spec) {
        String card = onlyCard(SpecCompiler.javac().compile(spec));

        parsed(card);
        assertThat(card.replace("xmlns=\"http://www.w3.org/1999/xhtml\"", ""))
                .doesNotContain("http:", "https:", "url(", "@import", " src=", "<link", "<iframe");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void isTheSameEveryTimeAndUnderEclipse(Source spec) {
        String card = onlyCard(SpecCompiler.javac().compile(spec));

        assertThat(onlyCard(SpecCompiler.javac().compile(spec))).isEqualTo(card);
        assertThat(onlyCard(SpecCompiler.of(new EclipseCompiler(), "--release", "17")
                        .compile(spec)))
                .isEqualTo(card);
    }

    /** Whatever the form of the spec is, with or without constants: the copied text leads to the same class. */
    @Test
    void hasASpecThatGivesTheSameClassWhenItIsCopied() {
        List<Source> written = new ArrayList<>(specs());
        written.add(new Source("sample/HiddenSpec.java", """
                package sample;

                @dev.netwright.annotations.LeNet(classes = 2 * 13, name = "Un" + "seen")
                @Deprecated
                interface HiddenSpec {
                    int NOT_A_STAGE = 1;
                }
                """));
        List<Function<Random, RandomSpec>> families = List.of(
                RandomSpec::vgg,
                RandomSpec::leNet,
                RandomSpec::alexNet,
                RandomSpec::nin,
                RandomSpec::resNet,
                RandomSpec::inception,
                RandomSpec::denseNet);
        Random random = new Random(7);
        for (Function<Random, RandomSpec> family : families) {
            RandomSpec spec = Stream.generate(() -> family.apply(random))
                    .filter(RandomSpec::fits)
                    .findFirst()
                    .orElseThrow();
            written.add(spec.source("Random" + written.size() + "Spec"));
        }
        Result first = SpecCompiler.javac().compile(written);

        List<Source> copies = SpecCompiler.files(first.output(), ".html").stream()
                .map(SpecCompiler::read)
                .map(NetworkCardTest::specText)
                .map(NetworkCardTest::copy)
                .toList();
        Result second = SpecCompiler.javac().compile(copies);

        assertThat(copies).hasSameSizeAs(written);
        assertThat(second.messages()).as(copies.toString()).isEmpty();
        assertThat(second.generated()).isEqualTo(first.generated());
    }

    private static Source copy(String text) {
        Matcher name = Pattern.compile("interface (\\w+)").matcher(text);
        assertThat(name.find()).as(text).isTrue();
        return new Source("sample/" + name.group(1) + ".java", "package sample;\n\n" + text);
    }

    @Test
    void drawsBlocksThatDoTheSameOnce() {
        String card = onlyCard(SpecCompiler.javac().compile(RESNET));

        assertThat(card).contains("<h3>layer1.1 – layer1.2</h3><p class=\"times\">2 times</p>");
    }

    @Test
    void drawsAnAuxiliaryHeadBesideTheMainPath() {
        String card = onlyCard(SpecCompiler.javac().compile(INCEPTION));

        assertThat(card)
                .contains(
                        "<article class=\"block auxiliary\">",
                        "in training only; reads inception3a_join; weight of its loss: 0.3");
    }

    @Test
    void isOmittedOnRequest() {
        Result result = SpecCompiler.of(
                        ToolProvider.getSystemJavaCompiler(), "-Xlint:all,-processing", "-Anetwright.card=false")
                .compile(RESNET);

        assertThat(result.messages()).isEmpty();
        assertThat(SpecCompiler.files(result.output(), ".html")).isEmpty();
        assertThat(result.generated())
                .isEqualTo(SpecCompiler.javac().compile(RESNET).generated());
    }

    @Test
    void isNotWrittenForAFaultySpec() {
        Result result = SpecCompiler.javac().compile(Source.spec("@LeNet(classes = 1)", "FaultySpec"));

        assertThat(SpecCompiler.files(result.output(), ".html")).isEmpty();
    }

    @Test
    void replacesThatOfAnEarlierBuild() throws IOException {
        Path folder = SpecCompiler.temporaryFolder();
        SpecCompiler.javac().compileIn(folder, Source.spec("@LeNet(classes = 26)", "DigitsSpec"));
        Result again = SpecCompiler.javac().compileIn(folder, Source.spec("@LeNet", "DigitsSpec"));

        assertThat(again.messages()).isEmpty();
        assertThat(card(again, "Digits"))
                .hasContent(SpecCompiler.read(
                        card(SpecCompiler.javac().compile(Source.spec("@LeNet", "DigitsSpec")), "Digits")));
    }

    @Test
    void isOmittedIfItCannotBeWritten() throws IOException {
        Result result = compiledWithTakenPlace(SpecCompiler.strictJavac());

        assertThat(result.diagnostics()).singleElement().satisfies(note -> {
            assertThat(note.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
            assertThat(note.getMessage(Locale.ROOT))
                    .startsWith("[netwright:card] META-INF/netwright/sample.Digits.html can't be written: ")
                    .endsWith("The class is complete without it; -Anetwright.card=false turns cards off.");
        });
    }

    /** Its command line doesn't print notes. */
    @Test
    void isOmittedUnderEclipseAsWell() throws IOException {
        Result result = compiledWithTakenPlace(SpecCompiler.of(new EclipseCompiler(), "--release", "17"));

        assertThat(result.errors()).isEmpty();
    }

    private static Result compiledWithTakenPlace(SpecCompiler compiler) throws IOException {
        Path folder = SpecCompiler.temporaryFolder();
        Files.createDirectories(folder.resolve("output/META-INF/netwright/sample.Digits.html/taken"));
        Result result = compiler.compileIn(folder, Source.spec("@LeNet", "DigitsSpec"));
        assertThat(result.output().resolve("sample/Digits.class")).exists();
        return result;
    }
}
