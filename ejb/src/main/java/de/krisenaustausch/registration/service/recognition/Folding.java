package de.krisenaustausch.registration.service.recognition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes spellings comparable: case, umlauts or ue and oe, "St." and Sankt, "a.d." and "an der" all become the same. */
final class Folding {

    /** Words that hold names together and that everybody abbreviates in his own way. */
    private static final Set<String> JOINTS = Set.of("a", "an", "am", "i", "in", "im", "o", "ob", "v", "vor", "vorm", "b", "bei", "beim", "d", "der", "den",
        "dem", "die", "das", "zu", "zum", "zur", "auf", "u", "und", "unter");

    private Folding() {
    }

    /** @return lower case, umlauts written out, other marks dropped */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN)
            .replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** @return the words of a name that carry it: "Neustadt a.d.Waldnaab" is neustadt, waldnaab */
    static List<String> words(String name) {
        List<String> all = Arrays.stream(fold(name).split("[^\\p{Alnum}]+")).filter(word -> !word.isEmpty())
            .map(word -> "st".equals(word) ? "sankt" : word).toList();
        List<String> bearing = all.stream().filter(word -> !JOINTS.contains(word)).toList();
        return bearing.isEmpty() ? all : bearing;
    }

    static boolean isJoint(String word) {
        return JOINTS.contains(word);
    }

    /** @return how many letters were added, left out, exchanged or swapped; more than {@code limit} when there are more */
    static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int[] before = null;
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (before != null && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
