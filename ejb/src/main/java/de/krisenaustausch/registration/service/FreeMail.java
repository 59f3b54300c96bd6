package de.krisenaustausch.registration.service;

import java.util.Set;

/** Mail providers for everybody: an address there says nothing of where somebody works. */
final class FreeMail {

    private static final Set<String> DOMAINS = Set.of("aol.com", "arcor.de", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net",
        "googlemail.com", "hotmail.com", "hotmail.de", "icloud.com", "kabelmail.de", "live.com", "live.de", "mail.de", "mailbox.org", "me.com", "msn.com",
        "online.de", "outlook.com", "outlook.de", "posteo.de", "proton.me", "protonmail.com", "t-online.de", "tutanota.com", "unity-mail.de",
        "versanet.de", "web.de", "yahoo.com", "yahoo.de", "ymail.com");

    private FreeMail() {
    }

    static boolean isOne(String domain) {
        return DOMAINS.contains(domain);
    }
}
