package fr.preau.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratedImportTest extends FeedDatabase {
    private List<ImportReport> enter(GeneratedRegion region) throws Exception {
        return imports.importFolder(region.folder, Optional.empty(), Progress.SILENT);
    }

    @Test
    void a_generated_region_enters_without_a_reject() throws Exception {
        var region = new GeneratedRegion(folder, 12);
        assertThat(enter(region))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.rejected()).isZero());
        var told =
                List.of("montpellier", "toulouse").stream()
                        .mapToLong(academy -> region.people(academy).size())
                        .sum();
        assertThat(count("person")).isEqualTo(told);
        assertThat(count("structure where kind = 'SCHOOL'")).isEqualTo(12);
        assertThat(enter(region))
                .as("and again, without a change")
                .allSatisfy(report -> assertThat(report.changes()).isZero());
    }

    @Test
    void planted_faults_are_reported_and_the_others_enter() throws Exception {
        enter(new GeneratedRegion(folder, 12));
        var people = count("enrolment");
        empty();
        assertThat(enter(new GeneratedRegion(folder, 12, "--faults")))
                .allSatisfy(report -> assertThat(report.rejected()).isGreaterThan(3));
        assertThat(count("enrolment")).isGreaterThanOrEqualTo(people);
    }
}
