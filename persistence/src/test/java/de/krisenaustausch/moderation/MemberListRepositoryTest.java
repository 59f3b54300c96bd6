package de.krisenaustausch.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.moderation.MemberFilter.Order;
import de.krisenaustausch.moderation.MemberFilter.Role;
import de.krisenaustausch.moderation.MemberFilter.State;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.registration.ApprovalDelegate;
import de.krisenaustausch.space.Membership;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberListRepositoryTest extends DatabaseTest {

    private MemberListRepository list;
    private Member anna;
    private Member bernd;
    private Member nobody;

    @BeforeEach
    void people() {
        list = on(new MemberListRepository());
        Municipality ulm = given.municipality("Stadt Ulm Liste", 126_000);
        Municipality kreis = new Municipality("Kreis Steinfurt Liste", MunicipalityKind.COUNTY, null, FederalState.NW, 440_000);
        em.persist(kreis);
        anna = given.member("Äpfel", ulm);
        bernd = given.member("Birne", kreis);
        bernd.signedIn(Fixtures.NOW);
        nobody = given.stranger("Niemand");
        flushAndClear();
    }

    private List<Long> found(MemberFilter filter) {
        return list.list(filter, Order.NAME, false, 0, 50).stream().map(MemberRow::id).toList();
    }

    private static MemberFilter words(String words) {
        return new MemberFilter(words, null, null, null, null);
    }

    @Test
    void findsEachWordInNameAddressMunicipalityOrOffice() {
        assertThat(found(words("äpfel"))).containsExactly(anna.getId());
        assertThat(found(words("ULM haupt erika"))).containsExactly(anna.getId());
        assertThat(found(words(nobody.getEmail().substring(0, 30)))).containsExactly(nobody.getId());
        assertThat(found(words("ulm birne"))).isEmpty();
        assertThat(found(words("100%_"))).isEmpty();
    }

    @Test
    void narrowsByLandKindRoleAndState() {
        assertThat(found(new MemberFilter("liste", FederalState.NW, null, null, null))).containsExactly(bernd.getId());
        assertThat(found(new MemberFilter("liste", null, MunicipalityKind.TOWN, null, null))).containsExactly(anna.getId());

        em.find(Member.class, anna.getId()).administrate(true);
        em.persist(Membership.moderate(given.space("liste"), em.find(Member.class, bernd.getId()), Fixtures.NOW));
        em.persist(ApprovalDelegate.of(em.find(Member.class, bernd.getId()), FederalState.NW));
        flushAndClear();
        assertThat(found(new MemberFilter("liste", null, null, Role.ADMINISTRATOR, null))).containsExactly(anna.getId());
        assertThat(found(new MemberFilter("liste", null, null, Role.MODERATOR, null))).containsExactly(bernd.getId());
        assertThat(found(new MemberFilter("liste", null, null, Role.DELEGATE, null))).containsExactly(bernd.getId());

        em.find(Member.class, anna.getId()).block("Ausgeschieden");
        flushAndClear();
        assertThat(found(new MemberFilter("liste", null, null, null, State.BLOCKED))).containsExactly(anna.getId());
        assertThat(found(new MemberFilter("liste", null, null, null, State.ACTIVE))).containsExactly(bernd.getId());
        assertThat(found(new MemberFilter(null, null, null, null, State.WAITING))).contains(nobody.getId()).doesNotContain(anna.getId(), bernd.getId());
    }

    @Test
    void hidesAccountsThatWentIntoAnotherUntilAskedFor() {
        em.find(Member.class, anna.getId()).mergeInto(em.find(Member.class, bernd.getId()));
        flushAndClear();

        assertThat(found(words("liste"))).containsExactly(bernd.getId());
        assertThat(list.list(new MemberFilter("liste", null, null, null, State.MERGED), Order.NAME, false, 0, 50))
            .singleElement().satisfies(row -> assertThat(row.state()).isEqualTo(State.MERGED));
        assertThat(found(new MemberFilter("liste", null, null, null, State.BLOCKED))).isEmpty();
    }

    @Test
    void sortsAsGermansDoAndWhoIsUnknownLast() {
        assertThat(found(words("example.org"))).containsSubsequence(anna.getId(), bernd.getId(), nobody.getId());
        assertThat(list.list(words("example.org"), Order.NAME, true, 0, 50)).extracting(MemberRow::id).containsSubsequence(bernd.getId(), anna.getId(), nobody.getId());
        assertThat(list.list(words("liste"), Order.MUNICIPALITY, false, 0, 50)).extracting(MemberRow::id).containsExactly(bernd.getId(), anna.getId());
        assertThat(list.list(words("liste"), Order.LAST_SIGN_IN, true, 0, 50)).extracting(MemberRow::id).containsExactly(bernd.getId(), anna.getId());
    }

    @Test
    void readsAPageInOneStatementAndTheNumberInAnother() {
        for (int i = 0; i < 30; i++) {
            given.member("Viele" + i, given.municipality("Gemeinde Viele " + i, 100 + i));
        }
        assertThat(statements(() -> {
            assertThat(list.list(words("viele"), Order.MUNICIPALITY, false, 10, 15)).hasSize(15);
            assertThat(list.count(words("viele"))).isEqualTo(30);
        })).hasSize(2);
    }

    @Test
    void goesThroughAllPieceByPiece() {
        List<MemberRow> first = list.listAfter(words("liste"), 0, 1);
        assertThat(first).hasSize(1);
        assertThat(list.listAfter(words("liste"), first.get(0).id(), 5)).extracting(MemberRow::id).containsExactly(Math.max(anna.getId(), bernd.getId()));
    }
}
