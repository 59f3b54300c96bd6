package de.krisenaustausch.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema is written by hand and the mapping too, so this compares them column by column. */
class SchemaTest extends DatabaseTest {

    /** Columns that no entity maps. */
    private static final Set<String> UNMAPPED = Set.of(
        // made once by whichever node is first, which only SQL can say; see SigningKeyRepository
        "signing_key.name", "signing_key.material", "signing_key.created_at",
        // rows without an identity of their own that only SQL writes and sums up; see SparedRepository, VoteRepository and ResultRepository
        "question_spared.space_id", "question_spared.day", "question_spared.kind", "question_spared.target_id", "question_spared.times",
        "poll_participation.poll_id", "poll_participation.member_id", "poll_participation.municipality_id",
        "poll_ballot.id", "poll_ballot.poll_id", "poll_ballot.state", "poll_ballot.size_class", "poll_ballot.kind",
        "poll_answer.ballot_id", "poll_answer.question_id", "poll_answer.option_id", "poll_answer.place", "poll_answer.number", "poll_answer.text",
        "poll_response.ballot_id", "poll_response.poll_id", "poll_response.anonymous", "poll_response.municipality_id", "poll_response.member_id",
        "poll_response.answered_at", "poll_response.changed_by_id", "poll_response.changed_at", "poll_response.revision");

    /** Texts without a limit; their writers set one. */
    private static final Set<String> UNLIMITED = Set.of("document_passage.text", "single_mail.contents");

    /**
     * Tables whose rows are really deleted; each deletion looks for rows that still refer to it, and without an index
     * it reads whole tables for that. Rows of all other tables are retired, blocked or kept.
     */
    private static final Set<String> DELETED_FROM = Set.of("document", "document_version", "document_passage", "upload", "membership", "poll_question", "poll_option", "poll_ballot",
        "question", "answer");

    private static final Map<Class<?>, String> TYPES = Map.of(long.class, "bigint", Long.class, "bigint", int.class, "integer",
        boolean.class, "boolean", Integer.class, "integer", java.math.BigDecimal.class, "numeric", Instant.class, "timestamp with time zone", LocalDate.class, "date");

    /** A column, as it is or as the mapping wants it; length is null where there is none. */
    private record ColumnOf(String type, boolean nullable, Integer length) {
    }

    private Map<String, ColumnOf> schema;

    @BeforeEach
    void readSchema() {
        schema = new TreeMap<>();
        for (Object row : em.createNativeQuery("""
                select table_name || '.' || column_name, data_type, is_nullable, character_maximum_length
                from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'""").getResultList()) {
            Object[] column = (Object[]) row;
            schema.put((String) column[0], new ColumnOf((String) column[1], "YES".equals(column[2]),
                column[3] == null ? null : ((Number) column[3]).intValue()));
        }
    }

    @Test
    void everyMappedColumnIsInTheSchemaAsItIsMapped() {
        List<String> differences = new ArrayList<>();
        mapping().forEach((name, wanted) -> {
            ColumnOf real = schema.get(name);
            if (real == null) {
                differences.add(name + " is mapped, but not there");
            } else if (!fits(name, wanted, real)) {
                differences.add(name + " is mapped as " + wanted + ", but is " + real);
            }
        });
        assertThat(differences).isEmpty();
    }

    @Test
    void everyColumnOfTheSchemaIsMapped() {
        Set<String> unmapped = new TreeSet<>(schema.keySet());
        unmapped.removeAll(mapping().keySet());
        assertThat(unmapped).isEqualTo(new TreeSet<>(UNMAPPED));
    }

