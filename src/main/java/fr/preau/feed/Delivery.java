package fr.preau.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of one day for one académie, in reading order: a full delivery, or a delta that follows
 * one; with what was left alone beside it.
 */
record Delivery(
        String prefix,
        boolean full,
        String date,
        List<DeliveryFile> files,
        List<String> leftAlone) {
    private static final Comparator<Delivery> BY_DATE =
            Comparator.comparing(Delivery::date).thenComparing(delivery -> !delivery.full());

    /**
     * What is to be read for each prefix, in order: the latest full delivery, then the deltas of
     * its day and after; deltas alone follow what was imported before.
     */
    static List<List<Delivery>> chains(List<DeliveryFile> files) {
        var byPrefix =
                files.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DeliveryFile::prefix, TreeMap::new, Collectors.toList()));
        return byPrefix.values().stream().map(Delivery::chain).toList();
    }

    private static List<Delivery> chain(List<DeliveryFile> files) {
        var deliveries = new ArrayList<>(byDay(files));
        var last = deliveries.stream().filter(Delivery::full).reduce((first, second) -> second);
        if (last.isEmpty()) return deliveries;
        var from = deliveries.indexOf(last.get());
        for (var earlier : deliveries.subList(0, from))
            for (var file : earlier.files())
                last.get()
                        .leftAlone()
                        .add(
                                file.name()
                                        + " : plus ancien que la livraison du "
                                        + DeliveryFile.written(last.get().date()));
        return deliveries.subList(from, deliveries.size());
    }

    private static List<Delivery> byDay(List<DeliveryFile> files) {
        return files.stream()
                .collect(Collectors.groupingBy(file -> file.date() + file.full()))
                .values()
                .stream()
                .map(Delivery::of)
                .sorted(BY_DATE)
                .toList();
    }

    private static Delivery of(List<DeliveryFile> files) {
        var first = files.getFirst();
        return new Delivery(
                first.prefix(),
                first.full(),
                first.date(),
                files.stream()
                        .sorted(
                                Comparator.comparing(DeliveryFile::kind)
                                        .thenComparing(DeliveryFile::name))
                        .toList(),
                new ArrayList<>());
    }

    String nature() {
        return full ? "FULL" : "DELTA";
    }

    /**
     * The school year it speaks of, by its first calendar year; the new one begins in mid-August.
     * Zero when the files carry no date.
     */
    int year() {
        if (!date.matches("\\d{8}")) return 0;
        var year = Integer.parseInt(date.substring(0, 4));
        return date.substring(4).compareTo("0815") < 0 ? year - 1 : year;
    }

    /** The day it was written for; the first of days when the files carry none. */
    LocalDate day() {
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return LocalDate.EPOCH;
        }
    }

    /** Files from which nothing can be imported, with the reason in French. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }
}
