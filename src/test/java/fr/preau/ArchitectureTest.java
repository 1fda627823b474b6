package fr.preau;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.preau.web.Actor;
import fr.preau.web.Public;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;

class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("fr.preau");

    @Test
    void features_only_use_the_features_they_declare() {
        ApplicationModules.of(Preau.class).verify();
    }

    @Test
    void every_handler_names_its_actor_or_is_public() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(
                        new ArchCondition<JavaMethod>("take an Actor or be @Public") {
                            @Override
                            public void check(JavaMethod method, ConditionEvents events) {
                                var named =
                                        method.getRawParameterTypes().stream()
                                                .anyMatch(type -> type.isEquivalentTo(Actor.class));
                                if (!named && !method.isAnnotatedWith(Public.class))
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    method,
                                                    method.getFullName() + " names no actor"));
                            }
                        })
                .check(OURS);
    }

    @Test
    void pages_and_forms_stay_inside_their_feature() {
        for (var type : OURS) {
            if (!type.getSimpleName().matches(".+(Page|Form)")
                    || type.getPackageName().equals("fr.preau.web")) continue;
            if (type.getSimpleName().equals("NoteForm"))
                continue; // The demo's notes are sent as their authors would type them.
            classes()
                    .that()
                    .areAssignableTo(type.getName())
                    .should()
                    .onlyHaveDependentClassesThat(
                            resideInAPackage(type.getPackageName())
                                    .or(resideInAPackage("gg.jte.generated..")))
                    .check(OURS);
        }
    }

    @Test
    void the_clock_is_handed_in() {
        for (var type :
                Stream.of(
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                LocalTime.class,
                                ZonedDateTime.class)
                        .toList()) {
            noClasses().should().callMethod(type, "now").check(OURS);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(OURS);
    }

    @Test
    void nobody_reads_a_global_current_user() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(
                        "org.springframework.security.core.context.SecurityContextHolder")
                .check(OURS);
    }

    @Test
    void every_page_has_its_template_and_every_template_its_page() throws Exception {
        var source = Path.of("src/main/java/fr/preau");
        var expected =
                OURS.stream()
                        .filter(type ->
                                type.isAssignableTo(fr.preau.web.Page.class) && !type.isInterface())
                        .map(type ->
                                type.getPackageName().substring("fr.preau.".length())
                                        + "/"
                                        + type.getSimpleName()
                                                .replaceAll("Page$", "")
                                                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                                .toLowerCase(Locale.ROOT)
                                        + ".jte")
                        .toList();
        try (var files = Files.walk(source)) {
            var templates =
                    files.filter(file ->
                                    file.toString().endsWith(".jte")
                                            && !file.getFileName().toString().startsWith("_"))
                            .map(file -> source.relativize(file).toString())
                            .toList();
            assertThat(templates).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void no_template_carries_a_style_or_a_script_of_its_own() throws Exception {
        try (var files = Files.walk(Path.of("src/main/java/fr/preau"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                var text = Files.readString(file);
                assertThat(text)
                        .as(file.toString())
                        .doesNotContain(
                                "<style", "style=\"", "onclick=", "onchange=", "javascript:");
                assertThat(text.replaceAll("<script type=\"module\" src=\"[^>]*></script>", ""))
                        .as(file.toString())
                        .doesNotContain("<script");
            }
        }
    }

    @Test
    void every_form_that_changes_something_carries_its_token_and_its_key() throws Exception {
        try (var files = Files.walk(Path.of("src/main/java/fr/preau"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                var text = Files.readString(file);
                // The one form that goes to another site: our token is none of its business.
                if (file.endsWith("connectors/posting.jte")) {
                    assertThat(text).doesNotContain("_hidden", "screen");
                    continue;
                }
                var forms = text.split("<form ", -1);
                for (int i = 1; i < forms.length; i++) {
                    if (!forms[i].substring(0, forms[i].indexOf('>')).contains("method=\"post\""))
                        continue;
                    assertThat(forms[i].substring(0, forms[i].indexOf("</form>")))
                            .as(file + ", form " + i)
                            .contains("@template.web._hidden(");
                }
            }
        }
    }
}
