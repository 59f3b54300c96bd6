package de.krisenaustausch.stack.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up list of municipalities in the form and size of the official one (GV100AD): 294 Kreise, 10,773 municipalities. */
final class Official {

    static final int MUNICIPALITIES = 10_773;
    private static final int COUNTIES = 294;
    private static final int UNIONS_A_COUNTY = 4;
    private static final int LINE = 220;
    private static final String[] FIRST = "Alt Neu Ober Unter Hohen Klein Groß Wald Berg Stein Linden Eichen Buchen Birken Kirch Mühl Schön Lang Breiten Grün Weiß Rot Sand Moor Heide".split(" ");
    private static final String[] LAST = "dorf hausen heim berg bach stedt büttel kirchen feld au rode ingen hofen wald brück furt see stein ried münde".split(" ");
    private final StringBuilder text = new StringBuilder();
    private final List<String> names = new ArrayList<>();

    /** @param year of the list: the same municipalities, with other numbers of people */
    Official(int year) {
        Random random = new Random(1);
        String day = year + "1231";
        int made = 0;
        for (int county = 0; county < COUNTIES; county++) {
            String key = "%02d%03d".formatted(1 + county % 16, 100 + county / 16);
            line("40", day, key, "", pick(FIRST, random) + "kreis " + county, "44", "");
            for (int union = 0; union < UNIONS_A_COUNTY; union++) {
                line("50", day, key, "5%03d".formatted(union + 1), pick(FIRST, random) + "land " + county, "51", "");
            }
            int upTo = (county + 1) * MUNICIPALITIES / COUNTIES;
            for (int number = 1; made < upTo; number++, made++) {
                String name = pick(FIRST, random) + pick(LAST, random);
                names.add(name);
                line("60", day, key + "%03d".formatted(number), "5%03d".formatted(number % UNIONS_A_COUNTY + 1), name, "64",
                    "    %011d%011d%011d    %05d".formatted(300 + random.nextInt(9_000), 200 + random.nextInt(20_000) + year % 100, 100, 1_000 + made));
            }
        }
    }

    private static String pick(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }

    private void line(String type, String day, String key, String union, String name, String mark, String rest) {
        String line = type + day + "%-8s%-4s%-50s%-50s%-2s".formatted(key, union, name, "", mark) + rest;
        text.append(line).append(" ".repeat(LINE - line.length())).append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return names of municipalities, many of them several times */
    List<String> names() {
        return names;
    }
}
