package dev.lanewise.structured;

/** Maps that take vectors side by side at least as fast as others, element by element of all of them: so go the vectors between two. */
interface SideBySideMap {}
