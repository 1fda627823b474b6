package fr.preau.storage;

import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all features together still need. */
@Component
class HeldFiles {
    private final ObjectProvider<HoldsFiles> holders;

    HeldFiles(ObjectProvider<HoldsFiles> holders) {
        this.holders = holders;
    }

    /** In SQL, of the file {@code f}. */
    String condition() {
        return holders.stream()
                .map(holder -> "(" + holder.condition() + ")")
                .collect(Collectors.joining(" or ", "false or ", ""))
                .replaceAll(" or $", "");
    }
}
