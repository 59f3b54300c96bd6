package de.krisenaustausch.document.web;

import de.krisenaustausch.document.service.DownloadService;
import de.krisenaustausch.document.service.DownloadService.FileView;
import de.krisenaustausch.document.service.HeldBackException;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Languages;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files below a space's address: documents' files, page images, and several files as one archive. Pages never come
 * here, the router leads them to their views.
 */
@WebServlet(urlPatterns = "/bereiche/*", asyncSupported = true)
public class FilesServlet extends HttpServlet {

    private static final Pattern NEWEST = Pattern.compile("/([a-z0-9-]{1,60})/dokumente/(\\d{1,18})/datei");
    private static final Pattern VERSION = Pattern.compile("/([a-z0-9-]{1,60})/dokumente/(\\d{1,18})/versionen/(\\d{1,9})/datei");
    private static final Pattern PREVIEW = Pattern.compile("/([a-z0-9-]{1,60})/dokumente/(\\d{1,18})/versionen/(\\d{1,9})/seiten/(\\d{1,9})");
    private static final Pattern PACKAGE = Pattern.compile("/([a-z0-9-]{1,60})/paket");
    /** Page images never change; an hour in the reader's own browser is what a withdrawn right may outlast. */
    private static final String IMAGE_CACHE = "private, max-age=3600, immutable";
    /** An archive keeps its thread while it is sent, so that not all of the server's threads may do this. */
    private static final int PACKAGES_AT_ONCE = 8;

    private final transient Semaphore packing = new Semaphore(PACKAGES_AT_ONCE);

    @Inject
    private transient DownloadService downloads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        try {
            Matcher matcher = NEWEST.matcher(path);
            if (matcher.matches()) {
                file(request, response, downloads.open(matcher.group(1), Long.parseLong(matcher.group(2))));
            } else if (matcher.usePattern(VERSION).matches()) {
                file(request, response, downloads.open(matcher.group(1), Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))));
            } else if (matcher.usePattern(PREVIEW).matches()) {
                image(request, response, downloads.preview(matcher.group(1), Long.parseLong(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4))));
            } else if (matcher.usePattern(PACKAGE).matches()) {
                archive(request, response, matcher.group(1));
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (NotFoundException hidden) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (NotAllowedException refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (HeldBackException held) {
            response.sendError(HttpServletResponse.SC_CONFLICT, Messages.sentence(Languages.of(request), held));
        }
    }

    /** HEAD is answered like GET, without the bytes. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private void file(HttpServletRequest request, HttpServletResponse response, FileView file) throws IOException {
        FileAnswer answer = FileAnswer.of(file, new FileAnswer.Conditions(request.getHeader("Range"), request.getHeader("If-Range"),
            request.getHeader("If-None-Match")));
        boolean head = "HEAD".equals(request.getMethod());
        if (answer.begins() && !head) {
            downloads.count(file.documentId());
        }
        response.setStatus(answer.status());
        mayBeKept();
        answer.headers().forEach(response::setHeader);
        if (answer.part().length() > 0 && !head) {
            FileSender.send(request, file.path(), answer.part());
        }
    }

    /** The server forbids keeping whatever needs signing in; files say for themselves who may keep them. */
    private static void mayBeKept() {
        HeaderMap headers = ServletRequestContext.requireCurrent().getExchange().getResponseHeaders();
        headers.remove(Headers.PRAGMA);
        headers.remove(Headers.EXPIRES);
    }

    private static void image(HttpServletRequest request, HttpServletResponse response, Path image) throws IOException {
        long size = Files.size(image);
        mayBeKept();
        response.setContentType("image/png");
        response.setHeader("Cache-Control", IMAGE_CACHE);
        response.setHeader("Content-Security-Policy", FileAnswer.SANDBOX);
        response.setContentLengthLong(size);
        if (!"HEAD".equals(request.getMethod())) {
            FileSender.send(request, image, new ByteRange(0, size));
        }
    }

    private void archive(HttpServletRequest request, HttpServletResponse response, String space) throws IOException {
        Set<Long> ids = Parameters.ids(request.getParameterValues("dokument"));
        if (ids.isEmpty() || ids.size() > DownloadService.PACKAGE) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        DownloadService.PackageView content = downloads.pack(space, ids);
        if (!packing.tryAcquire()) {
            response.setHeader("Retry-After", "30");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", ContentDisposition.attachment(content.spaceName() + ".zip"));
            response.setHeader("Content-Security-Policy", FileAnswer.SANDBOX);
            response.setHeader("Cache-Control", "private, no-store");
            if (!"HEAD".equals(request.getMethod())) {
                content.files().forEach(file -> downloads.count(file.documentId()));
                new Archive(Languages.of(request)).write(content, response.getOutputStream());
            }
        } finally {
            packing.release();
        }
    }
}
