package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.service.ImportService;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Takes an official file, which the container keeps on disk meanwhile, and the word to apply one that was checked. Both lead
 * back to the page; why a file was refused goes with the address, as a key and numbers.
 */
@WebServlet({"/verwaltung/kommunen/einlesen/datei", "/verwaltung/kommunen/einlesen/uebernehmen"})
@MultipartConfig(fileSizeThreshold = 16_384, maxFileSize = 60L * 1024 * 1024, maxRequestSize = 61L * 1024 * 1024)
public class ImportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String REFUSED = "directory.file.";

    @Inject
    private transient ImportService imports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String query;
        try {
            query = request.getServletPath().endsWith("/datei") ? check(request) : apply(request);
        } catch (NotFoundException gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (BusinessException refused) {
            query = why(refused);
        }
        response.sendRedirect(request.getContextPath() + ImportDirectory.PAGE + query);
    }

    private String check(HttpServletRequest request) throws IOException, ServletException {
        if (request.getContentType() == null || !request.getContentType().startsWith("multipart/form-data")) {
            throw new BusinessException(REFUSED + "empty");
        }
        Part file;
        try {
            file = request.getPart("datei");
        } catch (IllegalStateException large) {
            throw new BusinessException(REFUSED + "large");
        }
        if (file == null || file.getSize() == 0) {
            throw new BusinessException(REFUSED + "empty");
        }
        try (InputStream in = file.getInputStream()) {
            return "?pruefung=" + imports.check(file.getSubmittedFileName(), in);
        } finally {
            file.delete();
        }
    }

    private String apply(HttpServletRequest request) {
        String number = request.getParameter("pruefung");
        if (number == null || !number.matches("[0-9]{1,18}")) {
            return "";
        }
        imports.apply(Long.parseLong(number));
        return "?pruefung=" + number + "&meldung=directoryApplied";
    }

    private static String why(BusinessException refused) {
        String key = refused.getMessageKey();
        List<Object> numbers = refused.getParameters();
        return "?grund=" + (key.startsWith(REFUSED) ? key.substring(REFUSED.length()) : "changed")
            + (numbers.isEmpty() ? "" : "&zeile=" + numbers.get(0)) + (numbers.size() < 2 ? "" : "&wert=" + numbers.get(1));
    }
}
