package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadRepositoryTest extends DatabaseTest {

    private UploadRepository uploads;
    private Member sender;

    @BeforeEach
    void create() {
        uploads = on(new UploadRepository());
        sender = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
    }

    private Upload upload(Member by, String name, Instant at) {
        Upload upload = new Upload(by, given.file(name), null, at);
        uploads.add(upload);
        em.flush();
        return upload;
    }

    @Test
    void givesWhatOneSentToNobodyElse() {
        Upload mine = upload(sender, "a.pdf", Fixtures.NOW);
        Upload also = upload(sender, "b.pdf", Fixtures.NOW);
        Upload foreign = upload(given.member("Anders", sender.getMunicipality()), "c.pdf", Fixtures.NOW);
        em.clear();

        assertThat(uploads.find(sender.getId(), List.of(also.getId(), foreign.getId(), mine.getId(), -1L))).containsExactly(mine, also);
        assertThat(uploads.find(sender.getId(), List.of())).isEmpty();
        assertThat(uploads.find(sender.getId(), List.of(mine.getId())).get(0).file()).isEqualTo(given.file("a.pdf"));
    }

    @Test
    void findsWhatWasForgotten() {
        Upload old = upload(sender, "a.pdf", Fixtures.NOW.minus(Upload.LIFE).minusNanos(1000));
        upload(sender, "b.pdf", Fixtures.NOW.minus(Upload.LIFE));

        assertThat(uploads.olderThan(Fixtures.NOW.minus(Upload.LIFE), 10)).containsExactly(old);
        assertThat(uploads.olderThan(Fixtures.NOW, 1)).containsExactly(old);
    }

    @Test
    void sharingConsumesIt() {
        Upload upload = upload(sender, "a.pdf", Fixtures.NOW);
        uploads.remove(upload);
        flushAndClear();

        assertThat(uploads.find(sender.getId(), List.of(upload.getId()))).isEmpty();
    }
}
