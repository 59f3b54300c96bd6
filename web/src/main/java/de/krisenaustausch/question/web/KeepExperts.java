package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.service.ExpertKeeping;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The experts of a space's topics, for its moderators. */
@Named
@RequestScoped
public class KeepExperts {

    @Inject
    private ExpertKeeping keeping;

    @Inject
    private RouteBean route;

    private ExpertKeeping.Experts experts;
    private String topic;
    private String person;

    public void load() {
        experts = keeping.open(route.getSlug());
    }

    public void appoint() {
        keeping.appoint(route.getSlug(), topic, person);
        route.goTelling(here(), "expertAppointed");
    }

    public void dismiss(String expert) {
        keeping.dismiss(route.getSlug(), Parameters.id(expert).orElseThrow(NotFoundException::new));
        route.goTelling(here(), "expertDismissed");
    }

    public ExpertKeeping.Experts getExperts() {
        if (experts == null) {
            load();
        }
        return experts;
    }

    private String here() {
        return "/bereiche/" + route.getSlug() + "/experten";
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }
}
