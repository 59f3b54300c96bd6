package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.Place;
import de.krisenaustausch.municipality.service.DirectoryService;
import de.krisenaustausch.municipality.service.DirectoryService.Suggestion;
import de.krisenaustausch.municipality.service.Match;
import de.krisenaustausch.platform.web.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organisation as the text that names it; where it may name several, {@link ChooseOrganisation} offers them. */
@Dependent
@FacesConverter(value = "ka.Organisation", managed = true)
public class OrganisationConverter implements Converter<Place> {

    @Inject
    private DirectoryService directory;

    @Inject
    private ChooseOrganisation choice;

    @Override
    public Place getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String id = component.getId();
        Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
        Optional<Place> place = chosen(value, sent.get(id + "-getippt"), sent.get(id + "-wahl")).or(() -> directory.read(value));
        return place.orElseThrow(() -> unclear(context, id, value));
    }

    private Optional<Place> chosen(String value, String offered, String chosen) {
        return value.equals(offered) && chosen != null && chosen.matches("[0-9]{1,18}") ? directory.find(Long.parseLong(chosen)) : Optional.empty();
    }

    private ConverterException unclear(FacesContext context, String id, String value) {
        List<Place> candidates = directory.match(value, Match.Hints.NONE).candidates();
        if (candidates.isEmpty()) {
            candidates = directory.suggest(value).stream().map(Suggestion::place).toList();
        }
        choice.offer(id, value, candidates);
        String key = candidates.isEmpty() ? "error.unknownMunicipality" : candidates.size() == 1 ? "organisation.one" : "organisation.several";
        return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, Messages.sentence(context.getViewRoot().getLocale(), key, value), null));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Place value) {
        return value == null ? "" : directory.label(value);
    }
}
