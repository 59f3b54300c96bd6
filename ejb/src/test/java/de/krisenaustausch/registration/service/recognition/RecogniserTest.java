package de.krisenaustausch.registration.service.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over mails as clerks write them: nearly all come out complete and right, and nothing wrong comes out unmarked. */
class RecogniserTest {

    private static final double LEAST_RIGHT = 0.9;

    /** The folders from the second on were written after the recogniser, in other manners. */
    @ParameterizedTest
    @ValueSource(strings = {"mails", "later", "third", "fourth", "fifth", "sixth", "seventh"})
    void readsWhoClerksAre(String folder) {
        Recogniser recogniser = new Recogniser(Sample.places(), Sample.SPACES);
        List<Sample> samples = Sample.all(folder);
        List<String> faults = new ArrayList<>();
        for (Sample sample : samples) {
            String fault = sample.faults(recogniser.recognise(Sample.mail(sample.file())));
            if (!fault.isEmpty()) {
                faults.add(sample.file() + ": " + fault);
            }
        }
        System.out.printf("%s: %d of %d mails complete and right%n", folder, samples.size() - faults.size(), samples.size());
        assertThat(faults).as("wrong, and not marked as uncertain").noneMatch(fault -> fault.contains("!"));
        assertThat(samples.size() - faults.size()).as("complete and right, but for %s", faults).isGreaterThanOrEqualTo((int) Math.ceil(samples.size() * LEAST_RIGHT));
    }
}
