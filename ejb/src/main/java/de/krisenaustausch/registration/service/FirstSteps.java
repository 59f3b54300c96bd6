package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.PersonalLink;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What follows when somebody typed an address: always one letter to it, whoever has it. */
@Dependent
class FirstSteps {

    @Inject
    private RequestRepository requests;

    @Inject
    private MemberRepository members;

    @Inject
    private Links links;

    @Inject
    private Letters letters;

    @Inject
    private Clock clock;

    /** Somebody typed her address: she gets a mail that leads on, whoever she is. */
    void begin(EmailAddress email, String language) {
        Optional<Member> member = members.findByEmail(email.value());
        Optional<AccessRequest> newest = requests.findNewest(email.value());
        if (member.isPresent()) {
            welcomeBack(member.get(), newest, email, language);
            return;
        }
        AccessRequest request = newest.filter(found -> found.getState().isOpen()).orElseGet(() -> {
            AccessRequest fresh = AccessRequest.begin(email, language, clock.instant());
            requests.add(fresh);
            return fresh;
        });
        leadOn(request);
    }

    /** Sends her link again, or says what stands in its way; an address that nobody knows gets a mail, too. */
    void resend(EmailAddress email, String language) {
        Optional<Member> member = members.findByEmail(email.value());
        Optional<AccessRequest> newest = requests.findNewest(email.value());
        if (member.isPresent()) {
            welcomeBack(member.get(), newest, email, language);
        } else if (newest.filter(request -> request.getState().isOpen()).isPresent()) {
            leadOn(newest.get());
        } else {
            letters.unknown(email, language, "Unknown:" + UUID.randomUUID());
        }
    }

    private void welcomeBack(Member member, Optional<AccessRequest> newest, EmailAddress email, String language) {
        Optional<AccessRequest> done = newest.filter(request -> request.getState() == AccessRequest.State.DONE && !member.isBlocked());
        if (done.isPresent()) {
            letters.again(done.get(), links.issue(done.get(), PersonalLink.Purpose.ENTER));
        } else {
            letters.signIn(email, member.getGivenName() == null ? "" : member.getName(), language, "SignIn:" + UUID.randomUUID());
        }
    }

    private void leadOn(AccessRequest request) {
        if (request.getState() == AccessRequest.State.APPROVED) {
            letters.enter(request, links.issue(request, PersonalLink.Purpose.ENTER), null);
        } else {
            letters.confirm(request, links.issue(request, PersonalLink.Purpose.CONFIRM));
        }
    }
}
