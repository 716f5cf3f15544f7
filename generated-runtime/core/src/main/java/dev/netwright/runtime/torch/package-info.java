/**
 * Weights as PyTorch's users have them: files with the names that torchvision's and d2l.ai's networks give their tensors, in and out.
 * Which names a network has was found out when it was compiled; nothing here computes, and no network's class is known.
 */
@NullMarked
package dev.netwright.runtime.torch;

import org.jspecify.annotations.NullMarked;
