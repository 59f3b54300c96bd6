package de.krisenaustausch.poll;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** The values of a statement that is put together from parts, in the order of their places. */
final class BoundValues {

    private final List<Object> values = new ArrayList<>();

    /** @return the value's place in the statement; of nothing the word for it @param type of the database */
    String add(Object value, String type) {
        if (value != null) {
            values.add(value);
        }
        return "cast(" + (value == null ? "null" : "?" + values.size()) + " as " + type + ")";
    }

    Query query(EntityManager em, String sql) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
