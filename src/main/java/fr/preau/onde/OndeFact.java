package fr.preau.onde;

import fr.preau.web.Fact;

/** What is done with a director's ONDE files, for the journal. */
public sealed interface OndeFact extends Fact {
    Long number();

    @Override
    default String subject() {
        return "onde " + number();
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + school() + " " + number();
    }

    /** Files were read; nothing is in the directory yet. */
    record OndeFilesRead(Long school, Long account, Long person, Long number) implements OndeFact {}

    record OndeImported(
            Long school,
            Long account,
            Long person,
            Long number,
            long created,
            long changed,
            long removed)
            implements OndeFact {}

    record OndeCancelled(Long school, Long account, Long person, Long number) implements OndeFact {}
}
