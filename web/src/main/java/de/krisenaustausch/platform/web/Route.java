package de.krisenaustausch.platform.web;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every page of the portal: its German address, the view behind it, and who may open it. What is not listed here does
 * not exist; the access matrix is generated from this list, and a test holds it against web.xml and the views.
 */
public enum Route {
    START("/", "/start/start.xhtml", Access.PUBLIC),
    PRIVACY("/datenschutz", "/start/privacy.xhtml", Access.PUBLIC),
    IMPRINT("/impressum", "/start/imprint.xhtml", Access.PUBLIC),
    ACCESSIBILITY("/barrierefreiheit", "/start/accessibility.xhtml", Access.PUBLIC),
    UNSUBSCRIBE("/abbestellen", "/notification/unsubscribe.xhtml", Access.PUBLIC),

    REGISTER("/registrieren", "/registration/begin.xhtml", Access.PUBLIC),
    MAIL_SENT("/registrieren/post", "/registration/sent.xhtml", Access.PUBLIC),
    REGISTER_FORM("/registrieren/{token}", "/registration/form.xhtml", Access.PUBLIC),
    LINK_AGAIN("/zugang", "/registration/again.xhtml", Access.PUBLIC),
    ENTRY("/zugang/{token}", "/registration/entry.xhtml", Access.PUBLIC),

    WELCOME("/willkommen", "/registration/welcome.xhtml", Access.MEMBER),
    ACCESS_REQUESTS("/zugaenge", "/registration/requests.xhtml", Access.MEMBER),
    ACCESS_REQUEST("/zugaenge/{id}", "/registration/request.xhtml", Access.MEMBER),
    SPACES("/bereiche", "/space/list.xhtml", Access.MEMBER),
    SPACE("/bereiche/{slug}", "/space/view.xhtml", Access.MEMBER),
    SPACE_EDIT("/bereiche/{slug}/bearbeiten", "/space/edit.xhtml", Access.MEMBER),
    SPACE_PEOPLE("/bereiche/{slug}/mitglieder", "/space/people.xhtml", Access.MEMBER),
    SPACE_EXPERTS("/bereiche/{slug}/experten", "/question/experts.xhtml", Access.MEMBER),
    SPACE_INVITE("/bereiche/{slug}/einladen", "/registration/invite.xhtml", Access.MEMBER),
    DOCUMENT_SHARE("/bereiche/{slug}/teilen", "/document/share.xhtml", Access.MEMBER),
    DOCUMENT("/bereiche/{slug}/dokumente/{id}", "/document/view.xhtml", Access.MEMBER),
    DOCUMENT_EDIT("/bereiche/{slug}/dokumente/{id}/bearbeiten", "/document/edit.xhtml", Access.MEMBER),
    DOCUMENT_VERSION("/bereiche/{slug}/dokumente/{id}/fassung", "/document/version.xhtml", Access.MEMBER),
    QUESTIONS("/bereiche/{slug}/fragen", "/question/list.xhtml", Access.MEMBER),
    QUESTION_ASK("/bereiche/{slug}/fragen/stellen", "/question/ask.xhtml", Access.MEMBER),
    QUESTION("/bereiche/{slug}/fragen/{id}", "/question/view.xhtml", Access.MEMBER),
    QUESTION_EDIT("/bereiche/{slug}/fragen/{id}/bearbeiten", "/question/edit.xhtml", Access.MEMBER),
    QUESTION_HISTORY("/bereiche/{slug}/fragen/{id}/verlauf", "/question/history.xhtml", Access.MEMBER),
    ANSWER_EDIT("/bereiche/{slug}/antworten/{id}/bearbeiten", "/question/answer.xhtml", Access.MEMBER),
    POLLS("/bereiche/{slug}/umfragen", "/poll/list.xhtml", Access.MEMBER),
    POLL_NEW("/bereiche/{slug}/umfragen/neu", "/poll/new.xhtml", Access.MEMBER),
    POLL("/bereiche/{slug}/umfragen/{id}", "/poll/view.xhtml", Access.MEMBER),
    POLL_EDIT("/bereiche/{slug}/umfragen/{id}/bearbeiten", "/poll/edit.xhtml", Access.MEMBER),
    POLL_RESULT("/bereiche/{slug}/umfragen/{id}/ergebnis", "/poll/result.xhtml", Access.MEMBER),
    LINKS("/bereiche/{slug}/links", "/link/list.xhtml", Access.MEMBER),
    LINK_SHARE("/bereiche/{slug}/links/teilen", "/link/share.xhtml", Access.MEMBER),
    LINK("/bereiche/{slug}/links/{id}", "/link/view.xhtml", Access.MEMBER),
    LINK_EDIT("/bereiche/{slug}/links/{id}/bearbeiten", "/link/edit.xhtml", Access.MEMBER),
    BIN("/papierkorb", "/document/bin.xhtml", Access.MEMBER),
    SEARCH("/suche", "/search/search.xhtml", Access.MEMBER),
    PROFILE("/profil", "/member/profile.xhtml", Access.MEMBER),
    SIGN_INS("/profil/anmeldungen", "/member/sign-ins.xhtml", Access.MEMBER),
    NOTIFICATIONS("/profil/benachrichtigungen", "/notification/settings.xhtml", Access.MEMBER),

