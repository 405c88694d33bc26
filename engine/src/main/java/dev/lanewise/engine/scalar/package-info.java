/** The kernels in plain Java: the contracts, and what runs where there are no vectors. Nothing is checked here. */
package dev.lanewise.engine.scalar;
