package de.krisenaustausch.search.service.index;

import de.krisenaustausch.search.service.language.GermanAnalyzer;
import de.krisenaustausch.search.service.language.TypedAnalyzer;
import java.util.function.Consumer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.engine.backend.types.dsl.StandardIndexFieldTypeOptionsStep;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.hibernate.search.mapper.pojo.mapping.definition.programmatic.TypeMappingStep;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurationContext;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;

/** How an {@link Entry} becomes fields of the index. Whoever changes this raises {@link ContributionIndex#FORMAT}. */
final class EntryMapping implements StandalonePojoMappingConfigurer, LuceneAnalysisConfigurer, TypeBinder {

    private static final String GERMAN = "german";
    private static final String TYPED = "typed";
    private static final FieldType PLACES = places();

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(GERMAN).instance(new GermanAnalyzer());
        context.analyzer(TYPED).instance(new TypedAnalyzer());
    }

    @Override
    public void configure(StandalonePojoMappingConfigurationContext context) {
        TypeMappingStep entry = context.programmaticMapping().type(Entry.class);
        entry.searchEntity().name("contribution");
        entry.indexed().index("contributions");
        entry.property("id").documentId();
        entry.binder(this);
    }

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        IndexSchemaElement schema = context.indexSchemaElement();
        context.bridge(Entry.class, new Bridge(
            schema.field(Fields.TEXT, type -> type.extension(LuceneExtension.get()).asNative(String.class, EntryMapping::text)).toReference(),
            schema.field(Fields.PAGES, EntryMapping::kept).toReference(),
            schema.field(Fields.TITLE, type -> type.asString().analyzer(GERMAN).projectable(Projectable.YES)).toReference(),
            schema.field(Fields.WEIGHTY, type -> type.asString().analyzer(GERMAN)).toReference(),
            schema.field(Fields.TYPED, type -> type.asString().analyzer(TYPED)).toReference(),
            schema.field(Fields.DESCRIPTION, EntryMapping::kept).toReference(),
            schema.field(Fields.ID, EntryMapping::number).toReference(),
            schema.field(Fields.SPACE, EntryMapping::word).toReference(),
            schema.field(Fields.KIND, EntryMapping::word).toReference(),
            schema.field(Fields.TOPIC, EntryMapping::word).multiValued().toReference(),
            schema.field(Fields.TYPE, EntryMapping::word).toReference(),
            schema.field(Fields.PROGRESS, EntryMapping::word).toReference(),
            schema.field(Fields.STATE, EntryMapping::word).toReference(),
            schema.field(Fields.SIZE, EntryMapping::word).toReference(),
            schema.field(Fields.FILE, EntryMapping::word).toReference(),
            schema.field(Fields.TIME, EntryMapping::number).toReference(),
            schema.field(Fields.PLACE, EntryMapping::word).toReference(),
            schema.field(Fields.PLACE_NAME, EntryMapping::word).toReference(),
            schema.field(Fields.PLACE_KIND, EntryMapping::word).toReference(),
            schema.field(Fields.POPULATION, type -> type.asInteger().searchable(Searchable.NO).projectable(Projectable.YES)).toReference()));
    }

    /** Kept as it is, and word by word with their places in it: a passage is found without reading the text again. */
    private static void text(String field, String text, Consumer<IndexableField> target) {
        target.accept(new StoredField(field, text));
        target.accept(new Field(field, GermanAnalyzer.stream(text), PLACES));
    }

    private static FieldType places() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    private static StandardIndexFieldTypeOptionsStep<?, String> kept(IndexFieldTypeFactory type) {
        return type.asString().searchable(Searchable.NO).projectable(Projectable.YES);
    }

    private static StandardIndexFieldTypeOptionsStep<?, String> word(IndexFieldTypeFactory type) {
        return type.asString().aggregable(Aggregable.YES).projectable(Projectable.YES);
    }

    private static StandardIndexFieldTypeOptionsStep<?, Long> number(IndexFieldTypeFactory type) {
        return type.asLong().aggregable(Aggregable.YES);
    }

    private record Bridge(
        IndexFieldReference<String> text, IndexFieldReference<String> pages, IndexFieldReference<String> title,
        IndexFieldReference<String> weighty, IndexFieldReference<String> typed, IndexFieldReference<String> description,
        IndexFieldReference<Long> id, IndexFieldReference<String> space, IndexFieldReference<String> kind, IndexFieldReference<String> topic,
        IndexFieldReference<String> type, IndexFieldReference<String> progress, IndexFieldReference<String> state, IndexFieldReference<String> size, IndexFieldReference<String> file,
        IndexFieldReference<Long> time, IndexFieldReference<String> place, IndexFieldReference<String> placeName,
        IndexFieldReference<String> placeKind, IndexFieldReference<Integer> population) implements TypeBridge<Entry> {

        @Override
        public void write(DocumentElement target, Entry entry, TypeBridgeWriteContext context) {
            Entry.Facts facts = entry.getFacts();
            Body body = Body.of(entry.getText());
            target.addValue(text, body.text());
            target.addValue(pages, body.pages());
            target.addValue(title, entry.getText().title());
            target.addValue(weighty, entry.getText().weighty());
            target.addValue(typed, entry.getText().title());
            target.addValue(description, entry.getText().description());
            target.addValue(id, entry.getId());
            target.addValue(space, Long.toString(facts.spaceId()));
            target.addValue(kind, facts.nature().kind().name());
            facts.topics().forEach(each -> target.addValue(topic, each));
            target.addValue(type, facts.nature().type());
            target.addValue(file, facts.nature().fileKind());
            target.addValue(progress, facts.nature().progress() == null ? null : facts.nature().progress().name());
            target.addValue(time, facts.sharedAt().getEpochSecond());
            target.addValue(state, facts.place().state().name());
            target.addValue(size, facts.place().size().name());
            target.addValue(place, Long.toString(facts.place().id()));
            target.addValue(placeName, facts.place().name());
            target.addValue(placeKind, facts.place().kind().name());
            target.addValue(population, facts.place().population());
        }
    }
}
