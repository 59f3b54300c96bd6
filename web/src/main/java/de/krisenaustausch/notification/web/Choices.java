package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.Frequency;
import java.util.Arrays;

/** Reads choices as forms send them. */
final class Choices {

    private Choices() {
    }

    /** @return the frequency of that name; null when there is none */
    static Frequency frequency(String name) {
        return Arrays.stream(Frequency.values()).filter(frequency -> frequency.name().equals(name)).findFirst().orElse(null);
    }

    /** @return name of the sentence ({@code done.…}) that tells what was chosen */
    static String told(Frequency frequency) {
        return switch (frequency) {
            case IMMEDIATELY -> "followImmediately";
            case DAILY -> "followDaily";
            case OFF -> "followOff";
        };
    }
}
