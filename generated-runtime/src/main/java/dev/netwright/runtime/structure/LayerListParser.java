package dev.netwright.runtime.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the list of layers that a generated class carries; each layer's inputs stand before it. */
final class LayerListParser {
    private static final int FIELDS = 8;

    private final Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    private String before = NetworkStructure.IMAGES;

    LayerListParser(List<Integer> images) {
        shapes.put(NetworkStructure.IMAGES, images);
    }

    List<BlockFacts> parse(String list) {
        List<BlockFacts> blocks = new ArrayList<>();
        String block = "";
        List<LayerFacts> layers = new ArrayList<>();
        for (String line : list.lines().toList()) {
            if (line.startsWith(" ")) {
                layers.add(layer(line));
                continue;
            }
            if (!layers.isEmpty()) {
                blocks.add(new BlockFacts(block, layers));
                layers.clear();
            }
            block = line;
        }
        if (block.isEmpty() || layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "a list of layers must begin with a block and end with a layer, found " + list);
        }
        blocks.add(new BlockFacts(block, layers));
        return blocks;
    }

    private LayerFacts layer(String line) {
        String[] fields = line.strip().split(" ", -1);
        try {
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException("it has " + fields.length + " fields instead of " + FIELDS);
            }
            List<LayerFacts.Input> inputs = inputs(fields[3]);
            LayerFacts layer = new LayerFacts(
                    fields[0],
                    fields[1],
                    fields[2].equals("-") ? List.of() : numbers(fields[2]),
                    inputs,
                    fields[4].equals(".") ? inputs.get(0).shape() : numbers(fields[4]),
                    Long.parseLong(fields[5]),
                    Long.parseLong(fields[6]),
                    Long.parseLong(fields[7]));
            if (shapes.put(layer.name(), layer.output()) != null) {
                throw new IllegalArgumentException("a layer before it is called " + layer.name() + " too");
            }
            before = layer.name();
            return layer;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unreadable layer \"" + line.strip() + "\": " + e.getMessage(), e);
        }
    }

    private List<LayerFacts.Input> inputs(String field) {
        return Stream.of(field.equals(".") ? new String[] {before} : field.split(",", -1))
                .map(name -> new LayerFacts.Input(name, shape(name)))
                .toList();
    }

    private List<Integer> shape(String layer) {
        List<Integer> shape = shapes.get(layer);
        if (shape == null) {
            throw new IllegalArgumentException("no layer or image before it is called " + layer);
        }
        return shape;
    }

    private static List<Integer> numbers(String field) {
        return Stream.of(field.split("x", -1)).map(Integer::valueOf).toList();
    }
}
