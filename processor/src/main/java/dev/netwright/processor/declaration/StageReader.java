package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads the methods of a {@code @Network} interface as stages; one that can't be a stage is reported and left out. */
final class StageReader {
    private static final String ANNOTATIONS = "dev.netwright.annotations.";

    private static final Set<String> NORMS = NormDeclaration.annotations();
    private static final Set<String> DROPOUTS = Set.of("Dropout", "StochasticDepth");
    private static final Set<String> JOINS = Set.of("Sum", "Product", "Concat");
    private static final Set<String> FROM = Set.of("From");
    private static final Set<String> ONLY_IF = Set.of("OnlyIf");
    private static final Set<String> SKIPS = Set.of("SkipIfSameShape");

    private final AttributeReader network;
    private final ExecutableElement method;
    private final String name;

    private StageReader(AttributeReader network, ExecutableElement method) {
        this.network = network;
        this.method = method;
        this.name = method.getSimpleName().toString();
    }

    /**
     * Reads the stages of an interface.
     *
     * @param network the annotation of the network, or the use of the block whose stages these are
     */
    static Written<List<StageDeclaration>> read(AttributeReader network, TypeElement spec) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(spec.getEnclosedElements());
        if (spec.getKind() != ElementKind.INTERFACE) {
            return ofOther(methods, network);
        }
        List<String> inherited = inherited(spec, network);
        boolean isUnreadable = spec.getInterfaces().stream().anyMatch(type -> type.getKind() == TypeKind.ERROR);
        if (isUnreadable) {
            network.addUnreadable();
        } else if (!inherited.isEmpty()) {
            network.add(Finding.of(
                    Problem.STAGE_METHOD,
                    new AnnotationOrigin(spec, null, null, ""),
                    spec.getSimpleName() + " inherits " + String.join(", ", inherited),
                    "declare every stage in " + spec.getSimpleName() + " itself"));
        } else if (methods.isEmpty()) {
            network.add(Finding.of(
                    Problem.NO_STAGES,
                    network.origin(),
                    spec.getSimpleName() + " has no method",
                    "declare one for each layer, such as: @Linear(units = 10) void classes();"));
        }
        List<StageDeclaration> stages = methods.stream()
                .map(method -> new StageReader(network, method).checkedStage())
                .toList();
        return new Written<>(stages, network.origin(), isUnreadable || !inherited.isEmpty() || methods.isEmpty());
    }

    /** Of a type that should be an interface, only the methods with layers: it may well have others. */
    private static Written<List<StageDeclaration>> ofOther(List<ExecutableElement> methods, AttributeReader network) {
        List<StageDeclaration> stages = methods.stream()
                .map(method -> new StageReader(network, method))
                .filter(StageReader::hasLayer)
                .map(StageReader::stage)
                .toList();
        return new Written<>(stages, network.origin(), stages.isEmpty());
    }

    private static List<String> inherited(TypeElement spec, AttributeReader network) {
        List<String> inherited = new ArrayList<>();
        for (ExecutableElement method :
                ElementFilter.methodsIn(network.elements().getAllMembers(spec))) {
            Element type = Objects.requireNonNull(method.getEnclosingElement());
            if (type.getKind() == ElementKind.INTERFACE && !type.equals(spec)) {
                inherited.add(method.getSimpleName() + " from " + type.getSimpleName());
            }
        }
        return inherited;
    }

    /** The method's stage, whatever else is wrong with the method. */
    private StageDeclaration checkedStage() {
        String fault = fault();
        if (!fault.isEmpty()) {
            network.add(Finding.of(
                    Problem.STAGE_METHOD, place(), name + " " + fault, "declare it as: void " + name + "();"));
        } else if (!hasLayer()) {
            network.add(Finding.of(
                    Problem.STAGE_LAYERS,
                    place(),
                    name + " has no layer",
                    "annotate it with one, such as @Linear(units = 10), or remove it"));
        }
        return stage();
    }

    private boolean hasLayer() {
        return method.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isMainLayer(mirror)
                        || Stream.of(NORMS, StageDeclaration.Activation.annotations(), DROPOUTS)
                                .anyMatch(kind -> isOf(kind, mirror)));
    }

    private StageDeclaration stage() {
        StageDeclaration.Presence presence = presence();
        List<Written<String>> from = first(of(FROM, "inputs"), reader -> reader.string("value"));
        if (presence == StageDeclaration.Presence.NEVER) {
            // Its numbers may be those that leave it out, such as a width of 0.
            return new StageDeclaration(
                    name, from, presence, List.of(), List.of(), List.of(), List.of(), false, place());
        }
        List<AttributeReader> main = of(StageReader::isMainLayer, "layers");
        List<StageLayer> layers = main.stream().map(StageLayer::read).toList();
        if (presence == StageDeclaration.Presence.UNLESS_SAME_SHAPE) {
            requireSingle(layers);
        }
        main.stream()
                .filter(layer -> JOINS.contains(layer.annotation()))
                .findFirst()
                .ifPresent(join -> from.stream()
                        .findFirst()
                        .ifPresent(input -> network.add(Finding.of(
                                Problem.STAGE_INPUT,
                                input.origin(),
                                "found @From beside @" + join.annotation() + ", which names its inputs itself",
                                "remove @From"))));
        return new StageDeclaration(
                name,
                from,
                presence,
                layers,
                first(of(NORMS, "norms"), NormDeclaration::read),
                first(of(StageDeclaration.Activation.annotations(), "activations"), StageDeclaration.Activation::read),
                first(of(DROPOUTS, "dropouts"), StageDeclaration.Dropout::read),
                main.size() > 1 || !hasLayer(),
                place());
    }

    /** Only of a single layer it is known before its place in the graph whether it keeps the shape. */
    private void requireSingle(List<StageLayer> layers) {
        if (layers.stream().anyMatch(layer -> !(layer instanceof StageLayer.Single))) {
            of(SKIPS, "skips")
                    .forEach(skip -> network.add(Finding.of(
                            Problem.STAGE_LAYERS,
                            skip.origin(),
                            "found @SkipIfSameShape on a stage of several layers or a join",
                            "remove it, or write the stage as a single layer, such as a @Conv")));
        }
    }

    /** The first one, if there is any; the others are read only for their own faults. */
    private static <T> List<T> first(List<AttributeReader> found, Function<AttributeReader, T> reader) {
        return found.stream().map(reader).toList().stream().limit(1).toList();
    }

    private StageDeclaration.Presence presence() {
        boolean isKnown = true;
        for (AttributeReader onlyIf : of(ONLY_IF, "conditions")) {
            WrittenNumber number = onlyIf.integer("value");
            boolean isZero = onlyIf.flag("isZero").value();
            isKnown &= !number.isTainted();
            if (!number.isTainted() && (number.value() == 0) != isZero) {
                return StageDeclaration.Presence.NEVER;
            }
        }
        if (!isKnown) {
            return StageDeclaration.Presence.UNKNOWN;
        }
        boolean isSkipped = method.getAnnotationMirrors().stream().anyMatch(mirror -> isOf(SKIPS, mirror));
        return isSkipped ? StageDeclaration.Presence.UNLESS_SAME_SHAPE : StageDeclaration.Presence.ALWAYS;
    }

    private String fault() {
        if (method.getReturnType().getKind() == TypeKind.ERROR) {
            network.addUnreadable();
            return "";
        }
        for (Modifier modifier : List.of(Modifier.DEFAULT, Modifier.STATIC, Modifier.PRIVATE)) {
            if (method.getModifiers().contains(modifier)) {
                return "is a " + modifier + " method";
            }
        }
        if (!method.getParameters().isEmpty()) {
            return "has parameters";
        }
        if (!method.getTypeParameters().isEmpty()) {
            return "has type parameters";
        }
        if (!method.getThrownTypes().isEmpty()) {
            return "throws exceptions";
        }
        return method.getReturnType().getKind() == TypeKind.VOID ? "" : "returns " + method.getReturnType();
    }

    /** The annotations of a kind; those after the first are reported. */
    private List<AttributeReader> of(Set<String> kind, String plural) {
        return of(mirror -> isOf(kind, mirror), plural);
    }

    private List<AttributeReader> of(Predicate<AnnotationMirror> kind, String plural) {
        List<AttributeReader> found = method.getAnnotationMirrors().stream()
                .filter(kind)
                .map(mirror -> network.onMethod(method, mirror))
                .toList();
        for (AttributeReader further : found.subList(Math.min(1, found.size()), found.size())) {
            network.add(Finding.of(
                    Problem.STAGE_LAYERS,
                    further.origin(),
                    "found two " + plural + ", @" + found.get(0).annotation() + " and @" + further.annotation(),
                    "move @" + further.annotation() + " to its own method"));
        }
        return found;
    }

    private static boolean isMainLayer(AnnotationMirror mirror) {
        return isOf(StageLayer.annotations(), mirror) || BlockReader.isUse(mirror);
    }

    private static boolean isOf(Set<String> kind, AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        return kind.contains(type.getSimpleName().toString())
                && type.getQualifiedName().contentEquals(ANNOTATIONS + type.getSimpleName());
    }

    private AnnotationOrigin place() {
        return new AnnotationOrigin(method, null, null, network.numbers().scope() + name);
    }
}
