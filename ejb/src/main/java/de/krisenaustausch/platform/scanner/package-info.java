/** Checking files for malware: a port, since not every data centre runs the same scanner, and some run none. */
package de.krisenaustausch.platform.scanner;
