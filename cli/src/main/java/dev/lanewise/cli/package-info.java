/** The {@code lanewise} command. */
package dev.lanewise.cli;
