package de.krisenaustausch.moderation.web;

import de.krisenaustausch.moderation.MemberFilter;
import de.krisenaustausch.moderation.MemberRow;
import de.krisenaustausch.moderation.service.MemberDesk;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.shared.web.FilterOption;
import de.krisenaustausch.shared.web.Format;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The list of members. What is looked for stands in the address; page and order are kept by PrimeFaces' table in the view. */
@Named
@RequestScoped
public class ListMembers {

    @Inject
    private MemberDesk desk;

    @Inject
    private Format format;

    private final Rows rows = new Rows();
    private MemberQuery query;

    /** One list to choose from. @param name of the address's parameter @param label key of its text */
    public record Choice(String name, String label, List<FilterOption> options) {
    }

    /** Reads from the database what the table shows, and no more: one statement for the rows, one for their number. */
    private final class Rows extends LazyDataModel<MemberRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> none) {
            return (int) desk.count(query.filter());
        }

        @Override
        public List<MemberRow> load(int first, int pageSize, Map<String, SortMeta> sorted, Map<String, FilterMeta> none) {
            SortMeta by = sorted.values().stream().filter(SortMeta::isActive).findFirst().orElse(null);
            MemberFilter.Order order = by == null ? MemberFilter.Order.NAME : switch (by.getField()) {
                case "municipality" -> MemberFilter.Order.MUNICIPALITY;
                case "lastSignInAt" -> MemberFilter.Order.LAST_SIGN_IN;
                default -> MemberFilter.Order.NAME;
            };
            return desk.list(query.filter(), order, by != null && by.getOrder().isDescending(), first, pageSize);
        }

        @Override
        public String getRowKey(MemberRow row) {
            return String.valueOf(row.id());
        }
    }

    @PostConstruct
    void read() {
        query = MemberQuery.of(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
    }

    public LazyDataModel<MemberRow> getRows() {
        return rows;
    }

    /** @return how many lists something is chosen from */
    public long getChosen() {
        MemberFilter filter = query.filter();
        return Stream.of(filter.federalState(), filter.kind(), filter.role(), filter.state()).filter(Objects::nonNull).count();
    }

    /** @return what is looked for, as part of an address */
    public String getQuery() {
        return query.address();
    }

    public MemberFilter getFilter() {
        return query.filter();
    }

    /** @return what can be chosen from, besides words */
    public List<Choice> getChoices() {
        MemberFilter filter = query.filter();
        return List.of(
            new Choice("land", "field.state", options(FederalState.values(), filter.federalState(), FederalState::getLabel)),
            new Choice("art", "field.kind", options(MunicipalityKind.values(), filter.kind(), kind -> format.text("kind." + kind))),
            new Choice("rolle", "members.role", options(MemberFilter.Role.values(), filter.role(), role -> format.text("members.role." + role))),
            new Choice("zustand", "members.state", options(MemberFilter.State.values(), filter.state(), state -> format.text("members.state." + state))));
    }

    private static <E extends Enum<E>> List<FilterOption> options(E[] values, E chosen, Function<E, String> label) {
        return Arrays.stream(values).map(value -> new FilterOption(value.name(), label.apply(value), -1, value == chosen)).toList();
    }
}
