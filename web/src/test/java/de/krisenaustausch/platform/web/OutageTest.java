package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void tellsALostDatabaseFromABrokenStatement() {
        assertThat(Outage.isOne(new IllegalStateException(new SQLException("refused", "08001")))).isTrue();
        assertThat(Outage.isOne(new IllegalStateException(new SQLException("shutting down", "57P01")))).isTrue();
        assertThat(Outage.isOne(new IllegalStateException(new SQLException("syntax", "42601")))).isFalse();
        assertThat(Outage.isOne(null)).isFalse();
    }

    @Test
    void tellsACollisionByTheNameThatIsTaken() {
        assertThat(Outage.isCollision(new IllegalStateException(new SQLException("duplicate", "23505")))).isTrue();
        assertThat(Outage.isCollision(new IllegalStateException(new SQLException("null value", "23502")))).isFalse();
    }

    @Test
    void endsWhereCausesGoInCircles() {
        Exception one = new Exception();
        one.initCause(new Exception(one));

        assertThat(Outage.isOne(one)).isFalse();
    }
}
