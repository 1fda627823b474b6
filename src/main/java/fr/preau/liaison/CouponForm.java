package fr.preau.liaison;

/** How coupons are laid out: the whole note above each, or four short ones on a page. */
public enum CouponForm {
    FOUR,
    PAGE
}
