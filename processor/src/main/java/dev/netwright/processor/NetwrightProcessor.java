package dev.netwright.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.netwright.processor.declaration.AttributeReader;
import dev.netwright.processor.declaration.GeneratedAnnotation;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.declaration.SpecText;
import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import dev.netwright.processor.diagnostics.ProblemReporter;
import dev.netwright.processor.diagnostics.Report;
import dev.netwright.processor.lint.LintOptions;
import dev.netwright.processor.writer.SourceTidier;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Turns each annotated spec interface into the class of its network. */
@AutoService(Processor.class)
public final class NetwrightProcessor extends AbstractProcessor {
    private final Set<String> specs = new HashSet<>();

    /** Full names of the classes that were written, by their small letters. */
    private final Map<String, String> written = new HashMap<>();

    private LintOptions options = LintOptions.of(Map.of());
    private final List<PendingSpec> unread = new ArrayList<>();

    /** A spec that refers to what isn't there yet: another processor may be about to write it. */
    private record PendingSpec(Family<?> family, String name) {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** With {@code @Generated}, of which javac's {@code -Xlint:processing} would otherwise say that no processor claims it. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Family.ANNOTATIONS + "*", GeneratedAnnotation.NAME);
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

    /**
     * Claims the annotations, as a user's {@code -Xlint:all} would otherwise warn that nobody does; but not a round with
     * nothing of ours, whose generated types may concern another processor.
     */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Elements elements = processingEnv.getElementUtils();
        List<PendingSpec> pending = List.copyOf(unread);
        unread.clear();
        for (PendingSpec spec : pending) {
            TypeElement type = Objects.requireNonNull(elements.getTypeElement(spec.name()));
            guarded(type, reporter -> process(spec.family(), type, round.processingOver(), reporter));
        }
        for (Family<?> family : Family.ALL) {
            TypeElement annotation = elements.getTypeElement(family.annotation());
            if (annotation != null) {
                // By name, because Eclipse's compiler gives them in no order.
                ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
                        .sorted(Comparator.comparing(
                                spec -> spec.getQualifiedName().toString()))
                        .forEach(spec -> guarded(spec, reporter -> processOnce(family, spec, reporter)));
            }
        }
        boolean isOurs = true;
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(GeneratedAnnotation.NAME)) {
                isOurs = annotations.size() > 1 || !hasOthers(round.getElementsAnnotatedWith(annotation));
            } else {
                guarded(annotation, reporter -> reporter.print(StrayLayers.find(annotation, round)));
            }
        }
        return isOurs;
    }

    /** Whether somebody else generated one of these. */
    private boolean hasOthers(Set<? extends Element> generated) {
        return generated.stream()
                .anyMatch(element -> !(element instanceof TypeElement type
                        && written.containsValue(type.getQualifiedName().toString())));
    }

    /** A step that may find that a class can't be written. */
    private interface Step {
        void run(ProblemReporter reporter) throws IOException;
    }

    /** No exception may reach the compiler: it would hide every other error, and in an IDE end up in a log file. */
    @SuppressWarnings("CatchingUnchecked")
    private void guarded(TypeElement type, Step step) {
        ProblemReporter reporter = new ProblemReporter(processingEnv.getMessager());
        try {
            step.run(reporter);
        } catch (IOException e) {
            reporter.print(Report.of(Finding.of(
                    Problem.UNWRITABLE,
                    new AnnotationOrigin(type, null, null, ""),
                    "writing the class of " + type.getSimpleName() + " failed: " + e,
                    "see that the compiler's output folder has room and may be written")));
        } catch (Exception | StackOverflowError e) {
            reporter.printInternal(type, e);
        }
    }

    private void processOnce(Family<?> family, TypeElement spec, ProblemReporter reporter) throws IOException {
        if (specs.add(spec.getQualifiedName().toString())) {
            process(family, spec, false, reporter);
        } else {
            reporter.print(Report.of(severalFamilies(family, spec)));
        }
    }

    private void process(Family<?> family, TypeElement spec, boolean isLastRound, ProblemReporter reporter)
            throws IOException {
        AttributeReader attributes =
                AttributeReader.of(processingEnv.getElementUtils(), spec, mirrorOf(spec, family.annotation()));
        SpecDeclaration.Reading reading = SpecDeclaration.read(spec, attributes, processingEnv.getElementUtils());
        Pipeline.Outcome outcome = Pipeline.run(family, reading, attributes, options);
        if (attributes.isUnreadable() && !isLastRound) {
            unread.add(new PendingSpec(family, spec.getQualifiedName().toString()));
            return;
        }
        reporter.print(outcome.report());
        reporter.print(outcome.advice());
        if (write(outcome.file(), spec, reading, reporter)) {
            outcome.plan()
                    .ifPresent(plan -> CardFile.of(processingEnv, spec).write(plan, SpecText.of(attributes), reporter));
        }
    }

    /** Whether there is a class and it is written. */
    private boolean write(
            Optional<JavaFile> file, TypeElement spec, SpecDeclaration.Reading reading, ProblemReporter reporter)
            throws IOException {
        if (file.isEmpty()) {
            return false;
        }
        String name = reading.spec().qualifiedClassName();
        String other = written.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (other != null && !other.equals(name)) {
            reporter.print(Report.of(SpecDeclaration.differsInCapitals(
                    reading.namePlace(), name, other, reading.spec().className() + "Network")));
            return false;
        }
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(name, spec).openWriter()) {
            writer.write(SourceTidier.tidy(file.get().toString()));
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
