package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.NameRule;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a list of people to invite: a line each with address, first and family name, as spreadsheets write or copy them
 * (semicolon, comma or tabulator; quotes). A first line without an address is taken for headings.
 */
final class InvitationList {

    static final int MOST = 2000;

    private InvitationList() {
    }

    /**
     * A line of the list.
     *
     * @param number as an editor counts it
     * @param email null when there is no good one
     * @param error key of a sentence, or null
     */
    record Line(int number, String text, String email, String givenName, String familyName, String error) {
    }

    static List<Line> read(String csv) {
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String[] rows = (csv == null ? "" : csv.replace("\uFEFF", "")).split("\r\n|\r|\n");
        for (int i = 0; i < rows.length; i++) {
            boolean heading = lines.isEmpty() && !rows[i].contains("@");
            if (!rows[i].isBlank() && !heading) {
                lines.add(lines.size() < MOST ? line(i + 1, rows[i], seen) : new Line(i + 1, rows[i].strip(), null, null, null, "invite.tooLong"));
            }
        }
        return lines;
    }

    private static Line line(int number, String row, Set<String> seen) {
        String[] fields = row.split(row.indexOf('\t') >= 0 ? "\t" : row.indexOf(';') >= 0 ? ";" : ",", -1);
        String shown = row.strip().substring(0, Math.min(row.strip().length(), 200));
        try {
            EmailAddress email = new EmailAddress(field(fields, 0));
            String given = NameRule.optional(field(fields, 1), "field.givenName");
            String family = NameRule.optional(field(fields, 2), "field.familyName");
            boolean fresh = seen.add(email.value().toLowerCase(Locale.ROOT));
            return new Line(number, shown, email.value(), given, family, fresh ? null : "invite.twice");
        } catch (BusinessException wrong) {
            return new Line(number, shown, null, null, null, "error.email".equals(wrong.getMessageKey()) ? "error.email" : "invite.name");
        }
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index].strip().replaceAll("^\"|\"$", "").replace("\"\"", "\"").strip() : null;
    }
}
