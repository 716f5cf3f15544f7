package dev.netwright.runtime.training;

import dev.netwright.operation.EarlierNames;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.summary.BlockFacts;
import dev.netwright.runtime.summary.LayerFacts;
import dev.netwright.runtime.summary.NetworkStructure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The layers of a network up to the end of a block. */
final class FrozenPrefix {
    private FrozenPrefix() {}

    /**
     * The names of those layers.
     *
     * @throws IllegalArgumentException if there is no such block, or no parameter follows it
     */
    static FrozenLayers through(String lastBlock, NetworkStructure structure, ParameterTable parameters) {
        Set<String> layers = new HashSet<>();
        for (BlockFacts block : structure.blocks()) {
            block.layers().stream().map(LayerFacts::name).forEach(layers::add);
            if (EarlierNames.earlier(block.name()).equals(EarlierNames.earlier(lastBlock))) {
                return requireRest(new FrozenLayers(layers), lastBlock, structure, parameters);
            }
        }
        throw new SettingException(
                structure.name() + " has no block " + lastBlock + " to freeze up to",
                Fix.of("name one of its blocks " + blocks(structure) + " with ", Setting.FREEZE_THROUGH));
    }

    private static FrozenLayers requireRest(
            FrozenLayers frozen, String lastBlock, NetworkStructure structure, ParameterTable parameters) {
        if (parameters.parameters().stream().map(Parameter::layer).allMatch(frozen::has)) {
            throw new SettingException(
                    structure.name() + " has no parameters after " + lastBlock + ", so nothing would be left to train",
                    Fix.of(
                            "name an earlier one of its blocks " + blocks(structure) + " with ",
                            Setting.FREEZE_THROUGH));
        }
        return frozen;
    }

    private static List<String> blocks(NetworkStructure structure) {
        return structure.blocks().stream().map(BlockFacts::name).toList();
    }
}
