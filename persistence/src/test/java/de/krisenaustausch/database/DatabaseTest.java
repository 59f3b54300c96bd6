package de.krisenaustausch.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test on the real database. Each runs in a transaction that is rolled back, so that none sees what another left.
 * What must be committed to be tested goes through {@link #committed}, in {@link TestDatabase#empty} or under names of its own.
 */
@ExtendWith(DatabaseTest.Resolver.class)
public abstract class DatabaseTest {

    protected TestDatabase database;
    protected EntityManager em;
    /** What the test is about, written through {@link #em}. */
    protected Fixtures given;

    @BeforeEach
    void begin(TestDatabase testDatabase) {
        database = testDatabase;
        em = database.factory().createEntityManager();
        em.getTransaction().begin();
        given = new Fixtures(em);
    }

    @AfterEach
    void rollBack() {
        if (em.getTransaction().isActive()) {
            em.getTransaction().rollback();
        }
        em.close();
    }

    /** @return the repository (any bean with a {@code @PersistenceContext}), working in the test's transaction */
    protected <R> R on(R repository) {
        return on(repository, em);
    }

    /** @return the repository, working with this entity manager */
    protected static <R> R on(R repository, EntityManager em) {
        for (Field field : repository.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(PersistenceContext.class)) {
                try {
                    field.setAccessible(true);
                    field.set(repository, em);
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return repository;
    }

    /** Writes what is pending and forgets every entity, so that what is read next comes from the database. */
    protected void flushAndClear() {
        em.flush();
        em.clear();
    }

    /** @return the SQL that the code sends, starting with an empty persistence context */
    protected List<String> statements(Runnable code) {
        flushAndClear();
        return Statements.during(code);
    }

    /** Runs native SQL. @return rows that it changed */
    protected int sql(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }

    /** @return the first column of what native SQL finds */
    protected List<Object> select(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().<Object>map(row -> row instanceof Object[] columns ? columns[0] : row).toList();
    }

    /** Does this in a transaction of its own, and commits it. */
    protected <R> R committed(Function<EntityManager, R> work) {
        try (EntityManager other = database.factory().createEntityManager()) {
            other.getTransaction().begin();
            R result = work.apply(other);
            other.getTransaction().commit();
            return result;
        }
    }

    /** Hands the database of the run to tests and their set-up. */
    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return TestDatabase.of(context);
        }
    }
}
