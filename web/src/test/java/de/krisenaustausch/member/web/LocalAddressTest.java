package de.krisenaustausch.member.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bereiche", "//evil.example/", "https://evil.example/", "/\\evil.example", "\\/evil.example", "/a\r\nSet-Cookie: x", "/\t/evil.example"})
    void followsNoForeignAddress(String address) {
        assertThat(LocalAddress.of(address, "/bereiche")).isEqualTo("/bereiche");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/bereiche", "/bereiche/corona/dokumente/4711?seite=3", "/suche?q=Stundung+M%C3%BCnchen"})
    void followsOwnAddresses(String address) {
        assertThat(LocalAddress.of(address, "/otherwise")).isEqualTo(address);
    }
}
