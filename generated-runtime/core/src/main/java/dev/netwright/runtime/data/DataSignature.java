package dev.netwright.runtime.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The data that a network was trained on: the preprocessing of pictures, and the classes in the order of its outputs.
 * It is stored in weights files, and all data for evaluation and prediction are checked against it.
 *
 * @param labels names of the classes in the order of the network's outputs
 * @param preprocessing preprocessing of pictures; empty if the network was trained on values that no preprocessing of
 *     pictures gives
 * @param isAssumed whether the preprocessing is only the usual one, because neither the program nor the file defines it
 */
public record DataSignature(List<String> labels, Optional<Preprocessing> preprocessing, boolean isAssumed) {
    private static final String ASSUMED = "preprocessing_assumed";
    private static final int MOST_NAMES = 4;

    /**
     * Copies the list.
     *
     * @param labels names of the classes in the order of the network's outputs
     * @param preprocessing preprocessing of pictures; empty if the network was trained on values that no preprocessing
     *     of pictures gives
     * @param isAssumed whether the preprocessing is only the usual one, because neither the program nor the file
     *     defines it
     */
    public DataSignature {
        labels = List.copyOf(labels);
    }

    /**
     * The signature of a network trained on a dataset.
     *
     * @param data the training data
     * @return the signature
     */
    public static DataSignature of(Dataset data) {
        return new DataSignature(data.labels(), data.preprocessing(), false);
    }

    /**
     * The signature of a network whose file has no metadata: classes are named by their numbers.
     *
     * @param classes number of classes
     * @param usual the usual preprocessing, if the network's input can be made from pictures
     * @return the signature
     */
    public static DataSignature assumed(int classes, Optional<Preprocessing> usual) {
        return new DataSignature(numbers(classes), usual, true);
    }

    /**
     * Names for classes without names: their numbers.
     *
     * @param classes number of classes
     * @return {@code "0"} to {@code classes - 1}
     */
    public static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /**
     * The preprocessing as entries of a file's metadata: those of {@link Preprocessing#toMetadata}, and one more if it
     * is assumed. Labels are stored separately.
     *
     * @return entries by key
     */
    public Map<String, String> toMetadata() {
        Map<String, String> entries =
                new TreeMap<>(preprocessing.map(Preprocessing::toMetadata).orElse(Map.of()));
        if (isAssumed && preprocessing.isPresent()) {
            entries.put(ASSUMED, Boolean.toString(true));
        }
        return entries;
    }

    /**
     * Parses what {@link #toMetadata} wrote; ignores other entries.
     *
     * @param labels names of the classes
     * @param entries all metadata of the file by key
     * @return the signature
     * @throws MalformedDataException if an entry is missing, unknown or not supported by this version
     */
    public static DataSignature fromMetadata(List<String> labels, Map<String, String> entries) {
        boolean hasPreprocessing = entries.keySet().stream().anyMatch(Preprocessing::isKey);
        return new DataSignature(
                labels,
                hasPreprocessing ? Optional.of(Preprocessing.fromMetadata(entries)) : Optional.empty(),
                Boolean.parseBoolean(entries.get(ASSUMED)));
    }

    /**
     * Prepares pictures of any size for the network.
     *
     * @param network the network's name, for messages
     * @param pictures the pictures
     * @return a view of the prepared pictures
     * @throws IllegalArgumentException if they have already been prepared in another way
     * @throws IllegalStateException if the network was trained on values that no preprocessing of pictures gives
     */
    public ImageDataset prepared(String network, Pictures pictures) {
        Preprocessing own = preprocessing.orElseThrow(() -> new IllegalStateException(network
                + " was trained on values that no preprocessing of pictures gives; give it a dataset of such values"));
        if (pictures instanceof ImageDataset images && isAsTheyAre(images, own)) {
            return images;
        }
        if (pictures.channels() != own.channels()) {
            throw new IllegalArgumentException(network + " takes pictures of " + own.channels()
                    + " channels, found pictures of " + pictures.channels()
                    + "; choose rgb() for 3 channels, grey() for 1");
        }
        if (!Preparation.isRaw(pictures)) {
            throw new IllegalArgumentException(otherPreparation(
                    network,
                    own,
                    pictures instanceof ImageDataset images
                            ? images.preprocessing().map(Preprocessing::text).orElse("values of their own")
                            : Preparation.of(pictures).chain().toString()));
        }
        return Preparation.of(pictures)
                .thenAll(own.steps())
                .normalized(own.normalization())
                .images();
    }

    private static boolean isAsTheyAre(ImageDataset images, Preprocessing own) {
        return images.preprocessing().equals(Optional.of(own));
    }

