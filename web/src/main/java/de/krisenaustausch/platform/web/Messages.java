package de.krisenaustausch.platform.web;

import de.krisenaustausch.shared.BusinessException;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Sentences from the bundles, in the reader's language. */
public final class Messages {

    public static final String BUNDLE = "de.krisenaustausch.web.messages";
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {
    }

    /** @return the bundle for that language; German for all but English */
    public static ResourceBundle bundle(Locale locale) {
        Locale known = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.GERMAN;
        return ResourceBundle.getBundle(BUNDLE, known, Messages.class.getClassLoader(), NO_FALLBACK);
    }

    /** @return the sentence of an expected failure; a parameter that is itself a key ({@code field.…}) is looked up too */
    public static String sentence(Locale locale, BusinessException failure) {
        ResourceBundle bundle = bundle(locale);
        return format(bundle, locale, failure.getMessageKey(), failure.getParameters());
    }

    static String sentence(FacesContext context, BusinessException failure) {
        return sentence(context.getViewRoot() == null ? Locale.GERMAN : context.getViewRoot().getLocale(), failure);
    }

    /** @return the sentence with its placeholders filled; the key itself when there is none, which a test forbids */
    public static String sentence(Locale locale, String key, Object... parameters) {
        return format(bundle(locale), locale, key, List.of(parameters));
    }

    private static String format(ResourceBundle bundle, Locale locale, String key, List<Object> parameters) {
        Object[] values = parameters.stream().map(value -> value instanceof String name && name.startsWith("field.") ? lookUp(bundle, name) : value).toArray();
        return new MessageFormat(lookUp(bundle, key), locale).format(values);
    }

    private static String lookUp(ResourceBundle bundle, String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
