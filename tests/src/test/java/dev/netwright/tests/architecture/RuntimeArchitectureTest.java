package dev.netwright.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What computes stands behind the kernel interfaces, and what prints listens. */
@AnalyzeClasses(locations = ModuleClasses.Production.class)
class RuntimeArchitectureTest {
    private static final String ROOT = "dev.netwright.runtime";
    private static final String ALL = ROOT + "..";
    private static final String KERNEL = ROOT + ".kernel..";
    private static final String ND4J = "dev.netwright.nd4j..";
    private static final String ONEDNN = "dev.netwright.onednn..";
    private static final String SESSION = ROOT + ".engine.session..";
    private static final String RANDOM = ROOT + ".random..";
    private static final String MACHINE = ROOT + ".machine..";
    private static final String TRAINING = ROOT + ".training..";
    private static final String NETWORK = ROOT + ".network..";
    private static final String REPORT = ROOT + ".report..";
    private static final String PREDICTION = ROOT + ".prediction..";
    private static final String AUGMENTATION = ROOT + ".augmentation..";
    private static final String DATA = ROOT + ".data..";
    private static final String PICTURE = ROOT + ".picture..";
    private static final String CUDA = "dev.netwright.cuda..";
    private static final String ND4J_ADAPTER = "dev.netwright.nd4j.adapter..";
    private static final String ENGINE = ROOT + ".engine";
    private static final String MEMORY = ROOT + ".engine.memory..";
    private static final String PROTOBUF = ROOT + ".internal.protobuf..";
    private static final String SOURCE = ROOT + ".source..";
    private static final String SUMMARY = ROOT + ".summary..";
    private static final String HTML = ROOT + ".html..";
    private static final String CHART = ROOT + ".chart..";
    private static final String TENSORBOARD = ROOT + ".internal.tensorboard..";
    private static final String RUN_FOLDER = ROOT + ".internal.runfolder..";
    private static final String CHECKPOINT = ROOT + ".checkpoint..";
    private static final String TUNING = ROOT + ".tuning..";
    private static final String ONNX = ROOT + ".onnx..";
    private static final String TORCH = ROOT + ".torch..";
    private static final String FAULT = ROOT + ".fault..";
    private static final String OPTION = ROOT + ".option..";
    private static final String OPTIMIZER = ROOT + ".engine.optimizer..";
    private static final String LOSS = ROOT + ".engine.loss..";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theKernelInterfacesStandAlone = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL).and(resideOutsideOfPackage(KERNEL)));

    @ArchTest
    static final ArchRule theMachineKnowsTheWordsOfFaultsAlone = noClasses()
            .that()
            .resideInAPackage(MACHINE)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(ALL).and(resideOutsideOfPackage(MACHINE)).and(resideOutsideOfPackage(FAULT)));

    @ArchTest
    static final ArchRule whatAnOptionIsKnowsTheWordsOfFaultsAlone = noClasses()
            .that()
            .resideInAPackage(OPTION)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(ALL).and(resideOutsideOfPackage(OPTION)).and(resideOutsideOfPackage(FAULT)));

    @ArchTest
    static final ArchRule structuresStandAlone = noClasses()
            .that()
            .resideInAPackage(SUMMARY)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL).and(resideOutsideOfPackage(SUMMARY)));

    @ArchTest
    static final ArchRule wordsOfFaultsStandAlone = noClasses()
            .that()
            .resideInAPackage(FAULT)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL).and(resideOutsideOfPackage(FAULT)));

    @ArchTest
    static final ArchRule markupStandsAlone = noClasses()
            .that()
            .resideInAPackage(HTML)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL).and(resideOutsideOfPackage(HTML)));

    @ArchTest
    static final ArchRule chartsKnowMarkupAlone = noClasses()
            .that()
            .resideInAPackage(CHART)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(ALL).and(resideOutsideOfPackage(CHART)).and(resideOutsideOfPackage(HTML)));

    @ArchTest
    static final ArchRule answersDontKnowHowTheyAreComputed = noClasses()
            .that()
            .resideInAPackage(PREDICTION)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(PREDICTION))
                    .and(resideOutsideOfPackage(ROOT + ".checkpoint..")));

    @ArchTest
    static final ArchRule optimizersKnowTheInterfacesAndTheMachineAlone = noClasses()
            .that()
            .resideInAPackage(OPTIMIZER)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(OPTIMIZER))
                    .and(resideOutsideOfPackage(KERNEL))
                    .and(resideOutsideOfPackage(MACHINE)));

    @ArchTest
    static final ArchRule whatIsInternalIsUsedByTheCoreAndItsOwnProgramsAlone = noClasses()
            .that()
            .resideInAPackage("dev.netwright..")
            .and()
            .resideOutsideOfPackages(ALL, "dev.netwright.commandline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".internal..");

    @ArchTest
    static final ArchRule theCoreKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage(ALL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ND4J, ONEDNN, CUDA, "org.nd4j..", "org.bytedeco.dnnl..", "org.bytedeco.opencl..");

    @ArchTest
    static final ArchRule anEngineKnowsWhatTheCoreOffersEngines = noClasses()
            .that()
            .resideInAnyPackage(ND4J, ONEDNN, CUDA)
            .and()
            .resideOutsideOfPackage(ND4J_ADAPTER)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(LOSS))
                    .and(resideOutsideOfPackage(ENGINE))
                    .and(resideOutsideOfPackage(KERNEL))
                    .and(resideOutsideOfPackage(SESSION))
                    .and(resideOutsideOfPackage(MEMORY))
                    .and(resideOutsideOfPackage(MACHINE))
                    .and(resideOutsideOfPackage(OPTIMIZER))
                    .and(resideOutsideOfPackage(FAULT))
                    .and(resideOutsideOfPackage(RANDOM)));

    @ArchTest
    static final ArchRule oneDnnKnowsNoOtherEngine = noClasses()
            .that()
            .resideInAPackage(ONEDNN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ND4J, CUDA, "org.nd4j..");

    @ArchTest
    static final ArchRule oneDnnIsCalledByItsEngineAlone = noClasses()
            .that()
            .resideInAPackage("dev.netwright..")
            .and()
            .resideOutsideOfPackage(ONEDNN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco.dnnl..");

    @ArchTest
    static final ArchRule nd4jIsCalledByItsEngineAlone = noClasses()
            .that()
            .resideInAPackage("dev.netwright..")
            .and()
            .resideOutsideOfPackage(ND4J)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.nd4j..");

    @ArchTest
    static final ArchRule nativeMemoryIsTouchedByEnginesAlone = noClasses()
            .that()
            .resideInAPackage("dev.netwright..")
            .and()
            .resideOutsideOfPackages(ND4J, ONEDNN, MEMORY, ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule messagesAreEncodedInOnePackage = noClasses()
            .that()
            .resideInAPackage("dev.netwright..")
            .and()
            .resideOutsideOfPackages(PROTOBUF, ONNX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.protobuf..");

    @ArchTest
    static final ArchRule oneDnnsPackagesDependOneWay =
            slices().matching("dev.netwright.onednn.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule oneDnnsPackagesKnowNoWorkspace = noClasses()
            .that()
            .resideInAPackage("dev.netwright.onednn.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.netwright.onednn");

    @ArchTest
    static final ArchRule lossesKnowKernelsAndTheStep = noClasses()
            .that()
            .resideInAPackage(LOSS)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(LOSS))
                    .and(resideOutsideOfPackage(KERNEL))
                    .and(resideOutsideOfPackage(SESSION)));

    @ArchTest
    static final ArchRule sessionsKnowTheInterfacesAndTheGeneratorAlone = noClasses()
            .that()
            .resideInAPackage(SESSION)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(SESSION))
                    .and(resideOutsideOfPackage(KERNEL))
                    .and(resideOutsideOfPackage(RANDOM)));

    @ArchTest
    static final ArchRule picturesStandAlone = noClasses()
            .that()
            .resideInAPackage(PICTURE)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL).and(resideOutsideOfPackage(PICTURE)));

    @ArchTest
    static final ArchRule augmentationsKnowPicturesAndTheGeneratorAlone = noClasses()
            .that()
            .resideInAPackage(AUGMENTATION)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(AUGMENTATION))
                    .and(resideOutsideOfPackage(PICTURE))
                    .and(resideOutsideOfPackage(RANDOM)));

    @ArchTest
    static final ArchRule dataKnowPicturesTheirAugmentationAndTheGeneratorAlone = noClasses()
            .that()
            .resideInAPackage(DATA)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(DATA))
                    .and(resideOutsideOfPackage(AUGMENTATION))
                    .and(resideOutsideOfPackage(PICTURE))
                    .and(resideOutsideOfPackage(RANDOM))
                    .and(resideOutsideOfPackage(FAULT)));

    @ArchTest
    static final ArchRule sourcesKnowDataAndPicturesAlone = noClasses()
            .that()
            .resideInAPackage(SOURCE)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(SOURCE))
                    .and(resideOutsideOfPackage(DATA))
                    .and(resideOutsideOfPackage(PICTURE))
                    .and(resideOutsideOfPackage(FAULT)));

    @ArchTest
    static final ArchRule tensorboardKnowsMessagesAlone = noClasses()
            .that()
            .resideInAPackage(TENSORBOARD)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(TENSORBOARD))
                    .and(resideOutsideOfPackage(PROTOBUF)));

    @ArchTest
    static final ArchRule optionsAreTriedFromOutside = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .resideOutsideOfPackage(TUNING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TUNING);

    @ArchTest
    static final ArchRule onnxFilesKnowTheKernelInterfacesMessagesAndAtomicFilesAlone = noClasses()
            .that()
            .resideInAPackage(ONNX)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(ONNX))
                    .and(resideOutsideOfPackage(PROTOBUF))
                    .and(resideOutsideOfPackage(KERNEL))
                    .and(resideOutsideOfPackage(CHECKPOINT)));

    @ArchTest
    static final ArchRule torchFilesKnowTensorsAndCheckpointsAlone = noClasses()
            .that()
            .resideInAPackage(TORCH)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(TORCH))
                    .and(resideOutsideOfPackage(KERNEL))
                    .and(resideOutsideOfPackage(CHECKPOINT))
                    .and(resideOutsideOfPackage(FAULT)));

    @ArchTest
    static final ArchRule runFoldersAreChosenInOnePackage = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .resideOutsideOfPackages(RUN_FOLDER, NETWORK)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(RUN_FOLDER);

    @ArchTest
    static final ArchRule trainingKnowsNoReport = noClasses()
            .that()
            .resideInAPackage(ALL)
            .and()
            .resideOutsideOfPackages(REPORT, RUN_FOLDER, NETWORK)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REPORT);

    @ArchTest
    static final ArchRule reportsKnowNothingButTrainingStructuresWordsAndHowToDraw = noClasses()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .dependOnClassesThat(resideInAPackage(ALL)
                    .and(resideOutsideOfPackage(REPORT))
                    .and(resideOutsideOfPackage(TRAINING))
                    .and(resideOutsideOfPackage(SUMMARY))
                    .and(resideOutsideOfPackage(CHART))
                    .and(resideOutsideOfPackage(HTML))
                    .and(resideOutsideOfPackage(FAULT))
                    .and(resideOutsideOfPackage(KERNEL)));

    @ArchTest
    static final ArchRule generatedClassesSeeTheKernelInterfacesNeverAKernelSet = classes()
            .that()
            .resideInAPackage("dev.netwright.models..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "javax.annotation.processing",
                    "org.jspecify..",
                    "dev.netwright.annotations..",
                    "dev.netwright.models..",
                    "dev.netwright.operation..",
                    DATA,
                    KERNEL,
                    NETWORK,
                    TRAINING));
}
