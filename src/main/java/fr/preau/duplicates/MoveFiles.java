package fr.preau.duplicates;

import fr.preau.directory.MovesPerson;
import fr.preau.storage.StoredFiles;
import org.springframework.stereotype.Component;

/** Files follow their owner; storage lies below the directory and cannot listen to it. */
@Component
class MoveFiles implements MovesPerson {
    private final StoredFiles files;

    MoveFiles(StoredFiles files) {
        this.files = files;
    }

    @Override
    public void move(long kept, long absorbed) {
        files.move(kept, absorbed);
    }
}
