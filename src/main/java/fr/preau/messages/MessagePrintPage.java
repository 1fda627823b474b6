package fr.preau.messages;

import fr.preau.storage.StoredFile;
import fr.preau.links.TrustedHosts;
import fr.preau.web.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A conversation on paper. */
public record MessagePrintPage(
        String title,
        List<Message> conversation,
        Map<Long, List<StoredFile>> files,
        TrustedHosts links)
        implements Page {
    @Override
    public String service() {
        return "messages";
    }

    /** Their names: what is printed is a sheet of paper. */
    public String named(Message one) {
        return files.getOrDefault(one.id(), List.of()).stream()
                .map(StoredFile::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String theme() {
        return "light";
    }
}
