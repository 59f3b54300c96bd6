package de.krisenaustausch.space.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.member.service.Reader;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The one place that decides who may see into a space. Everybody sees the open ones, its active people see a closed
 * one, and so do the members of its association where it is for them; administrators see all. What may not be seen is answered like what does not exist.
 */
@ApplicationScoped
public class SpaceAccess {

    @Inject
    private SpaceRepository spaces;

    @Inject
    private CurrentReader current;

    @Inject
    private LookedInto looked;

    /** A space with what the reader is in it; membership is null for a guest, associate is who comes in with the space's association. */
    public record Entry(Space space, Membership membership, boolean associate, boolean readable, boolean moderator) {
    }

    /**
     * @return the space as far as the reader may know of it; {@code readable} says whether she sees what is in it
     * @throws NotFoundException when there is no such space, or it is by invitation and she has none
     */
    public Entry enter(String slug) {
        Reader reader = current.get();
        SpaceRepository.Entry found = spaces.enter(slug, reader.memberId()).orElseThrow(NotFoundException::new);
        Space space = found.space();
        Optional<Membership> membership = Optional.ofNullable(found.membership());
        if (space.getVisibility() == Visibility.INVITED && membership.isEmpty() && !found.associate() && !reader.administrator()) {
            throw new NotFoundException();
        }
        boolean readable = reader.administrator() || found.associate() || space.getVisibility() == Visibility.ALL_MEMBERS
            || membership.filter(Membership::isActive).isPresent();
        Entry entry = new Entry(space, membership.orElse(null), found.associate(), readable,
            reader.administrator() || membership.filter(Membership::isModerator).isPresent());
        looked.note(entry);
        return entry;
    }

    /** @throws NotFoundException when the reader may not see what is in the space */
    public Entry read(String slug) {
        Entry entry = enter(slug);
        if (!entry.readable()) {
            throw new NotFoundException();
        }
        return entry;
    }

    /**
     * The same for use cases that only read: the space may come from an earlier question of the same request, and so
     * must not be changed or referred to by something new.
     */
    public Entry look(String slug) {
        return looked.find(slug).filter(Entry::readable).orElseGet(() -> read(slug));
    }

    /** @throws NotAllowedException when the reader sees the space but does not moderate it */
    public Entry moderate(String slug) {
        Entry entry = read(slug);
        if (!entry.moderator()) {
            throw new NotAllowedException();
        }
        return entry;
    }

    /** @return ids of all spaces that the reader may read, for queries over many spaces */
    public List<Long> readableIds() {
        Reader reader = current.get();
        return reader.administrator() ? spaces.allIds() : spaces.readableIds(reader.memberId());
    }
}
