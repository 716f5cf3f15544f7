package dev.netwright.runtime.html;

import java.util.List;

/**
 * Builds HTML or SVG that is also well-formed XML. Templates are trusted; values are escaped unless they are markup
 * themselves.
 */
public final class Markup {
    private static final String PLACE = "{}";

    private final StringBuilder text = new StringBuilder();

    /** Empty markup. */
    public Markup() {}

    /**
     * Creates markup from a template.
     *
     * @param template text with a {@code {}} for each value
     * @param values the values; doubles are written with at most one decimal place
     * @return the markup
     * @throws IllegalArgumentException if the number of values isn't the number of places
     */
    public static Markup of(String template, Object... values) {
        return new Markup().add(template, values);
    }

    /**
     * Appends a template, with each {@code {}} replaced by a value.
     *
     * @param template text with a {@code {}} for each value
     * @param values the values; doubles are written with at most one decimal place
     * @return this
     * @throws IllegalArgumentException if the number of values isn't the number of places
     */
    public Markup add(String template, Object... values) {
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("more values than places in " + template);
            }
            text.append(template, from, place).append(written(value));
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("fewer values than places in " + template);
        }
        text.append(template, from, template.length());
        return this;
    }

    /**
     * Appends markup.
     *
     * @param other the markup
     * @return this
     */
    public Markup add(Markup other) {
        text.append(other.text);
        return this;
    }

    /**
     * Appends several pieces of markup.
     *
     * @param others the pieces, in order
     * @return this
     */
    public Markup addAll(List<Markup> others) {
        others.forEach(this::add);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String written(Object value) {
        if (value instanceof Markup) {
            return value.toString();
        }
        return value instanceof Double number ? coordinate(number) : escaped(value.toString());
    }

    /** At most one decimal place: {@code 12}, {@code 12.5}. */
    private static String coordinate(double number) {
        long tenths = Math.round(number * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    /**
     * Escapes text for elements and for attributes in either kind of quotes. A control character that XML forbids
     * becomes U+FFFD.
     */
    private static String escaped(String plain) {
        StringBuilder safe = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }
}
