/**
 * NumPy's {@code .npy} files, read and written.
 *
 * <p>{@link dev.lanewise.npy.Npy} reads and writes, {@link dev.lanewise.npy.NpyArray} is what a file holds:
 *
 * <pre>{@code
 * NpyArray samples = Npy.read(Path.of("samples.npy"));
 * double[] data = samples.doubles();
 * Npy.write(Path.of("copy.npy"), NpyArray.of(data, samples.shape()));
 * }</pre>
 *
 * <p>Read are the format versions 1.0, 2.0 and 3.0, C and Fortran order, little and big endian, and every type of
 * {@link dev.lanewise.npy.NpyType}; written is version 1.0, C order, little endian, byte for byte as NumPy writes it.
 * Nothing is ever unpickled. Source: NumPy, {@code numpy.lib.format}, and NumPy Enhancement Proposal 1.
 */
package dev.lanewise.npy;
