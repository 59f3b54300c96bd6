package de.krisenaustausch.poll.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.poll.ResultRepository.Bins;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void edgesAreRound() {
        assertThat(Scale.of(3, 97, true)).isEqualTo(new Bins(0, 20));
        assertThat(Scale.of(12, 12, true)).isEqualTo(new Bins(12, 1));
        assertThat(Scale.of(0.11, 0.52, false)).isEqualTo(new Bins(0.1, 0.1));
        assertThat(Scale.of(1, 3, true)).isEqualTo(new Bins(1, 1));
        assertThat(Scale.of(-5, 5, false).from()).isEqualTo(-6);
    }

    @Test
    void aNumberOnAnEdgeLiesAboveIt() {
        assertThat(Scale.bin(new Bins(0.1, 0.1), 0.3)).isEqualTo(2);
        assertThat(Scale.edge(0.1, 0.1, 2)).isEqualTo(0.3);
    }

    @Test
    void thereAreFewAndNoneIsMissing() {
        Random random = new Random(42);
        for (int i = 0; i < 1000; i++) {
            double least = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 2);
            double greatest = least + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(7) - 2);
            Bins bins = Scale.of(least, greatest, false);
            assertThat(bins.from()).isLessThanOrEqualTo(least + 1e-9);
            assertThat((greatest - bins.from()) / bins.width()).isLessThan(10);
        }
    }
}
