package fr.preau.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    E.M.PU$PAULINE KERGOMARD$BEZIERS,         École maternelle publique Pauline Kergomard
                    E.E.PU$ANTOINE DE ST EXUPÉRY$X,           École élémentaire publique Antoine de St Exupéry
                    E.P.PU$$CAZOULS-LÈS-BÉZIERS,              École primaire publique Cazouls-lès-Béziers
                    IEN$BÉZIERS-NORD$BÉZIERS,                 Circonscription Béziers-Nord
                    D.S.D.E.N.$de l'Hérault$MONTPELLIER,      DSDEN de l'Hérault
                    I.M.E.$LES OLIVIERS,                      I.M.E. Les Oliviers
                    """)
    void initials_and_capitals_become_words(String given, String read) {
        assertThat(Labels.structure(given)).isEqualTo(read);
    }
}