    ADMIN("/verwaltung", "/moderation/overview.xhtml", Access.ADMIN),
    ADMIN_SPACES("/verwaltung/bereiche", "/space/manage.xhtml", Access.ADMIN),
    ADMIN_SPACE_NEW("/verwaltung/bereiche/neu", "/space/create.xhtml", Access.ADMIN),
    ADMIN_TOPICS("/verwaltung/themen", "/space/topics.xhtml", Access.ADMIN),
    ADMIN_TYPES("/verwaltung/dokumentarten", "/document/types.xhtml", Access.ADMIN),
    ADMIN_ASSOCIATIONS("/verwaltung/verbaende", "/municipality/associations.xhtml", Access.ADMIN),
    ADMIN_PLACES("/verwaltung/kommunen", "/municipality/list.xhtml", Access.ADMIN),
    ADMIN_PLACES_IMPORT("/verwaltung/kommunen/einlesen", "/municipality/import.xhtml", Access.ADMIN),
    ADMIN_PLACE("/verwaltung/kommunen/{id}", "/municipality/edit.xhtml", Access.ADMIN),
    ADMIN_MEMBERS("/verwaltung/mitglieder", "/moderation/members.xhtml", Access.ADMIN),
    ADMIN_MEMBERS_CHOSEN("/verwaltung/mitglieder/auswahl", "/moderation/chosen.xhtml", Access.ADMIN),
    ADMIN_MEMBER("/verwaltung/mitglieder/{id}", "/moderation/member.xhtml", Access.ADMIN),
    ADMIN_MEMBER_MERGE("/verwaltung/mitglieder/{id}/zusammenlegen", "/moderation/merge.xhtml", Access.ADMIN),
    ADMIN_ADMISSION("/verwaltung/aufnahme", "/registration/admission.xhtml", Access.ADMIN),
    ADMIN_AUDIT("/verwaltung/protokoll", "/audit/log.xhtml", Access.ADMIN),
    ADMIN_INTAKE("/verwaltung/posteingang", "/registration/intake.xhtml", Access.ADMIN),
    ADMIN_MAIL("/verwaltung/post", "/notification/queue.xhtml", Access.ADMIN),
    ADMIN_SEARCH("/verwaltung/suche", "/search/administration.xhtml", Access.ADMIN);

    /** Who may open a page. */
    public enum Access { PUBLIC, MEMBER, ADMIN }

    /** In a class of its own, since an enum's constants exist before its static fields. */
    private static final class Names {
        static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    }

    private final String template;
    private final String view;
    private final Access access;
    private final Pattern pattern;

    Route(String template, String view, Access access) {
        this.template = template;
        this.view = view;
        this.access = access;
        this.pattern = Pattern.compile(Names.PARAMETER.matcher(template).replaceAll(parameter ->
            "id".equals(parameter.group(1)) ? "(?<id>[0-9]{1,18})" : "(?<" + parameter.group(1) + ">[a-z0-9-]{1,60})"));
    }

    /** @return the address with its parameters in braces */
    public String template() {
        return template;
    }

    public String view() {
        return view;
    }

    public Access access() {
        return access;
    }

    /** A route with the values that the address gives its parameters. */
    public record Match(Route route, Map<String, String> parameters) {
    }

    /** @return the page at that address, if there is one */
    public static Optional<Match> find(String path) {
        for (Route route : values()) {
            Matcher matcher = route.pattern.matcher(path);
            if (matcher.matches()) {
                return Optional.of(new Match(route, route.parameters(matcher)));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> parameters(Matcher matcher) {
        return Names.PARAMETER.matcher(template).results()
            .collect(java.util.stream.Collectors.toMap(name -> name.group(1), name -> matcher.group(name.group(1))));
    }
}
