/**
 * Transforms over several axes of an array: along each of them a transform of vectors, one axis after the other.
 *
 * <ul>
 *   <li>{@link dev.lanewise.engine.grid.DoubleFourierGridPlan}: complex arrays.
 *   <li>{@link dev.lanewise.engine.grid.DoubleRealFourierGridPlan}: real arrays, to half as many coefficients and back.
 *   <li>{@link dev.lanewise.engine.grid.DoubleRealToRealGridPlan}: cosine, sine and Hartley transforms of real arrays.
 * </ul>
 *
 * <p>Conventions are those of {@link dev.lanewise.engine.fourier}. A {@link dev.lanewise.engine.Grid} says where an array
 * lies, with the last axis adjacent; a plan takes every grid that has its lengths along its axes, and leaves the other axes as
 * they are, so that these are its batch. The factor of a {@link dev.lanewise.engine.Normalization} is the product of those of
 * the axes. {@code plan.inverse()} keeps the norm and undoes {@code plan}. {@code null} anywhere is a {@link
 * NullPointerException} that names the parameter.
 *
 * {@snippet :
 * Grid pictures = Grid.of(10, 480, 640); // ten pictures of 480 rows
 * double[] re = new double[pictures.size()];
 * double[] im = new double[pictures.size()];
 * DoubleFourierGridPlan plan = DoubleFourierGridPlan.of(pictures, 1, 2); // along rows and columns of each
 * plan.transform(re, im, pictures);
 * plan.inverse().transform(re, im, pictures);
 * }
 */
package dev.lanewise.engine.grid;
