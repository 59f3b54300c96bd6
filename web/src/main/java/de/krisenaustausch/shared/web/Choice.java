package de.krisenaustausch.shared.web;

/**
 * One of the addresses that a menu offers.
 *
 * @param current whether the page shows this one
 */
public record Choice(String label, String href, boolean current) {
}
