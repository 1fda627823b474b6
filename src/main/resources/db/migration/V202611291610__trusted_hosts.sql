-- Where people of schools really sign in. A link that looks like one of these and leads elsewhere is not a link. A host stands for those below it.
create table trusted_host (
    host text primary key check (host = lower(host)),
    word text                           -- what is never in an honest host of somebody else
);
insert into trusted_host (host, word) values
    ('gouv.fr', null), ('education.gouv.fr', null), ('educonnect.education.gouv.fr', 'educonnect'), ('education.fr', null),
    ('proconnect.gouv.fr', 'proconnect'), ('franceconnect.gouv.fr', 'franceconnect'), ('gar.education.fr', null),
    ('ac-toulouse.fr', 'ac-toulouse'), ('ac-montpellier.fr', 'ac-montpellier'), ('region-academique-occitanie.fr', 'region-academique-occitanie'),
    ('ac-aix-marseille.fr', null), ('ac-amiens.fr', null), ('ac-besancon.fr', null), ('ac-bordeaux.fr', null), ('ac-caen.fr', null), ('ac-clermont.fr', null),
    ('ac-corse.fr', null), ('ac-creteil.fr', null), ('ac-dijon.fr', null), ('ac-grenoble.fr', null), ('ac-guadeloupe.fr', null), ('ac-guyane.fr', null),
    ('ac-lille.fr', null), ('ac-limoges.fr', null), ('ac-lyon.fr', null), ('ac-martinique.fr', null), ('ac-mayotte.fr', null), ('ac-nancy-metz.fr', null),
    ('ac-nantes.fr', null), ('ac-nice.fr', null), ('ac-normandie.fr', null), ('ac-orleans-tours.fr', null), ('ac-paris.fr', null), ('ac-poitiers.fr', null),
    ('ac-reims.fr', null), ('ac-rennes.fr', null), ('ac-reunion.fr', null), ('ac-strasbourg.fr', null), ('ac-versailles.fr', null);
grant select on trusted_host to preau_app, preau_job;
