package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;

/** Coupons were printed for guardians who never come. */
public record CouponsPrinted(
        Long school, long note, Long account, Long person, int coupons, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "coupons-printed " + note + " " + person + " " + at;
    }

    @Override
    public String subject() {
        return "note " + note + " coupons " + coupons;
    }
}
