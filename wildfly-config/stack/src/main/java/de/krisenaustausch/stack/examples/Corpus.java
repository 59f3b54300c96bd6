package de.krisenaustausch.stack.examples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Any number of German papers for measuring, the same for the same seed. Words follow each other as in the example
 * papers (a Markov chain), so that common words are as common as in life; compounds and file references that few
 * papers share make the vocabulary grow with the corpus.
 */
public final class Corpus {

    private static final int LEAST_WORDS = 300;
    private static final int MOST_WORDS = 1500;
    private static final int WORDS_TO_A_RARE_ONE = 45;
    private static final String[] HEADS = """
        Abfall Abwasser Bau Beitrags Betreuungs Brandschutz Bürger Deich Einsatz Energie Feuerwehr Flüchtlings Friedhofs Gas Gebühren Gemeinde
        Gesundheits Gewerbe Grundschul Hafen Haushalts Hochwasser Hygiene Impf Jugend Kanal Kindergarten Klima Krisen Kultur Lager Markt Melde
        Notfall Obdach Personal Pflege Quartiers Rettungs Sammel Schul Sirenen Sozial Spielplatz Starkregen Straßen Strom Trinkwasser Turnhallen
        Umlage Unterkunfts Verkehrs Vergabe Versorgungs Wahl Wald Wasser Wohngeld Zelt Zivilschutz""".strip().split("\\s+");
    private static final String[] TAILS = """
        abgabe abschnitt abstimmung akte amt analyse anlage antrag aufgabe ausgabe ausschuss auswertung beauftragter bedarf bereich bericht
        bescheid bestand beirat dienst einheit einsatz ermittlung fachkraft frist führung gebäude gebühr gutachten halle hilfe kataster konzept
        kosten lage leitung liste maßnahme meldung nachweis ordnung plan planung prüfung regelung reserve richtlinie satzung sicherung stelle
        träger übung umlage unterlage verfahren verordnung vertrag verzeichnis vorlage zentrum zuschuss""".strip().split("\\s+");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final long seed;
    /** What the papers are about; their titles and topics come from these. */
    private final List<ExampleDocument> models;
    private final String[] words;
    /** For every word the places in the example texts where it stands; what stands behind one of them may follow it. */
    private final int[][] places;
    private final int[] text;
    private final int[] starts;

    /**
     * A paper.
     *
     * @param type slug of its type
     * @param topics slugs, in the space Coronavirus
     * @param file name with extension: half are TXT, the others small PDFs
     */
    public record Paper(String title, String type, List<String> topics, String description, String file, String text) {

