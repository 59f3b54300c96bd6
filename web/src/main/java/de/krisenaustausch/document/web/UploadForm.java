package de.krisenaustausch.document.web;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.web.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What pages with a drop zone have in common. The files that came in stand in the form and in the address as
 * {@code datei}, so that neither a reload nor signing in again loses them; the session knows nothing of them.
 */
@Named
@RequestScoped
public class UploadForm {

    /** Which files a dialog offers first; what may stay is decided by content, on the server. */
    private static final String ACCEPT = ".pdf,.doc,.docx,.odt,.rtf,.txt,.md,.xls,.xlsx,.ods,.csv,.ppt,.pptx,.odp,.html,.eml,.msg,.jpg,.jpeg,.png,.zip";
    private static final int FILES = 100;

    @Inject
    private Configuration configuration;

    /** @return ids of the files in the order in which they came in */
    public List<Long> files() {
        return ids("datei");
    }

    /** @return ids of those that were taken away again */
    public List<Long> dropped() {
        return ids("ohne");
    }

    /** @return the question that the files are for, if they are for one */
    public OptionalLong question() {
        return Parameters.id(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("frage"));
    }

    /** @return the largest file in bytes */
    public long getMaxBytes() {
        return configuration.uploadMaxBytes();
    }

    public String getAccept() {
        return ACCEPT;
    }

    private static List<Long> ids(String name) {
        String[] values = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().get(name);
        Set<Long> ids = new LinkedHashSet<>();
        if (values != null) {
            Arrays.stream(values).filter(value -> value.matches("\\d{1,18}")).limit(2 * FILES).map(Long::valueOf).forEach(ids::add);
        }
        return ids.stream().limit(FILES).toList();
    }
}
