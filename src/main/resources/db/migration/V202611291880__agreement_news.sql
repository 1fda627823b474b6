-- Conventions, titres and disagreements are told to the town hall and to the région.
insert into notification_matter (kind, matter) values
    ('AGREEMENT_SENT', 'TOWN'), ('AGREEMENT_CHECKED', 'TOWN'), ('AGREEMENT_TOWN_SIGNED', 'TOWN'), ('AGREEMENT_SIGNED_FOR_TOWN', 'TOWN'), ('AGREEMENT_SIGNED', 'TOWN'), ('AGREEMENT_TERMINATED', 'TOWN');
