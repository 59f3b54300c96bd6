package de.krisenaustausch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void moveTogether() {
        assertThat(new Ports(3000).portal()).isEqualTo(11080);
        assertThat(new Ports(3000).mailbox()).isEqualTo(11025);
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 2000, 2055})
    void areNeverWhereBrowsersOpenNoPage(int offset) {
        assertThatThrownBy(() -> new Ports(offset)).isInstanceOf(StackException.class).hasMessageContaining("10080");
    }
}
