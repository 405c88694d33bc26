/**
 * What all plans share: where vectors lie in an array, scratch memory, threads and normalisation.
 *
 * <p>A plan is made once, is immutable and may be shared; running it allocates nothing if the caller passes a {@link
 * dev.lanewise.engine.Workspace}.
 */
package dev.lanewise.engine;
