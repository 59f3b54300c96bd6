package de.krisenaustausch.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.space.Space;
import java.util.List;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedLazy;
import org.junit.jupiter.api.Test;

/** Without weaving, EclipseLink quietly makes every lazy to-one eager: a page then costs a statement a row. */
class WeavingTest extends DatabaseTest {

    @Test
    void everyEntityIsWoven() {
        assertThat(em.getMetamodel().getEntities()).isNotEmpty()
            .allSatisfy(entity -> assertThat(entity.getJavaType()).isAssignableTo(PersistenceWeaved.class));
        assertThat(Document.class).isAssignableTo(PersistenceWeavedLazy.class);
    }

    @Test
    void aLazyReferenceSendsNothingUntilItIsTouched() {
        Member member = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        Space space = given.space("corona");
        long id = given.document(space, member, given.type("Probe"), "Dienstanweisung", Fixtures.NOW).getId();

        List<Document> found = new java.util.ArrayList<>();
        assertThat(statements(() -> found.add(em.find(Document.class, id)))).hasSize(1);
        assertThat(Statements.during(() -> found.get(0).getTitle())).isEmpty();
        assertThat(Statements.during(() -> found.get(0).getMunicipality().getName())).hasSize(1);
        assertThat(Statements.during(() -> found.get(0).getTopics())).hasSize(1);
    }
}
