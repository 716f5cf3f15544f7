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
 * What a network's data look like: how a picture becomes its input, and its classes in the order of its outputs. Training takes it from the
 * data that are learned, weights files keep it, and whatever is shown to the network afterwards is held to it.
 *
 * @param labels the names of the classes in the order of the network's outputs
 * @param preprocessing of pictures; empty if the network learned values that no preprocessing of pictures gives
 * @param isAssumed whether nobody has said how pictures are prepared, so that the preprocessing is only what is usual
 */
public record DataSignature(List<String> labels, Optional<Preprocessing> preprocessing, boolean isAssumed) {
    private static final String ASSUMED = "preprocessing_assumed";
    private static final int MOST_NAMES = 4;

    /** Copies the list. */
    public DataSignature {
        labels = List.copyOf(labels);
    }

    /** Of a network that learns a data set. */
    public static DataSignature of(Dataset data) {
        return new DataSignature(data.labels(), data.preprocessing(), false);
    }

    /**
     * Of a network of which nobody has said anything: classes are named by their numbers.
     *
     * @param usual preprocessing, if pictures can become its input at all
     */
    public static DataSignature assumed(int classes, Optional<Preprocessing> usual) {
        return new DataSignature(numbers(classes), usual, true);
    }

    /** Names of classes that nobody has named: their numbers. */
    public static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /**
     * How pictures are prepared, as entries for a file's metadata: those of {@link Preprocessing#toMetadata}, and one more if nobody has said
     * so. The labels stand elsewhere.
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
     * Reads what {@link #toMetadata} wrote; other entries are passed over.
     *
     * @throws MalformedDataException if an entry is missing, unknown or holds what this version cannot do
     */
    public static DataSignature fromMetadata(List<String> labels, Map<String, String> entries) {
        boolean hasPreprocessing = entries.keySet().stream().anyMatch(Preprocessing::isKey);
        return new DataSignature(
                labels,
                hasPreprocessing ? Optional.of(Preprocessing.fromMetadata(entries)) : Optional.empty(),
                Boolean.parseBoolean(entries.get(ASSUMED)));
    }

    /**
     * Pictures of any size as the network reads them.
     *
     * @throws IllegalArgumentException if they have been prepared already, and not as the network's are
     * @throws IllegalStateException if the network learned values that no preprocessing of pictures gives
     */
    public ImageDataset prepared(String network, Pictures pictures) {
        Preprocessing own = preprocessing.orElseThrow(() -> new IllegalStateException(network
                + " learned values that no preprocessing of pictures gives; give it a data set of such values"));
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

    /** A data set as the network reads it: one of pictures that nobody has prepared is prepared, any other is left alone. */
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
     * Compares how pictures become values, if both sides say so.
     *
     * @throws IllegalArgumentException showing both sides if they differ
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
     * Compares how pixels become numbers, if both sides say so: pictures that go on training weights may have another size or crop.
     *
     * @throws IllegalArgumentException showing both sides if they differ
     */
    public void requireSameNormalization(String network, Dataset data) {
        if (isAssumed || preprocessing.isEmpty() || data.preprocessing().isEmpty()) {
            return;
        }
        Preprocessing own = preprocessing.get();
        Preprocessing found = data.preprocessing().get();
        if (!found.normalization().equals(own.normalization())) {
            throw new IllegalArgumentException(
                    network + " begins with weights that learned pictures prepared by "
                            + own.text() + ", found pictures prepared by " + found.text()
                            + "; normalize them in the same way, or give them as they are, so that they are prepared as the weights say");
        }
    }

    private static String otherPreparation(String network, Preprocessing own, String found) {
        return network + " takes pictures prepared by " + own.text() + ", found pictures prepared by " + found
                + "; give them as they are, so that they are prepared as the network's, or prepare them in the same way";
    }

    /**
     * A data set with its classes numbered in the order of the network's outputs: one that has the same names in another order is renumbered.
     *
     * @throws IllegalArgumentException naming what only one side has, or the name that stands for two classes
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

    /** Whether these are the same names, each of one class, in whatever order. */
    public boolean isPermutation(List<String> others) {
        Set<String> own = new HashSet<>(labels);
        return own.size() == labels.size() && others.size() == labels.size() && own.equals(new HashSet<>(others));
    }

    /** Whether the classes have no names but their numbers. */
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
                    + "' in the data, and names stand for several classes, so that they can't be put in order; give the data the"
                    + " network's labels in their order";
        }
        return network + " tells other classes apart than the data has: " + names("the network alone has ", missing)
                + (missing.isEmpty() || unknown.isEmpty() ? "" : ", ")
                + names("the data alone has ", unknown)
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
