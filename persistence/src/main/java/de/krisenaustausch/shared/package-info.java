/** What every feature shares in the domain: identity, versioned entities, value objects, expected failures. */
package de.krisenaustausch.shared;
