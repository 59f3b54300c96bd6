package de.krisenaustausch.municipality.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.municipality.DirectoryImport;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.shared.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Takes the official file over into the directory: first what it would change, then, when a person said so, the change. */
@Stateless
@RolesAllowed("admin")
public class ImportService {

    /** Lines on one page of the report. */
    public static final int PAGE = 100;
    private static final long LARGEST = 50L * 1024 * 1024;

    @Inject
    private FileStore files;

    @Inject
    private MunicipalityRepository directory;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<Object> events;

    @Inject
    private Clock clock;

    /** A file that was checked, and what it changes in numbers. */
    public record ImportView(long id, String fileName, LocalDate asOf, boolean applied, Instant checkedAt, Instant appliedAt,
                             int entries, int added, int changed, int merged, int gone) {
        static ImportView of(DirectoryImport found) {
            DirectoryImport.Counts counts = found.getCounts();
            return new ImportView(found.getId(), found.getFileName(), found.getAsOf(), found.getState() == DirectoryImport.State.APPLIED,
                found.getCheckedAt(), found.getAppliedAt(), counts.entries(), counts.added(), counts.changed(), counts.merged(), counts.gone());
        }
    }

    /** One line of the report. @param change NEW, CHANGED, MERGED or GONE @param successor name and place, or null */
    public record ReportLine(String change, String key, String name, String where, List<OfficialEntry.Difference> differences, String successor) {
    }

    /**
     * Looks at a file without changing the directory.
     *
     * @return the check's number
     * @throws BusinessException {@code directory.file.…} with the line when the file is wrong: nothing of it is kept
     */
    public long check(String fileName, InputStream in) {
        FileStore.Staged staged = stage(in);
        boolean kept = false;
        try {
            OfficialFile.Content content = OfficialFile.read(staged.path());
            DirectoryPlan plan = new DirectoryPlan(directory.all(), content.entries());
            files.keep(staged);
            kept = true;
            String name = fileName == null || fileName.isBlank() ? "GV100AD" : Text.oneLine(fileName).replaceFirst("^.*[/\\\\]", "");
            DirectoryImport checked = new DirectoryImport(name.substring(0, Math.min(name.length(), DirectoryImport.FILE_NAME_LENGTH)), staged.sha256(),
                content.asOf(), plan.counts(), clock.instant());
            directory.add(checked);
            return checked.getId();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            if (!kept) {
                files.discard(staged);
            }
        }
    }

    private FileStore.Staged stage(InputStream in) {
        try {
            return files.stage(in, LARGEST);
        } catch (FileStore.TooLargeException large) {
            throw new BusinessException("directory.file.large");
        } catch (IOException broken) {
            throw new BusinessException("upload.cutOff");
        }
    }

    /** @return the last ten checks, the newest first */
    public List<ImportView> list() {
        return directory.imports(10).stream().map(ImportView::of).toList();
    }

    /** @throws NotFoundException when there is no such check */
    public ImportView view(long id) {
        return ImportView.of(find(id));
    }

    /**
     * @param change NEW, CHANGED, MERGED, GONE, or null for all
     * @param from number of the first line wanted, from 0
     * @return {@value #PAGE} lines at most; none once the file is applied
     */
    public List<ReportLine> lines(long id, String change, int from) {
        DirectoryImport found = find(id);
        if (found.getState() == DirectoryImport.State.APPLIED) {
            return List.of();
        }
        DirectoryPlan.Change wanted = change == null ? null : DirectoryPlan.Change.valueOf(change);
        return plan(found).lines(wanted).skip(from).limit(PAGE).map(ImportService::line).toList();
    }

    private static ReportLine line(DirectoryPlan.Line line) {
        OfficialEntry successor = line.successor();
        String after = successor == null ? null : successor.name() + (successor.county() == null ? "" : ", " + successor.county());
        if (line.entry() == null) {
            Municipality known = line.known();
            return new ReportLine(line.change().name(), known.getArs(), known.getName(), known.place().where(), List.of(), after);
        }
        OfficialEntry entry = line.entry();
        return new ReportLine(line.change().name(), entry.ars().value(), entry.name(), (entry.county() == null ? "" : entry.county() + ", ") + entry.state().getLabel(),
            line.known() == null ? List.of() : entry.differences(line.known()), after);
    }

    /**
     * Makes the change that was reported. Done twice it does nothing the second time.
     *
     * @throws BusinessException {@code directory.file.changed} when the directory changed so that the report no longer holds
     */
    public void apply(long id) {
        directory.lock();
        DirectoryImport found = find(id);
        if (found.getState() == DirectoryImport.State.APPLIED) {
            return;
        }
        DirectoryPlan plan = plan(found);
        if (!plan.counts().equals(found.getCounts())) {
            throw new BusinessException("directory.file.changed");
        }
        Map<OfficialEntry, Municipality> written = new IdentityHashMap<>();
        plan.lines(DirectoryPlan.Change.NEW).forEach(line -> {
            Municipality created = line.entry().create();
            directory.add(created);
            written.put(line.entry(), created);
        });
        plan.lines(DirectoryPlan.Change.CHANGED).forEach(this::change);
        plan.lines(DirectoryPlan.Change.MERGED).forEach(line -> {
            Municipality successor = written.getOrDefault(line.successor(), plan.known(line.successor()));
            line.known().mergeInto(successor);
            directory.handDomains(line.known(), successor);
            events.fire(new OrganisationsMerged(line.known().getId(), successor.getId()));
        });
        plan.lines(DirectoryPlan.Change.GONE).forEach(line -> line.known().dissolve());
        found.apply(clock.instant());
        DirectoryImport.Counts counts = found.getCounts();
        audit.record("directoryImport", found.getFileName(), "+" + counts.added() + " ~" + counts.changed() + " →" + counts.merged() + " −" + counts.gone());
        events.fire(new DirectoryChanged());
    }

    private void change(DirectoryPlan.Line line) {
        Municipality known = line.known();
        OfficialEntry entry = line.entry();
        boolean seen = !known.getName().equals(entry.name()) || known.getKind() != entry.kind() || known.getState() != entry.state()
            || known.getSizeClass() != SizeClass.of(entry.population());
        entry.writeTo(known);
        if (seen) {
            events.fire(new OrganisationRenamed(known.getId()));
        }
    }

    private DirectoryPlan plan(DirectoryImport found) {
        Sha256 sha256 = found.getSha256();
        Path file = files.path(sha256);
        if (!Files.exists(file)) {
            throw new BusinessException("directory.file.forgotten");
        }
        try {
            return new DirectoryPlan(directory.all(), OfficialFile.read(file).entries());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private DirectoryImport find(long id) {
        return directory.findImport(id).orElseThrow(NotFoundException::new);
    }
}
