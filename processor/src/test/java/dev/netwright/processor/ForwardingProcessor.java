package dev.netwright.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Our processor, in an environment that a test has changed. */
abstract class ForwardingProcessor extends AbstractProcessor {
    private final NetwrightProcessor processor = new NetwrightProcessor();

    /** The environment for our processor. */
    abstract ProcessingEnvironment environment(ProcessingEnvironment compilers);

    @Override
    public final synchronized void init(ProcessingEnvironment environment) {
        processor.init(environment(environment));
    }

    @Override
    public final Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public final Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public final SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    /** The annotations that our processor claims. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }
}
