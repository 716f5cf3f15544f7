package dev.netwright.runtime.network;

/** The generated class of a name doesn't exist, or the class of that name isn't a generated one. */
public final class MissingNetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingNetworkException(String message) {
        super(message);
    }

    /** The spec was compiled without the annotation processor. */
    static MissingNetworkException ofUnprocessedSpec(String className, String spec) {
        return new MissingNetworkException(
                "there is no class " + className + ", but its spec " + spec
                        + " is there: the annotation processor didn't run when it was compiled. Name netwright-processor in the"
                        + " annotationProcessorPaths of maven-compiler-plugin, as annotationProcessor with Gradle, or in javac's"
                        + " -processorpath, and compile again; since JDK 23 javac runs no processor that merely lies on the class path");
    }

    static MissingNetworkException ofUnknownClass(String className) {
        return new MissingNetworkException("there is no class " + className
                + ": expected the full name of a generated class, such as dev.netwright.models.vgg.ImageNetVgg16");
    }

    static MissingNetworkException ofOtherClass(String className) {
        return new MissingNetworkException(className
                + " is no generated network: expected the full name of a class that the processor wrote for a spec");
    }
}
