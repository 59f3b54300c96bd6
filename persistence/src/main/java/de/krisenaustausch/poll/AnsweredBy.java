package de.krisenaustausch.poll;

/** Who gives one answer to a poll. */
public enum AnsweredBy {
    /** Each person for herself. */
    PERSON,
    /** Each municipality once, whoever of its people comes first; in a named poll any of them may change it. */
    MUNICIPALITY
}
