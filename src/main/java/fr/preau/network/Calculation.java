package fr.preau.network;

/**
 * What a line should carry, in kbit/s: {@code down = margin × (N·pupil + V·video + base)}, {@code
 * up = margin × (N·pupil + sends·send)}, N the pupils at work at the same time, never more than the
 * devices. Pure.
 */
public record Calculation(
        int together,
        int pupilsDownKbit,
        int videosKbit,
        int baseKbit,
        int needDownKbit,
        int pupilsUpKbit,
        int sendsKbit,
        int needUpKbit) {
    static Calculation of(Formula formula, Uses uses) {
        var atOnce = part(uses.pupils(), formula.togetherPercent());
        var together = Math.min(atOnce, uses.devices());
        var pupilsDown = Math.multiplyExact(together, formula.pupilDownKbit());
        var videos = Math.multiplyExact(uses.videos(), formula.videoKbit());
        var pupilsUp = Math.multiplyExact(together, formula.pupilUpKbit());
        var sends = Math.multiplyExact(uses.sends(), formula.sendKbit());
        return new Calculation(
                together,
                pupilsDown,
                videos,
                formula.baseKbit(),
                part(pupilsDown + videos + formula.baseKbit(), 100 + formula.marginPercent()),
                pupilsUp,
                sends,
                part(pupilsUp + sends, 100 + formula.marginPercent()));
    }

    /** So many percent, rounded up: half a pupil is a pupil. */
    static int part(int whole, int percent) {
        return Math.toIntExact(Math.ceilDiv((long) whole * percent, 100L));
    }

    public int sumDownKbit() {
        return pupilsDownKbit + videosKbit + baseKbit;
    }

    public int sumUpKbit() {
        return pupilsUpKbit + sendsKbit;
    }
}