    /**
     * Prepares a dataset for the network if it consists of unprepared pictures.
     *
     * @param data the dataset
     * @return a view of the prepared pictures, or {@code data}
     */
    public Dataset prepared(Dataset data) {
        if (preprocessing.isPresent() && data instanceof ImageDataset images) {
            Preprocessing own = preprocessing.get();
            if (!isAsTheyAre(images, own) && images.channels() == own.channels() && Preparation.isRaw(images)) {
                return prepared("the network", (Pictures) images);
            }
        }
        return data;
    }

    /**
     * Checks the preprocessing of a dataset, if it is known on both sides.
     *
     * @param network the network's name, for messages
     * @param data the dataset
     * @throws IllegalArgumentException if it differs; the message shows both
     */
    public void requireSamePreprocessing(String network, Dataset data) {
        if (isAssumed || preprocessing.isEmpty() || data.preprocessing().isEmpty()) {
            return;
        }
        Preprocessing own = preprocessing.get();
        Preprocessing found = data.preprocessing().get();
        if (!found.equals(own)) {
            throw new IllegalArgumentException(otherPreparation(network, own, found.text()));
        }
    }

    /**
     * Checks the normalization of a dataset, if it is known on both sides. Sizes and crops may differ: a network can be
     * fine-tuned at another size.
     *
     * @param network the network's name, for messages
     * @param data the dataset
     * @throws IllegalArgumentException if it differs; the message shows both
     */
    public void requireSameNormalization(String network, Dataset data) {
        if (isAssumed || preprocessing.isEmpty() || data.preprocessing().isEmpty()) {
            return;
        }
        Preprocessing own = preprocessing.get();
        Preprocessing found = data.preprocessing().get();
        if (!found.normalization().equals(own.normalization())) {
            throw new IllegalArgumentException(
                    network + " starts from weights trained on pictures prepared by "
                            + own.text() + ", found pictures prepared by " + found.text()
                            + "; normalize them in the same way, or leave them unprepared, so that they are prepared automatically");
        }
    }

    private static String otherPreparation(String network, Preprocessing own, String found) {
        return network + " expects pictures prepared by " + own.text() + ", found pictures prepared by " + found
                + "; leave them unprepared, so that they are prepared automatically, or prepare them in the same way";
    }

    /**
     * Numbers a dataset's classes in the order of the network's outputs.
     *
     * @param network the network's name, for messages
     * @param data the dataset
     * @return the dataset, or a view with the classes reordered if the same names come in another order
     * @throws IllegalArgumentException if the classes differ or a name is ambiguous; the message names the difference
     */
    public Dataset inOrder(String network, Dataset data) {
        List<String> found = data.labels();
        if (found.equals(labels)) {
            return data;
        }
        if (!isPermutation(found)) {
            throw new IllegalArgumentException(otherClasses(network, found));
        }
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, labels.size()).forEach(place -> places.put(labels.get(place), place));
        int[] renumbered = found.stream().mapToInt(places::get).toArray();
        return data instanceof ImageDataset images
                ? new RenumberedImages(images, labels, renumbered)
                : new RenumberedDataset(data, labels, renumbered);
    }

    /**
     * Whether a list has the same names in any order, without duplicates.
     *
     * @param others names of classes
     * @return true if it is a permutation of {@link #labels}
     */
    public boolean isPermutation(List<String> others) {
        Set<String> own = new HashSet<>(labels);
        return own.size() == labels.size() && others.size() == labels.size() && own.equals(new HashSet<>(others));
    }

    /** {@return whether the classes have only numbers as names} */
    public boolean isNumbered() {
        return labels.equals(numbers(labels.size()));
    }

    private String otherClasses(String network, List<String> found) {
        Set<String> own = new HashSet<>(labels);
        Set<String> others = new HashSet<>(found);
        List<String> missing =
                labels.stream().filter(name -> !others.contains(name)).toList();
        List<String> unknown =
                found.stream().filter(name -> !own.contains(name)).toList();
        if (missing.isEmpty() && unknown.isEmpty()) {
            int place = IntStream.range(0, Math.min(labels.size(), found.size()))
                    .filter(k -> !labels.get(k).equals(found.get(k)))
                    .findFirst()
                    .orElse(0);
            return network + " has '" + labels.get(place) + "' as class " + place + ", found '" + found.get(place)
                    + "' in the data, and some names stand for several classes, so they can't be reordered; give the data the"
                    + " network's labels in their order";
        }
        return network + " has other classes than the data: " + names("only the network has ", missing)
                + (missing.isEmpty() || unknown.isEmpty() ? "" : ", ")
                + names("only the data has ", unknown)
                + "; give data of the same classes, under the same names";
    }

    private static String names(String whose, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return names.stream()
                .limit(MOST_NAMES)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", whose, more));
    }
}
