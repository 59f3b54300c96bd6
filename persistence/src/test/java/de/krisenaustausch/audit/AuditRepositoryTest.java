package de.krisenaustausch.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRepositoryTest extends DatabaseTest {

    private AuditRepository entries;

    @BeforeEach
    void record() {
        entries = on(new AuditRepository());
        entries.add(new AuditEntry("s", "Vera Walter", "topicAdd", "Personal", null, "::1", Fixtures.NOW));
        entries.add(new AuditEntry(null, "Krisenaustausch", "topicRetire", "100% Arbeit", null, null, Fixtures.NOW.plusSeconds(1)));
        em.flush();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'niemand'", "delete from audit_entry", "truncate audit_entry"})
    void isNeverChanged(String sql) {
        assertThatThrownBy(() -> sql(sql)).hasMessageContaining("append-only");
    }

    @Test
    void isFiltered() {
        assertThat(entries.list(new AuditRepository.Filter("topicAdd", null, null, null), Long.MAX_VALUE, 10)).extracting(AuditEntry::getAbout).containsExactly("Personal");
        assertThat(entries.list(new AuditRepository.Filter(null, "0%", null, null), Long.MAX_VALUE, 10)).extracting(AuditEntry::getAbout).containsExactly("100% Arbeit");
        assertThat(entries.list(new AuditRepository.Filter(null, null, Fixtures.NOW.plusSeconds(1), Fixtures.NOW.plusSeconds(2)), Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(entries.list(new AuditRepository.Filter(null, "walter", null, null), Long.MAX_VALUE, 10)).hasSize(1);
    }
}
