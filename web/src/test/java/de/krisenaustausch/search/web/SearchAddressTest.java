package de.krisenaustausch.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.search.service.SearchRequest;
import de.krisenaustausch.search.service.SearchService.Target;
import de.krisenaustausch.search.service.SearchService.Suggestion;
import de.krisenaustausch.search.service.index.Dimension;
import de.krisenaustausch.search.service.index.Inquiry;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchAddressTest {

    private final SearchAddress address = SearchAddress.of(Map.of("q", new String[] {" Müll & Gebühr "}, "art", new String[] {"satzung", "muster"},
        "land", new String[] {"BY"}, "sortierung", new String[] {"neueste"}, "seite", new String[] {"3"}));

    @Test
    void readsWhatIsAsked() {
        SearchRequest request = address.request();

        assertThat(request.text()).isEqualTo("Müll & Gebühr");
        assertThat(request.chosen()).isEqualTo(Map.of(Dimension.TYPE, Set.of("satzung", "muster"), Dimension.STATE, Set.of("BY")));
        assertThat(request.order()).isEqualTo(Inquiry.Order.NEWEST);
        assertThat(request.page()).isEqualTo(3);
        assertThat(address.getChoices()).isEqualTo(3);
    }

    @Test
    void writesItAgainWithoutWhatIsTakenBack() {
        assertThat(address.without(Dimension.TYPE, "muster")).isEqualTo("/suche?q=M%C3%BCll%20%26%20Geb%C3%BChr&art=satzung&land=BY&sortierung=neueste");
        assertThat(address.withoutChoices()).isEqualTo("/suche?q=M%C3%BCll%20%26%20Geb%C3%BChr&sortierung=neueste");
        assertThat(address.withPage(4)).endsWith("&seite=4");
        assertThat(address.withOrder(Inquiry.Order.RELEVANCE)).doesNotContain("sortierung");
    }

    @Test
    void speaksGermanOfKindsAndProgress() {
        SearchAddress questions = SearchAddress.of(Map.of("beitrag", new String[] {"fragen"}, "stand", new String[] {"beantwortet"}));

        assertThat(questions.request().chosen()).isEqualTo(Map.of(Dimension.KIND, Set.of("QUESTION"), Dimension.PROGRESS, Set.of("ANSWERED")));
        assertThat(questions).hasToString("/suche?beitrag=fragen&stand=beantwortet");
    }

    @Test
    void ignoresNonsense() {
        SearchAddress nonsense = SearchAddress.of(Map.of("q", new String[] {""}, "seite", new String[] {"-1"}, "kommune", new String[] {"x"},
            "sortierung", new String[] {"egal"}, "art", new String[] {" "}));

        assertThat(nonsense.isEmpty()).isTrue();
        assertThat(nonsense).hasToString("/suche");
        assertThat(SearchAddress.of(Map.of("seite", new String[] {"9999"})).request().page()).isEqualTo(SearchRequest.PAGES);
    }

    @Test
    void listsTheNewestFirstWhereNoTextMakesOneMoreRelevant() {
        assertThat(SearchAddress.of(Map.of("thema", new String[] {"personal"})).getOrder()).isEqualTo(Inquiry.Order.NEWEST);
    }

    @Test
    void leadsFromSuggestionsToWhatTheyName() {
        assertThat(SuggestServlet.address(new Suggestion(Target.SPACE, "Corona", "corona", null, null))).isEqualTo("/bereiche/corona");
        assertThat(SuggestServlet.address(new Suggestion(Target.TOPIC, "Personal", "personal", null, null))).isEqualTo("/suche?thema=personal");
        assertThat(SuggestServlet.address(new Suggestion(Target.MUNICIPALITY, "Ulm", "7", null, null))).isEqualTo("/suche?kommune=7");
        assertThat(SuggestServlet.address(new Suggestion(Target.CONTRIBUTION, "Titel", "8", "corona", ContributionKind.DOCUMENT))).isEqualTo("/bereiche/corona/dokumente/8");
        assertThat(SuggestServlet.address(new Suggestion(Target.CONTRIBUTION, "Titel", "9", "corona", ContributionKind.QUESTION))).isEqualTo("/bereiche/corona/fragen/9");
    }
}
