package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mail as clerks write it, with what must come out. In the table "~" stands before what may be marked as uncertain, "?" for what
 * nobody can tell (so it must be marked or left out), an empty cell for what the mail does not say.
 */
record Sample(String file, String first, String last, String place, String office, String space) {

    static final SpaceWords SPACES = new SpaceWords(Map.of("corona", List.of("Coronavirus", "Corona", "Covid-19"), "hochwasser", List.of("Hochwasser")));

    static List<Sample> all(String folder) {
        return lines(folder + "/expected.tsv").map(row -> new Sample(folder + "/" + row[0], row[1], row[2], row[3], row[4], row[5])).toList();
    }

    static Places places() {
        return new Places(lines("places.tsv").map(row -> new Place(Long.parseLong(row[0]), row[1], MunicipalityKind.valueOf(row[2]), blank(row[3]), blank(row[4]),
            FederalState.valueOf(row[5]), Integer.parseInt(row[6]), Set.of(row[7]), row[8].isEmpty() ? Set.of() : Set.of(row[8]))).toList());
    }

    private static String blank(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream stream = Sample.class.getResourceAsStream(file)) {
            return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")).skip(1).map(line -> Arrays.copyOf(line.split("\t", -1), 9));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ReadMail mail(String file) {
        try (InputStream stream = Sample.class.getResourceAsStream(file)) {
            return MimeReader.read(new MimeMessage(Session.getInstance(new Properties()), stream));
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    /** @return what is wrong, "" when all is right; a wrong value that is not marked begins with "!" */
    String faults(Recognised found) {
        StringBuilder faults = new StringBuilder();
        fault(faults, Field.FIRST_NAME, first, found.firstName(), found);
        fault(faults, Field.LAST_NAME, last, found.lastName(), found);
        fault(faults, Field.OFFICE, office, found.office(), found);
        fault(faults, Field.SPACE, space, found.space(), found);
        if ("?".equals(place)) {
            faults.append(found.place() == null || found.uncertain().contains(Field.ORGANISATION) ? "" : "!ORGANISATION is sure ");
        } else {
            fault(faults, Field.ORGANISATION, place, found.place() == null ? null : String.valueOf(found.place().id()), found);
        }
        return faults.toString();
    }

    private static void fault(StringBuilder faults, Field field, String wanted, String found, Recognised all) {
        if ("?".equals(wanted)) {
            faults.append(found == null || all.uncertain().contains(field) ? "" : "!" + field + " is sure, " + found + "; ");
            return;
        }
        String plain = wanted.replace("~", "");
        if (!plain.equals(found == null ? "" : found)) {
            boolean marked = found == null || all.uncertain().contains(field);
            faults.append(marked ? "" : "!").append(field).append(" is ").append(found).append(" instead of ").append(plain).append("; ");
        }
    }
}
