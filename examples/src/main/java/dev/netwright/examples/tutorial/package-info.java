/**
 * What the five tutorials run, with their figures and their lines: experiments on Fashion-MNIST, the benchmark of VGG-16, the exercise. Beside them
 * two experiments with a recipe of today, which docs/modern-recipe.md reports.
 * What serves a person's own pictures belongs into {@code command}.
 */
@NullMarked
package dev.netwright.examples.tutorial;

import org.jspecify.annotations.NullMarked;
