package de.krisenaustausch.registration.service.intake;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.service.recognition.Field;
import de.krisenaustausch.registration.service.recognition.Places;
import de.krisenaustausch.registration.service.recognition.ReadMail;
import de.krisenaustausch.registration.service.recognition.Recognised;
import de.krisenaustausch.registration.service.recognition.Recogniser;
import de.krisenaustausch.registration.service.recognition.SpaceWords;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises over the directory and the spaces as they are now. The names are kept for minutes, and given up when memory is short. */
@ApplicationScoped
public class Recognition {

    private static final Duration FRESH = Duration.ofMinutes(2);

    @Inject
    private Organisations organisations;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    private SoftReference<Places> places = new SoftReference<>(null);
    private Instant madeAt = Instant.EPOCH;

    /** @param asked what we asked for, where the mail answers one of ours; null otherwise */
    public Recognised read(ReadMail mail, Set<Field> asked) {
        Recogniser recogniser = new Recogniser(places(), words());
        return asked == null ? recogniser.recognise(mail) : recogniser.recognise(mail, asked);
    }

    private synchronized Places places() {
        Places known = places.get();
        if (known == null || madeAt.plus(FRESH).isBefore(clock.instant())) {
            known = new Places(organisations.all());
            places = new SoftReference<>(known);
            madeAt = clock.instant();
        }
        return known;
    }

    /** A space answers to its name, to its address, and to the words of the configuration. */
    private SpaceWords words() {
        Map<String, List<String>> configured = configuration.intakeWords();
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Space space : spaces.all()) {
            if (space.getVisibility() != Visibility.INVITED) {
                List<String> words = new ArrayList<>(List.of(space.getName(), space.getSlug()));
                words.addAll(configured.getOrDefault(space.getSlug(), List.of()));
                all.put(space.getSlug(), words);
            }
        }
        return new SpaceWords(all);
    }
}
