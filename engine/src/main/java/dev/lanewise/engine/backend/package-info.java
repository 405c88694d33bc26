/** Which implementation of the kernels runs, why, and how to change that; vector width and cache sizes. */
package dev.lanewise.engine.backend;