    @Test
    void everyEntityOfTheseRoomsIsInThePersistenceUnit() {
        Set<String> classes = new com.tngtech.archunit.core.importer.ClassFileImporter()
            .withImportOption(com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.krisenaustausch").stream()
            .filter(type -> type.isAnnotatedWith(Entity.class)).map(type -> type.getName()).collect(java.util.stream.Collectors.toSet());
        assertThat(entities().stream().map(Class::getName)).isNotEmpty().containsExactlyInAnyOrderElementsOf(classes);
    }

    @Test
    void aNameOfAConstantFitsItsColumn() {
        for (Class<?> entity : entities()) {
            for (Field field : fields(entity)) {
                if (field.isAnnotationPresent(Enumerated.class)) {
                    int longest = Arrays.stream(field.getType().getEnumConstants()).mapToInt(one -> ((Enum<?>) one).name().length()).max().orElseThrow();
                    assertThat(longest).as(field.toString()).isLessThanOrEqualTo(field.getAnnotation(Column.class).length());
                }
            }
        }
    }

    @Test
    void whatIsDeletedIsReferredToThroughAnIndex() {
        List<?> withoutIndex = select("""
            select key.conrelid::regclass || '.' || col.attname
            from pg_constraint key
            join pg_attribute col on col.attrelid = key.conrelid and col.attnum = key.conkey[1]
            where key.contype = 'f' and key.confrelid::regclass::text = any (string_to_array(?1, ','))
              and not exists (select 1 from pg_index i where i.indrelid = key.conrelid and i.indkey[0] = key.conkey[1]
                and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' || col.attname || ' IS NOT NULL)'))""",
            String.join(",", DELETED_FROM));
        assertThat(withoutIndex).isEmpty();
    }

    /** @return what the annotations ask for, by table and column */
    private Map<String, ColumnOf> mapping() {
        Map<String, ColumnOf> mapping = new TreeMap<>();
        for (Class<?> entity : entities()) {
            String table = entity.isAnnotationPresent(Table.class) ? entity.getAnnotation(Table.class).name() : entity.getSimpleName().toLowerCase();
            for (Field field : fields(entity)) {
                map(mapping, table, field);
            }
        }
        return mapping;
    }

    private static void map(Map<String, ColumnOf> mapping, String table, Field field) {
        JoinColumn join = field.getAnnotation(JoinColumn.class);
        if (field.isAnnotationPresent(ManyToOne.class)) {
            mapping.put(table + "." + join.name(), reference(field.getAnnotation(ManyToOne.class).optional()));
        } else if (field.isAnnotationPresent(OneToOne.class)) {
            if (join != null) {
                mapping.put(table + "." + join.name(), reference(field.getAnnotation(OneToOne.class).optional()));
            }
        } else if (field.isAnnotationPresent(ManyToMany.class)) {
            JoinTable between = field.getAnnotation(JoinTable.class);
            mapping.put(between.name() + "." + between.joinColumns()[0].name(), reference(false));
            mapping.put(between.name() + "." + between.inverseJoinColumns()[0].name(), reference(false));
            if (field.isAnnotationPresent(OrderColumn.class)) {
                mapping.put(between.name() + "." + field.getAnnotation(OrderColumn.class).name(), new ColumnOf("integer", false, null));
            }
        } else if (!field.isAnnotationPresent(OneToMany.class)) {
            mapping.put(table + "." + columnName(field), column(field));
        }
    }

    private static ColumnOf column(Field field) {
        Column column = field.getAnnotation(Column.class);
        Class<?> type = field.getType();
        boolean nullable = !type.isPrimitive() && !field.isAnnotationPresent(jakarta.persistence.Id.class) && (column == null || column.nullable());
        boolean text = type == String.class || type.isEnum();
        return new ColumnOf(text ? "character varying" : TYPES.getOrDefault(type, type.getName()), nullable,
            text ? column == null ? 255 : column.length() : null);
    }

    private static boolean fits(String name, ColumnOf wanted, ColumnOf real) {
        if (UNLIMITED.contains(name)) {
            return "text".equals(real.type()) && wanted.nullable() == real.nullable();
        }
        // official keys have a fixed length
        return wanted.equals("character".equals(real.type()) ? new ColumnOf("character varying", real.nullable(), real.length()) : real);
    }

    private static String columnName(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? field.getName().toLowerCase() : column.name();
    }

    private static ColumnOf reference(boolean nullable) {
        return new ColumnOf("bigint", nullable, null);
    }

    private List<Class<?>> entities() {
        List<Class<?>> types = new ArrayList<>();
        em.getMetamodel().getEntities().forEach(entity -> types.add(entity.getJavaType()));
        return types;
    }

    /** @return persistent fields, those of super-classes too, without what weaving added */
    private static List<Field> fields(Class<?> entity) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .filter(field -> !field.isAnnotationPresent(Transient.class) && !field.getName().startsWith("_persistence"))
                .forEach(fields::add);
        }
        return fields;
    }
}
