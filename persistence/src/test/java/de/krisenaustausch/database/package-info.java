/** What repository tests stand on: one real PostgreSQL, the real migrations, the real EclipseLink, and small fixtures. */
package de.krisenaustausch.database;
