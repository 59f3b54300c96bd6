package de.krisenaustausch.search.service.index;

import static de.krisenaustausch.search.service.index.Entries.entry;
import static de.krisenaustausch.search.service.index.Entries.from;
import static de.krisenaustausch.search.service.index.Entries.ids;
import static de.krisenaustausch.search.service.index.Entries.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContributionIndexTest {

    private static final long OPEN = 10;
    private static final long PRIVATE = 20;

    @TempDir
    Path folder;

    private ContributionIndex index;

    @BeforeEach
    void open() {
        index = ContributionIndex.open(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsAWordInsideADocumentWhoseTitleNeverSaysIt() {
        put(entry(1, OPEN, "Hilfen für Betriebe", "Seite eins ohne Belang.", "Die Stundung der Gewerbesteuer ist formlos möglich."),
            entry(2, OPEN, "Aushang", "Das Rathaus bleibt geschlossen."));

        Answer answer = index.ask(question("Stundung", OPEN));

        assertThat(answer.total()).isOne();
        Answer.Quote quote = answer.hits().get(0).quote();
        assertThat(quote.page()).isEqualTo(2);
        assertThat(quote.anchor()).isEqualTo("Stundung");
        assertThat(quote.pieces()).containsExactly(new Answer.Piece("Die ", false), new Answer.Piece("Stundung", true),
            new Answer.Piece(" der Gewerbesteuer ist formlos möglich.", false));
    }

    @Test
    void findsPartsOfCompoundsAndMarksTheWholeWord() {
        put(entry(1, OPEN, "Hinweise", "Anträge auf Gewerbesteuerstundung bearbeitet die Kämmerei."));

        assertThat(marked(index.ask(question("Stundung", OPEN)))).containsExactly("Gewerbesteuerstundung");
        assertThat(marked(index.ask(question("Gewerbesteuern", OPEN)))).containsExactly("Gewerbesteuerstundung");
    }

    @Test
    void findsACompoundWhereItsPartsStandByThemselves() {
        put(entry(1, OPEN, "Hinweise", "Über die Stundung der Gewerbesteuer entscheidet die Kämmerei."));

        assertThat(ids(index.ask(question("Gewerbesteuerstundung", OPEN)).hits())).containsExactly(1L);
    }

    @Test
    void takesUmlautsAndTheirTranscriptionForTheSame() {
        put(entry(1, OPEN, "Satzung", "Erlass von Kindergartengebühren"), entry(2, OPEN, "Satzung", "Erlass von Muellgebuehren"));

        assertThat(ids(index.ask(question("Gebuehren", OPEN)).hits())).containsExactlyInAnyOrder(1L, 2L);
        assertThat(ids(index.ask(question("Müll", OPEN)).hits())).containsExactly(2L);
    }

    @Test
    void knowsOtherWordsForTheSame() {
        put(entry(1, OPEN, "Regelung", "Mobiles Arbeiten ist an zwei Tagen erlaubt."), entry(2, OPEN, "Regelung", "Telearbeit wird bewilligt."));

        assertThat(ids(index.ask(question("Homeoffice", OPEN)).hits())).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void quotesTheVeryWordRatherThanOthersForTheSame() {
        put(entry(1, OPEN, "Regelung", "Telearbeit wird bewilligt, Telearbeit und mobiles Arbeiten.", "Homeoffice ist erlaubt."),
            entry(2, OPEN, "Regelung", "Homeoffice ist beliebt."), entry(3, OPEN, "Regelung", "Homeoffice wird beantragt."));

        Answer.Quote quote = index.ask(question("Homeoffice", OPEN)).hits().stream().filter(hit -> hit.id() == 1).findFirst().orElseThrow().quote();

        assertThat(quote.page()).isEqualTo(2);
        assertThat(quote.anchor()).isEqualTo("Homeoffice");
    }

    /** "Corona" also stands for "Covid-19" and "SARS-CoV-2". */
    @Test
    void marksNoNumberThatNobodyTyped() {
        put(entry(1, OPEN, "Schichtplan", "In der Pandemie beginnt die Spätschicht um 19 Uhr, § 2."));

        assertThat(marked(index.ask(question("Corona", OPEN)))).containsExactly("Pandemie");
        assertThat(marked(index.ask(question("Pandemie 19", OPEN)))).containsExactly("Pandemie", "19");
    }

    @Test
    void wantsAllWordsAlsoFromDifferentPages() {
        put(entry(1, OPEN, "A", "Hochwasser am Fluss", "Sandsäcke im Bauhof"), entry(2, OPEN, "B", "Hochwasser allein"));

        assertThat(ids(index.ask(question("Hochwasser Sandsäcke", OPEN)).hits())).containsExactly(1L);
    }

    @Test
    void holdsWordsTogetherAndExcludesOthers() {
        put(entry(1, OPEN, "A", "Der Rat tagt im Umlaufverfahren zur Haushaltssperre."), entry(2, OPEN, "B", "Im Umlaufverfahren tagt der Rat."));

        assertThat(ids(index.ask(question("\"tagt im Umlaufverfahren\"", OPEN)).hits())).containsExactly(1L);
        assertThat(ids(index.ask(question("Umlaufverfahren -Haushaltssperre", OPEN)).hits())).containsExactly(2L);
    }

    @Test
    void neitherFindsNorCountsNorSuggestsWhatTheReaderMayNotSee() {
        put(entry(1, OPEN, "Kanarienvogelhaltung im Zoo", "Der Kanarienvogel singt."),
            entry(2, PRIVATE, "Kanarienvogel geheim", "Der Kanarienvogel schweigt. Kanarienvogelx"));

        Answer answer = index.ask(question("Kanarienvogel", OPEN));

        assertThat(answer.total()).isOne();
        assertThat(ids(answer.hits())).containsExactly(1L);
        assertThat(ids(answer.similar())).doesNotContain(2L);
        assertThat(answer.counts().get(Dimension.SPACE)).containsExactly(new Answer.Count("10", 1));
        assertThat(answer.counts().get(Dimension.TIME)).allMatch(count -> count.documents() == 1);
        assertThat(index.suggestTitles(Set.of(OPEN), "kanarien", 10)).extracting(ContributionIndex.Title::id).containsExactly(1L);
    }

    @Test
    void betraysNothingOfWhatTheReaderMayNotSeeByForgivingMistakes() {
        put(entry(1, PRIVATE, "Kanarienvogel", "Der Kanarienvogel schweigt."), entry(2, OPEN, "Anderes", "Ganz anderes."));

        Answer answer = index.ask(question("Kanarienvogle", OPEN));

        assertThat(answer.similar()).isEmpty();
        assertThat(answer.meant()).isNull();
        assertThat(index.suggestTitles(Set.of(OPEN), "kana", 10)).isEmpty();
        assertThat(index.suggestPlaces(Set.of(), "ulm", 10)).isEmpty();
        assertThat(index.suggestTopics(Set.of(), "pers", Map.of("personal", "Personal"), 10)).isEmpty();
    }

    @Test
    void narrowsDownByEveryDimensionAndCountsWhatOtherChoicesWouldBring() {
        put(entry(1, facts(OPEN, "satzung", List.of("personal", "vergabe"), "PDF", Entries.ULM, 1), "Corona"),
            entry(2, facts(OPEN, "satzung", List.of("personal"), "Word", Entries.WALDHAUSEN, 20), "Corona"),
            entry(3, facts(PRIVATE, "muster", List.of(), "PDF", Entries.ULM, 200), "Corona"));

        assertThat(found(Dimension.TYPE, "satzung")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(found(Dimension.TOPIC, "vergabe")).containsExactly(1L);
        assertThat(found(Dimension.FILE, "PDF")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(found(Dimension.STATE, "BY")).containsExactly(2L);
        assertThat(found(Dimension.SIZE, "GK3")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(found(Dimension.SPACE, "20")).containsExactly(3L);
        assertThat(found(Dimension.TIME, "30")).containsExactlyInAnyOrder(1L, 2L);
        Answer answer = index.ask(question("Corona", Map.of(Dimension.TYPE, Set.of("satzung")), OPEN, PRIVATE));
        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.counts().get(Dimension.TYPE)).containsExactly(new Answer.Count("satzung", 2), new Answer.Count("muster", 1));
        assertThat(answer.counts().get(Dimension.FILE)).containsExactlyInAnyOrder(new Answer.Count("PDF", 1), new Answer.Count("Word", 1));
        assertThat(answer.counts().get(Dimension.TOPIC)).containsExactly(new Answer.Count("personal", 2), new Answer.Count("vergabe", 1));
        assertThat(answer.counts().get(Dimension.TIME)).containsExactly(new Answer.Count("7", 1), new Answer.Count("30", 2), new Answer.Count("365", 2));
    }

    @Test
    void narrowsDownToOneMunicipality() {
        put(entry(1, OPEN, "Corona"), entry(2, OPEN, Entries.WALDHAUSEN, Entries.NOW, "Corona"));

        Inquiry only = new Inquiry("", Set.of(OPEN), Map.of(), 2L, null, Inquiry.Order.NEWEST, 0, 10, Entries.NOW);

        assertThat(ids(index.ask(only).hits())).containsExactly(2L);
    }

    @Test
    void prefersMunicipalitiesLikeTheReadersAmongEqualsAndSaysWhy() {
        Entry.Place heidenheim = Entries.place(3, "Stadt Heidenheim", MunicipalityKind.TOWN, FederalState.BW, 49_000);
        Entry.Place kleinstadt = Entries.place(4, "Gemeinde Kleinrinderfeld", MunicipalityKind.VILLAGE, FederalState.BY, 2_100);
        put(entry(1, OPEN, heidenheim, Entries.NOW, "Maskenpflicht", "Text"),
            entry(2, OPEN, kleinstadt, Entries.NOW.minusSeconds(9999), "Maskenpflicht", "Text"));

        Answer ofVillage = index.ask(from(Entries.WALDHAUSEN, "Maskenpflicht", OPEN));
        Answer ofCity = index.ask(from(Entries.ULM, "Maskenpflicht", OPEN));

        assertThat(ids(ofVillage.hits())).containsExactly(2L, 1L);
        assertThat(ofVillage.hits().get(0).likeness()).containsExactlyInAnyOrder(Answer.Likeness.SIZE, Answer.Likeness.STATE, Answer.Likeness.KIND);
        assertThat(ids(ofCity.hits())).containsExactly(1L, 2L);
        assertThat(ofCity.hits().get(0).likeness()).containsExactly(Answer.Likeness.STATE);
    }

    @Test
    void doesNotPreferALikeMunicipalityToABetterAnswer() {
        put(entry(1, OPEN, Entries.WALDHAUSEN, Entries.NOW, "Maskenpflicht im Bus", "Maskenpflicht gilt. Die Maskenpflicht endet."),
            entry(2, OPEN, Entries.ULM, Entries.NOW, "Anderes", "Nur am Rande: Maskenpflicht, und sehr viel anderer Text um sie herum."));

        assertThat(ids(index.ask(from(Entries.ULM, "Maskenpflicht", OPEN)).hits())).containsExactly(1L, 2L);
    }

    @Test
    void forgivesMistakesInALowerTierAndOffersTheRightWord() {
        put(entry(1, OPEN, "Hilfen", "Die Stundung ist möglich."), entry(2, OPEN, "Anderes", "Nichts davon."));

        Answer answer = index.ask(question("Stundnug", OPEN));

        assertThat(answer.total()).isZero();
        assertThat(ids(answer.similar())).containsExactly(1L);
        assertThat(answer.similar().get(0).quote().anchor()).isEqualTo("Stundung");
        assertThat(answer.meant()).isEqualTo("Stundung");
    }

    @Test
    void findsInTheLowerTierWhatHasHalfOfTheWordsButNotWhatHasHalfOfThemMistyped() {
        put(entry(1, OPEN, "Schulden", "Von Schuld ist die Rede."), entry(2, OPEN, "Masken", "Die Maskenpflicht gilt."),
            entry(3, OPEN, "Bus", "Die Maskenpflihct gilt in der Schule."));

        assertThat(ids(index.ask(question("Maskenpflicht Schule", OPEN)).similar())).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void offersNoLongerWordInWhichOnlyAPartIsAlike() {
        put(entry(1, OPEN, "Schutzmasken", "Schutzmasken für alle."), entry(2, OPEN, "Gewerbesteuerstundung", "Antrag"));

        assertThat(index.ask(question("Maskenpflicht", OPEN)).meant()).isNull();
        assertThat(index.ask(question("Stundnug", OPEN)).meant()).isNull();
    }

    @Test
    void findsNothingWhereNoWordSaysAnything() {
        put(entry(1, OPEN, "Die Lage"));

        assertThat(index.ask(question("der die das", OPEN)).total()).isZero();
        assertThat(index.ask(question("§ !", OPEN)).total()).isZero();
        assertThat(index.ask(question(" ", OPEN)).total()).isOne();
    }

    @Test
    void doesNotAskTheLowerTierWhenThereIsEnough() {
        put(entry(1, OPEN, "Masken"), entry(2, OPEN, "Masken"), entry(3, OPEN, "Masken"), entry(4, OPEN, "Maskne"));

        assertThat(index.ask(question("Masken", OPEN)).similar()).isEmpty();
    }

    @Test
    void sortsByDateAndGoesOnFromAnyHit() {
        put(entry(1, OPEN, "Lage"), entry(2, OPEN, "Lage"), entry(3, OPEN, "Lage"));

        assertThat(ids(index.ask(sorted(Inquiry.Order.NEWEST, 0)).hits())).containsExactly(1L, 2L);
        assertThat(ids(index.ask(sorted(Inquiry.Order.NEWEST, 2)).hits())).containsExactly(3L);
        assertThat(ids(index.ask(sorted(Inquiry.Order.OLDEST, 0)).hits())).containsExactly(3L, 2L);
    }

    @Test
    void quotesMarkupAsPlainText() {
        put(entry(1, OPEN, "<script>alert(1)</script>", "Vor <img src=x onerror=alert(1)> Stundung & <b>mehr</b>"));

        Answer.Quote quote = index.ask(question("Stundung", OPEN)).hits().get(0).quote();

        assertThat(quote.pieces()).containsExactly(new Answer.Piece("Vor <img src=x onerror=alert(1)> ", false),
            new Answer.Piece("Stundung", true), new Answer.Piece(" & <b>mehr</b>", false));
    }

    @Test
    void quotesTheDensestPassageOfALongDocument() {
        String filler = "Allgemeine Hinweise zum Verfahren in der Verwaltung. ".repeat(60);
        put(entry(1, OPEN, "Handbuch", filler + "Die Stundung kommt hier allein vor. " + filler, filler,
            filler + "Eine Stundung der Gewerbesteuer beantragt der Betrieb. " + filler));

        Answer.Quote quote = index.ask(question("Stundung Gewerbesteuer", OPEN)).hits().get(0).quote();

        assertThat(quote.page()).isEqualTo(3);
        assertThat(quote.pieces()).extracting(Answer.Piece::text).contains("Stundung", "Gewerbesteuer");
        assertThat(quote.pieces().get(0).text()).startsWith("… ");
        assertThat(quote.pieces().stream().mapToInt(piece -> piece.text().length()).sum()).isLessThan(300);
    }

    @Test
    void joinsWordsThatALineBreakHasParted() {
        put(entry(1, OPEN, "Brief", "über die Gewerbe-\nsteuer und das Kinder-\nund Jugendamt"));

        assertThat(marked(index.ask(question("Gewerbesteuer", OPEN)))).containsExactly("Gewerbesteuer");
    }

    @Test
    void forgetsWhatIsGoneAndKeepsOneOfEach() {
        put(entry(1, OPEN, "Lage", "alt"), entry(2, OPEN, "Lage"));
        put(entry(1, OPEN, "Lage", "neu"));
        index.write(List.of(), List.of(2L));
        index.commit();

        assertThat(index.count()).isOne();
        assertThat(index.ask(question("alt", OPEN)).total()).isZero();
        assertThat(index.ask(question("neu", OPEN)).total()).isOne();
    }

    @Test
    void keepsWhatWasCommittedAndRefusesADamagedIndex() throws IOException {
        put(entry(1, OPEN, "Lage"));
        index.close();
        index = ContributionIndex.open(folder.resolve("index"));
        index.verify();
        assertThat(index.count()).isOne();

        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_")).toList()) {
                Files.writeString(file, "zerstört");
            }
        }
        assertThatThrownBy(() -> ContributionIndex.open(folder.resolve("index"))).isInstanceOf(RuntimeException.class);
        index = ContributionIndex.open(folder.resolve("other"));
    }

    @Test
    void suggestsTitlesTopicsAndMunicipalities() {
        put(entry(1, OPEN, "Dienstanweisung Homeoffice"), entry(2, OPEN, "Über Gebühren"));

        assertThat(index.suggestTitles(Set.of(OPEN), "home", 5)).containsExactly(new ContributionIndex.Title(1, OPEN, ContributionKind.DOCUMENT, "Dienstanweisung Homeoffice"));
        assertThat(index.suggestTitles(Set.of(OPEN), "gebueh ub", 5)).extracting(ContributionIndex.Title::id).containsExactly(2L);
        assertThat(index.suggestPlaces(Set.of(OPEN), "ul", 5)).containsExactly(new ContributionIndex.Sharer(1, "Stadt Ulm"));
        assertThat(index.suggestTopics(Set.of(OPEN), "pers", Map.of("personal", "Personal", "leer", "Personenschutz"), 5)).containsExactly("personal");
    }

    @Test
    void findsEveryKindAndTellsThemApart() {
        put(entry(1, OPEN, "Maskenpflicht", "Die Dienstanweisung dazu."), of(2, Entry.Nature.link(), "Maskenpflicht beim Bund", null),
            of(3, Entry.Nature.question(Progress.ANSWERED), "Gilt bei Ihnen Maskenpflicht?", null, "Ja, im ganzen Rathaus."),
            of(4, Entry.Nature.question(Progress.OPEN), "Maskenpflicht im Bus?", null),
            of(5, Entry.Nature.poll(Progress.OPEN), "Umfrage zur Maskenpflicht", null));

        Answer answer = index.ask(question("Maskenpflicht", OPEN));

        assertThat(ids(answer.hits())).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(answer.hits().stream().filter(hit -> hit.id() == 3).findFirst().orElseThrow().nature()).isEqualTo(Entry.Nature.question(Progress.ANSWERED));
        assertThat(answer.hits().stream().filter(hit -> hit.id() == 1).findFirst().orElseThrow().nature()).isEqualTo(Entry.Nature.document("dienstanweisung", "PDF"));
        assertThat(answer.counts().get(Dimension.KIND)).containsExactly(new Answer.Count("QUESTION", 2), new Answer.Count("DOCUMENT", 1),
            new Answer.Count("LINK", 1), new Answer.Count("POLL", 1));
        assertThat(answer.counts().get(Dimension.PROGRESS)).containsExactly(new Answer.Count("OPEN", 2), new Answer.Count("ANSWERED", 1));
        assertThat(answer.counts().get(Dimension.TYPE)).containsExactly(new Answer.Count("dienstanweisung", 1));
        assertThat(foundMasks(Map.of(Dimension.KIND, Set.of("QUESTION", "POLL")))).containsExactlyInAnyOrder(3L, 4L, 5L);
        assertThat(foundMasks(Map.of(Dimension.KIND, Set.of("QUESTION"), Dimension.PROGRESS, Set.of("ANSWERED")))).containsExactly(3L);
        assertThat(index.suggestTitles(Set.of(OPEN), "umfrage", 5)).containsExactly(
            new ContributionIndex.Title(5, OPEN, ContributionKind.POLL, "Umfrage zur Maskenpflicht"));
    }

    @Test
    void trustsAnAcceptedAnswerMoreThanAnother() {
        put(of(1, Entry.Nature.question(Progress.OPEN), "Wer zahlt?", null, "Die Pauschale zahlt das Land."),
            of(2, Entry.Nature.question(Progress.ANSWERED), "Wer zahlt?", "Die Pauschale zahlt das Land.", "Die Pauschale zahlt das Land."),
            of(3, Entry.Nature.question(Progress.OPEN), "Wer zahlt?", null, "Die Pauschale zahlt das Land."));

        assertThat(ids(index.ask(question("Pauschale", OPEN)).hits())).startsWith(2L);
    }

    @Test
    void takesAWordOfTheTitleForOneOnly() {
        put(entry(1, OPEN, "Stundung Gewerbesteuer", "Nichts weiter."), entry(2, OPEN, "Anderes", "Stundung der Gewerbesteuer beim Bauhof in Ulm."));

        assertThat(ids(index.ask(question("Stundung Gewerbesteuer Bauhof Formular", OPEN)).hits())).containsExactly(2L);
    }

    @Test
    void helpsWithAnsweredQuestionsRunningPollsAndPassagesWhileATitleIsTyped() {
        put(of(1, Entry.Nature.question(Progress.ANSWERED), "Wer entscheidet über die Stundung der Gewerbesteuer?", "Die Kämmerei.", "Die Kämmerei."),
            of(2, Entry.Nature.question(Progress.OPEN), "Stundung der Gewerbesteuer?", null), of(3, Entry.Nature.link(), "Stundung der Gewerbesteuer", null),
            of(4, Entry.Nature.poll(Progress.OPEN), "Umfrage zur Stundung der Gewerbesteuer", null),
            of(5, Entry.Nature.poll(Progress.CLOSED), "Umfrage zur Stundung der Gewerbesteuer", null),
            entry(6, OPEN, "Hilfen", "Vorweg.", "Die Stundung der Gewerbesteuer ist formlos möglich."), entry(7, OPEN, "Anderes", "Nichts davon."));

        List<Answer.Hit> hits = help("Wie regeln Sie die Stundung der Gewerbesteuer in");

        assertThat(ids(hits)).containsExactly(1L, 4L, 6L);
        assertThat(hits.get(0).quote().pieces()).extracting(Answer.Piece::text).containsExactly("Die Kämmerei.");
        assertThat(hits.get(2).quote().page()).isEqualTo(2);
    }

    @Test
    void helpsWhileTheLastWordIsUnfinished() {
        put(of(1, Entry.Nature.question(Progress.ANSWERED), "Maskenpflicht im Rathaus", null));

        assertThat(ids(help("Masken"))).containsExactly(1L);
        assertThat(ids(help("Maskenpflicht im Rath"))).containsExactly(1L);
        assertThat(ids(help("\"Maskenpflicht\" - im Rathaus?"))).containsExactly(1L);
        assertThat(help("Wie ist das")).isEmpty();
        assertThat(help("")).isEmpty();
    }

    @Test
    void helpsWithMunicipalitiesLikeTheReadersFirst() {
        Entry.Place heidenheim = Entries.place(3, "Stadt Heidenheim", MunicipalityKind.TOWN, FederalState.BW, 49_000);
        Entry.Place rinderfeld = Entries.place(4, "Gemeinde Kleinrinderfeld", MunicipalityKind.VILLAGE, FederalState.BY, 2_100);
        put(entry(1, OPEN, heidenheim, Entries.NOW, "Regelung zur Maskenpflicht", "Maskenpflicht gilt."),
            entry(2, OPEN, rinderfeld, Entries.NOW, "Maskenpflicht und anderes mehr", "Auch die Maskenpflicht steht hier."));

        assertThat(ids(index.help(new Plea("Maskenpflicht", Set.of(OPEN), Entries.WALDHAUSEN, OPEN)))).containsExactly(2L, 1L);
        assertThat(ids(index.help(new Plea("Maskenpflicht", Set.of(OPEN), Entries.ULM, OPEN)))).containsExactly(1L, 2L);
    }

    @Test
    void helpsWithNothingThatTheReaderMayNotSee() {
        put(entry(1, PRIVATE, "Kanarienvogel", "Der Kanarienvogel schweigt."), entry(2, OPEN, "Anderes", "Ganz anderes."));

        assertThat(help("Kanarienvogel")).isEmpty();
        assertThat(help("Kana")).isEmpty();
    }

    private List<Answer.Hit> help(String typed) {
        return index.help(new Plea(typed, Set.of(OPEN), null, OPEN));
    }

    private List<Long> foundMasks(Map<Dimension, Set<String>> chosen) {
        return ids(index.ask(question("Maskenpflicht", chosen, OPEN)).hits());
    }

    private static Entry of(long id, Entry.Nature nature, String title, String accepted, String... answers) {
        Entry.Facts facts = new Entry.Facts(OPEN, nature, List.of(), Entries.NOW.minusSeconds(id * 60), Entries.ULM);
        List<Entry.Page> pages = Stream.of(answers).map(answer -> new Entry.Page(0, answer)).toList();
        return new Entry(id, facts, new Entry.Text(title, null, List.of(), pages, false, accepted));
    }

    private List<Long> found(Dimension dimension, String value) {
        return ids(index.ask(question("Corona", Map.of(dimension, Set.of(value)), OPEN, PRIVATE)).hits());
    }

    private static Inquiry sorted(Inquiry.Order order, int from) {
        return new Inquiry("Lage", Set.of(OPEN), Map.of(), null, null, order, from, 2, Entries.NOW);
    }

    private static Entry.Facts facts(long space, String type, List<String> topics, String file, Entry.Place place, int days) {
        return new Entry.Facts(space, Entry.Nature.document(type, file), topics, Entries.NOW.minus(Duration.ofDays(days)), place);
    }

    private static List<String> marked(Answer answer) {
        return answer.hits().get(0).quote().pieces().stream().filter(Answer.Piece::marked).map(Answer.Piece::text).toList();
    }

    private void put(Entry... entries) {
        index.write(List.of(entries), List.of());
        index.commit();
    }
}
