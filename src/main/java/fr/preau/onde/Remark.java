package fr.preau.onde;

import static fr.preau.web.Wording.t;

/** Something to say about a line: it stops the import, is to be checked, or is good to know. */
public record Remark(Weight weight, String sentence) {
    public enum Weight {
        BLOCKING("badge--alert", "circle-alert"),
        WARNING("badge--wait", "triangle-alert"),
        NOTE("", "info");

        private final String look;
        private final String icon;

        Weight(String look, String icon) {
            this.look = look;
            this.icon = icon;
        }

        public String look() {
            return look;
        }

        public String icon() {
            return icon;
        }

        public String label() {
            return t("onde.weight." + name());
        }
    }

    static Remark blocking(String key, Object... values) {
        return new Remark(Weight.BLOCKING, t("onde.blocking." + key, values));
    }

    static Remark warning(String key, Object... values) {
        return new Remark(Weight.WARNING, t("onde.warning." + key, values));
    }

    static Remark note(String key, Object... values) {
        return new Remark(Weight.NOTE, t("onde.note." + key, values));
    }
}
