package dev.lanewise.maps;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Counts the numbers that an object holds, in its arrays and those of all it refers to; tables of transforms, which plans share, apart. */
final class HeldNumbers {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** In bytes. */
    private long size;

    private HeldNumbers() {}

    /** How many numbers of so many bytes. */
    static double of(Object object, int bytes) throws IllegalAccessException {
        HeldNumbers held = new HeldNumbers();
        held.add(object);
        return (double) held.size / bytes;
    }

    private void add(Object object) throws IllegalAccessException {
        if (object == null || !seen.add(object)) {
            return;
        }
        Class<?> type = object.getClass();
        if (type.isArray()) {
            addArray(object, type.getComponentType());
        } else if (object instanceof Iterable<?> parts) {
            for (Object part : parts) {
                add(part);
            }
        } else if (type.getName().startsWith("dev.lanewise.")
                && !type.isEnum()
                && !type.getSimpleName().endsWith("Plan")
                && !type.getSimpleName().endsWith("Kernel")) {
            for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        addField(object, field);
                    }
                }
            }
        }
    }

    private void addArray(Object array, Class<?> part) throws IllegalAccessException {
        int length = Array.getLength(array);
        if (part.isPrimitive()) {
            size += (long) length * (part == double.class || part == long.class ? 8 : part == boolean.class ? 1 : 4);
        } else {
            for (int i = 0; i < length; i++) {
                add(Array.get(array, i));
            }
        }
    }

    private void addField(Object object, Field field) throws IllegalAccessException {
        if (!field.getType().isPrimitive()) {
            field.setAccessible(true);
            add(field.get(object));
        } else if (object instanceof Record) {
            size += field.getType() == double.class || field.getType() == long.class ? 8 : 4;
        }
    }
}
