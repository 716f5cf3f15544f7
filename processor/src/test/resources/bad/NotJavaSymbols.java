// classes: Member Number
package bad;

import dev.netwright.annotations.LeNet;

    // A processor could still write a symbol that javac can't find, so javac runs processors.
    @LeNet(c1 = @LeNet.Conv(channels = 6, dilation = 2))
//                                        ^ [compiler.err.cant.resolve.location.args]
    interface MemberSpec {}

    @LeNet(classes = Sizes.CLASSES)
//                   ^ [compiler.err.cant.resolve]
    interface NumberSpec {}

    @LeNet(name = Names.NAME)
//                ^ [compiler.err.cant.resolve]
    interface NamelessSpec {}
