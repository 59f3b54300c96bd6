package de.krisenaustausch.document.service.inspection;

import de.krisenaustausch.document.FileName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names under which machines or shells run a file. */
final class Programs {

    /** Extensions that Windows, Linux or macOS run, or that run in one of their interpreters. */
    private static final Set<String> EXTENSIONS = Set.of(
        "exe", "com", "scr", "pif", "bat", "cmd", "msi", "msp", "msix", "appx", "cpl", "dll", "sys", "gadget", "lnk", "reg", "inf", "scf", "chm", "application",
        "ps1", "psm1", "psd1", "vbs", "vbe", "vb", "js", "jse", "mjs", "wsf", "wsh", "wsc", "hta", "sct",
        "jar", "jnlp", "class", "sh", "bash", "zsh", "csh", "ksh", "run", "py", "pyc", "pyw", "pl", "php", "phtml", "rb", "jsp", "asp", "aspx", "cgi",
        "app", "command", "dmg", "pkg", "deb", "rpm", "apk", "ipa", "iso", "img", "vhd", "vhdx");
    /** Of these, such as also end ordinary words and addresses in file names. */
    private static final Set<String> AMBIGUOUS = Set.of("com", "app", "run", "application", "command", "inf", "img", "class", "pl", "sh", "py", "rb");

    private Programs() {
    }

    static boolean isExtension(String extension) {
        return EXTENSIONS.contains(extension);
    }

    /** @return the extension of a program in the middle of the name, as in {@code rechnung.exe.pdf} */
    static Optional<String> hiddenExtension(String name) {
        List<String> parts = Arrays.asList(name.toLowerCase(java.util.Locale.ROOT).split("\\."));
        return parts.size() < 3 ? Optional.empty() : parts.subList(1, parts.size() - 1).stream().map(String::strip)
            .filter(part -> EXTENSIONS.contains(part) && !AMBIGUOUS.contains(part)).findFirst();
    }

    /** @return the first program among the names in an archive */
    static Optional<String> among(List<String> names) {
        return names.stream().map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
            .filter(name -> isExtension(FileName.extension(name.strip()))).findFirst();
    }
}
