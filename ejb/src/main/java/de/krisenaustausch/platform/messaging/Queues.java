package de.krisenaustausch.platform.messaging;

/** JNDI names of the queues; each has a dead-letter queue of the same name with {@code .dead} behind it. */
public final class Queues {

    /** A document or version was shared: check it for malware. */
    public static final String DOCUMENT = "java:/jms/queue/ka.document";
    /** A version was released: read its text. */
    public static final String EXTRACT = "java:/jms/queue/ka.extract";
    /** A document changed: bring the search index up to date. */
    public static final String INDEX = "java:/jms/queue/ka.index";
    /** Something happened that people follow: find out who wants to hear of it. */
    public static final String FANOUT = "java:/jms/queue/ka.fanout";
    /** Mails are waiting: send them. */
    public static final String MAIL = "java:/jms/queue/ka.mail";

    /** Somebody typed an address on a public page: find out who that is, and write her. */
    public static final String REGISTRATION = "java:/jms/queue/ka.registration";

    private Queues() {
    }
}
