// classes:
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Vgg;

    // With an error of this kind in the compilation, javac starts no processor.
    @LeNet(input = @Input(channels = "x", height = 28, width = 28))
//                                   ^ [compiler.err.prob.found.req]
    interface TextSpec {}

    @LeNet(name = 5)
//                ^ [compiler.err.prob.found.req]
    interface NumberSpec {}

    @LeNet(name = null)
//                ^ [compiler.err.attribute.value.must.be.constant]
    interface NullSpec {}

    @LeNet
    @LeNet
//  ^ [compiler.err.duplicate.annotation.missing.container]
    interface DigitsSpec {}

    @LeNet(classes = 3, classes = 4)
//                      ^ [compiler.err.duplicate.annotation.member.value]
    interface TwiceSpec {}

    @Vgg(ratio = 2)
//  ^ [compiler.err.annotation.missing.default.value]
    interface BlocklessSpec {}

    @LeNet(input = @Input(channels = 1, height = 28))
//                 ^ [compiler.err.annotation.missing.default.value]
    interface WidthlessSpec {}
