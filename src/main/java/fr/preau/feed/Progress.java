package fr.preau.feed;

/** Tells whoever waits how far a reading is. */
public interface Progress {
    Progress SILENT =
            new Progress() {
                @Override
                public void records(String file, long records, int percent) {}

                @Override
                public void file(String file, long records) {}

                @Override
                public void step(String words) {}
            };

    void records(String file, long records, int percent);

    void file(String file, long records);

    void step(String words);
}
