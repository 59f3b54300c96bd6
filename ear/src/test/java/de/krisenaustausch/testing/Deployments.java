package de.krisenaustausch.testing;

import de.krisenaustausch.stack.Layout;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR, with the classes of a test in its WAR. */
public final class Deployments {

    private Deployments() {
    }

    /** @param tests the test class and what it uses; the delivered EAR is taken off the server first */
    public static EnterpriseArchive with(Class<?>... tests) {
        TestStack.get().withdraw();
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "krisenaustausch-tests.ear")
            .importFrom(Layout.find().ear().toFile()).as(EnterpriseArchive.class);
        WebArchive war = ear.getAsType(WebArchive.class, "/ka-web.war");
        war.addClasses(tests);
        Testable.archiveToTest(war);
        ear.delete("/ka-web.war");
        ear.addAsModule(war);
        return ear;
    }
}
