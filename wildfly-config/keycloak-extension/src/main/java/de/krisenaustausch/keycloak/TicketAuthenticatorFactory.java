package de.krisenaustausch.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the step known to Keycloak, which finds it through {@code META-INF/services}. */
public class TicketAuthenticatorFactory implements AuthenticatorFactory {

    @Override
    public String getId() {
        return "ka-ticket";
    }

    @Override
    public String getDisplayType() {
        return "Krisenaustausch ticket";
    }

    @Override
    public String getHelpText() {
        return "Signs in whom the portal has just let in, once, without a password.";
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return TicketAuthenticator.INSTANCE;
    }

    @Override
    public void init(Config.Scope config) {
        // has no settings
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // waits for nobody
    }

    @Override
    public void close() {
        // holds nothing
    }
}
