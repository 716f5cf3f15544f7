package dev.netwright.examples;

import dev.netwright.runtime.network.FaultySpecException;
import dev.netwright.runtime.network.MissingNetworkException;
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
            return NetworkType.named(name);
        } catch (MissingNetworkException e) {
            throw new TypeConversionException(
                    "'" + name + "' is no experiment's name (" + Experiments.names() + "), and " + e.getMessage());
        } catch (FaultySpecException | ExceptionInInitializerError e) {
            throw new TypeConversionException(name + " can't be used: " + e.getMessage());
        }
    }
}
