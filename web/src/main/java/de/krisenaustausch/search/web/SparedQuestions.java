package de.krisenaustausch.search.web;

import de.krisenaustausch.contribution.service.SparingService;
import de.krisenaustausch.shared.web.Format;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Tells on a contribution's page how many questions it has spared: whoever wrote it sees that it was worth it. */
@Named
@RequestScoped
public class SparedQuestions {

    @Inject
    private SparingService sparing;

    @Inject
    private Format format;

    private final Map<Long, String> said = new HashMap<>();

    /** @return "Hat schon 3 Fragen erspart"; empty where it spared none */
    public String of(long id) {
        return said.computeIfAbsent(id, first -> {
            int spared = sparing.of(id);
            return spared == 0 ? "" : format.text("help.spared", spared);
        });
    }
}
