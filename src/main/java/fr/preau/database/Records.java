package fr.preau.database;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A record of each row, its components named as the columns ({@code sentAt}: {@code sent_at}). As
 * Spring's own does, which tries {@code sentAt} first and asks the driver for an {@code Instant}
 * that it does not know: two exceptions, with the whole stack of a request, for such a value of
 * each row.
 */
public final class Records<T> implements RowMapper<T> {
    private static final Map<Class<?>, Records<?>> known = new ConcurrentHashMap<>();
    private static final ConversionService conversion =
            DefaultConversionService.getSharedInstance();

    private final Constructor<T> constructor;
    private final String[] names;
    private final String[] columns;
    private final TypeDescriptor[] types;

    private Records(Class<T> type) {
        constructor = BeanUtils.getResolvableConstructor(type);
        names = BeanUtils.getParameterNames(constructor);
        columns =
                IntStream.range(0, names.length)
                        .mapToObj(n -> JdbcUtils.convertPropertyNameToUnderscoreName(names[n]))
                        .toArray(String[]::new);
        types =
                IntStream.range(0, names.length)
                        .mapToObj(n -> new TypeDescriptor(new MethodParameter(constructor, n)))
                        .toArray(TypeDescriptor[]::new);
    }

    @SuppressWarnings("unchecked")
    public static <T> RowMapper<T> of(Class<T> type) {
        return (Records<T>) known.computeIfAbsent(type, Records::new);
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        var values = new @Nullable Object[names.length];
        for (var n = 0; n < values.length; n++)
            values[n] =
                    conversion.convert(value(row, column(row, n), types[n].getType()), types[n]);
        return BeanUtils.instantiateClass(constructor, values);
    }

    /** By its own name only where the usual one is not there. */
    private int column(ResultSet row, int n) throws SQLException {
        try {
            return row.findColumn(columns[n]);
        } catch (SQLException unusual) {
            return row.findColumn(names[n]);
        }
    }

    private static @Nullable Object value(ResultSet row, int column, Class<?> type)
            throws SQLException {
        if (type != Instant.class) return JdbcUtils.getResultSetValue(row, column, type);
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
