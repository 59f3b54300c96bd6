package de.krisenaustausch.moderation.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.BusinessException;
import java.util.Collection;

/** Keeps administrators from locking out themselves, or the last one who could let anybody in again. */
final class Lockout {

    private Lockout() {
    }

    /**
     * @param people who is to lose her way in, or her role
     * @param administrators all who have the role now and are not blocked
     * @param me subject of whoever does it
     * @throws BusinessException when she is among them, or no administrator would be left
     */
    static void forbid(Collection<Member> people, Collection<Member> administrators, String me) {
        if (people.stream().anyMatch(member -> member.getSubject().equals(me))) {
            throw new BusinessException("member.notOneself");
        }
        if (!administrators.isEmpty() && people.containsAll(administrators)) {
            throw new BusinessException("member.lastAdministrator");
        }
    }
}
