package fr.preau.agreements;

import fr.preau.agreements.Seal.Party;
import fr.preau.agreements.Seal.Way;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures, each sealed with the one before; none is changed or removed. */
@Component
class Seals {
    private final JdbcClient db;

    Seals(JdbcClient db) {
        this.db = db;
    }

    /** That of the town first. */
    List<Seal> of(long agreement) {
        return db.sql(
                        """
                        select s.party, s.way, s.signer_name, s.signer_title, s.signed_on, s.at, s.edition, s.document, s.seal,
                               s.seal = agreement_seal_of(s) and s.previous = coalesce(b.seal, ''::bytea) as fits
                          from agreement_seal s left join agreement_seal b on b.agreement_id = s.agreement_id and b.party = 'TOWN' and s.party = 'REGION'
                         where s.agreement_id = :id order by s.party desc
                        """)
                .param("id", agreement)
                .query(Seal.class)
                .list();
    }

    /** Who signed, for a signature on paper: the name that the convention has. */
    void add(
            Actor actor,
            Agreement agreement,
            Party party,
            Way way,
            String name,
            String title,
            LocalDate signedOn,
            Instant at,
            byte[] document) {
        db.sql(
                        """
                        insert into agreement_seal (agreement_id, party, way, signer_name, signer_title, person_id, account_id, signed_on, at, edition, document, previous, seal)
                        select (r).agreement_id, (r).party, (r).way, (r).signer_name, (r).signer_title, (r).person_id, (r).account_id, (r).signed_on, (r).at,
                               (r).edition, (r).document, (r).previous, agreement_seal_of(r) from (
                            select row(:id::bigint, :party, :way, :name, :title, :person::bigint, :account::bigint, :on::date, :at::timestamptz, :edition::int, :document::bytea,
                                       coalesce((select seal from agreement_seal where agreement_id = :id and party = 'TOWN'), ''::bytea), ''::bytea)::agreement_seal as r) given
                        """)
                .param("id", agreement.id())
                .param("party", party.name())
                .param("way", way.name())
                .param("name", name)
                .param("title", title)
                .param("person", actor.person())
                .param("account", actor.account())
                .param("on", signedOn)
                .param("at", Timestamp.from(at))
                .param("edition", agreement.edition())
                .param("document", document)
                .update();
    }
}
