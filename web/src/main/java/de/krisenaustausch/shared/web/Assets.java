package de.krisenaustausch.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;

/**
 * Addresses of style sheets, scripts and pictures under {@code /resources}. Each carries a part of its content's
 * hash, so that browsers may keep it for ever and still get the new one after an update.
 */
@Named
@ApplicationScoped
public class Assets {

    @Inject
    private ServletContext application;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /**
     * The address of a file.
     *
     * @param path below {@code /resources}, such as {@code ka/portal.css}
     * @throws IllegalArgumentException where there is no such file
     */
    public String url(String path) {
        return urls.computeIfAbsent(path, this::hashed);
    }

    private String hashed(String path) {
        String full = "/resources/" + path;
        try (InputStream file = application.getResourceAsStream(full)) {
            if (file == null) {
                throw new IllegalArgumentException("No such file: " + full);
            }
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(file, hash).transferTo(java.io.OutputStream.nullOutputStream());
            return application.getContextPath() + full + "?v=" + HexFormat.of().formatHex(hash.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
