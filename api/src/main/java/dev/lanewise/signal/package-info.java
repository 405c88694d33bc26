/**
 * What is done with signals: windows, spectra over time and on average, analytic signals, and the order of frequencies.
 * Convolutions and zooms are in {@link dev.lanewise.engine.fourier}.
 */
package dev.lanewise.signal;
