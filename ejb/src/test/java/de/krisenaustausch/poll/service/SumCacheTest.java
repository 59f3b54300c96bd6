package de.krisenaustausch.poll.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.poll.ResultRepository.Part;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumCacheTest {

    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    private Instant now = START;
    private int computed;
    private final SumCache cache = new SumCache(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void computesTheSameResultOnceAMinute() {
        ask(key(1, 5, null));
        now = START.plus(SumCache.KEPT);
        ask(key(1, 5, null));
        assertThat(computed).isEqualTo(1);
        now = now.plusMillis(1);
        ask(key(1, 5, null));
        assertThat(computed).isEqualTo(2);
    }

    @Test
    void computesAnewAfterAVoteAndAfterWhatOneChangedOneself() {
        ask(key(1, 5, null));
        ask(key(1, 6, null));
        ask(key(1, 6, START));
        ask(new Sums.Key(1, new Part("BY", null, null), false, 20, 6, null));
        ask(new Sums.Key(1, Part.ALL, true, 20, 6, null));
        ask(new Sums.Key(1, Part.ALL, true, 200, 6, null));
        assertThat(computed).isEqualTo(6);
    }

    /** Who looks while somebody else sums up anew does not wait, but gets what there is; what is too old for that is computed. */
    @Test
    void nobodyWaitsForWhatIsSummedUpAnew() {
        Sums.Key key = key(1, 5, null);
        Sums old = cache.get(key, SumCacheTest::sums);
        now = START.plus(SumCache.KEPT).plusMillis(1);
        Sums renewed = cache.get(key, () -> {
            assertThat(cache.get(key, () -> {
                throw new AssertionError("summed up twice");
            })).isSameAs(old);
            return sums();
        });
        assertThat(renewed).isNotSameAs(old);
        assertThat(cache.get(key, SumCacheTest::sums)).isSameAs(renewed);
        now = now.plus(SumCache.LONGEST).plusMillis(1);
        assertThat(cache.get(key, SumCacheTest::sums)).isNotSameAs(renewed);
    }

    @Test
    void whatFailedIsTriedAgain() {
        Sums.Key key = key(1, 5, null);
        Sums old = cache.get(key, SumCacheTest::sums);
        now = START.plus(SumCache.KEPT).plusMillis(1);
        assertThatThrownBy(() -> cache.get(key, () -> {
            throw new IllegalStateException("no database");
        })).hasMessage("no database");
        assertThat(cache.get(key, SumCacheTest::sums)).isNotSameAs(old);
    }

    @Test
    void keepsFew() {
        for (int poll = 0; poll < SumCache.MOST * 3; poll++) {
            ask(key(poll, 5, null));
        }
        int all = computed;
        for (int poll = 0; poll < SumCache.MOST * 3; poll++) {
            ask(key(poll, 5, null));
        }
        assertThat(computed - all).isGreaterThanOrEqualTo(SumCache.MOST * 2);
    }

    private void ask(Sums.Key key) {
        cache.get(key, () -> {
            computed++;
            return sums();
        });
    }

    private static Sums sums() {
        return Sums.withheld(Map.of());
    }

    private static Sums.Key key(long poll, int participants, Instant change) {
        return new Sums.Key(poll, Part.ALL, false, 20, participants, change);
    }
}
