package dev.netwright.processor;

import dev.netwright.processor.SpecPlaces.Place;
import dev.netwright.processor.SpecPlaces.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault to plant in the text of a valid spec.
 *
 * @param kind the kind of change
 * @param path the path in the message: that of the value, or a part of it for a fault that isn't at a single value; empty for any path
 * @param edits the replacements
 * @param fixes replacements of the faulty text, legal or not: values that may have been intended
 */
record PlantedFault(String kind, String path, List<Edit> edits, List<List<Edit>> fixes) {
    /** A stage needs no such annotation. */
    private static final Pattern MAIN_LAYER = Pattern.compile(
            "@(Conv|Upsample|TransposedConv|ChannelShuffle|ChannelSplit|SqueezeExcite|\\w+Pool|LayerScale|LocalResponseNorm|Flatten|Linear|\\w+Block)\\b");

    private static final Pattern GROUPS = Pattern.compile("groups = (\\d+)");

    private static final String LARGEST = Integer.toString(Integer.MAX_VALUE);

    /** Text that replaces other text, or is inserted if both ends are equal. */
    record Edit(int from, int to, String by) {
        boolean isApartFrom(Edit other) {
            return to < other.from || other.to < from;
        }

        static String applied(String text, List<Edit> edits) {
            StringBuilder edited = new StringBuilder(text);
            edits.stream()
                    .sorted(Comparator.comparingInt(Edit::from).reversed())
                    .forEach(edit -> edited.replace(edit.from, edit.to, edit.by));
            return edited.toString();
        }
    }

    /** Whether none of the edits of two faults, or of their fixes, overlap. */
    static boolean areApart(List<Edit> some, List<Edit> others) {
        return some.stream().allMatch(edit -> others.stream().allMatch(edit::isApartFrom));
    }

    /** All faults to plant in a spec; random numbers choose those of each kind. */
    static List<PlantedFault> all(String text, Random random) {
        SpecPlaces places = SpecPlaces.of(text);
        List<PlantedFault> faults = new ArrayList<>();
        for (Place place : places.places()) {
            if (place.isArray()) {
                arrays(place, text, faults);
            } else if (place.isNumber()) {
                numbers(place, places, random, faults);
            } else if (place.type() == boolean.class) {
                faults.add(unresolved(place, List.of("true", "false")));
            }
        }
        for (Stage stage : places.stages()) {
            stages(stage, text, faults);
        }
        int annotation = text.indexOf('(', text.indexOf("\n@")) + 1;
        faults.add(inserted("class-name", "name", annotation, "name = \"class\", "));
        Collections.shuffle(faults, random);
        return faults;
    }

    private static PlantedFault at(Place place, String kind, String by, List<String> fixes) {
        return new PlantedFault(
                kind,
                place.path(),
                List.of(new Edit(place.from(), place.to(), by)),
                fixes.stream()
                        .map(fix -> List.of(new Edit(place.from(), place.to(), fix)))
                        .toList());
    }

    private PlantedFault anywhere() {
        return new PlantedFault(kind, "", edits, fixes);
    }

    private static PlantedFault inserted(String kind, String path, int at, String text, String... fixes) {
        List<List<Edit>> inserted = new ArrayList<>();
        for (String fix : fixes) {
            inserted.add(List.of(new Edit(at, at, fix)));
        }
        return new PlantedFault(kind, path, List.of(new Edit(at, at, text)), inserted);
    }

    private static PlantedFault unresolved(Place place, List<String> fixes) {
        return at(place, "unresolved", "Missing" + place.from() + ".VALUE", fixes);
    }

    private static void numbers(Place place, SpecPlaces places, Random random, List<PlantedFault> faults) {
        if (place.type() == double.class) {
            List<String> fixes = List.of("0.5", "0.01", "1.0", "0");
            PlantedFault range = at(place, "range", random.nextBoolean() ? "-0.5" : "2.0", fixes);
            // A legal factor of depth can make a network too deep, which its variant is blamed for.
            faults.add(place.attribute().equals("depth") ? range.anywhere() : range);
            faults.add(unresolved(place, fixes));
            return;
        }
        // For channels, also a number that every ratio and every number of groups divides.
        String large = place.attribute().equals("channels") ? Integer.toString(37 * 102) : "600";
        List<String> fixes = List.of("1", "151", large, "5");
        String negative = random.nextInt(9) == 0 ? "-2147483648" : "-" + (1 + random.nextInt(200));
        faults.add(at(place, "range", negative, fixes));
        if (!place.attribute().equals("kernel")) {
            String number = List.of("0", "51", "102").get(random.nextInt(3));
            faults.add(at(place, "number", number, fixes).anywhere());
        }
        faults.add(unresolved(place, fixes));
        switch (place.attribute()) {
            case "kernel" -> faults.add(tooLarge(place, 100 + 2 * random.nextInt(50), places));
            case "units", "classes", "channels" -> faults.add(at(place, "too large", LARGEST, fixes));
            case "growth" -> faults.add(at(place, "too large", LARGEST, fixes).anywhere());
            case "parts" -> faults.add(at(place, "parts", "47", fixes));
            case "groups" -> faults.add(at(place, "groups", "47", fixes));
            case "ratio" -> faults.add(at(place, "ratio", "37", fixes).anywhere());
            case "padding" -> faults.add(at(place, "padding", "60", fixes));
            case "height", "width" ->
                faults.add(at(place, "image", Integer.toString(1 + random.nextInt(4)), fixes)
                        .anywhere());
            default -> {}
        }
    }

