/**
 * Discrete Fourier transforms of one vector or many, and what is made of them: convolution and spectra at chosen frequencies.
 *
 * <ul>
 *   <li>{@link dev.lanewise.engine.fourier.DoubleFourierPlan}: complex vectors of any length.
 *   <li>{@link dev.lanewise.engine.fourier.DoubleRealFourierPlan}: real vectors, to half as many coefficients and back, at
 *       half the cost; {@link dev.lanewise.engine.fourier.DoubleHartleyPlan}: real vectors to as many real coefficients.
 *   <li>{@link dev.lanewise.engine.fourier.DoubleConvolutionPlan}, {@link
 *       dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan}, {@link dev.lanewise.engine.fourier.DoubleConvolution2dPlan}:
 *       convolution and correlation with a fixed kernel.
 *   <li>{@link dev.lanewise.engine.fourier.DoubleChirpZPlan}: the spectrum at equally spaced frequencies.
 *   <li>{@link dev.lanewise.engine.fourier.FastLengths}: lengths to pad to.
 * </ul>
 *
 * <p>Cosine and sine transforms are in {@link dev.lanewise.engine.trigonometric}, transforms along several axes of an array in
 * {@link dev.lanewise.engine.grid}. Each class {@code DoubleX} has a twin {@code FloatX} in single precision.
 *
 * <p>What is true of all of them:
 *
 * <ul>
 *   <li>Sign: the forward transform has {@code exp(-2 pi i j k / n)}, the inverse the plus sign.
 *   <li>Norms: {@link dev.lanewise.engine.Normalization}, named as NumPy and SciPy name them; a plan begins with {@code BACKWARD},
 *       which divides by {@code n} in the inverse. {@code plan.inverse()} keeps the norm, so that it undoes {@code plan}.
 *   <li>Complex numbers are either split, real parts in one array and imaginary parts in another at the same {@link
 *       dev.lanewise.engine.Layout}, or interleaved, each imaginary part behind its real part in one array.
 *   <li>Vectors lie anywhere, with strides and in batches: a {@link dev.lanewise.engine.Layout} says where.
 *   <li>Plans are made once, immutable and shared between threads; how a length is taken apart is data ({@link
 *       dev.lanewise.engine.fourier.FourierSchedule}) that {@code describe()} prints.
 *   <li>With a {@link dev.lanewise.engine.Workspace} that the caller keeps, running a plan allocates nothing; a workspace
 *       serves one thread at a time. Short forms without one make their own in each call.
 *   <li>Bad arguments are an {@link IllegalArgumentException}, and {@code null} anywhere a {@link NullPointerException} that
 *       names the parameter, both before anything is written.
 * </ul>
 *
 * {@snippet :
 * int n = 1000;
 * int count = 16;
 * double[] re = new double[n * count]; // the signals, one after the other
 * double[] im = new double[n * count];
 * Layout rows = Layout.rows(0, count, n);
 * Workspace workspace = new Workspace();
 *
 * DoubleFourierPlan plan = DoubleFourierPlan.of(n);
 * plan.transform(re, im, rows, re, im, rows, workspace, Parallelism.NONE);
 * // re[n * i + k] + i im[n * i + k] is coefficient k of signal i; keep the lowest frequencies:
 * for (int i = 0; i < count; i++) {
 *     Arrays.fill(re, n * i + 10, n * (i + 1) - 9, 0);
 *     Arrays.fill(im, n * i + 10, n * (i + 1) - 9, 0);
 * }
 * plan.inverse().transform(re, im, rows, re, im, rows, workspace, Parallelism.NONE);
 * }
 */
package dev.lanewise.engine.fourier;
