package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.training.Training;
import java.util.Optional;

/**
 * Facts about a run before it starts.
 *
 * @param network full name of the generated class
 * @param fingerprint SHA-256 of the network's spec
 * @param card HTML of the network's card that the processor wrote, if it is available
 * @param data training images
 * @param training options of the run
 */
public record RunFacts(String network, String fingerprint, Optional<String> card, Dataset data, Training training) {}
