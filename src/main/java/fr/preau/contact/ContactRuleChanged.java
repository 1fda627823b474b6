package fr.preau.contact;

import fr.preau.web.Fact;

/** A school has decided, or gone back on, who may write to whom. */
public record ContactRuleChanged(Long school, long change, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "contact-rule-changed " + change;
    }

    @Override
    public String subject() {
        return "contact rule " + change;
    }
}
