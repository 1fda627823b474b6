package fr.preau.onde;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import org.springframework.stereotype.Component;

/** The plan of an import as things stand now. */
@Component
class Plans {
    private final KnownSchool school;
    private final Walls walls;

    Plans(KnownSchool school, Walls walls) {
        this.school = school;
        this.walls = walls;
    }

    Plan of(Upload upload) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        Planner.plan(
                                school.lines(upload),
                                upload.columns(),
                                school.of(upload),
                                new Choices(Json.words(upload.choices()))));
    }
}
