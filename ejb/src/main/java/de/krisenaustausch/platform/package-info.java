/** The technical ground the use cases stand on: configuration, migration, health. */
package de.krisenaustausch.platform;
