package de.krisenaustausch.notification.service;

import java.util.List;

/** Where the postman notes what became of each letter, the moment he knows. */
interface Ledger {

    void sent(long deliveryId);

    /** The server will never take it. */
    void refused(long deliveryId, String reason);

    /** To be tried again later. */
    void postponed(List<Long> deliveryIds, String reason);

    /** Not tried, for want of time: anybody may take them at once. */
    void released(List<Long> deliveryIds);
}
