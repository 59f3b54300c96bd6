package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.Applicant;
import de.krisenaustausch.registration.Missing;
import de.krisenaustausch.registration.PersonalLink;
import de.krisenaustausch.registration.RequestMail;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Visibility;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Requests that come by mail. Called by whoever reads the mailbox, who is nobody in particular. */
@Stateless
@PermitAll
public class MailRequests {

    @Inject
    private RequestRepository requests;

    @Inject
    private MemberRepository members;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private Admission admission;

    @Inject
    private Links links;

    @Inject
    private Letters letters;

    @Inject
    private Clock clock;

    /** What the sender is told. */
    public enum Answer {
        /** Her personal link. */
        LINK_SENT,
        /** What is missing. */
        ASK,
        /** A person looks at it. */
        REVIEW,
        /** She has access already, and gets a link to come in. */
        KNOWN,
        /** This mail was received before: nothing happened. */
        REPEATED
    }

    /** @param missing what was asked for */
    public record Received(Answer answer, Set<Missing> missing) {
    }

    /** @return whether a mail of that Message-ID was received before */
    public boolean isReceived(String messageId) {
        return requests.findMail(List.of(messageId)).isPresent();
    }

    /**
     * Takes a request, or completes the open one that the mail answers or that came from the same address, decides on it,
     * and answers in the same transaction; twice the same mail is like once.
     *
     * @param answer false to send nothing: the sender had an answer a moment ago
     */
    public Received receive(WrittenRequest mail, boolean answer) {
        if (isReceived(mail.messageId())) {
            return new Received(Answer.REPEATED, Set.of());
        }
        Optional<AccessRequest> open = answered(mail).or(() -> requests.findOpen(mail.from().value()));
        if (open.isEmpty() && members.findByEmail(mail.from().value()).isPresent()) {
            return known(mail, answer);
        }
        AccessRequest request = open.orElseGet(() -> {
            AccessRequest fresh = AccessRequest.write(mail.from(), mail.language(), clock.instant());
            requests.add(fresh);
            return fresh;
        });
        requests.add(new RequestMail(request, mail.messageId()));
        if (request.getState() == AccessRequest.State.APPROVED) {
            return sendLink(request, mail, answer);
        }
        request.tell(applicant(mail), clock.instant());
        return switch (admission.decide(request, mail.uncertain())) {
            case ADMITTED -> sendLink(request, mail, answer);
            case INCOMPLETE -> {
                if (answer) {
                    letters.ask(request, request.getMissing(), occasion(request, mail), mail.messageId());
                }
                yield new Received(Answer.ASK, request.getMissing());
            }
            case REVIEW -> {
                if (answer) {
                    letters.review(request, occasion(request, mail), mail.messageId());
                }
                yield new Received(Answer.REVIEW, Set.of());
            }
        };
    }

    /** An answer from another address than the request's is a request of its own: anybody can write a Message-ID. */
    private Optional<AccessRequest> answered(WrittenRequest mail) {
        return requests.findMail(mail.references()).map(RequestMail::getRequest)
            .filter(request -> request.getState().isOpen() && request.getEmail().equalsIgnoreCase(mail.from().value()));
    }

    private Received known(WrittenRequest mail, boolean answer) {
        Optional<AccessRequest> done = requests.findNewest(mail.from().value()).filter(request -> request.getState() == AccessRequest.State.DONE);
        if (answer && done.isPresent()) {
            requests.add(new RequestMail(done.get(), mail.messageId()));
            letters.again(done.get(), links.issue(done.get(), PersonalLink.Purpose.ENTER));
        } else if (answer) {
            letters.signIn(mail.from(), "", mail.language(), "SignIn:" + Links.hash(mail.messageId()).hex());
        }
        return new Received(Answer.KNOWN, Set.of());
    }

    private Received sendLink(AccessRequest request, WrittenRequest mail, boolean answer) {
        if (answer) {
            letters.enter(request, links.issue(request, PersonalLink.Purpose.ENTER), mail.messageId());
        }
        return new Received(Answer.LINK_SENT, Set.of());
    }

    private Applicant applicant(WrittenRequest mail) {
        Municipality municipality = mail.municipalityId() == null ? null : municipalities.find(mail.municipalityId()).orElse(null);
        Set<Space> wanted = mail.spaces().stream().map(spaces::find).flatMap(Optional::stream)
            .filter(space -> space.getVisibility() != Visibility.INVITED).collect(Collectors.toSet());
        return new Applicant(cut(mail.givenName(), 100), cut(mail.familyName(), 100), cut(mail.organisation(), AccessRequest.ORGANISATION_LENGTH), municipality,
            cut(mail.office(), 150), cut(mail.function(), AccessRequest.FUNCTION_LENGTH), wanted, cut(mail.message(), AccessRequest.MESSAGE_LENGTH));
    }

    /** A mail can't be sent back to be shortened. */
    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static String occasion(AccessRequest request, WrittenRequest mail) {
        return "Answer:" + request.getId() + ":" + Links.hash(mail.messageId()).hex().substring(0, 32);
    }
}
