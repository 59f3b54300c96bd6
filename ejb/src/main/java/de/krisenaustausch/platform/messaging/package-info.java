/** Events on their way: published as JSON in the transaction of the row that they tell of. */
package de.krisenaustausch.platform.messaging;
