/** What {@code lanewise demo} computes: a search among quantised vectors, and how fast a rotation is. */
package dev.lanewise.cli.demo;
