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
import de.krisenaustausch.registration.Uncertainty;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Visibility;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
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

    /**
     * @param missing what was asked for
     * @param answered whether a letter is on its way
     */
    public record Received(Answer answer, Set<Missing> missing, boolean answered) {
    }

    /** @return whether a mail of that Message-ID was received before */
    public boolean isReceived(String messageId) {
        return requests.findMail(List.of(messageId)).isPresent();
    }

    /** @return what was still missing of the sender's request that the mail answers; empty when it answers none of ours */
    public Optional<Set<Missing>> asked(List<String> references, EmailAddress from) {
        return answered(references, from).map(AccessRequest::getMissing);
    }

    /**
     * Takes a request, or completes the open one that the mail answers or that came from the same address, decides on it,
     * and answers in the same transaction; twice the same mail is like once.
     *
     * @param answer false where the sender had an answer a moment ago: then only the step that completes her request is told, which can't
     *     go on for ever
     */
    public Received receive(WrittenRequest mail, boolean answer) {
        if (isReceived(mail.messageId())) {
            return new Received(Answer.REPEATED, Set.of(), false);
        }
        Optional<AccessRequest> open = answered(mail.references(), mail.from()).or(() -> requests.findOpen(mail.from().value()));
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
        AccessRequest.State before = request.getState();
        request.tell(applicant(mail), clock.instant());
        return switch (admission.decide(request, doubts(request, mail))) {
            case ADMITTED -> sendLink(request, mail, true);
            case INCOMPLETE -> {
                if (answer) {
                    letters.ask(request, request.getMissing(), occasion(request, mail), mail.messageId());
                }
                yield new Received(Answer.ASK, request.getMissing(), answer);
            }
            case REVIEW -> {
                boolean told = answer || before == AccessRequest.State.INCOMPLETE;
                if (told) {
                    letters.review(request, occasion(request, mail), mail.messageId());
                }
                yield new Received(Answer.REVIEW, Set.of(), told);
            }
        };
    }

    /** An answer from another address than the request's is a request of its own: anybody can write a Message-ID. */
    private Optional<AccessRequest> answered(List<String> references, EmailAddress from) {
        return references.isEmpty() ? Optional.empty() : requests.findMail(references).map(RequestMail::getRequest)
            .filter(request -> request.getState().isOpen() && request.getEmail().equalsIgnoreCase(from.value()));
    }

    /** What was doubtful stays so until she says it anew. */
    private static Set<Uncertainty> doubts(AccessRequest request, WrittenRequest mail) {
        Set<Uncertainty> doubts = EnumSet.noneOf(Uncertainty.class);
        doubts.addAll(request.getUncertain());
        settle(doubts, Uncertainty.GIVEN_NAME, mail.givenName());
        settle(doubts, Uncertainty.FAMILY_NAME, mail.familyName());
        settle(doubts, Uncertainty.MUNICIPALITY, mail.organisation());
        settle(doubts, Uncertainty.OFFICE, mail.office());
        settle(doubts, Uncertainty.SPACES, mail.spaces().isEmpty() ? null : "");
        doubts.removeAll(Set.of(Uncertainty.DOMAIN, Uncertainty.FREE_MAIL));
        doubts.addAll(mail.uncertain());
        return doubts;
    }

    private static void settle(Set<Uncertainty> doubts, Uncertainty doubt, String told) {
        if (told != null) {
            doubts.remove(doubt);
        }
    }

    private Received known(WrittenRequest mail, boolean answer) {
        Optional<AccessRequest> done = requests.findNewest(mail.from().value()).filter(request -> request.getState() == AccessRequest.State.DONE);
        if (answer && done.isPresent()) {
            requests.add(new RequestMail(done.get(), mail.messageId()));
            letters.again(done.get(), links.issue(done.get(), PersonalLink.Purpose.ENTER));
        } else if (answer) {
            letters.signIn(mail.from(), "", mail.language(), "SignIn:" + Links.hash(mail.messageId()).hex());
        }
        return new Received(Answer.KNOWN, Set.of(), answer);
    }

    private Received sendLink(AccessRequest request, WrittenRequest mail, boolean answer) {
        if (answer) {
            letters.enter(request, links.issue(request, PersonalLink.Purpose.ENTER), mail.messageId());
        }
        return new Received(Answer.LINK_SENT, Set.of(), answer);
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
