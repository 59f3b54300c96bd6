package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Begins a download for a spreadsheet: its headers, and the line of headings. */
public final class CsvDownload {

    private CsvDownload() {
    }

    /**
     * @param name of the file, in letters that need no encoding
     * @param headings keys of their texts
     * @return what the lines are written to
     */
    public static Writer begin(HttpServletResponse response, String name, Locale locale, List<String> headings) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        Writer out = response.getWriter();
        out.write(Csv.BEGINNING + Csv.line(headings.stream().map(heading -> Messages.sentence(locale, heading)).toArray()));
        return out;
    }
}
