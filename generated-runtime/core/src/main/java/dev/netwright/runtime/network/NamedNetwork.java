package dev.netwright.runtime.network;

/** Finds a generated class by its name: the one place where the runtime looks for a class. */
final class NamedNetwork {
    private static final String SPEC_SUFFIX = "Spec";

    private NamedNetwork() {}

    static NetworkType<?> find(String className, ClassLoader loader) {
        try {
            Object type =
                    Class.forName(className, true, loader).getField("TYPE").get(null);
            if (type instanceof NetworkType<?> network) {
                return network;
            }
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            String spec = className + SPEC_SUFFIX;
            throw isThere(spec, loader)
                    ? MissingNetworkException.ofUnprocessedSpec(className, spec)
                    : MissingNetworkException.ofUnknownClass(className);
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof FaultySpecException faulty) {
                throw faulty;
            }
            throw e;
        } catch (ReflectiveOperationException | NullPointerException e) {
            throw MissingNetworkException.ofOtherClass(className);
        }
        throw MissingNetworkException.ofOtherClass(className);
    }

    private static boolean isThere(String className, ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        }
    }
}
