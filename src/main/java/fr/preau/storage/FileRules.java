package fr.preau.storage;

/** The limits of the day, in bytes, and how long a file that nobody uses is kept, in days. */
record FileRules(long largest, long perPerson, long perSchool, int looseDays) {}
