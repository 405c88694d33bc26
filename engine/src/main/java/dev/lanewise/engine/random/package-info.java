/** Counter-based random numbers: the same for any number of threads, on any machine. */
package dev.lanewise.engine.random;
