// classes: Points
package bad;

import dev.netwright.annotations.LeNet;

    @LeNet
    record PointsSpec() {}
//  ^ [netwright:spec-interface] PointsSpec is a record
