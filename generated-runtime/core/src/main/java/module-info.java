/**
 * What a generated network runs on, and what a program calls: training, data, checkpoints and reports.
 *
 * <p>Users call {@code network}, {@code training}, {@code schedule}, {@code initialization}, {@code data}, {@code source}, {@code picture},
 * {@code augmentation}, {@code prediction}, {@code feature}, {@code duplicate}, {@code report}, {@code chart}, {@code html}, {@code summary}, {@code checkpoint}, {@code onnx}, {@code torch},
 * {@code tuning}, {@code option}, {@code fault}, {@code machine} and {@code random}. Generated classes call {@code kernel} besides. Engines
 * implement {@code kernel} and {@code engine} with what is below it. Packages below {@code internal} are nobody else's.
 */
@SuppressWarnings("requires-automatic") // Protocol Buffers and TwelveMonkeys have names and no descriptors yet.
module dev.netwright.runtime {
    requires transitive dev.netwright.operation;
    requires transitive java.desktop;
    requires java.management;
    requires jdk.management;
    requires static transitive org.jspecify;
    requires transitive org.bytedeco.javacpp;
    requires com.fasterxml.jackson.core;
    requires com.google.protobuf;
    requires com.twelvemonkeys.imageio.bmp;
    requires com.twelvemonkeys.imageio.core;
    requires com.twelvemonkeys.imageio.jpeg;
    requires de.siegmar.fastcsv;

    exports dev.netwright.runtime.augmentation;
    exports dev.netwright.runtime.chart;
    exports dev.netwright.runtime.checkpoint;
    exports dev.netwright.runtime.data;
    exports dev.netwright.runtime.duplicate;
    exports dev.netwright.runtime.engine;
    exports dev.netwright.runtime.engine.loss;
    exports dev.netwright.runtime.engine.memory;
    exports dev.netwright.runtime.engine.optimizer;
    exports dev.netwright.runtime.engine.session;
    exports dev.netwright.runtime.fault;
    exports dev.netwright.runtime.feature;
    exports dev.netwright.runtime.html;
    exports dev.netwright.runtime.initialization;
    exports dev.netwright.runtime.kernel;
    exports dev.netwright.runtime.machine;
    exports dev.netwright.runtime.network;
    exports dev.netwright.runtime.onnx;
    exports dev.netwright.runtime.option;
    exports dev.netwright.runtime.picture;
    exports dev.netwright.runtime.prediction;
    exports dev.netwright.runtime.random;
    exports dev.netwright.runtime.report;
    exports dev.netwright.runtime.schedule;
    exports dev.netwright.runtime.source;
    exports dev.netwright.runtime.summary;
    exports dev.netwright.runtime.torch;
    exports dev.netwright.runtime.training;
    exports dev.netwright.runtime.tuning;

    uses dev.netwright.runtime.engine.Engine;
}
