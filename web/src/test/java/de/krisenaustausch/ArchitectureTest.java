package de.krisenaustausch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;

/** Holds the plan of the house: floors, rooms, and who may know whom. */
@AnalyzeClasses(packages = "de.krisenaustausch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String EJB = "..service..";
    private static final String WEB = "..web..";

    @ArchTest
    static final ArchRule PERSISTENCE_KNOWS_NO_HIGHER_FLOOR = noClasses()
        .that(DescribedPredicate.describe("are on the persistence floor", ArchitectureTest::isPersistence))
        .should().dependOnClassesThat().resideInAnyPackage(EJB, WEB, "..platform..", "..extraction..");

    @ArchTest
    static final ArchRule EJB_KNOWS_NO_PAGES = noClasses().that().resideInAnyPackage(EJB, "..extraction..", "..platform.files..", "..platform.messaging..")
        .should().dependOnClassesThat().resideInAPackage(WEB);

    @ArchTest
    static final ArchRule PAGES_USE_SERVICES_NOT_REPOSITORIES = noClasses().that().resideInAPackage(WEB)
        .should().dependOnClassesThat(simpleNameEndingWith("Repository").or(resideInAPackage("jakarta.persistence..")));

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_ENTITIES_ROOMS = slices().matching("de.krisenaustausch.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_SERVICES = slices().matching("de.krisenaustausch.(*).service..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SPACE_KNOWS_NO_DOCUMENT = knowNothingOf("space", "document", "notification", "search");

    @ArchTest
    static final ArchRule MEMBER_KNOWS_NO_SPACE = knowNothingOf("member", "space", "document", "notification", "search");

    @ArchTest
    static final ArchRule MUNICIPALITY_KNOWS_NO_MEMBER = knowNothingOf("municipality", "member", "space", "document", "notification", "search");

    @ArchTest
    static final ArchRule DOCUMENT_KNOWS_NEITHER_POST_NOR_SEARCH = knowNothingOf("document", "question", "notification", "search");

    /** It knows documents, which can come with a question; they do not know it. */
    @ArchTest
    static final ArchRule QUESTION_KNOWS_NO_OTHER_CONTRIBUTION = knowNothingOf("question", "link", "poll", "notification", "search");

    @ArchTest
    static final ArchRule NOBODY_BUT_SEARCH_KNOWS_WHAT_ALL_KINDS_SHARE = noClasses()
        .that().resideOutsideOfPackages("de.krisenaustausch.contribution..", "de.krisenaustausch.search..", WEB)
        .should().dependOnClassesThat().resideInAPackage("de.krisenaustausch.contribution..");

    @ArchTest
    static final ArchRule LINK_KNOWS_NO_OTHER_KIND = knowNothingOf("link", "document", "question", "poll", "notification", "search");

    @ArchTest
    static final ArchRule EVERY_EJB_SAYS_WHO_MAY_CALL = classes()
        .that().areAnnotatedWith("jakarta.ejb.Stateless").or().areAnnotatedWith("jakarta.ejb.Singleton").or().areAnnotatedWith("jakarta.ejb.MessageDriven")
        .should(ArchConditions.beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
            .or(ArchConditions.beAnnotatedWith("jakarta.annotation.security.PermitAll")))
        .because("an EJB without any security annotation sees an anonymous caller");

    @ArchTest
    static final ArchRule WHAT_ADMINISTRATORS_KEEP_IS_WRITTEN_DOWN = classes().that().haveSimpleNameEndingWith("Keeping")
        .should().dependOnClassesThat().haveFullyQualifiedName("de.krisenaustausch.audit.service.AuditLog");

    @ArchTest
    static final ArchRule ENTITIES_LIVE_BY_VERBS = methods().that().areDeclaredInClassesThat().areAnnotatedWith("jakarta.persistence.Entity")
        .and().arePublic().should().haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses().that().resideOutsideOfPackage("..testing..")
        .should().callMethod(Throwable.class, "printStackTrace");

    private static boolean isPersistence(JavaClass type) {
        String name = type.getPackageName();
        return name.matches("de\\.krisenaustausch\\.[a-z]+") && !name.equals("de.krisenaustausch.platform");
    }

    private static ArchRule knowNothingOf(String feature, String... others) {
        String[] rooms = java.util.Arrays.stream(others)
            .flatMap(other -> java.util.stream.Stream.of("de.krisenaustausch." + other, "de.krisenaustausch." + other + ".service.."))
            .toArray(String[]::new);
        return noClasses().that(resideInAnyPackage("de.krisenaustausch." + feature, "de.krisenaustausch." + feature + ".service.."))
            .should().dependOnClassesThat().resideInAnyPackage(rooms);
    }
}
