package de.krisenaustausch.stack.examples;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question written for the local stack, with its answers. Each answer begins with a line {@code %% person}, behind which may stand
 * {@code official}, {@code accepted}, and {@code +person} for each whom it helped.
 *
 * @param urgentDays so many days from the loading on an answer helps; 0 when it does not matter
 */
record ExampleQuestion(String title, String space, List<String> topics, String person, int urgentDays, String text, List<Answer> answers) {

    private static final Pattern ANSWER = Pattern.compile("(?m)^%% ");

    /** An answer. @param helped usernames of those whom it helped */
    record Answer(String person, boolean official, boolean accepted, List<String> helped, String text) {

        static Answer of(String text) {
            String[] parts = text.split("\\R", 2);
            List<String> words = Arrays.asList(parts[0].strip().split(" "));
            return new Answer(words.get(0), words.contains("official"), words.contains("accepted"),
                words.stream().filter(word -> word.startsWith("+")).map(word -> word.substring(1)).toList(), parts[1].strip());
        }
    }

    static ExampleQuestion of(String text) {
        Markup.Source source = Markup.source(text);
        List<String> parts = Arrays.asList(ANSWER.split(source.body()));
        return new ExampleQuestion(source.get("title"), source.get("space"), source.list("topics"), source.get("person"),
            Integer.parseInt(source.get("urgent", "0")), parts.get(0).strip(), parts.subList(1, parts.size()).stream().map(Answer::of).toList());
    }

    /** @return all who take part */
    Stream<String> people() {
        return Stream.concat(Stream.of(person), answers.stream().flatMap(answer -> Stream.concat(Stream.of(answer.person()), answer.helped().stream())));
    }
}
