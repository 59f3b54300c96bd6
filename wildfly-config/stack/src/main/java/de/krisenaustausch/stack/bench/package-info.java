/** Measures the portal beside what the machine could do at best: a generated corpus, loads, limits, one table. */
package de.krisenaustausch.stack.bench;
