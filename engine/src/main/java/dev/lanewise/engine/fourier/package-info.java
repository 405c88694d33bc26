/** Discrete Fourier transforms: schedules and plans. */
package dev.lanewise.engine.fourier;
