package dev.netwright.tests.parity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The places where a kernel set asks whether it is to be wrong, and the one where it is. */
final class InjectedFaults {
    private static final Place NOWHERE = new Place("", "");

    private final double size;
    private final Set<Place> places = new LinkedHashSet<>();
    private Place injected = NOWHERE;

    /**
     * What a kernel computes.
     *
     * @param kind kernel and result
     * @param where layer or tensor
     */
    record Place(String kind, String where) {}

    /** No fault so far. */
    InjectedFaults(double size) {
        this.size = size;
    }

    /** What a wrong result is multiplied by. */
    double factor() {
        return 1 + size;
    }

    /** Whether a place is wrong; remembers that there is such a place. */
    boolean isIn(String kind, String where) {
        Place place = new Place(kind, where);
        places.add(place);
        return place.equals(injected);
    }

    /** All places that have asked. */
    List<Place> places() {
        return List.copyOf(places);
    }

    /** Makes one place wrong, and no other. */
    void inject(Place place) {
        injected = place;
    }
}
