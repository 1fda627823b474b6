package fr.preau.storage;

/** What became of a file that somebody brought. */
public sealed interface Keeping permits StoredFile, Refused {}
