/** Files that are replaced as a whole or not at all. Not exported. */
package dev.lanewise.files;
