package de.krisenaustausch.shared.web;

/**
 * One value of a filter.
 *
 * @param value what stands in the address
 * @param label what the person reads
 * @param count how many entries would remain; negative where it is not counted
 * @param selected whether it is chosen now
 */
public record FilterOption(String value, String label, long count, boolean selected) {
}
