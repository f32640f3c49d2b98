/**
 * The checked core: every decision is made here. Twin of {@code proofs/Countersign/Spec}: same
 * names, same order. Contracts in JML; the language is what their prover reads, so no records,
 * enums or library.
 */
@NullMarked
package dev.countersign.kernel.core;

import org.jspecify.annotations.NullMarked;
