package de.krisenaustausch.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MunicipalityRepositoryTest extends DatabaseTest {

    private MunicipalityRepository municipalities;

    @BeforeEach
    void create() {
        municipalities = on(new MunicipalityRepository());
    }

    @Test
    void knowsThatUmlautsHaveTwoCases() {
        given.municipality("Stadt Überlingen", 22_000);
        em.flush();

        assertThat(municipalities.findByName("STADT ÜBERLINGEN")).isPresent();
        assertThat(municipalities.namesakes("stadt überlingen")).hasSize(1);
    }

    @Test
    void readsAllPlacesInOneStatement() {
        Municipality ulm = given.municipality("Stadt Ulm", 126_000);
        ulm.identify(new Ags("08421000"), new Ars("084210000000"));
        ulm.locate("89073", 11_868);
        Municipality small = given.municipality("Gemeinde Klein", 300);
        small.mergeInto(ulm);
        em.flush();

        assertThat(statements(() -> assertThat(municipalities.places()).contains(
            new Place(ulm.getId(), "08421000", "084210000000", "Stadt Ulm", MunicipalityKind.TOWN, "Musterkreis", FederalState.BW, 126_000, "89073", null, false),
            new Place(small.getId(), null, null, "Gemeinde Klein", MunicipalityKind.TOWN, "Musterkreis", FederalState.BW, 300, null, ulm.getId(), true)))).hasSize(1);
    }

    @Test
    void itsStampTellsOfEveryChange() {
        Municipality ulm = given.municipality("Stadt Ulm", 126_000);
        em.flush();
        MunicipalityRepository.Stamp before = municipalities.stamp();
        assertThat(municipalities.stamp()).isEqualTo(before);

        ulm.countPeople(127_000);
        em.flush();
        MunicipalityRepository.Stamp changed = municipalities.stamp();
        assertThat(changed).isNotEqualTo(before);
        given.municipality("Gemeinde Neu", 1);
        em.flush();
        assertThat(municipalities.stamp()).isNotEqualTo(changed);
    }

    @Test
    void aPartOfADomainBelongsToWhoeverHasTheNearest() {
        Municipality ulm = given.municipality("Stadt Ulm", 126_000);
        Municipality waste = given.municipality("Entsorgungsbetriebe", 0);
        municipalities.add(new MailDomain("Ulm.de", ulm));
        municipalities.add(new MailDomain("ebu.ulm.de", waste));
        em.flush();

        assertThat(municipalities.findByDomain("ulm.de")).contains(ulm);
        assertThat(municipalities.findByDomain("ORDNUNG.ulm.de")).contains(ulm);
        assertThat(municipalities.findByDomain("post.ebu.ulm.de")).contains(waste);
        assertThat(municipalities.findByDomain("neu-ulm.de")).isEmpty();
        assertThat(municipalities.findByDomain("de")).isEmpty();
        assertThat(municipalities.findByDomain("")).isEmpty();
        assertThat(municipalities.domains(ulm)).extracting(MailDomain::getDomain).containsExactly("ulm.de");
        assertThatThrownBy(() -> new MailDomain("nur-ein-wort", ulm)).isInstanceOf(de.krisenaustausch.shared.BusinessException.class);
    }

    @Test
    void anOfficialKeyIsGivenOnce() {
        given.municipality("Stadt Ulm", 126_000).identify(new Ags("08421000"), new Ars("084210000000"));
        given.municipality("Stadt Neu-Ulm", 60_000).identify(new Ags("08421000"), new Ars("097750135135"));

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void listsAssociationsInOneStatement() {
        given.association("KGSt");
        given.association("DStGB");

        assertThat(statements(() -> assertThat(municipalities.associations()).extracting(Association::getShortName)
            .containsSubsequence("DStGB", "KGSt"))).hasSize(1);
        assertThat(municipalities.findAssociation("kgst")).isPresent();
        assertThat(municipalities.findAssociation("KGSt")).isEmpty();
    }

    /** As many as there are in Germany: reading them and writing them all takes few statements. */
    @Test
    void takesThousandsInBatches() {
        for (int number = 0; number < 11_000; number++) {
            given.municipality("Gemeinde Dorf " + number, number).identify(null, new Ars("%012d".formatted(number)));
        }
        flushAndClear();

        assertThat(statements(() -> assertThat(municipalities.all()).hasSizeGreaterThanOrEqualTo(11_000))).hasSize(1);
        assertThat(statements(() -> assertThat(municipalities.places()).hasSizeGreaterThanOrEqualTo(11_000))).hasSize(1);
        municipalities.all().forEach(each -> each.countPeople(each.getPopulation() + 1));
        flushAndClear();
        assertThat(select("select count(*) from municipality where version = 2 and ars is not null").get(0).toString()).isEqualTo("11000");
    }

    @Test
    void whoIsGoneWithoutSuccessorIsListedByNumber() {
        Municipality ulm = given.municipality("Stadt Ulm", 126_000);
        Municipality merged = given.municipality("Gemeinde Weg", 10);
        Municipality first = given.municipality("Gemeinde Offen", 10);
        Municipality second = given.municipality("Gemeinde Unklar", 10);
        MailDomain domain = new MailDomain("weg.de", merged);
        municipalities.add(domain);
        merged.mergeInto(ulm);
        first.dissolve();
        second.dissolve();
        em.flush();

        assertThat(municipalities.withoutSuccessor(0, 10)).containsExactly(first, second);
        assertThat(municipalities.withoutSuccessor(first.getId(), 10)).containsExactly(second);
        municipalities.handDomains(merged, ulm);
        assertThat(municipalities.findByDomain("weg.de")).contains(ulm);
    }
}
