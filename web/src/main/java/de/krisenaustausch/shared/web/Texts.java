package de.krisenaustausch.shared.web;

import java.util.Locale;
import java.util.ResourceBundle;

import jakarta.faces.context.FacesContext;

/** The texts of the interface, as pages know them under the name {@code msg}. */
public final class Texts {

    /** Base name of the bundle; German and English, kept in step by a test. */
    public static final String BUNDLE = "de.krisenaustausch.web.messages";

    private Texts() {
    }

    /** The texts in a language that the portal speaks. */
    public static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader());
    }

    /** The texts in the language of the page that is being rendered. */
    public static ResourceBundle of(FacesContext context) {
        return in(context.getViewRoot().getLocale());
    }
}
