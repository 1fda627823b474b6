package fr.preau.storage;

/** The documents that are zip files inside. */
final class DocumentType {
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    static final String ODP = "application/vnd.oasis.opendocument.presentation";
    static final String EPUB = "application/epub+zip";
    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PPTX =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private DocumentType() {}
}
