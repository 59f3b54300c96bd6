package de.krisenaustausch.municipality;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mail domain of one organisation: whoever has an address there, or in a part of it, works there. */
@Entity
@Table(name = "mail_domain")
public class MailDomain extends VersionedEntity {

    public static final int LENGTH = 253;
    private static final Pattern FORM = Pattern.compile("[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?(?:\\.[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?)+");

    @Column(nullable = false, length = LENGTH)
    private String domain;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id", nullable = false)
    private Municipality municipality;

    protected MailDomain() {
    }

    /** @param domain with at least one dot: "ulm.de"; an @ before it and upper case do no harm */
    public MailDomain(String domain, Municipality municipality) {
        this.domain = normal(domain);
        this.municipality = municipality;
    }

    /** A merged organisation's domain goes over to its successor. */
    public void handTo(Municipality successor) {
        municipality = successor;
    }

    /** @return the domain as it is kept @throws BusinessException when it is none */
    public static String normal(String typed) {
        String domain = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*@", "");
        if (domain.length() > LENGTH || !FORM.matcher(domain).matches()) {
            throw new BusinessException("error.mailDomain", domain);
        }
        return domain;
    }

    /** @return the domain and those above it that are no top-level domain: "amt.ulm.de" and "ulm.de" */
    public static List<String> withParents(String domain) {
        List<String> all = new ArrayList<>();
        for (String rest = domain.toLowerCase(Locale.ROOT); rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
            all.add(rest);
        }
        return all;
    }

    public String getDomain() {
        return domain;
    }

    public Municipality getMunicipality() {
        return municipality;
    }
}