    /** A kernel that fits into no input: the fix is a smaller kernel or a larger image. */
    private static PlantedFault tooLarge(Place kernel, int by, SpecPlaces places) {
        PlantedFault fault = at(kernel, "window", Integer.toString(by), List.of("1", "3"));
        List<List<Edit>> fixes = new ArrayList<>();
        Place height = places.place("input.height");
        Place width = places.place("input.width");
        for (String side : List.of("400", "3000")) {
            fixes.add(List.of(
                    fault.edits().get(0),
                    new Edit(height.from(), height.to(), side),
                    new Edit(width.from(), width.to(), side)));
        }
        fixes.addAll(fault.fixes());
        return new PlantedFault(fault.kind(), fault.path(), fault.edits(), fixes);
    }

    private static void arrays(Place place, String text, List<PlantedFault> faults) {
        String written = place.value(text);
        if (!place.type().isAnnotation()) {
            List<String> fixes = List.of("1", "{1, 2}", "{2, 1}", "101", "{151, 151}");
            if (!isStrideOfPool(place)) {
                faults.add(at(place, "count", "{}", fixes));
            }
            faults.add(at(place, "count", "{1, 2, 3}", fixes));
            return;
        }
        if (!written.contains("@")) {
            return;
        }
        String element = written.startsWith("{") ? written.substring(1, written.length() - 1) : written;
        String elements = element.strip().replaceFirst(",$", "");
        String first = first(elements);
        faults.add(at(place, "unresolved", "@Missing" + place.from(), List.of(written, first)));
        String others = first.replaceAll("channels = \\d+", "channels = " + 37 * 51 * 2)
                .replaceAll("padding = \\d+", "padding = 151");
        faults.add(at(place, "count", "{}", List.of(written, first, others, "{" + elements + ", " + elements + "}")));
        faults.add(at(
                        place,
                        "count",
                        "{" + String.join(", ", Collections.nCopies(51, elements)) + "}",
                        List.of(written, "{}", "{" + elements + ", " + elements + "}"))
                .anywhere());
    }

    /** A pool without a stride has its window's sides. */
    private static boolean isStrideOfPool(Place place) {
        return place.attribute().equals("stride") && place.annotation().endsWith("Pool");
    }

    /** The first of several consecutive annotations. */
    private static String first(String elements) {
        int open = 0;
        for (int i = 0; i < elements.length(); i++) {
            char letter = elements.charAt(i);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && open == 0) {
                return elements.substring(0, i);
            }
        }
        return elements;
    }

    private static void stages(Stage stage, String text, List<PlantedFault> faults) {
        Edit method = new Edit(stage.nameFrom(), stage.to(), " int " + stage.name() + "();");
        faults.add(new PlantedFault("method", stage.name(), List.of(method), List.of()));
        // No two methods may have the same name: javac would start no processor.
        String planted = " void planted" + stage.from();
        faults.add(inserted(
                "no layer",
                "",
                stage.from(),
                planted + "(); ",
                "@Conv(channels = 3, kernel = 1, padding = 150)" + planted + "(); ",
                "@Conv(channels = 7, kernel = 1)" + planted + "(); ",
                "@Flatten" + planted + "(); ",
                "@Linear(units = 30)" + planted + "(); "));
        for (String layer : List.of("@MaxPool ", "@Linear(units = 5) ")) {
            String written = text.substring(stage.from(), stage.to());
            if (MAIN_LAYER.matcher(written).find() && !written.contains(layer.replaceFirst("\\W*$|\\(.*", ""))) {
                faults.add(inserted(
                        "two layers",
                        stage.name(),
                        stage.from(),
                        layer,
                        "@Conv(channels = 3, kernel = 1, padding = 150)" + planted + "(); ",
                        "@Conv(channels = " + groups(written) + ", kernel = 1)" + planted + "(); ",
                        layer + planted + "(); "));
            }
        }
        faults.add(inserted("image expected", "", stage.from(), "@Linear(units = 12)" + planted + "A(); "));
        faults.add(inserted("stage name", "", stage.from(), "@Relu void images(); "));
        faults.add(inserted("stage name", "", stage.from(), "@Sigmoid" + planted + "long".repeat(11) + "(); "));
        faults.add(inserted("two activations", "", stage.from(), "@Relu @Tanh" + planted + "B(); "));
    }

    /**
     * Numbers of channels that are divisible by the groups of a stage's layer: the layer before it may have been
     * intended to have one of them.
     */
    private static String groups(String stage) {
        Matcher groups = GROUPS.matcher(stage);
        return groups.find() ? groups.group(1) : "1";
    }
}
