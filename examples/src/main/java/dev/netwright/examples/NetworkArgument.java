package dev.netwright.examples;

import dev.netwright.runtime.network.NetworkType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A network on the command line: the name of an experiment, or the full name of a generated class. */
final class NetworkArgument implements ITypeConverter<NetworkType<?>> {
    @Override
    public NetworkType<?> convert(String name) {
        return Experiments.find(name).<NetworkType<?>>map(Experiment::network).orElseGet(() -> ofClass(name));
    }

    private static NetworkType<?> ofClass(String name) {
        try {
            Object type = Class.forName(name).getField("TYPE").get(null);
            if (type instanceof NetworkType<?> network) {
                return network;
            }
        } catch (ExceptionInInitializerError e) {
            throw new TypeConversionException(name + " can't be used: " + e.getCause());
        } catch (ReflectiveOperationException | NullPointerException e) {
            throw unknown(name);
        }
        throw unknown(name);
    }

    private static TypeConversionException unknown(String name) {
        return new TypeConversionException("'" + name
                + "' is neither the full name of a generated class, such as dev.netwright.models.vgg.ImageNetVgg16,"
                + " nor one of "
                + Experiments.names());
    }
}
