package dev.netwright.tests.models;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.netwright.runtime.network.GeneratedNetwork;
import dev.netwright.runtime.network.NetworkType;
import java.util.List;

/** The class files of netwright-models, found on the class path, so that a new spec is tested from its first day. */
public final class ModelClasses {
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.netwright.models");

    private ModelClasses() {}

    /** The type of every generated network. */
    public static List<NetworkType<?>> types() {
        return ALL.stream()
                .filter(found -> found.isAssignableTo(GeneratedNetwork.class))
                .<NetworkType<?>>map(ModelClasses::type)
                .toList();
    }

    /** Every class file that belongs to a generated network: it and the classes within it. */
    static List<JavaClass> ofNetworks() {
        return ofNetworks(ALL);
    }

    /** The same of the networks of another package. */
    static List<JavaClass> ofNetworks(String packageName) {
        return ofNetworks(new ClassFileImporter().importPackages(packageName));
    }

    private static List<JavaClass> ofNetworks(JavaClasses classes) {
        return classes.stream()
                .filter(found -> outermost(found).isAssignableTo(GeneratedNetwork.class))
                .toList();
    }

    private static JavaClass outermost(JavaClass found) {
        return found.getEnclosingClass().map(ModelClasses::outermost).orElse(found);
    }

    private static NetworkType<?> type(JavaClass network) {
        try {
            return (NetworkType<?>) network.reflect().getField("TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(network.getName() + " has no public static field TYPE", e);
        }
    }
}
