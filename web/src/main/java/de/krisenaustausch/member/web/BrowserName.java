package de.krisenaustausch.member.web;

import java.util.List;

/** What a browser's long name for itself (User-Agent) means to a person: which browser, on what. */
record BrowserName(String browser, String system) {

    /** The first that is found counts, since each of them also claims to be those below it. */
    private static final List<String[]> BROWSERS = List.of(new String[] {"Edg/", "Edge"}, new String[] {"OPR/", "Opera"}, new String[] {"Firefox/", "Firefox"},
        new String[] {"Chrome/", "Chrome"}, new String[] {"Safari/", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(new String[] {"Windows", "Windows"}, new String[] {"Android", "Android"}, new String[] {"iPhone", "iPhone"},
        new String[] {"iPad", "iPad"}, new String[] {"Mac OS", "macOS"}, new String[] {"Linux", "Linux"});

    /** @return both; null for what is not told */
    static BrowserName of(String agent) {
        return new BrowserName(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static String first(List<String[]> names, String agent) {
        return names.stream().filter(name -> agent.contains(name[0])).map(name -> name[1]).findFirst().orElse(null);
    }
}
