package dev.netwright.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims the annotations that users declare as blocks, because javac's {@code -Xlint:processing} otherwise warns that no
 * processor does. It generates nothing: {@link NetwrightProcessor} reads blocks where specs use them. It is a processor
 * of its own because it must be asked for every annotation, and must leave those of others unclaimed. Its name sorts
 * after that of {@link NetwrightProcessor}: javac asks in this order, and then only blocks are left.
 */
@AutoService(Processor.class)
public final class UserBlockProcessor extends AbstractProcessor {
    private static final String LANGUAGE = "java.lang.";

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    /** Claims all or none: beside the annotations of another processor, javac reports blocks as it reports those. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // Only those that concern nobody else.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return annotations.stream().anyMatch(UserBlockProcessor::isBlock)
                && annotations.stream()
                        .allMatch(annotation -> isBlock(annotation)
                                || annotation.getQualifiedName().toString().startsWith(LANGUAGE));
    }

    private static boolean isBlock(TypeElement annotation) {
        return annotation.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(Family.BLOCK));
    }
}
