package de.krisenaustausch.shared.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets pages write {@code #{row.title}} for a record. Expression Language 5 knows getters only; version 6 (Jakarta EE
 * 11) brings this by itself, and this class goes then. Public methods without parameters count like components.
 */
public class RecordResolver extends ELResolver {

    private static final ClassValue<Map<String, Method>> READERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .collect(Collectors.toMap(Method::getName, Function.identity(), (one, bridge) -> one));
        }
    };

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Method reader = reader(base, property);
        if (reader == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return reader.invoke(base);
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException hidden) {
            throw new ELException(hidden);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        if (reader(base, property) != null) {
            context.setPropertyResolved(base, property);
        }
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        boolean mine = reader(base, property) != null;
        context.setPropertyResolved(mine);
        return mine;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (reader(base, property) != null) {
            throw new PropertyNotWritableException("A record does not change: " + property);
        }
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static Method reader(Object base, Object property) {
        return base instanceof Record && property != null ? READERS.get(base.getClass()).get(property.toString()) : null;
    }
}
