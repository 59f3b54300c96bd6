package de.krisenaustausch.moderation.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private final Member me = person("me");
    private final Member colleague = person("colleague");
    private final Member clerk = person("clerk");

    private static Member person(String subject) {
        return new Member(subject, new EmailAddress(subject + "@example.org"), Instant.EPOCH);
    }

    @Test
    void nobodyShutsOutHerself() {
        assertThatThrownBy(() -> Lockout.forbid(List.of(clerk, me), List.of(me, colleague), "me")).isInstanceOf(BusinessException.class)
            .extracting("messageKey").isEqualTo("member.notOneself");
    }

    /** Two administrators block each other at the same moment: the second one finds the first one gone from the list. */
    @Test
    void theLastAdministratorStays() {
        assertThatThrownBy(() -> Lockout.forbid(List.of(clerk, colleague), List.of(colleague), "me")).isInstanceOf(BusinessException.class)
            .extracting("messageKey").isEqualTo("member.lastAdministrator");
    }

    @Test
    void everybodyElseCanGo() {
        assertThatCode(() -> Lockout.forbid(List.of(clerk, colleague), List.of(me, colleague), "me")).doesNotThrowAnyException();
        assertThatCode(() -> Lockout.forbid(List.of(clerk), List.of(), "me")).doesNotThrowAnyException();
    }
}
