package de.krisenaustausch.moderation;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which members the back office looks for; each may be null. Accounts that went into another are only found when asked for.
 *
 * @param words parts of name, e-mail address, municipality or Dienststelle; each must be in one of them
 */
public record MemberFilter(String words, FederalState federalState, MunicipalityKind kind, Role role, State state) {

    public static final MemberFilter NONE = new MemberFilter(null, null, null, null, null);
    private static final int MOST_WORDS = 5;

    /** What somebody may do beyond taking part. */
    public enum Role { ADMINISTRATOR, MODERATOR, DELEGATE }

    /** How it stands with an account: WAITING has signed in or been let in, but not said yet who she is. */
    public enum State { ACTIVE, WAITING, BLOCKED, MERGED }

    /** By what the list is ordered. */
    public enum Order { NAME, MUNICIPALITY, LAST_SIGN_IN }

    /** @return the words for {@code like}, in small letters; the first five */
    List<String> patterns() {
        return words == null || words.isBlank() ? List.of() : Arrays.stream(words.strip().split("\\s+")).limit(MOST_WORDS)
            .map(word -> "%" + word.toLowerCase(Locale.GERMAN).replaceAll("[\\\\%_]", "\\\\$0") + "%").toList();
    }
}
