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

    /** Full names of the classes that were written, by their lower-case form. */
    private final Map<String, String> written = new HashMap<>();

    private LintOptions options = LintOptions.of(Map.of());
    private final List<PendingSpec> unread = new ArrayList<>();

    /** A spec that refers to a type that doesn't exist yet: another processor may still write it. */
    private record PendingSpec(Family<?> family, String name) {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Includes {@code @Generated}: otherwise javac's {@code -Xlint:processing} warns that no processor claims it. */
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
     * Claims the annotations, because a user's {@code -Xlint:all} otherwise warns that no processor does. A round
     * without specs isn't claimed, because its generated types may concern another processor.
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
                // Sorted by name, because Eclipse's compiler returns them in any order.
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

    /** Whether another processor generated one of these. */
    private boolean hasOthers(Set<? extends Element> generated) {
        return generated.stream()
                .anyMatch(element -> !(element instanceof TypeElement type
                        && written.containsValue(type.getQualifiedName().toString())));
    }

    /** A step that fails if a class can't be written. */
    private interface Step {
        void run(ProblemReporter reporter) throws IOException;
    }

    /**
     * Lets no exception reach the compiler: it would hide every other error, and an IDE would show it only in a log
     * file.
     */
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
                    "make sure that the compiler's output folder is writable and has space")));
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

    /** Whether there is a class and it has been written. */
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
                    "another spec or source file of this compilation already declares " + name,
                    "choose another name, or remove the other declaration")));
            return false;
        }
    }

    private static Finding severalFamilies(Family<?> family, TypeElement spec) {
        return Finding.of(
                Problem.SEVERAL_FAMILIES,
                new AnnotationOrigin(spec, mirrorOf(spec, family.annotation()), null, ""),
                spec.getSimpleName() + " has more than one network annotation",
                "keep one of them, or declare another interface for the other");
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
