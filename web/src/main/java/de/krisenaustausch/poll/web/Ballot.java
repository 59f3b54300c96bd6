package de.krisenaustausch.poll.web;

import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.platform.web.Messages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;

/**
 * {@code <ka:ballot value="#{poll}" input="#{input}"/>}: the questions of a poll as fields of a form. Attributes: {@code value} (a
 * {@link PollView}), {@code input} (a {@link BallotInput}). Plain HTML, read by the bean itself: what is asked differs with each poll.
 */
@FacesComponent(Ballot.TYPE)
public class Ballot extends UIComponentBase {

    static final String TYPE = "ka.Ballot";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        PollView poll = (PollView) getAttributes().get("value");
        BallotInput input = (BallotInput) getAttributes().get("input");
        int number = 1;
        for (PollQuestionView question : poll.questions()) {
            question(context, question, input, poll.questions().size() == 1 ? "" : number++ + ". ");
        }
    }

    private void question(FacesContext context, PollQuestionView question, BallotInput input, String number) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        Locale locale = context.getViewRoot().getLocale();
        String id = anchor(question.id());
        String error = error(context, id);
        String help = help(question, locale);
        boolean group = question.kind().isChoice();
        String described = (error.isEmpty() ? "" : id + "-fehler ") + (help.isEmpty() ? "" : id + "-hilfe");
        out.startElement(group ? "fieldset" : "div", this);
        out.writeAttribute("class", error.isEmpty() ? "ka-field" : "ka-field ka-field-invalid", null);
        out.writeAttribute("id", id, null);
        if (group) {
            describe(out, described);
        }
        out.startElement(group ? "legend" : "label", this);
        out.writeAttribute("class", "ka-label", null);
        if (!group) {
            out.writeAttribute("for", BallotInput.field(question), null);
        }
        out.writeText(number + question.text(), null);
        if (question.optional()) {
            out.write(" ");
            element(out, "span", "ka-optional", null, Messages.sentence(locale, "frame.optional"));
        }
        out.endElement(group ? "legend" : "label");
        if (!help.isEmpty()) {
            element(out, "p", "ka-help", id + "-hilfe", help);
        }
        if (!error.isEmpty()) {
            element(out, "p", "ka-error", id + "-fehler", error);
        }
        switch (question.kind()) {
            case TEXT -> words(out, question, input, described);
            case NUMBER -> number(out, question, input, described);
            case RANKING -> ranking(out, question, input, locale);
            default -> choices(out, question, input, locale);
        }
        out.endElement(group ? "fieldset" : "div");
    }

    /** @return the client id that errors of a question have */
    static String anchor(long questionId) {
        return "frage-" + questionId;
    }

    private static String error(FacesContext context, String id) {
        StringBuilder text = new StringBuilder();
        for (Iterator<FacesMessage> all = context.getMessages(id); all.hasNext();) {
            text.append(text.isEmpty() ? "" : " ").append(all.next().getSummary());
        }
        return text.toString();
    }

    private static String help(PollQuestionView question, Locale locale) {
        if (question.kind() == QuestionKind.MULTIPLE) {
            return question.most() == null ? Messages.sentence(locale, "poll.help.many") : Messages.sentence(locale, "poll.help.most", question.most());
        }
        if (question.kind() == QuestionKind.RANKING) {
            return Messages.sentence(locale, "poll.help.ranking");
        }
        if (question.kind() != QuestionKind.NUMBER) {
            return "";
        }
        String least = NumberText.write(question.least(), locale);
        String greatest = NumberText.write(question.greatest(), locale);
        String limits = question.least() != null && question.greatest() != null ? Messages.sentence(locale, "poll.help.between", least, greatest)
            : question.least() != null ? Messages.sentence(locale, "poll.help.least", least)
            : question.greatest() != null ? Messages.sentence(locale, "poll.help.greatest", greatest) : "";
        String decimals = question.decimals() == 0 ? Messages.sentence(locale, "poll.help.whole") : Messages.sentence(locale, "poll.help.decimals", question.decimals());
        return limits.isEmpty() ? decimals : limits + " " + decimals;
    }

    private void choices(ResponseWriter out, PollQuestionView question, BallotInput input, Locale locale) throws IOException {
        for (OptionView option : question.options()) {
            String id = BallotInput.rank(question, option.id());
            out.startElement("div", this);
            out.writeAttribute("class", "ka-check", null);
            out.startElement("input", this);
            out.writeAttribute("type", question.kind().isSingle() ? "radio" : "checkbox", null);
            out.writeAttribute("id", id, null);
            out.writeAttribute("name", BallotInput.field(question), null);
            out.writeAttribute("value", option.id(), null);
            if (input.isChosen(question, option.id())) {
                out.writeAttribute("checked", true, null);
            }
            out.endElement("input");
            label(out, id, label(question, option.label(), locale));
            out.endElement("div");
        }
    }

    /** @return an option as people read it */
    static String label(PollQuestionView question, String label, Locale locale) {
        return question.kind() == QuestionKind.YES_NO_NOT_YET ? Messages.sentence(locale, "poll.word." + label) : label;
    }

    private void ranking(ResponseWriter out, PollQuestionView question, BallotInput input, Locale locale) throws IOException {
        for (OptionView option : question.options()) {
            String id = BallotInput.rank(question, option.id());
            out.startElement("div", this);
            out.writeAttribute("class", "ka-rank", null);
            out.startElement("select", this);
            out.writeAttribute("id", id, null);
            out.writeAttribute("name", id, null);
            choice(out, "", Messages.sentence(locale, "poll.place.none"), input.text(id));
            for (int place = 1; place <= question.options().size(); place++) {
                choice(out, String.valueOf(place), Messages.sentence(locale, "poll.place", place), input.text(id));
            }
            out.endElement("select");
            label(out, id, option.label());
            out.endElement("div");
        }
    }

    private void choice(ResponseWriter out, String value, String label, String chosen) throws IOException {
        out.startElement("option", this);
        out.writeAttribute("value", value, null);
        if (value.equals(chosen)) {
            out.writeAttribute("selected", true, null);
        }
        out.writeText(label, null);
        out.endElement("option");
    }

    private void words(ResponseWriter out, PollQuestionView question, BallotInput input, String described) throws IOException {
        out.startElement("textarea", this);
        out.writeAttribute("id", BallotInput.field(question), null);
        out.writeAttribute("name", BallotInput.field(question), null);
        out.writeAttribute("rows", 4, null);
        out.writeAttribute("maxlength", de.krisenaustausch.poll.PollQuestion.ANSWER_LENGTH, null);
        describe(out, described);
        out.writeText(input.text(BallotInput.field(question)), null);
        out.endElement("textarea");
    }

    private void number(ResponseWriter out, PollQuestionView question, BallotInput input, String described) throws IOException {
        out.startElement("div", this);
        out.writeAttribute("class", "ka-measure", null);
        out.startElement("input", this);
        out.writeAttribute("type", "text", null);
        out.writeAttribute("inputmode", question.decimals() == 0 ? "numeric" : "decimal", null);
        out.writeAttribute("autocomplete", "off", null);
        out.writeAttribute("id", BallotInput.field(question), null);
        out.writeAttribute("name", BallotInput.field(question), null);
        out.writeAttribute("maxlength", 30, null);
        out.writeAttribute("value", input.text(BallotInput.field(question)), null);
        describe(out, described);
        out.endElement("input");
        if (question.unit() != null) {
            element(out, "span", null, null, question.unit());
        }
        out.endElement("div");
    }

    private static void describe(ResponseWriter out, String described) throws IOException {
        if (!described.isBlank()) {
            out.writeAttribute("aria-describedby", described.strip(), null);
        }
    }

    private void label(ResponseWriter out, String id, String text) throws IOException {
        out.startElement("label", this);
        out.writeAttribute("for", id, null);
        out.writeText(text, null);
        out.endElement("label");
    }

    private void element(ResponseWriter out, String name, String style, String id, String text) throws IOException {
        out.startElement(name, this);
        if (style != null) {
            out.writeAttribute("class", style, null);
        }
        if (id != null) {
            out.writeAttribute("id", id, null);
        }
        out.startElement("span", this);
        out.writeText(text, null);
        out.endElement("span");
        out.endElement(name);
    }
}
