package de.krisenaustausch.municipality;

import java.nio.charset.StandardCharsets;

/** A small made-up list of municipalities in the form of the official one (GV100AD of Destatis: fixed columns, 220 characters). */
final class OfficialList {

    private final StringBuilder text = new StringBuilder();
    private final String day;

    OfficialList(String day) {
        this.day = day;
    }

    OfficialList county(String key, String name) {
        return line("40", key, "", name, "44", "");
    }

    OfficialList village(String ags, String name, int hectares, int people) {
        return line("60", ags, "0000", name, "64", "    %011d%011d%011d    12345".formatted(hectares, people, people / 2));
    }

    OfficialList line(String type, String key, String union, String name, String mark, String rest) {
        text.append("%-220s\n".formatted(type + day + "%-8s%-4s%-50s%-50s%-2s".formatted(key, union, name, "", mark) + rest));
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
