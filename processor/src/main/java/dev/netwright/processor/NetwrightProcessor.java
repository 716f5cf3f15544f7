package dev.netwright.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.declaration.SpecText;
import dev.netwright.processor.declaration.UnreadableSpecException;
import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.ProblemReporter;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.lint.LintOptions;
import dev.netwright.processor.writer.SourceTidier;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Turns each annotated spec interface into the class of its network. */
@AutoService(Processor.class)
public final class NetwrightProcessor extends AbstractProcessor {
    private final Set<String> specs = new HashSet<>();
    private LintOptions options = LintOptions.of(Map.of());

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Family.ANNOTATIONS + "*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> names = new HashSet<>(LintOptions.NAMES);
        names.add(CardFile.OPTION);
        return names;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        options = LintOptions.of(environment.getOptions());
        new ProblemReporter(environment.getMessager()).print(options.faults());
    }

    /** Claims the annotations: a user's {@code -Xlint:all} would otherwise warn that nobody does. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Family<?> family : Family.ALL) {
            TypeElement annotation = processingEnv.getElementUtils().getTypeElement(family.annotation());
            if (annotation != null) {
                // By name, because Eclipse's compiler gives them in no order.
                ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
                        .sorted(Comparator.comparing(
                                spec -> spec.getQualifiedName().toString()))
                        .forEach(spec -> processSafely(family, spec));
            }
        }
        new ProblemReporter(processingEnv.getMessager()).print(StrayLayers.find(annotations, round));
        return true;
    }

    /** No exception may reach the compiler: it would hide every other error, and in an IDE end up in a log file. */
    @SuppressWarnings("CatchingUnchecked")
    private void processSafely(Family<?> family, TypeElement spec) {
        ProblemReporter reporter = new ProblemReporter(processingEnv.getMessager());
        try {
            if (specs.add(spec.getQualifiedName().toString())) {
                process(family, spec, reporter);
            } else {
                reporter.print(Report.of(severalFamilies(family, spec)));
            }
        } catch (Exception | StackOverflowError e) {
            reporter.printInternal(spec, e);
        }
    }

    private void process(Family<?> family, TypeElement spec, ProblemReporter reporter) throws IOException {
        AttributeReader attributes =
                AttributeReader.of(processingEnv.getElementUtils(), spec, mirrorOf(spec, family.annotation()));
        SpecDeclaration.Reading reading;
        try {
            reading = SpecDeclaration.read(spec, attributes, processingEnv.getElementUtils());
        } catch (UnreadableSpecException e) {
            return;
        }
        Pipeline.Outcome outcome;
        try {
            outcome = Pipeline.run(family, reading, attributes, options);
        } catch (UnreadableSpecException e) {
            outcome = new Pipeline.Outcome(Report.CLEAN, List.of(), Pipeline.standIn(reading.spec()), Optional.empty());
        }
        reporter.print(outcome.report());
        reporter.print(outcome.advice());
        if (outcome.file().isPresent() && write(outcome.file().get(), spec, reading, reporter)) {
            outcome.plan()
                    .ifPresent(plan -> CardFile.of(processingEnv, spec).write(plan, SpecText.of(attributes), reporter));
        }
    }

    /** Whether the class is written. */
    private boolean write(JavaFile file, TypeElement spec, SpecDeclaration.Reading reading, ProblemReporter reporter)
            throws IOException {
        String name = reading.spec().qualifiedClassName();
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(name, spec).openWriter()) {
            writer.write(SourceTidier.tidy(file.toString()));
            return true;
        } catch (FilerException e) {
            reporter.print(Report.of(Finding.of(
                    Problem.CLASS_NAME,
                    reading.namePlace(),
                    "another spec, or a source file of this compilation, already gives " + name,
                    "choose another name, or remove the other source")));
            return false;
        }
    }

    private static Finding severalFamilies(Family<?> family, TypeElement spec) {
        return Finding.of(
                Problem.SEVERAL_FAMILIES,
                new AnnotationOrigin(spec, mirrorOf(spec, family.annotation()), null, ""),
                spec.getSimpleName() + " has another one above or below it",
                "keep one of the two, or declare a second interface for the other");
    }

    private static AnnotationMirror mirrorOf(TypeElement spec, String annotation) {
        return spec.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .findFirst()
                .orElseThrow();
    }
}
