/** Roots of unity, for plans and kernels. */
package dev.lanewise.engine.roots;
