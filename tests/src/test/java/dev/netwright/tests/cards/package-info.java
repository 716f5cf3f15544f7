/**
 * What has to hold for the card of every network of netwright-models: its numbers, its memory plan, its looks in a browser.
 * How a card is written is tested beside the processor.
 */
@NullMarked
package dev.netwright.tests.cards;

import org.jspecify.annotations.NullMarked;
