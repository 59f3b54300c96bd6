package de.krisenaustausch.stack;

/** The accounts for trying out; their data is {@code wildfly-config/keycloak/local/example-accounts.json}. */
final class ExampleAccounts {

    static final String PASSWORD = "Krise-2026-Beispiel";

    private ExampleAccounts() {
    }

    static String table() {
        return """
                petra.sommer@beispielstadt.example    a clerk of Stadt Beispielstadt
                jonas.wendt@musterdorf.example        a clerk of Gemeinde Musterdorf
                mara.lindner@dstgb.example            moderates the space Coronavirus
                verwaltung@krisenaustausch.example    administrator
                neu@beispielheim.example              signs in for the first time
                lena.grosse@musterhausen.example      a member of the KGSt, from its directory (LDAP)
                gesa.petersen@beispielheim.example    by the button "Deutscher Städte- und Gemeindebund" (OpenID Connect)
                dorothea.quast@beispielland.example   by the button "Landkreistag Musterland" (SAML)""".indent(2).stripTrailing();
    }
}
