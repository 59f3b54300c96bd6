package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortalExtensionTest {

    @Test
    void letsFormsLeadToTheSignInServiceAndNowhereElse() {
        assertThat(PortalExtension.policy("{\"provider-url\":\"https://login.example.de:8443/realms/krisenaustausch\",\"client-id\":\"x\"}"))
            .contains("form-action 'self' https://login.example.de:8443;");
        assertThat(PortalExtension.policy("{}")).contains("form-action 'self';");
        assertThat(PortalExtension.policy(null)).contains("form-action 'self';").endsWith("script-src 'self'").doesNotContain("unsafe");
    }

    @Test
    void makesOnePolicyOfTwo() {
        String policy = PortalExtension.policy(null);

        assertThat(PortalExtension.joined(policy, List.of(policy, "script-src 'self' 'nonce-NzIxOGRj';"))).isEqualTo(policy + " 'nonce-NzIxOGRj'");
        assertThat(PortalExtension.joined(policy, List.of(policy, "default-src 'none'"))).isEqualTo("default-src 'none'");
    }
}
