package dev.netwright.onednn.parameter;
import java.util.List;
public interface VectorUpdate { void step(double learningRate, int iteration, int epoch); List<String> kinds(); }
