/** Ready-made networks: published ones, and those of tutorials and exercises. */
module dev.netwright.models {
    requires static transitive dev.netwright.annotations;
    requires transitive dev.netwright.runtime;
    requires static transitive org.jspecify;

    exports dev.netwright.models.alexnet;
    exports dev.netwright.models.convnext;
    exports dev.netwright.models.densenet;
    exports dev.netwright.models.efficientnet;
    exports dev.netwright.models.exercises;
    exports dev.netwright.models.inception;
    exports dev.netwright.models.lenet;
    exports dev.netwright.models.mnasnet;
    exports dev.netwright.models.mobilenet;
    exports dev.netwright.models.nin;
    exports dev.netwright.models.regnet;
    exports dev.netwright.models.resnet;
    exports dev.netwright.models.shufflenet;
    exports dev.netwright.models.squeezenet;
    exports dev.netwright.models.vgg;
}
