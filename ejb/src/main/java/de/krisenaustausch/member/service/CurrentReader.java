package de.krisenaustausch.member.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.NotAllowedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Remembers the reader for one request, so that a page asks the database once. */
@RequestScoped
public class CurrentReader {

    @Inject
    private MemberService members;

    private Reader reader;

    /**
     * @return who reads
     * @throws NotAllowedException when nobody is signed in, she has no profile yet, or she is blocked
     */
    public Reader get() {
        if (!isKnown()) {
            throw new NotAllowedException();
        }
        return reader;
    }

    /**
     * @return whether somebody is signed in and has a profile
     * @throws NotAllowedException when she is blocked
     */
    public boolean isKnown() {
        if (reader == null) {
            reader = members.reader().orElse(null);
        }
        return reader != null;
    }

    /** @return the reader as an entity of the present transaction */
    public Member member() {
        return members.member(get().memberId());
    }

    /** Forgets, after the profile changed within the request. */
    void forget() {
        reader = null;
    }
}
