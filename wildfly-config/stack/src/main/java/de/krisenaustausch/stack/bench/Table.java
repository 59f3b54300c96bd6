package de.krisenaustausch.stack.bench;

import java.util.ArrayList;
import java.util.List;

/** Sets results in columns, as Markdown, so that a table can be read on the console and pasted as it is. */
final class Table {

    private static final List<String> HEAD = List.of("what", "goal", "measured", "limit, same run", "ratio", "met");

    private Table() {
    }

    static String of(List<Result> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        results.forEach(result -> rows.add(List.of(result.what(), result.goal(), result.measured(), result.limit(), result.ratio(),
            result.met() == null ? "" : result.met() ? "yes" : "NO")));
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder table = new StringBuilder();
        for (int n = 0; n < rows.size(); n++) {
            for (int i = 0; i < widths.length; i++) {
                table.append("| ").append(rows.get(n).get(i)).append(" ".repeat(widths[i] - rows.get(n).get(i).length() + 1));
            }
            table.append("|\n");
            if (n == 0) {
                for (int width : widths) {
                    table.append('|').append("-".repeat(width + 2));
                }
                table.append("|\n");
            }
        }
        return table.toString();
    }
}
