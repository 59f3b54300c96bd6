package de.krisenaustausch.notification;

/** How often a follower wants post. */
public enum Frequency {
    IMMEDIATELY,
    DAILY,
    OFF
}
