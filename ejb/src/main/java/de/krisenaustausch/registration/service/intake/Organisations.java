package de.krisenaustausch.registration.service.intake;

import de.krisenaustausch.municipality.MailDomain;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.registration.IntakeRepository;
import de.krisenaustausch.registration.service.recognition.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands the directory to the recogniser: each municipality with its Verband, which the first nine digits of the ARS tell. */
@Dependent
class Organisations {

    private static final int UNION_DIGITS = 9;

    @Inject
    private MunicipalityRepository directory;

    @Inject
    private IntakeRepository mails;

    List<Place> all() {
        List<de.krisenaustausch.municipality.Place> places = directory.places().stream().filter(place -> !place.gone()).toList();
        Map<String, String> unions = places.stream().filter(place -> place.kind() == MunicipalityKind.UNION && place.ars() != null)
            .collect(Collectors.toMap(place -> union(place.ars()), de.krisenaustausch.municipality.Place::name, (one, other) -> one));
        Map<Long, Set<String>> domains = mails.domains().stream()
            .collect(Collectors.groupingBy(domain -> domain.getMunicipality().getId(), Collectors.mapping(MailDomain::getDomain, Collectors.toSet())));
        return places.stream().map(place -> new Place(place.id(), place.name(), place.kind(), place.county(),
            place.ars() == null || place.kind() == MunicipalityKind.UNION ? null : unions.get(union(place.ars())), place.state(), place.population(),
            place.postalCode() == null ? Set.of() : Set.of(place.postalCode()), domains.getOrDefault(place.id(), Set.of()))).toList();
    }

    private static String union(String ars) {
        return ars.substring(0, UNION_DIGITS);
    }
}
