package dev.netwright.tests.models;

import dev.netwright.onednn.ChosenPrimitives;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.network.NetworkType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints what oneDNN chooses for every generated network in both modes. The tests run it in a process of its own, whose environment
 * limits the library's instructions: it reads the limit once, when it is loaded.
 */
final class PrimitivesOfModels {
    /** One for which counts of reorders are known; only at some batch of 1 does a choice depend on it. */
    private static final int BATCH = 8;

    private PrimitivesOfModels() {}

    /**
     * One primitive of a step.
     *
     * @param network simple name of the class
     * @param implementation the library's name of its code
     */
    record Chosen(String network, Mode mode, String layer, String direction, String implementation) {
        @Override
        public String toString() {
            return network + " " + mode + " " + layer + " " + direction + " " + implementation;
        }
    }

    /**
     * How often a step changes layouts.
     *
     * @param count over all layers
     */
    record Reorders(String network, Mode mode, int count) {}

    /** All of it, on one instruction set. */
    record Listing(List<Chosen> primitives, List<Reorders> reorders) {
        /** Whether 16 lanes were there. */
        boolean isOfAvx512() {
            return primitives.stream()
                    .anyMatch(primitive -> primitive.implementation().contains("avx512"));
        }

        int reorders(String network, Mode mode) {
            return reorders.stream()
                    .filter(row -> row.network().equals(network) && row.mode() == mode)
                    .findFirst()
                    .orElseThrow()
                    .count();
        }
    }

    /** Prints the listing. */
    public static void main(String... arguments) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        for (NetworkType<?> type : ModelClasses.types()) {
            String network = type.name().substring(type.name().lastIndexOf('.') + 1);
            try (ParameterMemory parameters = kernels.allocate(type.parameters())) {
                for (Mode mode : Mode.values()) {
                    ChosenPrimitives chosen = kernels.primitives(parameters, type.programs(), mode, BATCH);
                    int reorders = chosen.reorders().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    System.out.println("reorders " + network + " " + mode + " " + reorders);
                    chosen.implementations()
                            .forEach(primitive ->
                                    System.out.println("primitive " + network + " " + mode + " " + primitive));
                }
            }
        }
    }

    /** The listing of this machine's instructions. */
    static Listing asThisMachineIs() {
        return run(List.of());
    }

    /** The listing of a machine with AVX2 and no more. */
    static Listing limitedToAvx2() {
        return run(List.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA"));
    }

    private static Listing run(List<String> limits) {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrimitivesOfModels.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        limits.forEach(limit -> program.environment().put(limit, "AVX2"));
        try {
            Process process = program.start();
            List<String> lines;
            try (InputStream output = process.getInputStream()) {
                lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("the listing ended with code " + code);
            }
            return parsed(lines);
        } catch (IOException e) {
            throw new IllegalStateException("the listing did not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Listing parsed(List<String> lines) {
        List<Chosen> primitives = new ArrayList<>();
        List<Reorders> reorders = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "primitive" ->
                    primitives.add(new Chosen(words[1], Mode.valueOf(words[2]), words[3], words[4], words[5]));
                case "reorders" ->
                    reorders.add(new Reorders(words[1], Mode.valueOf(words[2]), Integer.parseInt(words[3])));
                default -> throw new IllegalStateException("the listing printed " + line);
            }
        }
        return new Listing(List.copyOf(primitives), List.copyOf(reorders));
    }

    /** Networks and layers of a kind, as {@code network layer}. */
    static Stream<String> layers(String kind) {
        return ModelClasses.types().stream()
                .flatMap(type -> type.structure()
                        .layers()
                        .filter(layer -> layer.kind().equals(kind))
                        .map(layer -> type.name().substring(type.name().lastIndexOf('.') + 1) + " " + layer.name()));
    }
}
