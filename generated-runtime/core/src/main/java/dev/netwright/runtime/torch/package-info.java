/**
 * Files for and from PyTorch: weights under the tensor names of torchvision's and d2l.ai's networks. The names are
 * determined when a network is compiled; nothing here computes, and no network's class is known.
 */
@NullMarked
package dev.netwright.runtime.torch;

import org.jspecify.annotations.NullMarked;
