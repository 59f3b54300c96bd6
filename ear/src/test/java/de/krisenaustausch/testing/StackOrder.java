package de.krisenaustausch.testing;

import java.util.Comparator;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * First the tests from outside, on the EAR as it is delivered; then those that run inside the server, for which
 * Arquillian deploys it anew with them in it; last the drills, which kill the server.
 */
public class StackOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(StackOrder::rank)
            .thenComparing(descriptor -> descriptor.getTestClass().getName()));
    }

    private static int rank(ClassDescriptor descriptor) {
        if (descriptor.isAnnotated(ArquillianTest.class)) {
            return 2;
        }
        return descriptor.getTestClass().getSimpleName().endsWith("DrillIT") ? 1 : 0;
    }
}
