package de.krisenaustausch.shared.web;

/**
 * One of several lists that a page can show.
 *
 * @param count how many entries that list has, as people read it; empty where nobody counted
 * @param current whether the page shows this one
 */
public record Tab(String label, String count, String href, boolean current) {
}
