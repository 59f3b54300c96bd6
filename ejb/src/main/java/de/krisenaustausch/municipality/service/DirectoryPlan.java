package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.DirectoryImport;
import de.krisenaustausch.municipality.Municipality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an official file would change in the directory. Who is who is told by the regional key, else by the municipality's
 * key, which stays when it joins another Verband; else by the name where nobody else in the Land has it: for what was
 * entered by hand, and for keys that change with a new Kreis. What is left over on our side is gone; {@link Mergers} finds
 * the successor where the file leaves no doubt.
 */
final class DirectoryPlan {

    private final List<Line> lines = new ArrayList<>();
    private final Map<Municipality, OfficialEntry> same = new IdentityHashMap<>();
    private final Map<OfficialEntry, Municipality> taken = new IdentityHashMap<>();
    private final List<OfficialEntry> entries;

    /** How an organisation changes. */
    enum Change { NEW, CHANGED, MERGED, GONE }

    /**
     * One change.
     *
     * @param known ours, or null for a new one
     * @param entry what it becomes; null for one that is gone
     * @param successor what it is part of from now on; null where that is not known
     */
    record Line(Change change, Municipality known, OfficialEntry entry, OfficialEntry successor) {
    }

    DirectoryPlan(List<Municipality> known, List<OfficialEntry> entries) {
        this.entries = entries;
        Map<String, Municipality> byArs = new HashMap<>();
        Map<String, Municipality> byAgs = new HashMap<>();
        known.forEach(each -> {
            byArs.put(each.getArs(), each);
            byAgs.put(each.getAgs(), each);
        });
        byArs.remove(null);
        byAgs.remove(null);
        entries.forEach(entry -> take(byArs.get(entry.ars().value()), entry));
        entries.stream().filter(entry -> entry.ags() != null).forEach(entry -> take(byAgs.get(entry.ags().value()), entry));
        List<Municipality> unkeyed = known.stream().filter(each -> each.getArs() == null && !each.isGone()).toList();
        takeNamesakes(unkeyed, each -> key(each.getName(), each.getState(), each.getCounty()), entry -> key(entry.name(), entry.state(), entry.county()));
        List<Municipality> keyed = known.stream().filter(each -> each.getArs() != null && !each.isGone()).toList();
        takeNamesakes(keyed, each -> key(each.getName(), each.getState(), each.getKind()), entry -> key(entry.name(), entry.state(), entry.kind()));
        List<Municipality> gone = keyed.stream().filter(each -> !same.containsKey(each)).toList();
        Map<Municipality, OfficialEntry> successors = new Mergers(same, taken, entries).of(gone);
        entries.stream().filter(entry -> !taken.containsKey(entry)).forEach(entry -> lines.add(new Line(Change.NEW, null, entry, null)));
        same.forEach((each, entry) -> {
            if (!entry.differences(each).isEmpty()) {
                lines.add(new Line(Change.CHANGED, each, entry, null));
            }
        });
        gone.forEach(each -> lines.add(new Line(successors.containsKey(each) ? Change.MERGED : Change.GONE, each, null, successors.get(each))));
        lines.sort(java.util.Comparator.comparing(Line::change).reversed().thenComparing(line -> line.entry() == null ? line.known().getArs() : line.entry().ars().value()));
    }

    private void take(Municipality known, OfficialEntry entry) {
        if (known != null && !same.containsKey(known) && !taken.containsKey(entry)) {
            same.put(known, entry);
            taken.put(entry, known);
        }
    }

    /** Only a name that one of ours and one of the file have, and no other on either side, tells who is who. */
    private void takeNamesakes(List<Municipality> known, Function<Municipality, String> ours, Function<OfficialEntry, String> theirs) {
        Map<String, List<Municipality>> left = new HashMap<>();
        known.stream().filter(each -> !same.containsKey(each)).forEach(each -> left.computeIfAbsent(ours.apply(each), key -> new ArrayList<>()).add(each));
        Map<String, List<OfficialEntry>> free = new HashMap<>();
        entries.stream().filter(entry -> !taken.containsKey(entry)).forEach(entry -> free.computeIfAbsent(theirs.apply(entry), key -> new ArrayList<>()).add(entry));
        left.forEach((key, mine) -> {
            List<OfficialEntry> fitting = free.getOrDefault(key, List.of());
            if (mine.size() == 1 && fitting.size() == 1) {
                take(mine.get(0), fitting.get(0));
            }
        });
    }

    private static String key(String name, Object state, Object more) {
        String around = more == null ? "" : String.join(" ", Spelling.core(Spelling.words(Spelling.fold(more.toString()))));
        return Spelling.fold(name) + "|" + state + "|" + around;
    }

    /** @return all changes: who is gone, who merged, changed, is new; each by key */
    List<Line> lines() {
        return lines;
    }

    /** @return those of one sort, or all for null */
    Stream<Line> lines(Change change) {
        return lines.stream().filter(line -> change == null || line.change() == change);
    }

    /** @return ours that the entry stands for, or null when it is new */
    Municipality known(OfficialEntry entry) {
        return taken.get(entry);
    }

    DirectoryImport.Counts counts() {
        return new DirectoryImport.Counts(entries.size(), count(Change.NEW), count(Change.CHANGED), count(Change.MERGED), count(Change.GONE));
    }

    private int count(Change change) {
        return (int) lines(change).count();
    }
}
