package de.krisenaustausch.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import org.junit.jupiter.api.Test;

/** One person, one account, also where her association's directory (LDAP) knows her too. */
class LinkedDirectoryIT {

    /** She keeps the account that she had first, with its password; the directory makes no second one. */
    @Test
    void whoHadAnAccountBeforeHerDirectoryKnewHerKeepsIt() {
        Scene.people();
        String email = Ground.person("Ewers");
        TestStack.get().changeInDirectory("i.ewers", "mail", email);
        assertThatThrownBy(() -> SessionClient.signedIn("i.ewers")).hasMessageContaining("Keycloak refuses i.ewers: 200");
        assertThat(SessionClient.signedIn(email).get("/profil").body()).contains("Amt für Versuche");
        assertThat(Accounts.count(email)).isEqualTo(1);
        assertThat(Database.column("select office from member where email = ?", email)).containsExactly("Amt für Versuche");
    }

    /** Nor can anybody make one beside it. */
    @Test
    void noAccountIsOpenedBesideThatOfADirectory() {
        assertThatThrownBy(() -> Accounts.open("hannes.lutz@neudorf.example", "Hannes", "Lutz")).hasMessageContaining("409");
    }

    /** By her name there or by her address: it is one account. */
    @Test
    void nameAndAddressAreOneAccount() {
        Scene.people();
        String email = "karl-heinz.fuchs@beispielbach.example";
        SessionClient.signedIn("k.fuchs").get("/profil");
        SessionClient.signedIn(email).get("/profil");
        assertThat(Accounts.count(email)).isEqualTo(1);
        assertThat(Database.column("select family_name from member where email = ?", email)).containsExactly("Fuchs");
    }
}
