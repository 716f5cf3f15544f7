// classes:
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet(name = "1stNetwork")
//                ^ [netwright:class-name] "1stNetwork" can't be the name of a Java class
    interface ASpec {}

    @LeNet(name = "class")
//                ^ [netwright:class-name] "class" can't be the name of a Java class
    interface BSpec {}

    @LeNet(name = "bad.Qualified")
//                ^ [netwright:class-name] "bad.Qualified" can't be the name of a Java class
    interface CSpec {}

    @LeNet(name = "record")
//                ^ [netwright:class-name] "record" can't be the name of a Java class
    interface DSpec {}

    @LeNet(name = "_")
//                ^ [netwright:class-name] "_" can't be the name of a Java class
    interface ESpec {}

    @LeNet
//  ^ [netwright:class-name] name: "int" can't be the name of a Java class
    interface intSpec {}

    @LeNet
//  ^ [netwright:class-name] Fix: choose another name, such as yieldSpecNetwork.
    interface yieldSpec {}

    @LeNet(name = "<error>")
//                ^ [netwright:class-name] "<error>" can't be the name of a Java class
    interface FSpec {}
