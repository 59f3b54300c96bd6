package de.krisenaustausch.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts how often something that was there already spared a question. Nothing says whose. */
@ApplicationScoped
public class SparedRepository {

    @PersistenceContext
    private EntityManager em;

    /** What something is and where it stands. @param space slug */
    public record Place(ContributionKind kind, long spaceId, String space) {
    }

    /** @return kind and space of what has that id and is listed, in one statement */
    public Optional<Place> find(long id) {
        String each = ContributionRepository.BRANCHES.stream()
            .map(branch -> "select '" + branch.kind() + "' kind, k.space_id from " + branch.table() + " k where k.id = ?1 and " + branch.present())
            .collect(Collectors.joining(" union all "));
        List<?> rows = em.createNativeQuery("select c.kind, c.space_id, s.slug from (" + each + ") c join space s on s.id = c.space_id").setParameter(1, id).getResultList();
        return rows.stream().map(row -> (Object[]) row)
            .map(row -> new Place(ContributionKind.valueOf((String) row[0]), ((Number) row[1]).longValue(), (String) row[2])).findFirst();
    }

    /** Counts one more. @param spaceId where it would have been asked */
    public void count(long spaceId, LocalDate day, ContributionKind kind, long targetId) {
        em.createNativeQuery("""
                insert into question_spared (space_id, day, kind, target_id, times) values (?1, ?2, ?3, ?4, 1)
                on conflict (space_id, day, target_id) do update set times = question_spared.times + 1""")
            .setParameter(1, spaceId).setParameter(2, Date.valueOf(day)).setParameter(3, kind.name()).setParameter(4, targetId).executeUpdate();
    }

    /** Takes one back that was counted on that day: it was asked all the same. */
    public void takeBack(long spaceId, LocalDate day, long targetId) {
        for (String sql : List.of("update question_spared set times = times - 1 where space_id = ?1 and day = ?2 and target_id = ?3",
                "delete from question_spared where space_id = ?1 and day = ?2 and target_id = ?3 and times < 1")) {
            em.createNativeQuery(sql).setParameter(1, spaceId).setParameter(2, Date.valueOf(day)).setParameter(3, targetId).executeUpdate();
        }
    }

    /** @return how many questions that contribution has spared */
    public int of(long targetId) {
        return ((Number) em.createNativeQuery("select coalesce(sum(times), 0) from question_spared where target_id = ?1").setParameter(1, targetId).getSingleResult()).intValue();
    }
}
