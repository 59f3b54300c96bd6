package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.MemberService;
import de.krisenaustausch.member.service.MemberService.MunicipalityView;
import de.krisenaustausch.platform.web.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;

/** A municipality as its id; without scripts, what was typed counts when only one municipality has this name. */
@Dependent
@FacesConverter(value = "ka.Municipality", managed = true)
public class MunicipalityConverter implements Converter<MunicipalityView> {

    @Inject
    private MemberService members;

    @Override
    public MunicipalityView getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return (value.matches("\\d{1,18}") ? members.municipality(Long.parseLong(value)) : members.municipality(value))
            .orElseThrow(() -> new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR,
                Messages.sentence(context.getViewRoot().getLocale(), "error.unknownMunicipality", value), null)));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, MunicipalityView value) {
        return value == null ? "" : String.valueOf(value.id());
    }
}
