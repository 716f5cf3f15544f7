package dev.netwright.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The places of annotation values in a spec's text, with their paths as in messages. */
final class SpecPlaces {
    private final String text;
    private final List<Place> places = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private int at;

    private SpecPlaces(String text) {
        this.text = text;
    }

    /**
     * An attribute's value, or an element of an array of numbers.
     *
     * @param path as in messages
     * @param attribute the attribute's name
     * @param annotation the annotation that the attribute belongs to, such as {@code Vgg.Block}
     * @param type the attribute's type, or its elements' type if it is an array
     * @param isArray whether it is a whole array
     * @param from where its text begins
     * @param to where its text ends
     */
    record Place(String path, String attribute, String annotation, Class<?> type, boolean isArray, int from, int to) {
        boolean isNumber() {
            return !isArray && (type == int.class || type == double.class);
        }

        String value(String text) {
            return text.substring(from, to);
        }
    }

    /**
     * A method.
     *
     * @param from where its annotations begin
     * @param nameFrom where the {@code void} before its name begins
     * @param to where it ends, after its semicolon
     */
    record Stage(String name, int from, int nameFrom, int to) {}

    /** Reads a source with one spec. */
    static SpecPlaces of(String text) {
        SpecPlaces places = new SpecPlaces(text);
        places.at = text.indexOf("\n@") + 1;
        places.annotation("");
        places.at = text.indexOf('{', text.indexOf("public interface")) + 1;
        while (places.peek() == '@') {
            places.stage();
        }
        return places;
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** The place with a path. */
    Place place(String path) {
        return places.stream()
                .filter(place -> place.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void skip(char expected) {
        if (peek() != expected) {
            throw new IllegalStateException("expected " + expected + " at " + text.substring(at));
        }
        at++;
    }

    private String word() {
        peek();
        int from = at;
        while (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.') {
            at++;
        }
        return text.substring(from, at);
    }

    private void stage() {
        int from = at;
        int first = places.size();
        while (peek() == '@') {
            annotation("");
        }
        int nameFrom = at;
        word();
        String name = word();
        skip('(');
        skip(')');
        skip(';');
        stages.add(new Stage(name, from, nameFrom, at));
        for (int i = first; i < places.size(); i++) {
            Place place = places.get(i);
            places.set(
                    i,
                    new Place(
                            name + "." + place.path(),
                            place.attribute(),
                            place.annotation(),
                            place.type(),
                            place.isArray(),
                            place.from(),
                            place.to()));
        }
    }

    private void annotation(String path) {
        skip('@');
        String name = word();
        if (peek() != '(') {
            return;
        }
        skip('(');
        while (peek() != ')') {
            String attribute = word();
            skip('=');
            peek();
            value(path + attribute, attribute, name);
            separator();
        }
        skip(')');
    }

    private void separator() {
        if (peek() == ',') {
            at++;
        }
    }

    private void value(String path, String attribute, String annotation) {
        Class<?> declared = typeOf(annotation, attribute);
        Class<?> type = declared.isArray() ? Objects.requireNonNull(declared.getComponentType()) : declared;
        int from = at;
        int first = places.size();
        if (text.charAt(at) == '{') {
            elements(path, attribute, annotation, type);
        } else if (text.charAt(at) == '@') {
            annotation(path + (declared.isArray() ? "[0]." : "."));
        } else {
            token();
            places.add(new Place(path, attribute, annotation, type, false, from, at));
        }
        if (declared.isArray()) {
            places.add(first, new Place(path, attribute, annotation, type, true, from, at));
        }
    }

    private void elements(String path, String attribute, String annotation, Class<?> type) {
        skip('{');
        for (int i = 0; peek() != '}'; i++) {
            int from = at;
            if (text.charAt(at) == '@') {
                annotation(path + "[" + i + "].");
            } else {
                token();
                places.add(new Place(path + "[" + i + "]", attribute, annotation, type, false, from, at));
            }
            separator();
        }
        skip('}');
    }

    private void token() {
        while (",)} ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    private static Class<?> typeOf(String annotation, String attribute) {
        try {
            return Class.forName("dev.netwright.annotations." + annotation.replace('.', '$'))
                    .getMethod(attribute)
                    .getReturnType();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
