/** The fast Walsh-Hadamard transform: orders, orderings and plans. */
package dev.lanewise.engine.hadamard;
