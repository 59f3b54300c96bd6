package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.util.List;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param documents in the corpus
 * @param members in the corpus, at least 300: each of the 200 municipalities needs somebody
 * @param followers of the space whose mails are measured
 * @param voters who answer the poll whose result is measured
 * @param only names of the measures to take; empty for all
 * @param seconds that each of the three rounds of a measure takes
 */
record Options(int documents, int members, int followers, int voters, Set<String> only, int seconds) {

    static final String HELP = """
        Usage: ./bench [--documents N] [--members N] [--only name,...] [--quick]

          --documents N  size of the corpus (default 100000); it is loaded once, and kept in target/bench/N
          --members N    members of the corpus (default 2000)
          --only names   takes these measures only: %s
          --quick        2000 documents, 500 followers, short rounds: for trying the bench itself
          --help         this text

        Environment: KA_PORT_OFFSET moves all ports (default for the bench: 700).
        """;
    private static final int LEAST_MEMBERS = 300;

    static Options of(List<String> arguments) {
        Options options = new Options(100_000, 2_000, 10_000, 11_000, Set.of(), 6);
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> options = new Options(2_000, LEAST_MEMBERS, 500, 500, options.only, 2);
                case "--documents" -> options = new Options(number(arguments, ++i), options.members, options.followers, options.voters, options.only, options.seconds);
                case "--members" -> options = new Options(options.documents, Math.max(LEAST_MEMBERS, number(arguments, ++i)), options.followers, options.voters, options.only, options.seconds);
                case "--only" -> options = new Options(options.documents, options.members, options.followers, options.voters, Set.of(value(arguments, ++i).split(",")), options.seconds);
                default -> throw new StackException("Unknown option " + arguments.get(i) + "; ./bench --help lists them all.");
            }
        }
        return options;
    }

    private static int number(List<String> arguments, int at) {
        String value = value(arguments, at);
        if (!value.matches("\\d{1,7}")) {
            throw new StackException(arguments.get(at - 1) + " needs a number, not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    private static String value(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw new StackException(arguments.get(at - 1) + " needs a value.");
        }
        return arguments.get(at);
    }
}
