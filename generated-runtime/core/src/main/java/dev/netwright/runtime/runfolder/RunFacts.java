package dev.netwright.runtime.runfolder;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.training.Training;
import java.util.Optional;

/**
 * What is known of a run before it begins.
 *
 * @param network full name of the generated class
 * @param fingerprint of the computation
 * @param card the page about the network that the processor wrote, if it is there
 * @param data what is learned
 * @param training how
 */
public record RunFacts(String network, String fingerprint, Optional<String> card, Dataset data, Training training) {}
