package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.Ars;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds whom those merged into that a new official file no longer has. The file does not say it; but land does not vanish: who
 * is new in the Kreis, or grew by exactly the area of those that are gone, took them in. A Kreis or Verband is where all its
 * municipalities are now. Where more than one answer fits there is none, and a person decides.
 */
final class Mergers {

    /** Hectares by which surveys differ from year to year. */
    private static final int TOLERANCE = 2;
    /** Beyond that many in one Kreis some sum always fits by chance. */
    private static final int MOST = 10;

    private final Map<Municipality, OfficialEntry> same;
    private final Map<OfficialEntry, Municipality> taken;
    private final List<OfficialEntry> entries;
    private final Map<Municipality, OfficialEntry> successors = new IdentityHashMap<>();

    Mergers(Map<Municipality, OfficialEntry> same, Map<OfficialEntry, Municipality> taken, List<OfficialEntry> entries) {
        this.same = same;
        this.taken = taken;
        this.entries = entries;
    }

    /** @return the successors that are beyond doubt */
    Map<Municipality, OfficialEntry> of(List<Municipality> gone) {
        Map<String, List<Municipality>> byCounty = new HashMap<>();
        gone.stream().filter(Mergers::isMunicipality).filter(each -> each.getAreaHa() > 0)
            .forEach(each -> byCounty.computeIfAbsent(new Ars(each.getArs()).county(), key -> new ArrayList<>()).add(each));
        byCounty.forEach(this::byArea);
        gone.stream().filter(each -> !isMunicipality(each)).forEach(this::byMembers);
        return successors;
    }

    private void byArea(String county, List<Municipality> gone) {
        if (gone.size() > MOST) {
            return;
        }
        Map<Municipality, Set<OfficialEntry>> claims = new IdentityHashMap<>();
        for (OfficialEntry entry : entries) {
            if (!entry.isMunicipality() || !entry.ars().county().equals(county)) {
                continue;
            }
            Municipality before = taken.get(entry);
            if (before != null && before.getAreaHa() == 0) {
                continue;
            }
            int growth = entry.areaHa() - (before == null ? 0 : before.getAreaHa());
            if (growth > TOLERANCE) {
                subsets(gone, growth).forEach(subset -> subset.forEach(each -> claims.computeIfAbsent(each, key -> new HashSet<>()).add(entry)));
                if (subsets(gone, growth).size() > 1) {
                    // more than one sum fits: nobody of them is beyond doubt
                    gone.forEach(each -> claims.computeIfAbsent(each, key -> new HashSet<>()).addAll(List.of(entry, gone(entry))));
                }
            }
        }
        claims.forEach((each, by) -> {
            if (by.size() == 1) {
                successors.put(each, by.iterator().next());
            }
        });
    }

    /** @return an entry unlike any in the file, to make a claim doubtful */
    private static OfficialEntry gone(OfficialEntry entry) {
        return new OfficialEntry(null, entry.ars(), "", entry.kind(), null, entry.state(), 0, null, -1);
    }

    private static List<List<Municipality>> subsets(List<Municipality> all, int area) {
        List<List<Municipality>> fitting = new ArrayList<>();
        for (int mask = 1; mask < 1 << all.size(); mask++) {
            List<Municipality> subset = new ArrayList<>();
            int sum = 0;
            for (int i = 0; i < all.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    subset.add(all.get(i));
                    sum += all.get(i).getAreaHa();
                }
            }
            if (Math.abs(sum - area) <= TOLERANCE) {
                fitting.add(subset);
            }
        }
        return fitting;
    }

    private void byMembers(Municipality gone) {
        boolean county = gone.getKind() == MunicipalityKind.COUNTY;
        String key = county ? new Ars(gone.getArs()).county() : new Ars(gone.getArs()).union();
        Set<String> now = new HashSet<>();
        Set<OfficialEntry> members = new HashSet<>();
        Map<Municipality, OfficialEntry> all = new IdentityHashMap<>(same);
        all.putAll(successors);
        all.forEach((member, entry) -> {
            if (isMunicipality(member) && member.getArs() != null && member.getArs().startsWith(key)) {
                members.add(entry);
                now.add(county ? entry.ars().county() + "0000000" : entry.ars().union() + "000");
            }
        });
        if (!county && members.size() == 1) {
            // all its municipalities are one now: that does its work
            successors.put(gone, members.iterator().next());
        } else if (now.size() == 1) {
            entries.stream().filter(entry -> !entry.isMunicipality() && now.contains(entry.ars().value())).findFirst()
                .ifPresent(entry -> successors.put(gone, entry));
        }
    }

    private static boolean isMunicipality(Municipality each) {
        return each.getKind() != MunicipalityKind.COUNTY && each.getKind() != MunicipalityKind.UNION;
    }
}
