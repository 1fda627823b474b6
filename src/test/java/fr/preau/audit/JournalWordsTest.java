package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.preau.web.Fact;
import fr.preau.web.Wording;
import org.junit.jupiter.api.Test;

class JournalWordsTest {
    /** A line without words would take the whole page of a school away. */
    @Test
    void whatever_may_happen_at_a_school_has_its_words_in_the_journal() {
        var silent =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("fr.preau")
                                .stream()
                                .filter(c -> c.isRecord() && c.isAssignableTo(Fact.class))
                                .filter(c -> c.tryGetField("school").isPresent())
                                .map(JavaClass::getSimpleName)
                                .filter(name -> !Wording.exists("audit.action." + name));
        assertThat(silent).isEmpty();
    }
}
