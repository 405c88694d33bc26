/**
 * A check for regressions of speed that can be trusted: it takes the results of JMH and a baseline, and says of each
 * benchmark whether it is as fast as before, slower, faster, or too noisy to tell.
 */
package dev.lanewise.perf.check;
