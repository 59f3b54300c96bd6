package de.krisenaustausch.stack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A mail server that delivers nothing: it keeps what the portal sends, as files, and shows it on a page, so that a person who
 * tries the portal sees its mails. Every address exists; the password of an IMAP box is the address.
 */
final class Mailbox implements AutoCloseable {

    /** Whom one writes to for access; the portal reads this box. */
    static final String INTAKE = "zugang@krisenaustausch.example";
    private static final int LONGEST_FORM = 64 * 1024;
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final List<MimeMessage> messages = Collections.synchronizedList(new ArrayList<>());
    private GreenMail mail;
    private HttpServer page;

    /** @param folder where the mails are kept; made when it is not there */
    Mailbox(Path folder) {
        this.folder = folder;
    }

    void start(Ports ports) {
        try {
            Files.createDirectories(folder);
            load();
            mail = new GreenMail(new ServerSetup[] {
                new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(ports.imap(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
            mail.getUserManager().setAuthRequired(false);
            mail.getUserManager().setMessageDeliveryHandler((message, address) -> {
                keep(message.getMessage());
                return mail.getUserManager().getUserByEmail(address.getEmail()) == null
                    ? mail.getUserManager().createUser(address.getEmail(), address.getEmail(), address.getEmail())
                    : mail.getUserManager().getUserByEmail(address.getEmail());
            });
            mail.start();
            mail.setUser(INTAKE, INTAKE, INTAKE);
            page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.mailbox()), 0);
            page.setExecutor(Executors.newFixedThreadPool(2));
            page.createContext("/", this::answer);
            page.start();
        } catch (IOException failed) {
            throw new StackException("The mailbox can't be started: " + failed.getMessage(), failed);
        }
    }

    /** @return all mails that came, the first first; for tests */
    List<MimeMessage> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    GreenMail server() {
        return mail;
    }

    private void load() throws IOException {
        messages.clear();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".eml")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    messages.add(new MimeMessage(SESSION, in));
                } catch (MessagingException damaged) {
                    System.err.println("The mailbox leaves out " + file + ": " + damaged.getMessage());
                }
            }
        }
    }

    private void keep(MimeMessage message) throws MessagingException {
        MimeMessage copy = new MimeMessage(message);
        int number;
        synchronized (messages) {
            messages.add(copy);
            number = messages.size();
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("%06d.eml".formatted(number)))) {
            copy.writeTo(out);
        } catch (IOException full) {
            throw new MessagingException("the mail can't be kept", full);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if ("POST".equals(exchange.getRequestMethod())) {
                send(exchange);
                return;
            }
            MailboxPage pages = new MailboxPage(messages());
            byte[] body = pages.answer(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", pages.policy(path));
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(pages.status(path), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Sends what was typed on the page to the portal's mailbox, as a clerk's mail program would. */
    private void send(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String own = "http://" + exchange.getRequestHeaders().getFirst("Host");
        for (String field : new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8).split("&")) {
            String[] pair = field.split("=", 2);
            form.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        int status = 303;
        try {
            if (origin != null && !origin.equals(own)) {
                throw new MessagingException("a form of another page");
            }
            MimeMessage message = new MimeMessage(SESSION);
            message.setFrom(form.getOrDefault("from", ""));
            message.setRecipients(Message.RecipientType.TO, INTAKE);
            message.setSubject(form.getOrDefault("subject", ""), "UTF-8");
            message.setText(form.getOrDefault("text", ""), "UTF-8");
            message.setSentDate(new Date());
            message.saveChanges();
            Properties properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", String.valueOf(mail.getSmtp().getPort()));
            try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException refused) {
            status = 400;
        }
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        if (page != null) {
            page.stop(0);
            ((java.util.concurrent.ExecutorService) page.getExecutor()).shutdownNow();
        }
        if (mail != null) {
            mail.stop();
        }
    }
}
