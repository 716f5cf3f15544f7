package dev.netwright.commandline.argument;

import dev.netwright.runtime.network.FaultySpecException;
import dev.netwright.runtime.network.MissingNetworkException;
import dev.netwright.runtime.network.NetworkType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a network on the command line: the name of a ready-made one, of a tutorial's, or the full name of a generated
 * class.
 */
public final class NetworkArgument implements ITypeConverter<NetworkType<?>> {
    @Override
    public NetworkType<?> convert(String name) {
        try {
            return NetworkType.named(NetworkNames.className(name).orElse(name));
        } catch (MissingNetworkException e) {
            String like = NetworkNames.like(name);
            throw new TypeConversionException(
                    "'" + name + "' is not the name of a network. Expected one of " + NetworkNames.ofTutorials()
                            + ", a class of netwright-models" + (like.isEmpty() ? "" : " (such as " + like + ")")
                            + ", or any generated class by its full name; " + e.getMessage());
        } catch (FaultySpecException | ExceptionInInitializerError e) {
            throw new TypeConversionException(name + " can't be used: " + e.getMessage());
        }
    }
}
