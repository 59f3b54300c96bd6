package de.krisenaustausch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Keeps the keys that links are signed with, so that they outlive restarts and are the same on every node. */
@ApplicationScoped
public class SigningKeyRepository {

    private static final int BYTES = 32;

    @PersistenceContext
    private EntityManager em;

    /** @return the key of this name, 32 bytes; made when it is asked for the first time, by whoever comes first */
    public byte[] obtain(String name, Instant now) {
        byte[] known = find(name);
        if (known != null) {
            return known;
        }
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        em.createNativeQuery("insert into signing_key (name, material, created_at) values (?1, ?2, ?3) on conflict do nothing")
            .setParameter(1, name).setParameter(2, fresh).setParameter(3, Timestamp.from(now)).executeUpdate();
        return find(name);
    }

    private byte[] find(String name) {
        List<?> rows = em.createNativeQuery("select material from signing_key where name = ?1").setParameter(1, name).getResultList();
        return rows.isEmpty() ? null : (byte[]) rows.get(0);
    }
}
