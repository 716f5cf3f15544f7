package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InceptionModuleDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;

/** An inception module (Szegedy et al., 2014, figure 2b) with the paper's names: inception4a_reduce3x3, inception4a_3x3. */
final class InceptionModule {
    private final GraphBuilder graph;
    private final ConvolutionForm convolutions;
    private final int kernel5x5;
    private final String name;
    private final Origin origin;
    private final String input;
    private final List<String> branches = new ArrayList<>();

    private InceptionModule(
            GraphBuilder graph, ConvolutionForm convolutions, int kernel5x5, String name, Origin origin) {
        this.graph = graph;
        this.convolutions = convolutions;
        this.kernel5x5 = kernel5x5;
        this.name = name;
        this.origin = origin;
        this.input = graph.last();
    }

    /** Adds a module after the last node. */
    static void add(GraphBuilder graph, ConvolutionForm convolutions, String name, InceptionModuleDeclaration widths) {
        add(graph, convolutions, 5, name, widths);
    }

    /** The same with another kernel in place of the 5x5 one. */
    static void add(
            GraphBuilder graph,
            ConvolutionForm convolutions,
            int kernel5x5,
            String name,
            InceptionModuleDeclaration widths) {
        new InceptionModule(graph, convolutions, kernel5x5, name, widths.origin()).add(widths);
    }

    private void add(InceptionModuleDeclaration widths) {
        convolution("_1x1", widths.c1x1().range(), 1);
        endBranch();
        convolution("_reduce3x3", widths.reduce3x3().range(), 1);
        convolution("_3x3", widths.c3x3().range(), 3);
        endBranch();
        convolution("_reduce5x5", widths.reduce5x5().range(), 1);
        convolution("_5x5", widths.c5x5().range(), kernel5x5);
        endBranch();
        graph.then(name + "_pool", new Pool.Form(PoolKind.MAX, Window.square(3, 1, 1)), origin);
        convolution("_pool_project", widths.pool().range(), 1);
        endBranch();
        graph.join(name + "_join", branches, origin);
    }

    /** A convolution that keeps the size: branches can be joined only if all of them do. */
    private void convolution(String suffix, Interval channels, int kernel) {
        convolutions.addRectified(graph, name + suffix, channels, Window.square(kernel, 1, kernel / 2), origin);
    }

    private void endBranch() {
        branches.add(graph.last());
        graph.from(input);
    }
}
