package de.krisenaustausch.search.service;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.ContributionText;
import de.krisenaustausch.contribution.TextRepository;
import de.krisenaustausch.search.service.index.Entry;
import de.krisenaustausch.shared.PlainText;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Links, questions or polls for the index: all that is written in them. */
abstract class TextEntries implements KindEntries {

    @Inject
    private TextRepository texts;

    abstract ContributionKind kind();

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return texts.idsAfter(kind(), id, limit);
    }

    @Override
    public List<Entry> read(Collection<Long> ids) {
        return texts.read(kind(), ids).stream().map(this::entry).toList();
    }

    @Override
    public long count() {
        return texts.count(kind());
    }

    @Override
    public List<Consumer<Collection<Long>>> waits() {
        return List.of(ids -> texts.await(kind(), ids));
    }

    private Entry entry(ContributionText text) {
        ContributionText.Home home = text.home();
        Entry.Facts facts = new Entry.Facts(text.spaceId(), new Entry.Nature(kind(), null, null, text.progress()),
            text.topics().stream().map(ContributionText.TopicName::slug).toList(), text.at(),
            new Entry.Place(home.id(), home.name(), home.kind(), home.state(), home.sizeClass(), home.population()));
        List<String> words = new ArrayList<>(List.of(home.name()));
        text.topics().forEach(topic -> words.add(topic.name()));
        if (text.address() != null) {
            words.add(text.address());
        }
        List<Entry.Page> pages = text.texts().stream().map(part -> new Entry.Page(0, part)).toList();
        return new Entry(text.id(), facts,
            new Entry.Text(text.title(), text.description() == null ? null : PlainText.of(text.description()), words, pages, false, text.accepted()));
    }
}
