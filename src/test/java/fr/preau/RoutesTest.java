package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.web.For;
import fr.preau.web.Public;
import fr.preau.web.StepUp;
import jakarta.servlet.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@School
class RoutesTest {
    @Autowired RequestMappingHandlerMapping mapping;
    @Autowired SecurityFilterChain chain;

    /**
     * Filters that answer by themselves, declared by hand: anything else in the chain only passes
     * on.
     */
    private static final List<String> FILTERS =
            List.of(
                    "/assets/{version}/{file}      GET   web.AssetsFilter                     everybody    files, kept for ever",
                    "/push-worker.js               GET   web.AssetsFilter                     everybody    the worker of devices, asked anew");

    @Test
    void the_route_list_is_up_to_date() {
        var lines = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!handler.getBeanType().getPackageName().startsWith("fr.preau")) return;
                    for (var path : info.getPatternValues()) {
                        for (var method : info.getMethodsCondition().getMethods())
                            lines.add(line(path, method.name(), handler));
                    }
                });
        Documents.isUpToDate(
                "routes.txt",
                "# Every address: method, handler, for whom, what it answers. Written by bin/documents.\n"
                        + String.join("\n", FILTERS)
                        + "\n"
                        + String.join("\n", lines)
                        + "\n");
    }

    private static String line(String path, String method, HandlerMethod handler) {
        var name =
                handler.getBeanType()
                                .getName()
                                .replaceAll("\\$\\$.*", "")
                                .substring("fr.preau.".length())
                        + "."
                        + handler.getMethod().getName();
        return "%-34s %-6s %-44s %-24s %s"
                .formatted(
                        path.replaceAll("\\{(\\w+):.*}", "{$1}"),
                        method,
                        name,
                        whom(handler),
                        handler.getMethod().getReturnType().getSimpleName())
                .strip();
    }

    private static String whom(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(Public.class)) return "everybody";
        var only = handler.getMethodAnnotation(For.class);
        var who =
                only == null
                        ? "signed in"
                        : String.join(
                                "+",
                                Arrays.stream(only.value())
                                        .map(p -> p.name().toLowerCase(java.util.Locale.ROOT))
                                        .toList());
        return handler.hasMethodAnnotation(StepUp.class) ? who + ", step-up" : who;
    }

    @Test
    void no_filter_opens_a_door_of_its_own() {
        assertThat(chain.getFilters())
                .extracting(Filter::getClass)
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "DisableEncodeUrlFilter",
                        "WebAsyncManagerIntegrationFilter",
                        "HeaderWriterFilter",
                        "OverloadFilter",
                        "SessionFilter",
                        "UploadFilter",
                        "CsrfFilter",
                        "KeepFilter",
                        "SessionManagementFilter",
                        "ExceptionTranslationFilter");
    }

    @Test
    void the_feature_list_is_up_to_date() {
        var text =
                new StringBuilder(
                        "# Every feature: what it uses, what it offers to the others. Written by bin/documents.\n");
        var modules = ApplicationModules.of(Preau.class);
        modules.stream()
                .sorted(java.util.Comparator.comparing(m -> m.getIdentifier().toString()))
                .forEach(module -> {
                    var uses =
                            module.getDirectDependencies(modules)
                                    .uniqueModules()
                                    .map(m -> m.getIdentifier().toString())
                                    .sorted()
                                    .toList();
                    text.append("\n")
                            .append(module.getIdentifier())
                            .append("\n  uses    ")
                            .append(uses.isEmpty() ? "nothing" : String.join(", ", uses));
                    text.append("\n  offers  ")
                            .append(
                                    String.join(
                                            ", ", publicTypesOf(module.getIdentifier().toString())))
                            .append("\n");
                });
        Documents.isUpToDate("features.txt", text.toString());
    }

    /** Public types that others may use: pages and forms are public for the templates only. */
    private static List<String> publicTypesOf(String feature) {
        return new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(
                                com.tngtech.archunit.core.importer.ImportOption.Predefined
                                        .DO_NOT_INCLUDE_TESTS)
                        .importPackages("fr.preau." + feature)
                        .stream()
                        .filter(type ->
                                type.getModifiers()
                                                .contains(
                                                        com.tngtech.archunit.core.domain
                                                                .JavaModifier.PUBLIC)
                                        && !type.isNestedClass())
                        .map(com.tngtech.archunit.core.domain.JavaClass::getSimpleName)
                        .filter(name -> !name.matches(".*(Page|Form)|package-info"))
                        .sorted()
                        .toList();
    }
}