        /** @return the file, small and quickly made */
        public byte[] bytes() {
            return file.endsWith(".pdf") ? plainPdf(text) : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** @param seed the same one makes the same papers, on every machine */
    public Corpus(long seed) {
        this.seed = seed;
        List<ExampleDocument> examples = new Examples().documents();
        models = examples.stream().filter(each -> each.space().equals("corona")).toList();
        List<String> all = new ArrayList<>();
        examples.stream().filter(document -> document.format() != Format.XLSX).forEach(document -> {
            for (String word : document.body().replaceAll("[|*>#\\\\\\[\\]=%{}_]", " ").strip().split("\\s+")) {
                if (!word.equals("-") && !word.equals("---")) {
                    all.add(word);
                }
            }
        });
        Map<String, Integer> numbers = new HashMap<>();
        List<List<Integer>> found = new ArrayList<>();
        List<Integer> beginnings = new ArrayList<>();
        text = new int[all.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = numbers.computeIfAbsent(all.get(i), word -> numbers.size());
            if (text[i] == found.size()) {
                found.add(new ArrayList<>());
            }
            found.get(text[i]).add(i);
            if (i > 0 && all.get(i - 1).matches("\\p{L}{4,}\\.") && Character.isUpperCase(all.get(i).charAt(0))) {
                beginnings.add(i);
            }
        }
        words = new String[numbers.size()];
        numbers.forEach((word, number) -> words[number] = word);
        places = found.stream().map(Corpus::array).toArray(int[][]::new);
        starts = array(beginnings);
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @param number which paper, from 0; each is made from its number alone, so threads may share the corpus */
    public Paper paper(int number) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        ExampleDocument model = models.get(random.nextInt(models.size()));
        String title = rare(random) + ": " + model.title();
        String body = title + "\n\nAz. " + reference(number) + "\n\n" + body(random);
        String description = body.substring(body.indexOf("\n\n", title.length() + 2) + 2).lines().findFirst().orElse("");
        return new Paper(title.length() > 190 ? title.substring(0, 190) : title, model.type(),
            model.topics().stream().map(Examples::slug).toList(), description.substring(0, Math.min(300, description.length())),
            "papier-" + number + (number % 2 == 0 ? ".txt" : ".pdf"), body);
    }

    /** @return the file reference that only this paper has; good for looking one up */
    public static String reference(int number) {
        return "KA-" + (100_000 + number) + "/20";
    }

    private String body(SplittableRandom random) {
        int length = random.nextInt(LEAST_WORDS, MOST_WORDS + 1);
        StringBuilder body = new StringBuilder(length * 8);
        int place = starts[random.nextInt(starts.length)];
        for (int i = 0; i < length; i++) {
            String word = words[text[place]];
            if (random.nextInt(WORDS_TO_A_RARE_ONE) == 0) {
                body.append(rare(random)).append(' ');
            }
            body.append(word).append(word.endsWith(".") && random.nextInt(6) == 0 ? "\n\n" : " ");
            int[] here = places[text[place]];
            // mostly on in the same example, so that there are phrases, not words only
            int next = (random.nextInt(3) == 0 ? here[random.nextInt(here.length)] : place) + 1;
            place = next < text.length ? next : starts[random.nextInt(starts.length)];
        }
        return body.toString().strip();
    }

    /** A compound out of some 3,600, the first ones far more often than the last (as in Zipf's law). */
    private static String rare(SplittableRandom random) {
        int count = HEADS.length * TAILS.length;
        int rank = (int) Math.min(count - 1, Math.pow(count, random.nextDouble()) - 1);
        // scattered, so that the common compounds do not all begin with the same word
        int scattered = (int) (rank * 1_234_577L % count);
        return HEADS[scattered / TAILS.length] + TAILS[scattered % TAILS.length];
    }

    /** The plainest PDF: one of the fonts that every reader has, lines of text, as many pages as they need. */
    private static byte[] plainPdf(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            StringBuilder current = new StringBuilder();
            for (String word : line.split(" ")) {
                if (current.length() + word.length() > 88) {
                    lines.add(current.toString());
                    current.setLength(0);
                }
                current.append(current.isEmpty() ? "" : " ").append(word);
            }
            lines.add(current.toString());
        });
        int pages = (lines.size() + 49) / 50;
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        write(pdf, "%PDF-1.4\n");
        object(pdf, offsets, "<</Type/Catalog/Pages 2 0 R>>");
        object(pdf, offsets, "<</Type/Pages/Count " + pages + "/Kids[" + IntStream.range(0, pages)
            .mapToObj(page -> (4 + 2 * page) + " 0 R").collect(Collectors.joining(" ")) + "]>>");
        object(pdf, offsets, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        for (int page = 0; page < pages; page++) {
            String content = lines.subList(page * 50, Math.min(lines.size(), page * 50 + 50)).stream()
                .map(line -> "(" + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")'")
                .collect(Collectors.joining("\n", "BT /F 10 Tf 14 TL 60 780 Td\n", "\nET"));
            object(pdf, offsets, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents " + (5 + 2 * page) + " 0 R>>");
            object(pdf, offsets, "<</Length " + content.getBytes(WINDOWS).length + ">>stream\n" + content + "\nendstream");
        }
        int start = pdf.size();
        write(pdf, "xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write(pdf, String.format("%010d 00000 n \n", offset)));
        write(pdf, "trailer<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> offsets, String content) {
        offsets.add(pdf.size());
        write(pdf, offsets.size() + " 0 obj" + content + "\nendobj\n");
    }

    private static void write(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(WINDOWS));
    }
}
