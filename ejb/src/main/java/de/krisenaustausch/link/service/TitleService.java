package de.krisenaustausch.link.service;

import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.link.service.page.Pages;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.RateLimits;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks a page for its title while its link is being shared. Outside of transactions, since the page takes its time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"member", "admin"})
public class TitleService {

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private RateLimits limits;

    @Inject
    private Pages pages;

    /**
     * @param space where the link is to be shared
     * @return the title; empty when the page does not say one in five seconds, may not be called, or the reader asks too often
     * @throws BusinessException when that is no address of a public page
     */
    public Optional<String> title(String space, String address) {
        access.read(space);
        WebAddress page = new WebAddress(address);
        boolean tooOften = limits.take(RateLimits.Kind.PAGE_TITLE, String.valueOf(current.get().memberId())).isPresent();
        return tooOften ? Optional.empty() : pages.title(page);
    }
}
