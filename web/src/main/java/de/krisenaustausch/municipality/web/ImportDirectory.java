package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.service.ImportService;
import de.krisenaustausch.municipality.service.ImportService.ImportView;
import de.krisenaustausch.municipality.service.ImportService.ReportLine;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading the official file: the form, why a file was refused, or the report of one. {@link ImportServlet} takes its forms. */
@Named
@RequestScoped
public class ImportDirectory {

    static final String PAGE = "/verwaltung/kommunen/einlesen";
    private static final List<String> CHANGES = List.of("NEW", "CHANGED", "MERGED", "GONE");

    @Inject
    private ImportService imports;

    private ImportView checked;
    private List<ReportLine> lines = List.of();

    /** A sort of changes with its number and address. @param key NEW …, or null for all */
    public record Tab(String key, int count, String href, boolean current) {
    }

    /** @throws NotFoundException when there is no such check */
    public void load() {
        String number = parameter("pruefung");
        if (number == null) {
            return;
        }
        if (!number.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        checked = imports.view(Long.parseLong(number));
        lines = imports.lines(checked.id(), change(), from());
    }

    /** @return why the file before was refused, or "" */
    public String getRefusal() {
        String reason = parameter("grund");
        FacesContext context = FacesContext.getCurrentInstance();
        String key = "directory.file." + reason;
        if (reason == null || !Messages.bundle(context.getViewRoot().getLocale()).containsKey(key)) {
            return "";
        }
        return Messages.sentence(context.getViewRoot().getLocale(), key, number("zeile"), number("wert"));
    }

    public ImportView getChecked() {
        return checked;
    }

    /** @return a moment of the day for which the file holds */
    public Instant getAsOf() {
        return checked.asOf().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    public List<ReportLine> getLines() {
        return lines;
    }

    public List<ImportView> getEarlier() {
        return imports.list();
    }

    public List<Tab> getTabs() {
        Map<String, Integer> counts = Map.of("NEW", checked.added(), "CHANGED", checked.changed(), "MERGED", checked.merged(), "GONE", checked.gone());
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(null, counts.values().stream().mapToInt(Integer::intValue).sum(), here(null), change() == null));
        CHANGES.forEach(each -> tabs.add(new Tab(each, counts.get(each), here(each), each.equals(change()))));
        return tabs;
    }

    /** @return address of the next lines; "" when these were the last */
    public String getNext() {
        return lines.size() < ImportService.PAGE ? "" : here(change()) + "&ab=" + (from() + ImportService.PAGE);
    }

    private String here(String change) {
        return PAGE + "?pruefung=" + checked.id() + (change == null ? "" : "&art=" + change);
    }

    private static String change() {
        String change = parameter("art");
        return CHANGES.contains(change == null ? "" : change) ? change : null;
    }

    private static int from() {
        return number("ab");
    }

    private static int number(String name) {
        String value = parameter(name);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }
}
