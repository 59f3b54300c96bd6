package de.krisenaustausch.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;

/** Finds members for the back office: a page is one statement, and their number another, however many there are. */
@ApplicationScoped
public class MemberListRepository {

    private static final String FROM = " from Member m left join m.municipality p left join m.mergedInto i where ";
    private static final String ROW = """
        select new de.krisenaustausch.moderation.MemberRow(m.id, m.givenName, m.familyName, m.email, p.name, p.county, p.state, m.office, m.function,
          m.administrator, m.blocked, i.id, m.lastSignInAt, m.createdAt)""" + FROM;

    private static final Map<MemberFilter.Order, String> ORDERS = Map.of(
        MemberFilter.Order.NAME, "m.familyName %1$s nulls last, m.givenName %1$s nulls last, m.id",
        MemberFilter.Order.MUNICIPALITY, "p.name %1$s nulls last, m.familyName nulls last, m.id",
        MemberFilter.Order.LAST_SIGN_IN, "m.lastSignInAt %1$s nulls last, m.id");

    private static final Map<MemberFilter.Role, String> ROLES = Map.of(
        MemberFilter.Role.ADMINISTRATOR, "m.administrator = true",
        MemberFilter.Role.MODERATOR, """
            exists (select 1 from Membership b where b.member = m and b.role = de.krisenaustausch.space.Membership.Role.MODERATOR
              and b.state = de.krisenaustausch.space.Membership.State.ACTIVE)""",
        MemberFilter.Role.DELEGATE, "exists (select 1 from ApprovalDelegate d where d.member = m)");

    private static final String COMPLETE = "(m.givenName is not null and m.familyName is not null and p.id is not null and m.office is not null)";
    private static final Map<MemberFilter.State, String> STATES = Map.of(
        MemberFilter.State.ACTIVE, "m.blocked = false and " + COMPLETE,
        MemberFilter.State.WAITING, "m.blocked = false and not " + COMPLETE,
        MemberFilter.State.BLOCKED, "m.blocked = true and i.id is null",
        MemberFilter.State.MERGED, "i.id is not null");

    @PersistenceContext
    private EntityManager em;

    /** @return so many that fit, from the {@code first} on, counted from 0 */
    public List<MemberRow> list(MemberFilter filter, MemberFilter.Order order, boolean descending, int first, int limit) {
        String sorted = ORDERS.get(order).formatted(descending ? "desc" : "asc");
        return with(filter, em.createQuery(ROW + where(filter) + " order by " + sorted, MemberRow.class)).setFirstResult(first).setMaxResults(limit).getResultList();
    }

    /** @return so many that fit, by id, with greater ids than {@code after}: for reading all of them piece by piece */
    public List<MemberRow> listAfter(MemberFilter filter, long after, int limit) {
        return with(filter, em.createQuery(ROW + where(filter) + " and m.id > :after order by m.id", MemberRow.class)).setParameter("after", after)
            .setMaxResults(limit).getResultList();
    }

    /** @return those of these who are there, by name */
    public List<MemberRow> list(List<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery(ROW + "m.id in :ids order by " + ORDERS.get(MemberFilter.Order.NAME).formatted("asc"), MemberRow.class)
            .setParameter("ids", ids).getResultList();
    }

    public long count(MemberFilter filter) {
        return with(filter, em.createQuery("select count(m)" + FROM + where(filter), Long.class)).getSingleResult();
    }

    private static String where(MemberFilter filter) {
        StringBuilder jpql = new StringBuilder(filter.state() == null ? "i.id is null" : STATES.get(filter.state()));
        for (int i = 0; i < filter.patterns().size(); i++) {
            jpql.append(' ').append("""
                and (lower(m.email) like :word%1$d escape '\\' or lower(m.givenName) like :word%1$d escape '\\' or lower(m.familyName) like :word%1$d escape '\\'
                 or lower(p.name) like :word%1$d escape '\\' or lower(m.office) like :word%1$d escape '\\')""".formatted(i));
        }
        if (filter.federalState() != null) {
            jpql.append(" and p.state = :state");
        }
        if (filter.kind() != null) {
            jpql.append(" and p.kind = :kind");
        }
        return filter.role() == null ? jpql.toString() : jpql.append(" and ").append(ROLES.get(filter.role())).toString();
    }

    private static <T> TypedQuery<T> with(MemberFilter filter, TypedQuery<T> query) {
        List<String> patterns = filter.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            query.setParameter("word" + i, patterns.get(i));
        }
        if (filter.federalState() != null) {
            query.setParameter("state", filter.federalState());
        }
        return filter.kind() == null ? query : query.setParameter("kind", filter.kind());
    }
}
